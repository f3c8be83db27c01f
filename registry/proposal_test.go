package registry_test

import (
	"testing"

	"partnernet/fault"
	"partnernet/registry"
)

func TestProposalStateOf(t *testing.T) {
	for _, row := range []struct {
		says []registry.Confirmation
		want registry.ProposalState
	}{
		{[]registry.Confirmation{registry.PartyConfirmed, registry.PartyAsked}, registry.ProposalOpen},
		{[]registry.Confirmation{registry.PartyConfirmed, registry.PartyConfirmed}, registry.ProposalConfirmed},
		{[]registry.Confirmation{registry.PartyConfirmed, registry.PartyConfirmed, registry.PartyAsked}, registry.ProposalOpen},
		{[]registry.Confirmation{registry.PartyConfirmed, registry.PartyDenied, registry.PartyAsked}, registry.ProposalDeclined},
	} {
		if got := registry.ProposalStateOf(row.says); got != row.want {
			t.Errorf("%v: %s, want %s", row.says, got, row.want)
		}
	}
}

func TestCheckProposalOpen(t *testing.T) {
	if err := registry.CheckProposalOpen(registry.ProposalOpen); err != nil {
		t.Error(err)
	}
	for _, state := range []registry.ProposalState{registry.ProposalConfirmed, registry.ProposalDeclined, registry.ProposalWithdrawn} {
		if err := registry.CheckProposalOpen(state); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("%s: %v", state, err)
		}
	}
}

func TestProposalAudience(t *testing.T) {
	both := registry.AudienceOf(registry.Coordinators, "m", "n")
	for _, row := range []struct {
		why      string
		named    registry.Audience
		networks []string
		want     registry.Audience
	}{
		{"what everybody sees", registry.ForEveryone, []string{"m", "n"}, both},
		{"what members of all see", registry.ForMembers, []string{"m", "n"}, both},
		{"what is shared", registry.AudienceOf(registry.Members, "m", "n", "o"), []string{"m", "n"}, both},
		{"what one network does not see", registry.AudienceOf(registry.Members, "m"), []string{"m", "n"}, registry.ForNobody},
		{"what nobody sees", registry.ForNobody, []string{"m", "n"}, registry.ForNobody},
	} {
		if got := registry.ProposalAudience(row.named, row.networks); got != row.want {
			t.Errorf("%s: %s, want %s", row.why, got, row.want)
		}
	}
}
