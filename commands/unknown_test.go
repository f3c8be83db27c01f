package commands_test

import (
	"slices"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

const reasonsAsked = `query($id: ID!) { node(id: $id) { ... on Record { unknown { field reason } } ... on Network { unknown { field reason } dataHealth { issues { kind field about { id } } } } } }`

// reasons gives the fields that a record says are not known, and those that data health says are not, as this viewer sees them.
func reasons(w register.World, id string) (fields, incomplete []any) {
	w.T.Helper()
	node := w.Do(reasonsAsked, object{"id": id})["node"].(object)
	for _, each := range node["unknown"].([]any) {
		fields = append(fields, each.(object)["field"])
	}
	if health, ok := node["dataHealth"].(object); ok {
		for _, each := range health["issues"].([]any) {
			if issue := each.(object); issue["kind"] == "INCOMPLETE" && issue["about"].(object)["id"] == id {
				incomplete = append(incomplete, issue["field"])
			}
		}
	}
	return fields, incomplete
}

// A reason why members or projects are not known is told only to those who do not see any, whatever has been written since and wherever.
func TestMembersThatAreKnownAreNotSaidToBeUnknown(t *testing.T) {
	w := register.New(t)
	network := w.Make("registerNetwork", object{"acronym": "MITTSEC", "lifecycle": "FORMING", "name": "Mitt", "country": "SE", "mission": "M",
		"unknown": unknown("memberships", "partnerships", "establishedOn")}, "network")
	lone := w.Make("registerOrganisation", object{"legalName": "Lone", "unknown": unknown("memberships", "country")}, "organisation")
	member := w.Make("registerOrganisation", object{"legalName": "Member", "sensitivity": "MEMBERS", "unknown": unknown("memberships")}, "organisation")
	membership := w.Make("admitMember", object{"member": member, "network": network, "validFrom": register.DayFrom(-30)}, "membership")
	for _, row := range []struct {
		why, record        string
		viewer             register.World
		fields, incomplete []any
	}{
		{"the network has a member", network, w, []any{"establishedOn", "partnerships"}, []any{"host", "establishedOn", "partnerships"}},
		{"whom the public does not see", network, w.As("PUBLIC"), []any{"establishedOn", "memberships", "partnerships"}, []any{"host", "establishedOn", "memberships", "partnerships"}},
		{"the member is one", member, w, nil, nil},
		{"another organisation is not", lone, w, []any{"country", "memberships"}, nil},
	} {
		fields, incomplete := reasons(row.viewer, row.record)
		if diff := cmp.Diff(row.fields, fields); diff != "" {
			t.Errorf("%s, unknown: %s", row.why, diff)
		}
		if diff := cmp.Diff(row.incomplete, incomplete); diff != "" {
			t.Errorf("%s, data health: %s", row.why, diff)
		}
	}
	w.Command("endMembership", object{"id": membership, "validTo": register.DayFrom(-1)}, "membership { id }").Good()
	if fields, _ := reasons(w, network); len(fields) != 2 {
		t.Errorf("who was a member is known, and yet %v", fields)
	}
	history := w.Do("query($id: ID!) { node(id: $id) { ... on Record { history { nodes { id } } } } }", object{"id": membership})["node"].(object)["history"].(object)["nodes"].([]any)
	for _, change := range slices.Backward(history) {
		w.Revert(change.(object)["id"].(string)).Good()
	}
	if fields, _ := reasons(w, network); len(fields) != 3 {
		t.Errorf("the member was never admitted, and yet unknown are only %v", fields)
	}
}

// A value and a reason why it is not known never stand together, whichever of them is told later.
func TestAValueAndAReasonNeverStandTogether(t *testing.T) {
	w := register.New(t)
	const known = "organisation { country unknown { field reason } }"
	id := w.Make("registerOrganisation", object{"legalName": "A", "unknown": unknown("country")}, "organisation")
	for _, step := range []struct {
		why   string
		input object
		after object
	}{
		{"the value comes to be known", object{"country": "SE"}, object{"country": "SE", "unknown": []any{}}},
		{"it was wrong, and why it is not known is told", object{"country": nil, "unknown": unknown("country")},
			object{"country": nil, "unknown": []any{object{"field": "country", "reason": "NOT_IN_SOURCE"}}}},
		{"it is known again", object{"country": "NO"}, object{"country": "NO", "unknown": []any{}}},
	} {
		step.input["id"] = id
		if diff := cmp.Diff(object{"organisation": step.after}, w.Command("updateOrganisation", step.input, known).Good()); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
	w.Command("updateOrganisation", object{"id": id, "unknown": unknown("country")}, known).Fails("BAD_INPUT", "told-and-unknown", "input.unknown")
	network := w.Make("registerNetwork", object{"acronym": "N", "lifecycle": "FORMING", "host": id}, "network")
	w.Command("updateNetwork", object{"id": network, "unknown": unknown("host")}, "network { id }").Fails("BAD_INPUT", "told-and-unknown", "input.unknown")
	w.Command("updateNetwork", object{"id": network, "host": nil, "unknown": unknown("host")}, "network { id }").Good()
}

// Only what a source tells can be unknown: a field of the record, or of a part of it that a record has one of.
func TestWhatTheRegistrySaysItselfIsNeverUnknown(t *testing.T) {
	w := register.New(t)
	for _, field := range []string{"version", "sensitivity", "id", "sources", "history", "unknown", "fieldSources", "displayName", "location.version", "nonsense", "country.nuts"} {
		w.Command("registerOrganisation", object{"legalName": "A", "unknown": unknown(field)}, "organisation { id }").Fails("BAD_INPUT", "", "input.unknown")
	}
	got := w.Command("registerOrganisation", object{"legalName": "B", "location": object{"municipality": "Nowhere"}, "unknown": unknown("location.nuts")},
		"organisation { unknown { field reason } }").Good()
	if diff := cmp.Diff(any([]any{object{"field": "location.nuts", "reason": "NOT_IN_SOURCE"}}), register.At(got, "organisation", "unknown")); diff != "" {
		t.Error(diff)
	}
}
