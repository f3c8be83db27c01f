package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

func TestRecordApplication(t *testing.T) {
	w := register.New(t)
	project, funder := w.Make("registerProject", object{"acronym": "P", "sensitivity": "MEMBERS"}, "project"), w.Organisation("Funder")
	input := object{"project": project, "appliedTo": funder, "applicant": w.Organisation("Applicant"), "caseNumber": "C 1", "amountAppliedFor": register.SEK("100.00"), "submittedOn": "2024-01-01"}
	got := w.Command("recordApplication", input,
		"application { sensitivity state caseNumber amountAppliedFor { amount } submittedOn applicant { legalName } project { acronym } appliedTo { ... on Organisation { legalName } } }").Good()
	want := object{"sensitivity": "MEMBERS", "state": "APPLIED", "caseNumber": "C 1", "amountAppliedFor": object{"amount": "100.00"}, "submittedOn": "2024-01-01",
		"applicant": object{"legalName": "Applicant"}, "project": object{"acronym": "P"}, "appliedTo": object{"legalName": "Funder"}}
	if diff := cmp.Diff(want, got["application"]); diff != "" {
		t.Error(diff)
	}
	for _, row := range []struct {
		change            object
		code, rule, field string
	}{
		{object{"state": "DRAFT"}, "BAD_INPUT", "application-draft-submitted", "input.submittedOn"},
		{object{"amountAppliedFor": register.SEK("0.00")}, "BAD_INPUT", "amount-positive", "input.amountAppliedFor"},
		{object{"amountAppliedFor": object{"amount": "1", "currency": "kr"}}, "BAD_INPUT", "money-currency", "input.amountAppliedFor"},
		{object{"amountAppliedFor": register.SEK("1.001")}, "BAD_INPUT", registry.RuleAmount, "input.amountAppliedFor"},
		{object{"appliedTo": project}, "NOT_FOUND", "", "input.appliedTo"},
		{object{"submittedOn": register.DayFrom(1)}, "BAD_INPUT", registry.RuleFuture, "input.submittedOn"},
	} {
		w.Command("recordApplication", register.Merged(input, row.change), "application { id }").Fails(row.code, row.rule, row.field)
	}
}

func TestRecordDecisionWhole(t *testing.T) {
	w := register.New(t)
	application, other, firm, board := w.Application("P"), w.Application("Other"), w.Organisation("Firm"), w.Organisation("Board")
	got := w.Command("recordDecision", object{
		"application": application, "caseNumber": "C 1", "outcome": "PARTLY_GRANTED", "decidedByRole": "Director", "mode": "DELEGATED", "madeBy": board,
		"items": []string{"One.", "Two."}, "notified": board, "copiedTo": firm, "unknown": object{"field": "decidedOn", "reason": "NOT_IN_SOURCE"},
		"source": testworld.Ground("The decision"), "document": object{"new": object{"title": "The decision", "reference": "C 1"}},
		"legalBases": []object{{"new": object{"type": "ORDINANCE", "reference": "1:1", "title": "Rules"}}, {"new": object{"type": "ORDINANCE", "reference": "1:1", "title": "Rules"}}},
		"awards": object{"recipient": firm, "funder": board, "aidRate": "0.35", "cap": register.SEK("1000.00"), "costBasis": "REPORTED_AND_APPROVED",
			"budgetLine": object{"new": object{"code": "1:1", "title": "Growth"}},
			"conditions": []object{register.Merged(register.OtherFinancing(other), object{"text": "T", "dueOn": "2024-02-01"}), {"type": "GENERAL_TERMS", "document": object{"new": object{"title": "Terms"}}}}},
		"obligations": object{"type": "FINAL_REPORT", "dueOn": "2024-05-31", "responsible": firm},
	}, `decision { caseNumber outcome decidedByRole mode madeBy { legalName } items legalBases { title } notified { legalName } copiedTo { legalName } document { reference } unknown { field }
  awards { state aidRate cap { amount currency } costBasis project { acronym } recipient { legalName } funder { legalName } budgetLine { code title }
    conditions { type status text dueOn document { title } dependsOn { ... on Application { state } } } }
  obligations { type status dueOn responsible { legalName } project { acronym } } } application { state } awards { id }`).Good()
	want := object{"application": object{"state": "PARTLY_GRANTED"}, "awards": []any{}, "decision": object{
		"caseNumber": "C 1", "outcome": "PARTLY_GRANTED", "decidedByRole": "Director", "mode": "DELEGATED", "madeBy": object{"legalName": "Board"}, "items": []any{"One.", "Two."},
		"legalBases": []any{object{"title": "Rules"}}, "notified": []any{object{"legalName": "Board"}}, "copiedTo": []any{object{"legalName": "Firm"}},
		"document": object{"reference": "C 1"}, "unknown": []any{object{"field": "decidedOn"}},
		"awards": []any{object{"state": "CONDITIONAL", "aidRate": "0.35", "cap": register.SEK("1000.00"), "costBasis": "REPORTED_AND_APPROVED", "project": object{"acronym": "P"},
			"recipient": object{"legalName": "Firm"}, "funder": object{"legalName": "Board"}, "budgetLine": object{"code": "1:1", "title": "Growth"},
			"conditions": []any{
				object{"type": "OTHER_FINANCING", "status": "OPEN", "text": "T", "dueOn": "2024-02-01", "document": nil, "dependsOn": []any{object{"state": "APPLIED"}}},
				object{"type": "GENERAL_TERMS", "status": "OPEN", "text": nil, "dueOn": nil, "document": object{"title": "Terms"}, "dependsOn": []any{}}}}},
		"obligations": []any{object{"type": "FINAL_REPORT", "status": "OPEN", "dueOn": "2024-05-31", "responsible": object{"legalName": "Firm"}, "project": object{"acronym": "P"}}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What a new condition depends on may be decided already.
func TestAwardsBegin(t *testing.T) {
	w := register.New(t)
	granted, partly, rejected := w.Application("granted"), w.Application("partly"), w.Application("rejected")
	effective := w.Granted(granted)
	w.Command("recordOutcome", object{"id": partly, "outcome": "PARTLY_GRANTED"}, "application { id }").Good()
	w.Command("recordOutcome", object{"id": rejected, "outcome": "REJECTED"}, "application { id }").Good()
	for _, row := range []struct {
		conditions []object
		want, why  string
	}{
		{nil, "EFFECTIVE", "nothing holds it up"},
		{[]object{{"type": "GENERAL_TERMS"}}, "EFFECTIVE", "terms bind without holding it up"},
		{[]object{register.OtherFinancing()}, "CONDITIONAL", "nobody says that the financing is there"},
		{[]object{register.OtherFinancing(granted, effective)}, "EFFECTIVE", "the financing is there"},
		{[]object{register.OtherFinancing(granted, partly)}, "CONDITIONAL", "part of it may not be enough"},
		{[]object{register.OtherFinancing(rejected)}, "LAPSED", "the financing failed before the decision was known here"},
	} {
		if got := w.State(w.Granted(w.Application(row.why), row.conditions...)); got != row.want {
			t.Errorf("%s: %s, want %s", row.why, got, row.want)
		}
	}
}

func TestDecisionRules(t *testing.T) {
	w := register.New(t)
	application, other, firm := w.Application("P"), w.Application("Other"), w.Organisation("Firm")
	waiting := w.Granted(other, register.OtherFinancing(application))
	further := w.Granted(w.Application("Further"), register.OtherFinancing(waiting))
	award := func(change object) object {
		return register.Merged(object{"recipient": firm, "cap": register.SEK("1.00")}, change)
	}
	for _, row := range []struct {
		change            object
		code, rule, field string
		why               string
	}{
		{object{"awards": award(object{"aidRate": "1.01"})}, "BAD_INPUT", "aid-rate", "input.awards[0].aidRate", "more than all the costs"},
		{object{"awards": award(object{"aidRate": "-0.01"})}, "BAD_INPUT", "aid-rate", "input.awards[0].aidRate", "less than none"},
		{object{"awards": []object{award(nil), award(object{"cap": register.SEK("0.00")})}}, "BAD_INPUT", "amount-positive", "input.awards[1].cap", "nothing is awarded"},
		{object{"awards": award(object{"cap": object{"amount": "1", "currency": "QQQ"}})}, "BAD_INPUT", "money-currency", "input.awards[0].cap", "no such currency"},
		{object{"decidedOn": register.DayFrom(1)}, "BAD_INPUT", registry.RuleFuture, "input.decidedOn", "nobody has decided yet"},
		{object{"outcome": "REJECTED", "awards": award(nil)}, "BAD_INPUT", "decision-award", "input.awards", "what is rejected gets nothing"},
		{object{"outcome": "DEFERRED", "awards": award(nil)}, "BAD_INPUT", "decision-award", "input.awards", "nor what is put off"},
		{object{"awards": award(object{"conditions": register.OtherFinancing(application)})}, "CONFLICT", "dependency-cycle", "input.awards", "it depends on itself"},
		{object{"awards": award(object{"conditions": register.OtherFinancing(waiting)})}, "CONFLICT", "dependency-cycle", "input.awards", "it depends on what depends on it"},
		{object{"awards": award(object{"conditions": register.OtherFinancing(further)})}, "CONFLICT", "dependency-cycle", "input.awards", "and so in turn"},
		{object{"awards": award(object{"conditions": register.OtherFinancing(firm)})}, "NOT_FOUND", "", "input.awards[0].conditions[0].dependsOn", "nothing depends on a firm"},
		{object{"awards": award(object{"recipient": "nobody"})}, "NOT_FOUND", "", "input.awards[0].recipient", "nobody receives it"},
	} {
		t.Run(row.why, func(t *testing.T) {
			w := w
			w.T = t
			input := register.Merged(object{"application": application, "caseNumber": "C", "outcome": "GRANTED"}, row.change)
			w.Command("recordDecision", input, "decision { id }").Fails(row.code, row.rule, row.field)
		})
	}
	if got := w.State(application); got != "APPLIED" {
		t.Errorf("the application is %s after decisions that were refused", got)
	}
}

func TestDecisionMovesApplication(t *testing.T) {
	w := register.New(t)
	for outcome, want := range map[string]string{"GRANTED": "GRANTED", "PARTLY_GRANTED": "PARTLY_GRANTED", "REJECTED": "REJECTED", "DEFERRED": "APPLIED", "REVOKED": "APPLIED"} {
		application := w.Application(outcome)
		w.Command("recordDecision", object{"application": application, "caseNumber": "C", "outcome": outcome}, "decision { id }").Good()
		if got := w.State(application); got != want {
			t.Errorf("%s: the application is %s, want %s", outcome, got, want)
		}
	}
}
