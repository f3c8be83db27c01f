package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
	"partnernet/testworld/register"
)

func TestPayments(t *testing.T) {
	w := register.New(t)
	award := w.Granted(w.Application("P"))
	for _, row := range []struct {
		kind, amount, want, why string
	}{
		{"ADVANCE", "300.00", "PARTLY_PAID", "the first money"},
		{"INTERIM", "600.00", "PARTLY_PAID", "more of it"},
		{"RECOVERY", "100.00", "PARTLY_PAID", "some of it back"},
		{"FINAL", "200.00", "FINAL_PAID", "up to the cap, what came back counted off"},
		{"RECOVERY", "400.00", "FINAL_PAID", "part of it back"},
		{"RECOVERY", "600.00", "RECOVERED", "all of it back"},
	} {
		got := w.Command("recordPayment", register.Payment(award, row.kind, row.amount), "payment { type amount { amount currency } paidOn } award { state }").Good()
		want := object{"payment": object{"type": row.kind, "amount": register.SEK(row.amount), "paidOn": "2024-01-01"}, "award": object{"state": row.want}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestPaymentRules(t *testing.T) {
	w := register.New(t)
	effective, conditional, paid := w.Granted(w.Application("P")), w.Granted(w.Application("Q"), register.OtherFinancing()), w.Granted(w.Application("R"))
	w.Make("recordPayment", register.Merged(register.Payment(paid, "ADVANCE", "50.00"), object{"paidOn": register.DayFrom(-1)}), "payment")
	for _, row := range []struct {
		payment           object
		code, rule, field string
	}{
		{register.Payment(conditional, "ADVANCE", "1.00"), "CONFLICT", "award-payable", "input.award"},
		{register.Payment(effective, "INTERIM", "1000.01"), "CONFLICT", "paid-within-cap", "input.amount"},
		{register.Payment(effective, "INTERIM", "0.00"), "BAD_INPUT", "amount-positive", "input.amount"},
		{register.Payment(effective, "RECOVERY", "0.01"), "CONFLICT", "recovered-within-paid", "input.amount"},
		{register.Merged(register.Payment(effective, "INTERIM", "1"), object{"amount": object{"amount": "1", "currency": "NOK"}}), "BAD_INPUT", "money-currency", "input.amount"},
		{register.Merged(register.Payment(effective, "INTERIM", "1"), object{"paidOn": register.DayFrom(1)}), "BAD_INPUT", registry.RuleFuture, "input.paidOn"},
		{register.Merged(register.Payment(paid, "RECOVERY", "10.00"), object{"paidOn": register.DayFrom(-2)}), "CONFLICT", "recovered-within-paid", "input.paidOn"},
		{register.Payment("nothing", "INTERIM", "1"), "NOT_FOUND", "", "input.award"},
	} {
		w.Command("recordPayment", row.payment, "payment { id }").Fails(row.code, row.rule, row.field)
	}
	if n := w.Count("Payment"); n != 1 {
		t.Errorf("%d payments are left that were refused", n-1)
	}
}

// Two payments that each stay within the cap, and together do not, are one too many, also when they come at once.
func TestPaymentsAtOnce(t *testing.T) {
	w := register.New(t)
	award := w.Granted(w.Application("P"))
	answers := register.AtOnce(func(int) register.Answer {
		return w.Command("recordPayment", register.Payment(award, "INTERIM", "600.00"), "award { state }")
	})
	paid := 0
	for _, a := range answers {
		if len(a.Errors) == 0 {
			paid++
			continue
		}
		a.Fails("CONFLICT", "paid-within-cap", "input.amount")
	}
	if paid != 1 || w.Count("Payment") != 1 {
		t.Errorf("%d payments were accepted and %d are there, want one", paid, w.Count("Payment"))
	}
}

func TestPostponeObligation(t *testing.T) {
	w := register.New(t)
	payload := w.Command("recordDecision", object{"application": w.Application("P"), "caseNumber": "C", "outcome": "GRANTED", "obligations": object{"type": "FINAL_REPORT", "dueOn": "2024-05-31"}},
		"decision { obligations { id } }").Good()
	input := object{"id": register.At(payload, "decision", "obligations", 0, "id"), "dueOn": "2024-06-30", "postponedBecause": "The auditor is ill."}
	w.Corrects(register.Correction{Command: "postponeObligation", Record: "obligation", Input: input, Seen: "dueOn postponedBecause status",
		Before: object{"dueOn": "2024-05-31", "postponedBecause": nil, "status": "OPEN"},
		After:  object{"dueOn": "2024-06-30", "postponedBecause": "The auditor is ill.", "status": "OPEN"}})
	before := w.Dump()
	for _, row := range []struct {
		why               string
		input             object
		code, rule, field string
	}{
		{"the same day", object{"dueOn": "2024-05-31"}, "BAD_INPUT", "obligation-postponed", "input.dueOn"},
		{"an earlier day", object{"dueOn": "2024-05-30"}, "BAD_INPUT", "obligation-postponed", "input.dueOn"},
		{"no reason", object{"postponedBecause": " "}, "BAD_INPUT", "required", "input.postponedBecause"},
		{"no obligation", object{"id": "nothing"}, "NOT_FOUND", "", "input.id"},
	} {
		t.Run(row.why, func(t *testing.T) {
			w.On(t).Command("postponeObligation", register.Merged(input, row.input), "obligation { id }").Fails(row.code, row.rule, row.field)
		})
	}
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Errorf("what is refused leaves something: %s", diff)
	}
	w.Command("fulfilObligation", object{"id": input["id"], "fulfilledOn": "2024-05-30"}, "command").Good()
	w.Command("postponeObligation", input, "obligation { id }").Fails("CONFLICT", "obligation-postponed", "input.id")
}

func TestFulfilObligation(t *testing.T) {
	w := register.New(t)
	payload := w.Command("recordDecision", object{"application": w.Application("P"), "caseNumber": "C", "outcome": "GRANTED", "obligations": object{"type": "FINAL_REPORT", "dueOn": "2024-05-31"}},
		"decision { obligations { id } }").Good()
	input := object{"id": register.At(payload, "decision", "obligations", 0, "id"), "fulfilledOn": "2024-05-30", "evidence": object{"new": object{"title": "The report"}}}
	w.Command("fulfilObligation", register.Merged(input, object{"fulfilledOn": register.DayFrom(1)}), "obligation { id }").Fails("BAD_INPUT", registry.RuleFuture, "input.fulfilledOn")
	got := w.Command("fulfilObligation", input, "obligation { status overdue fulfilledOn evidence { title } }").Good()
	want := object{"status": "FULFILLED", "overdue": false, "fulfilledOn": "2024-05-30", "evidence": []any{object{"title": "The report"}}}
	if diff := cmp.Diff(want, got["obligation"]); diff != "" {
		t.Error(diff)
	}
	w.Command("fulfilObligation", input, "obligation { id }").Fails("CONFLICT", "obligation-finished", "input.id")
}
