package graph_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/testworld/register"
)

// A party that the viewer may not see has no say in where a partnership stands: not while it holds, nor in what is in doubt, nor once it has ended.
func TestAHiddenPartyDeniesForThoseAloneWhoSeeIt(t *testing.T) {
	w := register.New(t)
	a, c := w.Organisation("A"), w.Organisation("C")
	hidden := w.Make("registerOrganisation", map[string]any{"legalName": "H", "sensitivity": "COORDINATORS"}, "organisation")
	propose := func(parties ...string) string {
		var all []any
		for _, party := range parties {
			all = append(all, map[string]any{"party": party})
		}
		return w.Make("proposePartnership", map[string]any{"type": "SUPPLY", "state": "CLAIMED", "validFrom": register.DayFrom(-100), "parties": all}, "partnership")
	}
	for why, end := range map[string]map[string]any{"it goes on": nil, "it ended nobody knows when": {}, "it has ended": {"validTo": register.DayFrom(-1)}} {
		denied, plain := propose(c, hidden, a), propose(c, a)
		w.Command("denyPartnership", map[string]any{"id": denied, "party": hidden}, "command").Good()
		if state := shownOf(w, denied)["partnership"].(map[string]any)["state"]; state != "DISPUTED" {
			t.Errorf("%s: who sees the party that denies it is told %v", why, state)
		}
		for _, id := range []string{denied, plain} {
			if end != nil {
				w.Command("endPartnership", register.Merged(end, map[string]any{"id": id}), "command").Good()
			}
		}
		public := w.As("PUBLIC")
		if diff := cmp.Diff(shownOf(public, plain), shownOf(public, denied)); diff != "" {
			t.Errorf("%s: the denial shows: %s", why, diff)
		}
	}
}

// shownOf gives what is shown of a partnership: where it stands, which lists have it, and whether it is in doubt.
func shownOf(w register.World, id string) map[string]any {
	w.T.Helper()
	shown := w.Do(`query($id: ID!, $day: Date!) {
	partnership(id: $id) { state stateBeforeEnd }
	before: partnership(id: $id, asOf: $day) { state }
	inForce: partnerships(filter: {id: [$id]}) { totalCount }
	disputed: partnerships(filter: {id: [$id], state: [DISPUTED]}, standing: ANY) { totalCount }
	dataHealth { issues(first: 100) { kind about { id } } }
}`, map[string]any{"id": id, "day": register.DayFrom(-50)})
	issues := register.At(shown, "dataHealth", "issues").([]any)
	shown["dataHealth"] = slices.ContainsFunc(issues, func(issue any) bool {
		return register.At(issue, "kind") == "UNVERIFIED" && register.At(issue, "about", "id") == id
	})
	return shown
}
