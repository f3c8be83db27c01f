package registry

import (
	"testing"
	"time"

	"cloud.google.com/go/civil"

	"partnernet/fault"
)

func TestCorrectedOutcome(t *testing.T) {
	for _, row := range []struct {
		was, is    DecisionOutcome
		held, want ApplicationState
		legal      bool
		why        string
	}{
		{"GRANTED", "PARTLY_GRANTED", ApplicationGranted, ApplicationPartlyGranted, true, "the application follows"},
		{"REJECTED", "GRANTED", ApplicationRejected, ApplicationGranted, true, "also back"},
		{"GRANTED", "REJECTED", ApplicationWithdrawn, ApplicationWithdrawn, true, "something else has moved it since"},
		{"GRANTED", "DEFERRED", ApplicationGranted, ApplicationGranted, false, "nobody knows where it stood before"},
		{"DEFERRED", "GRANTED", ApplicationApplied, ApplicationGranted, true, "as a decision that is recorded"},
		{"DEFERRED", "GRANTED", ApplicationRejected, ApplicationGranted, false, "which a closed application does not follow"},
		{"DEFERRED", "REVOKED", ApplicationApplied, ApplicationApplied, true, "neither moves it"},
	} {
		state, err := CorrectedOutcome(row.was, row.is, row.held)
		if state != row.want || (err == nil) != row.legal {
			t.Errorf("%s to %s of %s: got %s, %v; %s", row.was, row.is, row.held, state, err, row.why)
		}
	}
}

func TestStateByCorrection(t *testing.T) {
	financing := func(s ConditionStatus) []Condition { return []Condition{{OtherFinancing, s}} }
	for _, row := range []struct {
		held, want    AwardState
		before, after []Condition
		rule          string
		why           string
	}{
		{AwardLapsed, AwardConditional, financing(ConditionNotMet), financing(ConditionOpen), "", "it had lapsed by its conditions"},
		{AwardLapsed, AwardLapsed, financing(ConditionOpen), financing(ConditionMet), "", "it had lapsed with its application"},
		{AwardEffective, AwardConditional, financing(ConditionMet), financing(ConditionOpen), "", "the condition holds it up again"},
		{AwardPartlyPaid, AwardPartlyPaid, financing(ConditionMet), financing(ConditionOpen), RuleFollowed, "money was paid"},
		{AwardPartlyPaid, AwardPartlyPaid, financing(ConditionMet), financing(ConditionWaived), "", "it is in effect as before"},
		{AwardPartlyPaid, AwardPartlyPaid, financing(ConditionOpen), financing(ConditionOpen), "", "it was paid before the condition was settled, and nothing changes"},
		{AwardPartlyPaid, AwardLapsed, financing(ConditionMet), financing(ConditionNotMet), "", "it lapses, and what was paid was paid before"},
		{AwardFinalPaid, AwardFinalPaid, financing(ConditionMet), financing(ConditionNotMet), RuleFollowed, "all was paid"},
		{AwardFinalPaid, AwardFinalPaid, []Condition{{Reporting, ConditionOpen}}, financing(ConditionOpen), RuleFollowed, "it is of another kind, and open"},
		{AwardRecovered, AwardRecovered, financing(ConditionMet), financing(ConditionNotMet), "", "it was paid back"},
	} {
		if got, err := StateByCorrection(row.held, row.before, row.after); got != row.want || broken(err) != row.rule {
			t.Errorf("%s: got %s, %v, want %s; %s", row.held, got, err, row.want, row.why)
		}
	}
}

func TestStateByPayments(t *testing.T) {
	paid := func(kind PaymentType, units int64) Payment { return Payment{Type: kind, Amount: Money{units, "SEK"}} }
	final, part, back := paid(PaymentFinal, 5), paid(PaymentInterim, 5), paid(PaymentRecovery, 5)
	for _, row := range []struct {
		held, want    AwardState
		before, after []Payment
		why           string
	}{
		{AwardFinalPaid, AwardPartlyPaid, []Payment{final}, []Payment{part}, "it was not the last"},
		{AwardPartlyPaid, AwardRecovered, []Payment{part, part, back}, []Payment{part, back}, "all is back"},
		{AwardLapsed, AwardLapsed, []Payment{final}, []Payment{part}, "it had lapsed"},
		{AwardFinalPaid, AwardFinalPaid, []Payment{part}, []Payment{part}, "a source says so, not the payments"},
	} {
		if got := StateByPayments(row.held, row.before, row.after); got != row.want {
			t.Errorf("%s: got %s, want %s; %s", row.held, got, row.want, row.why)
		}
	}
}

func TestRulesOfCorrections(t *testing.T) {
	today := civil.Date{Year: 2026, Month: time.March, Day: 2}
	tomorrow := today.AddDays(1)
	checkRule(t, "over with its last day", CheckEnded(Ended, &today, today), true, fault.BadInput, RuleEnded)
	checkRule(t, "over before it", CheckEnded(Ended, &tomorrow, today), false, fault.BadInput, RuleEnded)
	checkRule(t, "a day to come", CheckEnded(Active, &tomorrow, today), true, fault.BadInput, RuleEnded)
	checkRule(t, "done on a day", CheckFulfilled(ObligationFulfilled, &today), true, fault.BadInput, RuleFulfilled)
	checkRule(t, "open, and done on a day", CheckFulfilled(ObligationOpen, &today), false, fault.BadInput, RuleFulfilled)
	dependent := []SettledAward{{ID: "a", Conditions: []SettledCondition{{Condition: Condition{OtherFinancing, ConditionMet}, DependsOn: []string{"x"}}}}}
	checkRule(t, "nothing was decided", CheckNothingFollowed("x", Pending, dependent), true, fault.Conflict, RuleFollowed)
	checkRule(t, "a condition was met by it", CheckNothingFollowed("x", Secured, dependent), false, fault.Conflict, RuleFollowed)
	checkRule(t, "by another", CheckNothingFollowed("y", Secured, dependent), true, fault.Conflict, RuleFollowed)
	checkRule(t, "its award lapsed with it", CheckNothingFollowed("x", Failed, []SettledAward{{Application: "x", State: AwardLapsed}}), false, fault.Conflict, RuleFollowed)
}
