package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckOutcome(t *testing.T) {
	for _, row := range []struct {
		held, outcome ApplicationState
		want, why     string
	}{
		{ApplicationApplied, ApplicationGranted, "", "it is decided"},
		{ApplicationApplied, ApplicationWithdrawn, "", "the applicant changed their mind"},
		{ApplicationDraft, ApplicationRejected, "", "the registry did not hear that it was submitted"},
		{ApplicationGranted, ApplicationWithdrawn, "", "the money is not wanted any more"},
		{ApplicationPartlyGranted, ApplicationRejected, "", "the decision was undone on appeal"},
		{ApplicationPartlyGranted, ApplicationGranted, "", "the rest was granted too"},
		{ApplicationGranted, ApplicationGranted, RuleOutcome, "it was said already"},
		{ApplicationGranted, ApplicationPartlyGranted, RuleOutcome, "a grant does not shrink by being recorded again"},
		{ApplicationRejected, ApplicationGranted, RuleOutcome, "awards that lapsed with it do not come back by themselves"},
		{ApplicationWithdrawn, ApplicationRejected, RuleOutcome, "there is nothing to turn down"},
	} {
		if got := broken(CheckOutcome(row.held, row.outcome)); got != row.want {
			t.Errorf("%s: got %q, want %q", row.why, got, row.want)
		}
	}
}

func TestWhatComesAfterAnApplicationThatWaits(t *testing.T) {
	for _, row := range []struct {
		earlier, state ApplicationState
		after          bool
		why            string
	}{
		{ApplicationApplied, ApplicationGranted, true, "it is decided"},
		{ApplicationApplied, ApplicationWithdrawn, true, "the applicant changed their mind"},
		{ApplicationDraft, ApplicationApplied, true, "it is submitted"},
		{ApplicationDraft, ApplicationRejected, true, "nobody told that it was submitted"},
		{ApplicationApplied, ApplicationApplied, false, "it waits as before"},
		{ApplicationApplied, ApplicationDraft, false, "an earlier source is heard late"},
		{ApplicationApplied, "", false, "nothing is told"},
		{ApplicationGranted, ApplicationRejected, false, "two sources disagree, or the grant fell: somebody has to judge"},
		{"", ApplicationGranted, false, "nothing is held that it could come after"},
	} {
		if got := row.state.ComesAfter(row.earlier); got != row.after {
			t.Errorf("%s: %t", row.why, got)
		}
	}
}

func TestCheckDecided(t *testing.T) {
	const granted, partly, rejected, deferred, revoked = DecisionOutcome("GRANTED"), DecisionOutcome("PARTLY_GRANTED"), DecisionOutcome("REJECTED"), DecisionOutcome("DEFERRED"), DecisionOutcome("REVOKED")
	for _, row := range []struct {
		state   ApplicationState
		decided []DecisionOutcome
		legal   bool
		why     string
	}{
		{ApplicationGranted, nil, true, "decided, and the registry has not the decision"},
		{ApplicationDraft, nil, true, "not decided"},
		{ApplicationGranted, []DecisionOutcome{granted}, true, "as decided"},
		{ApplicationGranted, []DecisionOutcome{partly, granted}, true, "the rest was granted too"},
		{ApplicationGranted, []DecisionOutcome{partly}, true, "the rest was granted too, and the registry has not that decision"},
		{ApplicationRejected, []DecisionOutcome{granted}, true, "the grant fell, and the registry has not that decision"},
		{ApplicationWithdrawn, []DecisionOutcome{granted}, true, "the money is not wanted any more"},
		{ApplicationWithdrawn, []DecisionOutcome{rejected}, true, "withdrawn before a decision that turned out to be another"},
		{ApplicationApplied, []DecisionOutcome{deferred}, true, "put off decides nothing"},
		{ApplicationApplied, []DecisionOutcome{granted, revoked}, true, "nobody knows how it stands after what was taken back"},
		{ApplicationGranted, []DecisionOutcome{rejected}, false, "the one says the opposite of the other"},
		{ApplicationGranted, []DecisionOutcome{deferred, rejected}, false, "put off explains nothing"},
		{ApplicationRejected, []DecisionOutcome{rejected}, true, "as decided"},
		{ApplicationPartlyGranted, []DecisionOutcome{granted}, false, "a grant does not shrink by itself"},
		{ApplicationApplied, []DecisionOutcome{granted}, true, "what came of it is not recorded yet"},
		{ApplicationDraft, []DecisionOutcome{rejected}, false, "what is decided is no draft"},
	} {
		checkRule(t, row.why, CheckDecided(row.state, row.decided), row.legal, fault.Conflict, RuleDecided)
	}
}

func TestCheckAwardProject(t *testing.T) {
	for _, row := range []struct {
		project, applied string
		legal            bool
		why              string
	}{
		{"p", "p", true, "for the project of the application"},
		{"p", "q", false, "money for another project than was applied for"},
		{"", "q", true, "nobody knows for which project"},
		{"p", "", true, "nobody knows for which project it was applied"},
	} {
		checkRule(t, row.why, CheckAwardProject(row.project, row.applied), row.legal, fault.Conflict, RuleAwardProject)
	}
}

func TestCheckSubmitted(t *testing.T) {
	submitted := Date{Year: 2024, Month: 1, Day: 1}
	for _, row := range []struct {
		state ApplicationState
		on    *Date
		want  string
		why   string
	}{
		{ApplicationApplied, &submitted, "", "submitted on a day"},
		{ApplicationApplied, nil, "", "on a day that nobody knows"},
		{ApplicationDraft, nil, "", "not submitted"},
		{ApplicationDraft, &submitted, RuleDraftSubmitted, "a draft is not submitted"},
	} {
		if got := broken(CheckSubmitted(row.state, row.on)); got != row.want {
			t.Errorf("%s: got %q, want %q", row.why, got, row.want)
		}
	}
}

func TestDecisionOutcome(t *testing.T) {
	for _, row := range []struct {
		outcome DecisionOutcome
		state   ApplicationState
		follows bool
		awards  string
		why     string
	}{
		{"GRANTED", ApplicationGranted, true, "", "it grants"},
		{"PARTLY_GRANTED", ApplicationPartlyGranted, true, "", "it grants something"},
		{"REJECTED", ApplicationRejected, true, RuleDecisionAward, "it grants nothing"},
		{"DEFERRED", "", false, RuleDecisionAward, "nothing is decided yet"},
		{"REVOKED", "", false, RuleDecisionAward, "it takes back"},
	} {
		if state, follows := row.outcome.State(); state != row.state || follows != row.follows {
			t.Errorf("%s: got %s, %t", row.why, state, follows)
		}
		if got := broken(row.outcome.CheckAwards(1)); got != row.awards {
			t.Errorf("%s: one award: got %q, want %q", row.why, got, row.awards)
		}
		if err := row.outcome.CheckAwards(0); err != nil {
			t.Errorf("%s: no award: %v", row.why, err)
		}
	}
}

func TestCheckUnsettled(t *testing.T) {
	for status, want := range map[ConditionStatus]string{
		ConditionOpen: "", ConditionUnknown: "", ConditionMet: RuleConditionSettled, ConditionNotMet: RuleConditionSettled, ConditionWaived: RuleConditionSettled,
	} {
		if got := broken(CheckUnsettled(status)); got != want {
			t.Errorf("%s: got %q, want %q", status, got, want)
		}
	}
}

func TestCheckDecidedOn(t *testing.T) {
	for _, row := range []struct {
		decided, submitted *Date
		legal              bool
		why                string
	}{
		{day("2024-01-02"), day("2024-01-01"), true, "after"},
		{day("2024-01-02"), day("2024-01-02"), true, "the same day"},
		{day("2024-01-01"), day("2024-01-02"), false, "before"},
		{day("2024-01-01"), nil, true, "nobody knows when it was submitted"},
		{nil, day("2024-01-02"), true, "nobody knows when it was decided on"},
	} {
		checkRule(t, row.why, CheckDecidedOn(row.decided, row.submitted), row.legal, fault.BadInput, RuleDecidedOn)
	}
}
