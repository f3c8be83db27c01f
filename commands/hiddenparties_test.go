package commands_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/testworld/register"
)

// What is told of a partnership's parties, now and in its history.
const toldOfParties = `query($id: ID!) { node(id: $id) { ... on Partnership { parties { position role confirmation party { id } } } ... on Record {
  history { nodes { action fields { name before after } } } fieldSources(fields: ["parties", "theme"]) { field value source { title } } } } }`

// A party that somebody does not see leaves nothing in a partnership's history, nor in what its sources told: both read as of the same partnership without it,
// wherever it stands among the parties, whatever is said of it, and when it comes and goes.
func TestAHiddenPartyLeavesNothingInHistory(t *testing.T) {
	w := register.New(t)
	a, b, c := w.Organisation("A"), w.Organisation("B"), w.Organisation("C")
	hidden := w.Make("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "COORDINATORS"}, "organisation")
	lists := [][]object{
		{{"party": a}, {"party": hidden}, {"party": c}},
		{{"party": c}, {"party": a, "role": "LEAD"}, {"party": hidden, "role": "SUPPLIER"}},
		{{"party": hidden}, {"party": a}, {"party": b}},
		{{"party": a}, {"party": b}},
		{{"party": a}, {"party": hidden}, {"party": b}, {"party": c}},
		{{"party": a}, {"party": b}, {"party": hidden}, {"party": c}},
		{{"party": b}, {"party": c, "role": "OTHER"}},
	}
	without := func(parties []object) []object {
		return slices.DeleteFunc(slices.Clone(parties), func(p object) bool { return p["party"] == hidden })
	}
	partnership := func(shown func([]object) []object) string {
		id := w.Make("proposePartnership", object{"type": "SUPPLY", "state": "CLAIMED", "parties": shown(lists[0])}, "partnership")
		for _, parties := range lists[1:] {
			w.Command("updatePartnership", object{"id": id, "parties": shown(parties)}, "changes { id }").Good()
		}
		return id
	}
	all := func(parties []object) []object { return parties }
	with, plain := partnership(all), partnership(without)
	public := w.As("PUBLIC")
	if diff := cmp.Diff(public.Do(toldOfParties, object{"id": plain}), public.Do(toldOfParties, object{"id": with})); diff != "" {
		t.Errorf("Something hidden shows (-without it +with it): %s", diff)
	}
	if diff := cmp.Diff(w.Do(toldOfParties, object{"id": plain}), w.Do(toldOfParties, object{"id": with})); diff == "" {
		t.Error("whoever sees the party is told nothing of it either")
	}
}

// A relation to what somebody does not see is told in no history: not even that a field was changed.
func TestARelationToSomethingHiddenLeavesNothingInHistory(t *testing.T) {
	w := register.New(t)
	seen := w.Organisation("Seen")
	hidden := w.Make("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "COORDINATORS"}, "organisation")
	unit := func(steps ...any) string {
		id := w.Make("registerOrganisation", object{"legalName": "Unit", "unitOf": steps[0]}, "organisation")
		for _, above := range steps[1:] {
			w.Command("updateOrganisation", object{"id": id, "unitOf": above}, "changes { id }").Good()
		}
		return id
	}
	with, plain := unit(hidden, seen, hidden, nil, hidden), unit(nil, seen, nil, nil, nil)
	const told = "query($id: ID!) { organisation(id: $id) { history { nodes { fields { name before after } } } } }"
	public := w.As("PUBLIC")
	fields := func(id string) []any {
		var all []any
		for _, change := range register.At(public.Do(told, object{"id": id}), "organisation", "history", "nodes").([]any) {
			all = append(all, register.At(change, "fields").([]any)...)
		}
		return all
	}
	if diff := cmp.Diff(fields(plain), fields(with)); diff != "" {
		t.Errorf("Something hidden shows (-without it +with it): %s", diff)
	}
}
