package members_test

import (
	"testing"

	"partnernet/testworld/register"
)

// Whoever is held as having left is told of once, however often a list says so, and the day on which it left is told of that membership.
func TestWhoHasLeftIsRecordedOnce(t *testing.T) {
	w := register.New(t)
	network := w.Network("MITTSEC", "PLANNED")
	byHand := w.Make("admitMember", map[string]any{"member": w.Organisation("Avslutad Prov AB"), "network": network}, "membership")
	w.Command("endMembership", map[string]any{"id": byHand}, "changes { id }").Good()
	w.Make("admitMember", map[string]any{"member": w.Organisation("I kraft AB"), "network": network}, "membership")
	const inForce = "Organisation;Status\nI kraft AB;Utträdd\n"
	const list, withDay = "Organisation;Kommun;Status\nUttåg Prov AB;Åre;Utträdd\nAvslutad Prov AB;;Utträdd\n", "Organisation;Land;Utträde\nAvslutad Prov AB;SE;2024-06-30\n"
	for _, row := range []struct{ content, want string }{
		{list, `{"rows": [{"row": 2, "verdict": "NEW"}, {"row": 3, "verdict": "SAME"}]}`},
		{list, `{"rows": [{"row": 2, "verdict": "SAME"}, {"row": 3, "verdict": "SAME"}]}`},
		{withDay, `{"rows": [{"row": 2, "verdict": "CHANGED"}]}`},
		{withDay, `{"rows": [{"row": 2, "verdict": "SAME"}]}`},
		{list, `{"rows": [{"row": 2, "verdict": "SAME"}, {"row": 3, "verdict": "SAME"}]}`},
		{inForce, `{"rows": [{"row": 2, "verdict": "CHANGED"}]}`},
		{inForce, `{"rows": [{"row": 2, "verdict": "SAME"}]}`},
	} {
		got := w.ImportMembers("lista.csv", row.content, map[string]any{"network": network}, "rows { row verdict }").Good()
		register.Expect(t, "the rows", got, row.want)
	}
	held := w.Do(`{ memberships(standing: ANY, orderBy: {field: VALID_TO}) { nodes { member { ... on Organisation { legalName } } state endStatus validTo } } }`, nil)["memberships"]
	register.Expect(t, "the memberships", held, `{"nodes": [
	  {"member": {"legalName": "Avslutad Prov AB"}, "state": "ENDED", "endStatus": "KNOWN", "validTo": "2024-06-30"},
	  {"member": {"legalName": "I kraft AB"}, "state": "ENDED", "endStatus": "ENDED_DATE_UNKNOWN", "validTo": null},
	  {"member": {"legalName": "Uttåg Prov AB"}, "state": "ENDED", "endStatus": "ENDED_DATE_UNKNOWN", "validTo": null}]}`)
}
