package registry

import (
	"testing"

	"pgregory.net/rapid"

	"partnernet/fault"
)

func TestStateByConditions(t *testing.T) {
	general := Condition{GeneralTerms, ConditionOpen}
	financing := func(status ConditionStatus) Condition { return Condition{OtherFinancing, status} }
	for _, row := range []struct {
		conditions []Condition
		want       AwardState
		why        string
	}{
		{[]Condition{financing(ConditionOpen), general}, AwardConditional, "the founding award: the other application is not decided"},
		{[]Condition{financing(ConditionUnknown)}, AwardConditional, "not known to be met"},
		{[]Condition{financing(ConditionMet), general}, AwardEffective, "general terms never hold an award back"},
		{[]Condition{financing(ConditionWaived)}, AwardEffective, "no longer asked for"},
		{[]Condition{financing(ConditionMet), financing(ConditionOpen)}, AwardConditional, "every one must be met"},
		{[]Condition{financing(ConditionOpen), financing(ConditionNotMet)}, AwardLapsed, "one failed is enough"},
		{[]Condition{{Reporting, ConditionNotMet}}, AwardEffective, "a report missed leads to recovery, the award had taken effect"},
		{nil, AwardEffective, "nothing to wait for"},
	} {
		if got := StateByConditions(row.conditions); got != row.want {
			t.Errorf("%s: got %s, want %s", row.why, got, row.want)
		}
	}
}

func TestCheckAwardState(t *testing.T) {
	financing := func(statuses ...ConditionStatus) []Condition {
		var all []Condition
		for _, status := range statuses {
			all = append(all, Condition{OtherFinancing, status})
		}
		return all
	}
	for _, row := range []struct {
		held       AwardState
		conditions []Condition
		legal      bool
		why        string
	}{
		{AwardEffective, financing(ConditionMet), true, "in effect, and every suspensive condition met"},
		{AwardEffective, financing(ConditionMet, ConditionOpen), false, "in effect before every suspensive condition is met"},
		{AwardEffective, []Condition{{GeneralTerms, ConditionOpen}}, true, "general terms hold nothing back"},
		{AwardConditional, financing(ConditionOpen), true, "waits"},
		{AwardConditional, financing(ConditionWaived), false, "waits for nothing"},
		{AwardConditional, financing(ConditionNotMet), false, "waits for what has failed"},
		{AwardLapsed, financing(ConditionNotMet), true, "lapsed with its condition"},
		{AwardPartlyPaid, financing(ConditionMet), true, "paid on from effective"},
		{AwardPartlyPaid, financing(ConditionNotMet), false, "what is partly paid can still lapse"},
		{AwardFinalPaid, financing(ConditionNotMet), true, "paid in full: it stays so"},
	} {
		checkRule(t, row.why, CheckAwardState(row.held, row.conditions), row.legal, fault.Conflict, RuleAwardState)
	}
	for _, row := range []struct {
		held        AwardState
		application ApplicationState
		legal       bool
	}{
		{AwardEffective, ApplicationGranted, true}, {AwardConditional, ApplicationWithdrawn, false}, {AwardEffective, ApplicationRejected, false},
		{AwardLapsed, ApplicationWithdrawn, true}, {AwardPartlyPaid, ApplicationWithdrawn, true},
	} {
		checkRule(t, string(row.held)+" of one "+string(row.application), CheckAwardApplication(row.held, row.application), row.legal, fault.Conflict, RuleAwardState)
	}
}

// The order in which conditions are listed decides nothing.
func TestStateByConditionsIgnoresOrder(t *testing.T) {
	types := rapid.SampledFrom([]ConditionType{OtherFinancing, GeneralTerms, Reporting})
	statuses := rapid.SampledFrom([]ConditionStatus{ConditionOpen, ConditionMet, ConditionNotMet, ConditionWaived, ConditionUnknown})
	rapid.Check(t, func(t *rapid.T) {
		conditions := rapid.SliceOf(rapid.Custom(func(t *rapid.T) Condition {
			return Condition{types.Draw(t, "type"), statuses.Draw(t, "status")}
		})).Draw(t, "conditions")
		shuffled := rapid.Permutation(conditions).Draw(t, "shuffled")
		if a, b := StateByConditions(conditions), StateByConditions(shuffled); a != b {
			t.Fatalf("%s, shuffled %s", a, b)
		}
	})
}

func TestProgress(t *testing.T) {
	for _, row := range []struct {
		actual, target int
		want           float64
		known          bool
		why            string
	}{
		{0, 5, 0, true, "nothing delivered yet"},
		{2, 5, 0.4, true, "two of five reports"},
		{6, 5, 1.2, true, "more than was promised"},
		{3, 0, 0, false, "no share of nothing"},
	} {
		got, known := Progress(row.actual, row.target)
		if known != row.known || got != row.want {
			t.Errorf("%s: got %v, %v; want %v", row.why, got, known, row.want)
		}
	}
}
