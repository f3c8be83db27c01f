package registry

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"partnernet/fault"
)

func TestPartnershipState(t *testing.T) {
	type said []Confirmation
	for _, row := range []struct {
		said said
		held RelationState
		want RelationState
		why  string
	}{
		{said{PartyNotAsked, PartyNotAsked}, Proposed, Proposed, "nobody has been asked"},
		{said{PartyConfirmed, PartyAsked}, Proposed, Proposed, "one of two is not enough"},
		{said{PartyConfirmed, PartyNotAsked}, Claimed, Claimed, "what a source claims stays a claim until every party has spoken"},
		{said{PartyConfirmed, PartyConfirmed}, Proposed, Active, "every party"},
		{said{PartyConfirmed, PartyConfirmed, PartyAsked}, Proposed, Proposed, "two of three are not every party"},
		{said{PartyConfirmed, PartyConfirmed}, Claimed, Active, "a claim that every party confirms"},
		{said{PartyConfirmed, PartyConfirmed}, Disputed, Active, "who denied it confirms it now"},
		{said{PartyDenied, PartyConfirmed}, Active, Disputed, "one denial disputes it"},
		{said{PartyDenied, PartyConfirmed}, Paused, Disputed, "also while it rests"},
		{said{PartyConfirmed, PartyAsked}, Disputed, Claimed, "nobody denies it any more, and one says that it exists"},
		{said{PartyConfirmed, PartyConfirmed}, Paused, Paused, "confirming what rests does not wake it"},
		{said{PartyDenied, PartyDenied}, Ended, Ended, "what is over stays over"},
		{said{PartyConfirmed, PartyConfirmed}, Ended, Ended, "what is over stays over"},
	} {
		if got := PartnershipState(row.said, row.held); got != row.want {
			t.Errorf("%v, held %s (%s): got %s, want %s", row.said, row.held, row.why, got, row.want)
		}
	}
}

// A partnership becomes active only by every party's word, and never while one denies it; it does not matter who said what.
func TestActiveOnlyByEveryPartysWord(t *testing.T) {
	states := []RelationState{Proposed, Claimed, Active, Paused, Disputed}
	answers := []Confirmation{PartyNotAsked, PartyAsked, PartyConfirmed, PartyDenied}
	rapid.Check(t, func(t *rapid.T) {
		held := rapid.SampledFrom(states).Draw(t, "held")
		said := rapid.SliceOfN(rapid.SampledFrom(answers), 2, 5).Draw(t, "said")
		every, denied := true, false
		for _, c := range said {
			every, denied = every && c == PartyConfirmed, denied || c == PartyDenied
		}
		got := PartnershipState(said, held)
		if (got == Active || got == Paused) && !every || (got == Disputed) != denied {
			t.Fatalf("%v, held %s: got %s", said, held, got)
		}
		if again := PartnershipState(rapid.Permutation(said).Draw(t, "in another order"), held); again != got {
			t.Fatalf("%v, held %s: got %s, in another order %s", said, held, got, again)
		}
	})
}

func TestCheckParties(t *testing.T) {
	for _, row := range []struct {
		parties []string
		legal   bool
		why     string
	}{
		{[]string{"a", "b"}, true, "two"},
		{[]string{"a", "b", "c"}, true, "more than two"},
		{[]string{"a"}, false, "alone"},
		{nil, false, "nobody"},
		{[]string{"a", "a"}, false, "with itself"},
		{[]string{"a", "b", "a"}, false, "one of them twice: whose word would count?"},
	} {
		checkRule(t, row.why, CheckParties(row.parties), row.legal, fault.BadInput, RuleParties)
	}
}

func TestCheckProposal(t *testing.T) {
	for _, row := range []struct {
		state RelationState
		said  []Confirmation
		legal bool
		why   string
	}{
		{Proposed, []Confirmation{PartyNotAsked, PartyAsked}, true, "a proposal"},
		{Claimed, []Confirmation{PartyNotAsked, PartyNotAsked}, true, "a source says that it exists"},
		{Active, []Confirmation{PartyNotAsked, PartyNotAsked}, false, "only its parties make it active"},
		{Ended, []Confirmation{PartyNotAsked, PartyNotAsked}, false, "it is ended by a command of its own"},
		{Proposed, []Confirmation{PartyConfirmed, PartyNotAsked}, false, "what a party says has a ground of its own"},
		{Proposed, []Confirmation{PartyAsked, PartyDenied}, false, "what a party says has a ground of its own"},
	} {
		checkRule(t, row.why, CheckProposal(row.state, row.said), row.legal, fault.BadInput, RuleProposal)
	}
}

func TestCheckCounterparts(t *testing.T) {
	checkRule(t, "two networks", CheckCounterparts("a", "b"), true, fault.BadInput, RuleCounterpart)
	checkRule(t, "one", CheckCounterparts("a", "a"), false, fault.BadInput, RuleCounterpart)
	checkRule(t, "either side", CheckAcross("SE", "NO"), true, fault.BadInput, RuleAcross)
	checkRule(t, "one side", CheckAcross("SE", "SE"), false, fault.BadInput, RuleAcross)
	checkRule(t, "nobody knows where", CheckAcross("", ""), true, fault.BadInput, RuleAcross)
}

// checkRule asks that a rule accepts what is legal, and refuses what is not by its code and name.
func checkRule(t *testing.T, why string, err error, legal bool, code fault.Code, rule string) {
	t.Helper()
	var broken *fault.Fault
	switch {
	case legal && err != nil:
		t.Errorf("%s: got %v, want no fault", why, err)
	case !legal && (!errors.As(err, &broken) || broken.Code != code || broken.Rule != rule):
		t.Errorf("%s: got %#v, want %s by rule %q", why, err, code, rule)
	}
}
