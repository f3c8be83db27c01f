package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckIntroduction(t *testing.T) {
	for _, row := range []struct {
		organisation string
		before       []IntroductionState
		code         fault.Code
		rule         string
		why          string
	}{
		{"b", nil, "", "", "for the first time"},
		{"b", []IntroductionState{NotAccepted}, "", "", "one declined; times change"},
		{"a", nil, fault.BadInput, RuleOwnOffer, "nobody needs to be introduced to themselves"},
		{"b", []IntroductionState{Suggested}, fault.Conflict, RuleIntroducedAlready, "it is being asked already"},
		{"b", []IntroductionState{NotAccepted, ToPartners}, fault.Conflict, RuleIntroducedAlready, "they are partners"},
	} {
		checkRule(t, row.why, CheckIntroduction("a", row.organisation, row.before), row.rule == "", row.code, row.rule)
	}
}

func TestCheckStep(t *testing.T) {
	legal := map[[2]IntroductionState]string{
		{Suggested, Introduced}:   "both accept",
		{Suggested, ToPartners}:   "they had found each other",
		{Suggested, NotAccepted}:  "one does not want to",
		{Introduced, ToPartners}:  "something came of it",
		{Introduced, NotAccepted}: "nothing came of it",
	}
	all := []IntroductionState{Suggested, Introduced, ToPartners, NotAccepted}
	for _, held := range all {
		for _, next := range all {
			why, may := legal[[2]IntroductionState{held, next}]
			if !may {
				why = string(held + " to " + next)
			}
			checkRule(t, why, CheckStep(held, next), may, fault.Conflict, RuleIntroductionState)
		}
	}
}

func TestCheckIntroducedParties(t *testing.T) {
	for _, row := range []struct {
		introduced []string
		legal      bool
		why        string
	}{
		{[]string{"a", "b"}, true, "the two, and a third"},
		{[]string{"b"}, true, "the need is a target group's"},
		{[]string{"a", "d"}, false, "one of the two is missing"},
	} {
		checkRule(t, row.why, CheckIntroducedParties([]string{"a", "b", "c"}, row.introduced), row.legal, fault.BadInput, RuleIntroducedParties)
	}
}

func TestByPartnership(t *testing.T) {
	for _, row := range []struct {
		state RelationState
		want  IntroductionState
		why   string
	}{
		{Proposed, Introduced, "it may yet come to nothing"},
		{Claimed, ToPartners, "a source says that it exists"},
		{Active, ToPartners, "every party says so"},
		{Paused, ToPartners, "it came about, and rests"},
		{Ended, ToPartners, "it came about, and is over"},
		{Disputed, Introduced, "a party says that there is none"},
	} {
		if got := ByPartnership(row.state); got != row.want {
			t.Errorf("%s: got %s, want %s", row.why, got, row.want)
		}
	}
}
