package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
	"partnernet/store"
	"partnernet/stored"
)

// beside is what a first source tells, for others to tell otherwise.
const beside = `
source: {document: minutes}
records:
  - {record: Document, key: minutes, title: Minutes}
  - {record: Organisation, key: alpha, legalName: Alpha AB}
  - {record: Organisation, key: beta, legalName: Beta AS}
  - {record: Network, key: network, acronym: NET, lifecycle: ESTABLISHED}
  - {record: Project, key: project, acronym: Project}
  - {record: Need, key: other, statement: Transport, stakeholder: alpha, state: OPEN}
`

// A day that is of a state becomes a claim together with that, where another state is held: the day is of what the source says, and not of what is held.
func TestADayIsClaimedWithItsState(t *testing.T) {
	rows := []struct{ record, held, told, claims string }{
		{"Need", "statement: Spare power, stakeholder: alpha, state: OPEN", "state: MET, stateSince: 2023-02-01", "state=MET stateSince=2023-02-01"},
		{"Need", "statement: Lorries, stakeholder: alpha, state: MET", "state: WITHDRAWN, stateSince: 2023-02-01", "state=WITHDRAWN stateSince=2023-02-01"},
		{"Need", "statement: Boats, stakeholder: alpha, state: MET", "state: MET, stateSince: 2023-02-01", ""},
		{"Offer", "statement: Generators, organisation: beta, state: OPEN", "state: PAUSED, stateSince: 2023-02-01", "state=PAUSED stateSince=2023-02-01"},
		{"Obligation", "project: project, type: FINAL_REPORT, status: OPEN", "status: FULFILLED, fulfilledOn: 2023-02-01", "fulfilledOn=2023-02-01 status=FULFILLED"},
		{"NeedsMapping", "title: Survey, state: PLANNED", "state: HELD, heldOn: 2023-02-01", "heldOn=2023-02-01 state=HELD"},
		{"Membership", "network: network, member: alpha, role: MEMBER, state: ACTIVE", "state: PAUSED, pausedSince: 2023-02-01, validFrom: 2020-01-01", "pausedSince=2023-02-01 state=PAUSED"},
		{"Membership", "network: network, member: beta, role: MEMBER, state: ENDED", "state: ACTIVE, validTo: 2033-02-01, endStatus: KNOWN", "endStatus=KNOWN state=ACTIVE validTo=2033-02-01"},
		{"Partnership", "type: PROJECT, state: ACTIVE, parties: [{position: 1, party: alpha, role: PARTNER, confirmation: CONFIRMED}, {position: 2, party: beta, role: PARTNER, confirmation: CONFIRMED}]",
			"state: PAUSED, pausedSince: 2023-02-01", "pausedSince=2023-02-01 state=PAUSED"},
		{"Introduction", "need: other, offer: key3, state: SUGGESTED, suggestedOn: 2023-01-01", "state: INTRODUCED, introducedOn: 2023-02-01", "introducedOn=2023-02-01 state=INTRODUCED"},
		{"Introduction", "need: key0, offer: key3, state: INTRODUCED, suggestedOn: 2023-01-01", "state: DECLINED, settledOn: 2023-02-01", "settledOn=2023-02-01 state=DECLINED"},
	}
	first := beside
	second := "source: {document: letter}\nrecords:\n  - {record: Document, key: letter, title: Letter}\n"
	for i, row := range rows {
		first += fmt.Sprintf("  - {record: %s, key: key%d, %s}\n", row.record, i, row.held)
		second += fmt.Sprintf("  - {record: %s, key: key%d, %s}\n", row.record, i, row.told)
	}
	p := empty(t)
	p.tellFile(first)
	p.tellFile(second)
	for i, row := range rows {
		if diff := cmp.Diff(row.claims, p.claimsOf(fmt.Sprintf("key%d", i), "Letter")); diff != "" {
			t.Errorf("%s %s, told %s: %s", row.record, row.held, row.told, diff)
		}
	}
}

// When a party said what a source tells of it is not when it said what is held of it.
func TestATimeIsClaimedWithWhatWasSaidThen(t *testing.T) {
	p := empty(t)
	p.tellFile(beside + "  - {record: Partnership, key: p, type: PROJECT, state: CLAIMED, parties: [{position: 1, party: alpha, role: PARTNER, confirmation: NOT_ASKED}, {position: 2, party: beta, role: PARTNER, confirmation: CONFIRMED}]}\n")
	p.tellFile("source: {document: letter}\nrecords:\n  - {record: Document, key: letter, title: Letter}\n" +
		`  - {record: Partnership, key: p, parties: [{position: 1, confirmation: CONFIRMED, confirmedAt: "2023-02-01T10:00:00Z"}, {position: 2, confirmation: CONFIRMED, confirmedAt: "2023-02-01T10:00:00Z"}]}` + "\n")
	got := p.ask(`{ partnerships { nodes { parties { confirmation confirmedAt } } } }`)
	want := expected(t, `{"partnerships": {"nodes": [{"parties": [{"confirmation": "NOT_ASKED", "confirmedAt": null}, {"confirmation": "CONFIRMED", "confirmedAt": "2023-02-01T10:00:00Z"}]}]}}`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if claims := p.claimsOf("p", "Letter"); !strings.Contains(claims, "CONFIRMED, 2023-02-01T10:00:00Z") {
		t.Errorf("it is not claimed: %s", claims)
	}
}

// claimsOf gives what a document claims of a record, field by field.
func (p place) claimsOf(key, document string) string {
	p.t.Helper()
	rows, err := p.db.ReadRows(p.t.Context(), store.Statement{Text: `
MATCH (:Record {id: $id})-[:HAS_CLAIM]->(c:Claim)-[:HAS_SOURCE]->(:Source)-[:FROM_DOCUMENT]->(:Document {title: $document})
RETURN c.field + '=' + c.value AS claim
ORDER BY claim`, Params: map[string]any{"id": ledger.DerivedID(key), "document": document}})
	if err != nil {
		p.t.Fatal(err)
	}
	var claims []string
	for _, row := range rows {
		claims = append(claims, stored.Text(row["claim"]))
	}
	return strings.Join(claims, " ")
}
