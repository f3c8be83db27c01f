package commands_test

import (
	"maps"
	"slices"

	"partnernet/store"
)

// sek gives an amount in Swedish crowns.
func sek(amount string) object { return object{"amount": amount, "currency": "SEK"} }

// merged gives an input with fields of another over it.
func merged(input, over object) object {
	all := maps.Clone(input)
	maps.Copy(all, over)
	return all
}

// at gives what an answer holds at a path of names and, for lists, of positions.
func at(value any, path ...any) any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			value = value.(object)[step]
		case int:
			value = value.([]any)[step]
		}
	}
	return value
}

// project registers a project that only has a name.
func (w world) project(acronym string) string {
	w.t.Helper()
	return w.make("registerProject", object{"acronym": acronym}, "project")
}

// application records an application for a new project to a new funder.
func (w world) application(name string) string {
	w.t.Helper()
	return w.make("recordApplication", object{"project": w.project(name), "appliedTo": w.organisation(name + " funder")}, "application")
}

// granted records a decision that grants the application an award on these conditions, and gives the award's id.
func (w world) granted(application string, conditions ...object) string {
	w.t.Helper()
	award := object{"recipient": w.organisation("The recipient"), "cap": sek("1000.00"), "aidRate": "0.5", "conditions": conditions}
	payload := w.command("recordDecision", object{"application": application, "caseNumber": "C 1", "outcome": "GRANTED", "awards": award},
		"decision { awards { id } }").good()
	return at(payload, "decision", "awards", 0, "id").(string)
}

// financing is the condition that other financing is arranged, and depends on these applications and awards.
func financing(dependsOn ...string) object {
	return object{"type": "OTHER_FINANCING", "dependsOn": dependsOn}
}

// state gives the state that an application or award is in, or the status of a condition or obligation.
func (w world) state(id string) string {
	w.t.Helper()
	value, err := w.db.Read(w.t.Context(), store.Statement{Text: "MATCH (r:Record {id: $id}) RETURN coalesce(r.state, r.status)", Params: object{"id": id}})
	must(w.t, err)
	return value.(string)
}

// conditionOf gives the id of an award's first condition.
func (w world) conditionOf(award string) string {
	w.t.Helper()
	answer := w.do(`query($id: ID!) { node(id: $id) { ... on Award { conditions { id } } } }`, object{"id": award})
	return at(answer, "node", "conditions", 0, "id").(string)
}

// foretold gives the awards that question 13 says would lapse with an application, in the order of their ids.
func (w world) foretold(application string) []string {
	w.t.Helper()
	answer := w.do(`query($id: ID!) { application(id: $id) { lapseCascade { affected { ... on Award { id } } } } }`, object{"id": application})
	var ids []string
	for _, lapse := range at(answer, "application", "lapseCascade").([]any) {
		if id, isAward := at(lapse, "affected", "id").(string); isAward {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}
