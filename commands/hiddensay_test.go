package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/testworld/register"
)

// A party that somebody does not see has no say in what they read of its partnership, whether it has not answered or denies it, nor in what they are refused: all is as of the
// same partnership without it, once those that they see have confirmed it.
func TestAHiddenPartyHasNoSayForThoseWhoDoNotSeeIt(t *testing.T) {
	k := register.NewStaffed(t)
	coordinator := k.By("COORDINATOR")
	hidden := k.Make("registerOrganisation", object{"legalName": "Dold AB", "audience": object{"class": "COORDINATORS", "networks": []string{"N"}}}, "organisation")
	for _, entered := range []string{"PROPOSED", "CLAIMED"} {
		partnership := func(also ...object) string {
			return k.Make("proposePartnership", object{"type": "SUPPLY", "state": entered, "validFrom": register.DayFrom(-5),
				"parties": append([]object{{"party": k.Ours}, {"party": k.Theirs}}, also...)}, "partnership")
		}
		with, without := partnership(object{"party": hidden}), partnership()
		shown := func(id string) object {
			t.Helper()
			told := coordinator.Do(`query($id: ID!) { partnership(id: $id) { state stateBeforeEnd parties { confirmation } }
				inForce: partnerships(filter: {id: [$id]}) { totalCount } active: partnerships(filter: {id: [$id], state: [ACTIVE]}, standing: ANY) { totalCount }
				proposed: partnerships(filter: {id: [$id], state: [PROPOSED]}, standing: ANY) { totalCount } }`, object{"id": id})
			for _, state := range []string{"ACTIVE", "CLAIMED", "PROPOSED"} {
				a := coordinator.Command("updatePartnership", object{"id": id, "state": state, "dryRun": true}, "partnership { state } changes { fields { name } }")
				told[state] = []any{a.Data, a.Errors}
			}
			told["ended"] = coordinator.Command("endPartnership", object{"id": id, "validTo": register.DayFrom(0), "dryRun": true}, "partnership { state stateBeforeEnd }").Good()
			return told
		}
		alike := func(when string) {
			t.Helper()
			if diff := cmp.Diff(shown(without), shown(with)); diff != "" {
				t.Errorf("entered as %s, %s (-without the hidden party +with it): %s", entered, when, diff)
			}
		}
		for _, id := range []string{with, without} {
			for _, party := range []string{k.Ours, k.Theirs} {
				k.Command("confirmPartnership", object{"id": id, "party": party}, "changes { id }").Good()
			}
		}
		alike("not answered")
		coordinator.Command("updatePartnership", object{"id": with, "state": "PAUSED", "dryRun": true}, "changes { id }").Fails("CONFLICT", "unseen-stands-against", "input.state")
		k.Command("denyPartnership", object{"id": with, "party": hidden}, "changes { id }").Good()
		alike("denied")
		k.Command("confirmPartnership", object{"id": with, "party": hidden}, "changes { id }").Good()
		alike("confirmed")
	}
}
