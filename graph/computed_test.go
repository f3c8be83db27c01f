package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Fields that the registry works out, with all they need, with too little, and at their bounds.
func TestWhatIsWorkedOut(t *testing.T) {
	w := founded(t)
	w.write(`
MATCH (p:Project {acronym: 'Commsec'}), (o:Organisation {legalName: 'IUC Z-Group AB'})
CREATE (:Record:Project {id: 'open', acronym: 'Open', plannedFrom: date('2023-05-01'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (:Record:Project {id: 'backwards', acronym: 'Backwards', plannedFrom: date('2023-05-02'), plannedTo: date('2023-05-01'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (:Record:Award {id: 'norate', capMinorUnits: 100, capCurrency: 'SEK', state: 'CONDITIONAL', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:RECIPIENT]->(o)
CREATE (:Record:Award {id: 'nocap', aidRate: '0.5', state: 'CONDITIONAL', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:RECIPIENT]->(o)
CREATE (:Record:Award {id: 'norateatall', aidRate: '0', capMinorUnits: 100, capCurrency: 'SEK', state: 'CONDITIONAL', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:RECIPIENT]->(o)
CREATE (done:Record:Indicator {id: 'done', name: 'D', unit: 'u', target: 1, audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (:Record:Indicator {id: 'aimless', name: 'A', unit: 'u', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH done
UNWIND [0, 0, 3] AS audience
CREATE (done)-[:EVIDENCED_BY]->(:Record:Document {id: randomUUID(), title: 'E', audience: audience, version: 1, createdAt: datetime(), updatedAt: datetime()})`, nil)
	for _, row := range []struct{ why, query, want string }{
		{"a project without an end has no length", `{ project(acronym: "Open") { durationMonths } }`, `{"project": {"durationMonths": null}}`},
		{"an unknown rate pays nobody knows what", `{ award(id: "norate") { maxPayable(approvedCosts: {amount: "1", currency: "SEK"}) { amount } capBindingCost { amount } } }`,
			`{"award": {"maxPayable": null, "capBindingCost": null}}`},
		{"nor does an unknown cap", `{ award(id: "nocap") { cap { amount } maxPayable(approvedCosts: {amount: "1", currency: "SEK"}) { amount } capBindingCost { amount } } }`,
			`{"award": {"cap": null, "maxPayable": null, "capBindingCost": null}}`},
		{"a rate of nought pays nothing, and its cap never binds", `{ award(id: "norateatall") { maxPayable(approvedCosts: {amount: "1", currency: "SEK"}) { amount } capBindingCost { amount } } }`,
			`{"award": {"maxPayable": {"amount": "0.00"}, "capBindingCost": null}}`},
		{"half an öre is rounded up", `{ project(acronym: "Commsec") { awards { maxPayable(approvedCosts: {amount: "0.10", currency: "SEK"}) { amount } } } }`,
			`{"project": {"awards": [{"maxPayable": {"amount": "0.04"}}]}}`},
		{"costs at which the cap begins to bind", `{ project(acronym: "Commsec") { awards { capBindingCost { amount currency } maxPayable(approvedCosts: {amount: "1034457.14", currency: "SEK"}) { amount } } } }`,
			`{"project": {"awards": [{"capBindingCost": {"amount": "1034457.14", "currency": "SEK"}, "maxPayable": {"amount": "362060.00"}}]}}`},
		{"two of one: more than all of it", `{ node(id: "done") { ... on Indicator { actual progress } } }`, `{"node": {"actual": 3, "progress": 3}}`},
		{"no target, no part of it", `{ node(id: "aimless") { ... on Indicator { target actual progress } } }`, `{"node": {"target": null, "actual": 0, "progress": null}}`},
		{"the report was due yesterday", `{ obligations { nodes { dueOn overdue } } }`, `{"obligations": {"nodes": [{"dueOn": "2024-05-31", "overdue": true}]}}`},
		{"and was not late on its last day", `{ obligations(asOf: "2024-05-31") { nodes { overdue } } }`, `{"obligations": {"nodes": [{"overdue": false}]}}`},
		{"a day flows down to what it asks about", `{ project(acronym: "Commsec", asOf: "2024-05-31") { obligations { nodes { overdue } } then: obligations(asOf: "2025-01-01") { nodes { overdue } } } }`,
			`{"project": {"obligations": {"nodes": [{"overdue": false}]}, "then": {"nodes": [{"overdue": true}]}}}`},
	} {
		if diff := cmp.Diff(expected(t, row.want), w.ask(row.query)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	public := w.put(question{query: `{ node(id: "done") { ... on Indicator { actual progress } } }`, clearance: "PUBLIC"})
	if diff := cmp.Diff(expected(t, `{"node": {"actual": 2, "progress": 2}}`), public.Data); diff != "" {
		t.Errorf("evidence that the viewer may not see does not count: %s", diff)
	}
	backwards := w.put(question{query: `{ project(acronym: "Backwards") { acronym durationMonths } }`})
	if diff := cmp.Diff(expected(t, `{"project": {"acronym": "Backwards", "durationMonths": null}}`), backwards.Data); diff != "" || len(backwards.Errors) != 1 {
		t.Errorf("a project that ends before it begins: %s %v", diff, backwards.Errors)
	}
}
