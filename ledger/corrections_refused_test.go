package ledger_test

import (
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// A correction is refused by the rules of the command that enters such a record, and leaves nothing.
func TestCorrectionsRefused(t *testing.T) {
	w := register.New(t)
	a, b, p := w.Organisation("A"), w.Organisation("B"), w.Project("P")
	network, closed := w.Network("MITTSEC", "PLANNED"), w.Network("OLD", "CLOSED")
	w.Make("admitMember", object{"member": a, "network": network, "validTo": register.DayFrom(-10)}, "membership")
	membership := w.Make("admitMember", object{"member": a, "network": network, "validFrom": register.DayFrom(-5), "validTo": register.DayFrom(-2), "state": "ENDED"}, "membership")
	w.Make("addParticipant", object{"organisation": a, "project": p, "role": "LEAD"}, "participation")
	participation := w.Make("addParticipant", object{"organisation": a, "project": p, "role": "PARTNER", "validFrom": register.DayFrom(-5)}, "participation")
	partnership := w.Make("proposePartnership", object{"type": "PROJECT", "validFrom": register.DayFrom(-5), "parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED")}}, "partnership")
	application := w.Application("Q")
	award := w.Granted(application, object{"type": "REPORTING"})
	condition, paid := w.ConditionOf(award), w.Make("recordPayment", register.Payment(award, "INTERIM", "600.00"), "payment")
	w.Make("recordPayment", register.Payment(award, "INTERIM", "300.00"), "payment")
	decided := w.Command("recordDecision", object{"application": w.Application("R"), "caseNumber": "R", "outcome": "GRANTED", "obligations": object{"type": "FINAL_REPORT"}}, "decision { obligations { id } }").Good()
	obligation := register.At(decided, "decision", "obligations", 0, "id")
	decision := register.At(w.Do("query($id: ID!) { award(id: $id) { decision { id } } }", object{"id": award}), "award", "decision", "id")
	document := w.Make("recordDocument", object{"title": "D"}, "document")
	for _, row := range []struct {
		why, command      string
		id                any
		input             object
		code, rule, field string
	}{
		{"onto days of another", "updateMembership", membership, object{"validFrom": register.DayFrom(-11)}, "CONFLICT", "member-admitted-already", "input.validFrom"},
		{"the wrong way round", "updateMembership", membership, object{"validFrom": register.DayFrom(-1)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"to a closed network", "updateMembership", membership, object{"network": closed}, "CONFLICT", "network-closed", "input.network"},
		{"to the network itself", "updateMembership", membership, object{"member": network}, "BAD_INPUT", "network-own-member", "input.member"},
		{"of nobody", "updateMembership", membership, object{"member": nil}, "BAD_INPUT", "required", "input.member"},
		{"confirmed after its end", "updateMembership", membership, object{"lastConfirmedOn": register.DayFrom(-1)}, "BAD_INPUT", "within-period", "input.lastConfirmedOn"},
		{"over before its last day", "updateMembership", membership, object{"validTo": register.DayFrom(9)}, "BAD_INPUT", "relation-ended", "input.state"},
		{"a role it has", "updateParticipation", participation, object{"role": "LEAD"}, "CONFLICT", "participant-already", "input.organisation"},
		{"the wrong way round", "updateParticipation", participation, object{"validTo": register.DayFrom(-6)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"a budget of nothing", "updateParticipation", participation, object{"country": "Norge"}, "BAD_INPUT", "", "input.country"},
		{"alone", "updatePartnership", partnership, object{"parties": []object{{"party": a}}}, "BAD_INPUT", "partnership-parties", "input.parties"},
		{"of nobody", "updatePartnership", partnership, object{"parties": nil}, "BAD_INPUT", "partnership-parties", "input.parties"},
		{"active by itself", "updatePartnership", partnership, object{"state": "ACTIVE"}, "CONFLICT", "partnership-state", "input.state"},
		{"the wrong way round", "updatePartnership", partnership, object{"validTo": register.DayFrom(-6)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"with a stranger", "updatePartnership", partnership, object{"parties": []object{{"party": a}, {"party": "nobody"}}}, "NOT_FOUND", "", "input.parties[1].party"},
		{"decided tomorrow", "updateDecision", decision, object{"decidedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.decidedOn"},
		{"rejected, with an award", "updateDecision", decision, object{"outcome": "REJECTED"}, "BAD_INPUT", "decision-award", "input.outcome"},
		{"put off", "updateDecision", decision, object{"outcome": "DEFERRED"}, "BAD_INPUT", "decision-award", "input.outcome"},
		{"less than was paid", "updateAward", award, object{"cap": register.SEK("899.99")}, "CONFLICT", "paid-within-cap", "input.cap"},
		{"another currency", "updateAward", award, object{"cap": object{"amount": "9999.00", "currency": "NOK"}}, "BAD_INPUT", "money-currency", "input.cap"},
		{"a cap of nothing", "updateAward", award, object{"cap": register.SEK("0.00")}, "BAD_INPUT", "amount-positive", "input.cap"},
		{"all and more", "updateAward", award, object{"aidRate": "1.01"}, "BAD_INPUT", "aid-rate", "input.aidRate"},
		{"to nobody", "updateAward", award, object{"recipient": nil}, "BAD_INPUT", "required", "input.recipient"},
		{"on itself", "updateCondition", condition, object{"dependsOn": []string{award}}, "CONFLICT", "dependency-cycle", "input.dependsOn"},
		{"on its application", "updateCondition", condition, object{"dependsOn": []string{application}}, "CONFLICT", "dependency-cycle", "input.dependsOn"},
		{"more than the cap", "updatePayment", paid, object{"amount": register.SEK("700.01")}, "CONFLICT", "paid-within-cap", "input.amount"},
		{"back more than was paid", "updatePayment", paid, object{"type": "RECOVERY"}, "CONFLICT", "recovered-within-paid", "input.amount"},
		{"in another currency", "updatePayment", paid, object{"amount": object{"amount": "1.00", "currency": "NOK"}}, "BAD_INPUT", "money-currency", "input.amount"},
		{"tomorrow", "updatePayment", paid, object{"paidOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.paidOn"},
		{"of no amount", "updatePayment", paid, object{"amount": nil}, "BAD_INPUT", "required", "input.amount"},
		{"done, and open", "updateObligation", obligation, object{"fulfilledOn": register.DayFrom(-1)}, "BAD_INPUT", "obligation-fulfilled", "input.fulfilledOn"},
		{"done tomorrow", "updateObligation", obligation, object{"status": "FULFILLED", "fulfilledOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.fulfilledOn"},
		{"printed tomorrow", "updateDocument", document, object{"publishedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.publishedOn"},
		{"no language", "updateDocument", document, object{"language": "swedish!"}, "BAD_INPUT", "language-tag", "input.language"},
		{"no digest", "updateDocument", document, object{"sha256": "12"}, "BAD_INPUT", "sha256-form", "input.sha256"},
		{"another kind of record", "updateDocument", award, object{"title": "T"}, "NOT_FOUND", "", "input.id"},
	} {
		t.Run(row.command+" "+row.why, func(t *testing.T) {
			row.input["id"] = row.id
			before := w.Dump()
			w.On(t).Command(row.command, row.input, "changes { id }").Fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.Dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
}

// What was recorded wrongly takes what follows from it along, as far as nothing else has followed.
func TestACorrectionIsFollowed(t *testing.T) {
	w := register.New(t)
	application := w.Application("P")
	decision := w.Make("recordDecision", object{"application": application, "caseNumber": "1", "outcome": "PARTLY_GRANTED"}, "decision")
	award := w.Granted(w.Application("Q"), register.OtherFinancing(application))
	got := w.Command("updateDecision", object{"id": decision, "outcome": "GRANTED"}, "application { state } awards { state }").Good()
	want := object{"application": object{"state": "GRANTED"}, "awards": []any{object{"state": "EFFECTIVE"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("granted in full: %s", diff)
	}
	w.Command("updateDecision", object{"id": decision, "outcome": "REJECTED"}, "changes { id }").Fails("CONFLICT", "correction-followed", "input.outcome")
	condition := w.ConditionOf(award)
	w.Command("updateCondition", object{"id": condition, "status": "OPEN"}, "changes { id }").Fails("CONFLICT", "correction-followed", "input.status")
	w.Command("updateCondition", object{"id": condition, "status": "NOT_MET"}, "changes { id }").Good()
	if state := w.State(award); state != "LAPSED" {
		t.Errorf("the award is %s though its financing is not met", state)
	}
	w.Command("updateCondition", object{"id": condition, "status": "WAIVED"}, "changes { id }").Good()
	if state := w.State(award); state != "EFFECTIVE" {
		t.Errorf("the award is %s though its financing is no longer asked for", state)
	}
	w.Make("recordPayment", register.Payment(award, "FINAL", "10.00"), "payment")
	w.Command("updateCondition", object{"id": condition, "status": "NOT_MET"}, "changes { id }").Fails("CONFLICT", "correction-followed", "input.status")
}

// Who may not see a party leaves it where it is, and does not learn of it.
func TestACorrectionKeepsWhatTheActorMayNotSee(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	hidden := w.Make("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "RESTRICTED"}, "organisation")
	decision := w.Make("recordDecision", object{"application": w.Application("P"), "caseNumber": "1", "outcome": "REJECTED", "notified": []string{a, hidden}}, "decision")
	w.As("COORDINATORS").Command("updateDecision", object{"id": decision, "notified": []string{b}}, "decision { id }").Good()
	got := w.Do("query($id: ID!) { decision(id: $id) { notified { legalName } } }", object{"id": decision})
	if diff := cmp.Diff([]any{register.Named("B"), register.Named("Hidden")}, register.At(got, "decision", "notified")); diff != "" {
		t.Error(diff)
	}
}

// An award whose own application has been withdrawn stays lapsed, whatever else it lapsed by turns out to be.
func TestAnAwardOfAWithdrawnApplicationStaysLapsed(t *testing.T) {
	w := register.New(t)
	own := w.Application("P")
	award := w.Granted(own, register.OtherFinancing(w.Application("Q")))
	condition := w.ConditionOf(award)
	w.Command("updateCondition", object{"id": condition, "status": "NOT_MET"}, "changes { id }").Good()
	w.Command("recordOutcome", object{"id": own, "outcome": "WITHDRAWN"}, "changes { id }").Good()
	w.Command("updateCondition", object{"id": condition, "status": "MET"}, "changes { id }").Fails("CONFLICT", "award-state", "input")
	if state := w.State(award); state != "LAPSED" {
		t.Errorf("the award is %s", state)
	}
}
