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

func TestDaysOfAnIntroduction(t *testing.T) {
	on := &Date{Year: 2026, Month: 2, Day: 1}
	for _, row := range []struct {
		state               IntroductionState
		introduced, settled *Date
		introducedOn        bool // may be told
		settledOn           bool
		why                 string
	}{
		{Suggested, nil, nil, true, true, "only suggested"},
		{Suggested, on, on, false, false, "only suggested, and yet brought together and settled"},
		{Introduced, on, nil, true, true, "brought together"},
		{Introduced, on, on, true, false, "still open, and yet settled"},
		{ToPartners, on, on, true, true, "a partnership came of it"},
		{ToPartners, nil, nil, true, true, "nobody knows when"},
		{NotAccepted, nil, on, true, true, "declined before they met"},
	} {
		checkRule(t, row.why, CheckIntroducedOn(row.state, row.introduced), row.introducedOn, fault.BadInput, RuleIntroductionDays)
		checkRule(t, row.why, CheckSettledOn(row.state, row.settled), row.settledOn, fault.BadInput, RuleIntroductionDays)
	}
}

func TestCheckCameOf(t *testing.T) {
	for _, row := range []struct {
		state       IntroductionState
		partnership RelationState // "" for none
		legal       bool
		why         string
	}{
		{Suggested, "", true, "only suggested"},
		{Introduced, "", true, "nothing has come of it yet"},
		{Introduced, Proposed, true, "a partnership is proposed"},
		{Introduced, Disputed, true, "a party denies it"},
		{ToPartners, Claimed, true, "a source says that it exists"},
		{ToPartners, Active, true, "every party says so"},
		{ToPartners, Ended, true, "it came about, and is over"},
		{Introduced, Ended, true, "it ended as a proposal"},
		{NotAccepted, Proposed, true, "declined after it was proposed"},
		{NotAccepted, Active, true, "declined, and they came together later"},
		{ToPartners, "", false, "a partnership came of it, and there is none"},
		{ToPartners, Proposed, false, "it is only proposed"},
		{ToPartners, Disputed, false, "a party denies it"},
		{Introduced, Active, false, "a partnership came of it"},
		{Suggested, Proposed, false, "who propose a partnership have been brought together"},
		{Suggested, Ended, false, "who had a partnership have been brought together"},
	} {
		checkRule(t, row.why, CheckCameOf(row.state, row.partnership), row.legal, fault.Conflict, RuleCameOf)
	}
}
