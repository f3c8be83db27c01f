package commands_test

import (
	"strings"
	"testing"

	"partnernet/testworld/register"
)

// What something rests on is not taken back. Who does not see that is told no more than that and whom to ask; what they see of it is named as if there were nothing else.
func TestWhatSomethingHiddenRestsOnIsNotTakenBack(t *testing.T) {
	k := register.NewStaffed(t)
	newTheme(k.World, "energy", "")
	coordinator := k.By("COORDINATOR")
	registered := coordinator.Command("registerOrganisation", object{"legalName": "Vilar AB"}, "organisation { id } command").Good()
	id, back := register.At(registered, "organisation", "id"), object{"command": registered["command"], "dryRun": true}
	coordinator.Command("revertCommand", back, "changes { id }").Good()
	need := func(audience object) string {
		return k.Make("recordNeed", object{"statement": "Reservkraft", "stakeholder": id, "theme": object{"code": "energy"}, "audience": audience}, "need")
	}
	need(object{"class": "COORDINATORS", "networks": []string{"N"}})
	coordinator.Command("revertCommand", back, "changes { id }").Fails("CONFLICT", "unseen-stands-against", "input.command")
	k.Command("revertCommand", back, "changes { id }").Fails("CONFLICT", "change-overtaken", "input.command")

	seen := need(object{"class": "PUBLIC"})
	need(object{"class": "COORDINATORS", "networks": []string{"N"}})
	refused := coordinator.Command("revertCommand", back, "changes { id }")
	refused.Fails("CONFLICT", "change-overtaken", "input.command")
	named := k.Do("query($id: ID!) { node(id: $id) { ... on Need { history { nodes { id } } } } }", object{"id": seen})
	if change := register.At(named, "node", "history", "nodes", 0, "id").(string); len(refused.Errors) == 1 && !strings.Contains(refused.Errors[0].Message, change) {
		t.Errorf("%q does not name the change that they see", refused.Errors[0].Message)
	}
}
