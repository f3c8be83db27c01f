package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
)

// payment is a payment of crowns under an award.
func payment(award, kind, amount string) object {
	return object{"award": award, "type": kind, "amount": sek(amount), "paidOn": "2024-01-01"}
}

func TestPayments(t *testing.T) {
	w := newWorld(t)
	award := w.granted(w.application("P"))
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
		got := w.command("recordPayment", payment(award, row.kind, row.amount), "payment { type amount { amount currency } paidOn } award { state }").good()
		want := object{"payment": object{"type": row.kind, "amount": sek(row.amount), "paidOn": "2024-01-01"}, "award": object{"state": row.want}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestPaymentRules(t *testing.T) {
	w := newWorld(t)
	effective, conditional := w.granted(w.application("P")), w.granted(w.application("Q"), financing())
	for _, row := range []struct {
		payment           object
		code, rule, field string
	}{
		{payment(conditional, "ADVANCE", "1.00"), "CONFLICT", "award-payable", "input.award"},
		{payment(effective, "INTERIM", "1000.01"), "CONFLICT", "paid-within-cap", "input.amount"},
		{payment(effective, "INTERIM", "0.00"), "BAD_INPUT", "amount-positive", "input.amount"},
		{payment(effective, "RECOVERY", "0.01"), "CONFLICT", "recovered-within-paid", "input.amount"},
		{merged(payment(effective, "INTERIM", "1"), object{"amount": object{"amount": "1", "currency": "NOK"}}), "BAD_INPUT", "money-currency", "input.amount"},
		{merged(payment(effective, "INTERIM", "1"), object{"paidOn": dayFrom(1)}), "BAD_INPUT", registry.RuleFuture, "input.paidOn"},
		{payment("nothing", "INTERIM", "1"), "NOT_FOUND", "", "input.award"},
	} {
		w.command("recordPayment", row.payment, "payment { id }").fails(row.code, row.rule, row.field)
	}
	if n := w.count("Payment"); n != 0 {
		t.Errorf("%d payments are left that were refused", n)
	}
}

// Two payments that each stay within the cap, and together do not, are one too many, also when they come at once.
func TestPaymentsAtOnce(t *testing.T) {
	w := newWorld(t)
	award := w.granted(w.application("P"))
	answers := together(func(int) answer {
		return w.command("recordPayment", payment(award, "INTERIM", "600.00"), "award { state }")
	})
	paid := 0
	for _, a := range answers {
		if len(a.Errors) == 0 {
			paid++
			continue
		}
		a.fails("CONFLICT", "paid-within-cap", "input.amount")
	}
	if paid != 1 || w.count("Payment") != 1 {
		t.Errorf("%d payments were accepted and %d are there, want one", paid, w.count("Payment"))
	}
}

func TestPostponeObligation(t *testing.T) {
	w := newWorld(t)
	payload := w.command("recordDecision", object{"application": w.application("P"), "caseNumber": "C", "outcome": "GRANTED", "obligations": object{"type": "FINAL_REPORT", "dueOn": "2024-05-31"}},
		"decision { obligations { id } }").good()
	input := object{"id": at(payload, "decision", "obligations", 0, "id"), "dueOn": "2024-06-30", "postponedBecause": "The auditor is ill."}
	w.corrects(corrected{"postponeObligation", "obligation", input, "dueOn postponedBecause status",
		object{"dueOn": "2024-05-31", "postponedBecause": nil, "status": "OPEN"},
		object{"dueOn": "2024-06-30", "postponedBecause": "The auditor is ill.", "status": "OPEN"}})
	before := w.dump()
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
			w.on(t).command("postponeObligation", merged(input, row.input), "obligation { id }").fails(row.code, row.rule, row.field)
		})
	}
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		t.Errorf("what is refused leaves something: %s", diff)
	}
	w.command("fulfilObligation", object{"id": input["id"], "fulfilledOn": "2024-05-30"}, "command").good()
	w.command("postponeObligation", input, "obligation { id }").fails("CONFLICT", "obligation-postponed", "input.id")
}

func TestFulfilObligation(t *testing.T) {
	w := newWorld(t)
	payload := w.command("recordDecision", object{"application": w.application("P"), "caseNumber": "C", "outcome": "GRANTED", "obligations": object{"type": "FINAL_REPORT", "dueOn": "2024-05-31"}},
		"decision { obligations { id } }").good()
	input := object{"id": at(payload, "decision", "obligations", 0, "id"), "fulfilledOn": "2024-05-30", "evidence": object{"new": object{"title": "The report"}}}
	w.command("fulfilObligation", merged(input, object{"fulfilledOn": dayFrom(1)}), "obligation { id }").fails("BAD_INPUT", registry.RuleFuture, "input.fulfilledOn")
	got := w.command("fulfilObligation", input, "obligation { status overdue fulfilledOn evidence { title } }").good()
	want := object{"status": "FULFILLED", "overdue": false, "fulfilledOn": "2024-05-30", "evidence": []any{object{"title": "The report"}}}
	if diff := cmp.Diff(want, got["obligation"]); diff != "" {
		t.Error(diff)
	}
	w.command("fulfilObligation", input, "obligation { id }").fails("CONFLICT", "obligation-finished", "input.id")
}
