package commands_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// listed gives how many records a list has that is asked for with these arguments.
func (w world) listed(list, arguments string) string {
	w.t.Helper()
	return fmt.Sprint(w.do("{ "+list+"("+arguments+") { totalCount } }", nil)[list].(object)["totalCount"])
}

// What was confirmed by both sides and has ended since reads on a day as it stood that day: its state and what each party had said.
func TestARelationStandsOnADayAsItDidThen(t *testing.T) {
	w := newWorld(t)
	a, b := w.organisation("A"), w.organisation("B")
	id := w.make("proposePartnership", object{"type": "PROJECT", "validFrom": "2024-06-01", "validTo": "2025-05-31",
		"parties": []object{party(a, "ASKED"), party(b, "NOT_ASKED")}}, "partnership")
	if got := w.listed("partnerships", `asOf: "2024-08-01"`); got != "0" {
		t.Errorf("what is only proposed is listed as in force: %s", got)
	}
	w.command("confirmPartnership", object{"id": id, "party": a, "confirmedAt": "2024-06-10T08:00:00Z"}, "changes { id }").good()
	w.command("confirmPartnership", object{"id": id, "party": b, "confirmedAt": "2024-07-10T08:00:00Z"}, "changes { id }").good()
	w.command("endPartnership", object{"id": id, "validTo": "2025-05-31"}, "changes { id }").good()
	for _, row := range []struct{ asOf, state, a, b string }{
		{"2024-06-05", "CLAIMED", "ASKED", "NOT_ASKED"},
		{"2024-06-20", "CLAIMED", "CONFIRMED", "NOT_ASKED"},
		{"2024-08-01", "ACTIVE", "CONFIRMED", "CONFIRMED"},
		{"2025-05-31", "ACTIVE", "CONFIRMED", "CONFIRMED"},
		{"2025-06-01", "ENDED", "CONFIRMED", "CONFIRMED"},
	} {
		got := w.do(`query($id: ID!, $on: Date) { partnership(id: $id, asOf: $on) { state parties { confirmation } } }`, object{"id": id, "on": row.asOf})
		want := object{"partnership": object{"state": row.state, "parties": []any{object{"confirmation": row.a}, object{"confirmation": row.b}}}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("on %s: %s", row.asOf, diff)
		}
	}
	w.counts("partnerships", map[string]string{
		`asOf: "2024-08-01", filter: {state: ACTIVE}`:                "1",
		`asOf: "2024-08-01", filter: {state: ENDED}`:                 "0",
		`asOf: "2025-06-01"`:                                         "0",
		`asOf: "2025-06-01", standing: PAST, filter: {state: ENDED}`: "1",
		`asOf: "2024-05-31", standing: UPCOMING`:                     "1",
		`standing: ANY`:                                              "1",
	})
}

// counts asks how many records a list has, by its arguments.
func (w world) counts(list string, wanted map[string]string) {
	w.t.Helper()
	for arguments, want := range wanted {
		if got := w.listed(list, arguments); got != want {
			w.t.Errorf("%s(%s): %s, want %s", list, arguments, got, want)
		}
	}
}

// What a party denies is not in force; what it had confirmed before it denied it was in force until then.
func TestADenialLeavesWhatWasConfirmedBefore(t *testing.T) {
	w := newWorld(t)
	a, b := w.organisation("A"), w.organisation("B")
	parties := []object{party(a, "NOT_ASKED"), party(b, "NOT_ASKED")}
	confirmed := w.make("proposePartnership", object{"type": "PROJECT", "validFrom": "2024-06-01", "parties": parties}, "partnership")
	w.command("confirmPartnership", object{"id": confirmed, "party": a, "confirmedAt": "2024-06-10T08:00:00Z"}, "changes { id }").good()
	w.command("confirmPartnership", object{"id": confirmed, "party": b, "confirmedAt": "2024-06-10T08:00:00Z"}, "changes { id }").good()
	w.command("denyPartnership", object{"id": confirmed, "party": b, "confirmedAt": "2025-03-01T08:00:00Z"}, "changes { id }").good()
	never := w.make("proposePartnership", object{"type": "SUPPLY", "state": "CLAIMED", "validFrom": "2024-06-01", "parties": parties}, "partnership")
	w.command("denyPartnership", object{"id": never, "party": b, "confirmedAt": "2025-03-01T08:00:00Z"}, "changes { id }").good()
	w.counts("partnerships", map[string]string{
		`asOf: "2024-08-01"`:                          "1",
		`asOf: "2024-08-01", filter: {state: ACTIVE}`: "1",
		`asOf: "2025-03-01"`:                          "0",
		`standing: ANY, filter: {state: DISPUTED}`:    "2",
	})
}

// An end on a day that nobody knows leaves the past standing: the membership held at least until it was last confirmed.
func TestAnEndOfUnknownDateDoesNotEraseThePast(t *testing.T) {
	w := newWorld(t)
	a, n := w.organisation("A"), w.network("MITTSEC", "ESTABLISHED")
	id := w.make("admitMember", object{"network": n, "member": a, "validFrom": "2024-03-15", "lastConfirmedOn": "2025-06-01"}, "membership")
	w.command("endMembership", object{"id": id}, "changes { id }").good()
	w.counts("memberships", map[string]string{
		`asOf: "2024-03-14"`:                          "0",
		`asOf: "2024-03-15"`:                          "1",
		`asOf: "2025-06-01", filter: {state: ACTIVE}`: "1",
		`asOf: "2025-06-02"`:                          "0",
		`standing: PAST, filter: {state: ENDED}`:      "1",
	})
	got := w.do(`query($id: ID!) { memberships(asOf: "2025-12-01", standing: PAST) { nodes { state unknown { field reason } } }
		node(id: $id) { ... on Membership { state } } }`, object{"id": id})
	between := object{"state": nil, "unknown": []any{object{"field": "state", "reason": "NOT_IN_SOURCE"}}}
	want := object{"memberships": object{"nodes": []any{between}}, "node": object{"state": "ENDED"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A name reads on a day as it was then.
func TestNamesReadAsTheyWereThen(t *testing.T) {
	w := newWorld(t)
	id := w.organisation("Exempel Lås AB")
	w.command("updateOrganisation", object{"id": id, "legalName": "Exempel Säkerhet AB", "renamedOn": "2025-01-10"}, "changes { id }").good()
	got := w.do(`query($id: ID!) {
		now: organisation(id: $id) { legalName }
		then: organisation(id: $id, asOf: "2025-01-09") { legalName }
		after: organisation(id: $id, asOf: "2025-01-10") { legalName }
	}`, object{"id": id})
	name := func(text string) any { return object{"legalName": text} }
	want := object{"now": name("Exempel Säkerhet AB"), "then": name("Exempel Lås AB"), "after": name("Exempel Säkerhet AB")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
