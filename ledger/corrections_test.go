package ledger_test

import (
	"testing"

	"partnernet/testworld/register"
)

// A correction shows what was before and after, leaves nothing with dryRun, is done once under a key, and can be reverted.
func TestWhatIsRecordedCanBeCorrected(t *testing.T) {
	w := register.New(t)
	for _, c := range []register.Correction{wrongMembership(w), wrongParticipation(w), wrongPartnership(w), wrongDecision(w), wrongAward(w),
		wrongCondition(w), wrongPayment(w), wrongObligation(w), wrongDocument(w)} {
		t.Run(c.Command, func(t *testing.T) { w.On(t).Corrects(c) })
	}
}

func wrongMembership(w register.World) register.Correction {
	a, b, network, other := w.Organisation("Member"), w.Organisation("The right member"), w.Network("MIDSEC", "PLANNED"), w.Network("MITTSEC", "ESTABLISHED")
	id := w.Make("admitMember", object{"member": a, "network": network, "category": "X", "validFrom": register.DayFrom(-9), "validTo": register.DayFrom(-2), "state": "ENDED"}, "membership")
	return register.Correction{Command: "updateMembership", Record: "membership",
		Input: object{"id": id, "member": b, "network": other, "role": "OBSERVER", "category": nil, "validFrom": register.DayFrom(-20), "validTo": nil, "lastConfirmedOn": register.DayFrom(-1)},
		Seen:  "member { ... on Organisation { legalName } } network { acronym } role category state endStatus validFrom validTo lastConfirmedOn",
		Before: object{"member": register.Named("Member"), "network": object{"acronym": "MIDSEC"}, "role": "MEMBER", "category": "X", "state": "ENDED", "endStatus": "KNOWN",
			"validFrom": register.DayFrom(-9), "validTo": register.DayFrom(-2), "lastConfirmedOn": nil},
		After: object{"member": register.Named("The right member"), "network": object{"acronym": "MITTSEC"}, "role": "OBSERVER", "category": nil, "state": "ENDED",
			"endStatus": "ENDED_DATE_UNKNOWN", "validFrom": register.DayFrom(-20), "validTo": nil, "lastConfirmedOn": register.DayFrom(-1)}}
}

func wrongParticipation(w register.World) register.Correction {
	a, b, p, q := w.Organisation("Partner"), w.Organisation("The right partner"), w.Project("P"), w.Project("Q")
	id := w.Make("addParticipant", object{"organisation": a, "project": p, "role": "PARTNER", "budget": register.SEK("10.00")}, "participation")
	return register.Correction{Command: "updateParticipation", Record: "participation",
		Input:  object{"id": id, "organisation": b, "project": q, "role": "LEAD", "country": "NO", "budget": nil, "validFrom": register.DayFrom(-3)},
		Seen:   "organisation { legalName } project { acronym } role country budget { amount } validFrom",
		Before: object{"organisation": register.Named("Partner"), "project": object{"acronym": "P"}, "role": "PARTNER", "country": nil, "budget": object{"amount": "10.00"}, "validFrom": nil},
		After:  object{"organisation": register.Named("The right partner"), "project": object{"acronym": "Q"}, "role": "LEAD", "country": "NO", "budget": nil, "validFrom": register.DayFrom(-3)}}
}

func wrongPartnership(w register.World) register.Correction {
	a, b, c, d := w.Organisation("A"), w.Organisation("B"), w.Organisation("C"), w.Organisation("D")
	id := w.Make("proposePartnership", object{"type": "PROJECT", "title": "T", "arisesFrom": w.Project("Wrong"), "parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED"), register.Party(c, "ASKED")}}, "partnership")
	w.Command("confirmPartnership", object{"id": id, "party": b}, "partnership { id }").Good()
	said := func(name, role, confirmation string, position float64) any {
		return object{"position": position, "role": role, "confirmation": confirmation, "party": register.Named(name)}
	}
	return register.Correction{Command: "updatePartnership", Record: "partnership",
		Input: object{"id": id, "type": "SUPPLY", "title": nil, "formality": "AGREEMENT", "agreementRef": "2025/7", "arisesFrom": w.Project("Right"), "state": "CLAIMED", "validTo": register.DayFrom(9),
			"parties": []object{{"party": b, "role": "LEAD"}, {"party": d}}},
		Seen: "type title formality agreementRef arisesFrom { acronym } state endStatus validTo parties { position role confirmation party { ... on Organisation { legalName } } }",
		Before: object{"type": "PROJECT", "title": "T", "formality": nil, "agreementRef": nil, "arisesFrom": object{"acronym": "Wrong"}, "state": "PROPOSED", "endStatus": nil, "validTo": nil,
			"parties": []any{said("A", "PARTNER", "ASKED", 1), said("B", "PARTNER", "CONFIRMED", 2), said("C", "PARTNER", "ASKED", 3)}},
		After: object{"type": "SUPPLY", "title": nil, "formality": "AGREEMENT", "agreementRef": "2025/7", "arisesFrom": object{"acronym": "Right"}, "state": "CLAIMED", "endStatus": "KNOWN",
			"validTo": register.DayFrom(9), "parties": []any{said("B", "LEAD", "CONFIRMED", 1), said("D", "PARTNER", "NOT_ASKED", 2)}}}
}

func wrongDecision(w register.World) register.Correction {
	a, b := w.Organisation("Notified"), w.Organisation("Notified in truth")
	id := w.Make("recordDecision", object{"application": w.Application("Decided"), "caseNumber": "1/2023", "outcome": "GRANTED", "items": []string{"one"}, "notified": []string{a},
		"document": object{"new": object{"title": "The wrong paper"}}}, "decision")
	return register.Correction{Command: "updateDecision", Record: "decision",
		Input: object{"id": id, "caseNumber": "2/2023", "outcome": "PARTLY_GRANTED", "decidedOn": "2024-01-02", "mode": "SINGLE", "madeBy": a, "items": []string{"two", "three"}, "notified": []string{b},
			"legalBases": object{"new": object{"type": "ACT", "title": "A law"}}, "document": nil},
		Seen: "caseNumber outcome decidedOn mode madeBy { legalName } items notified { legalName } legalBases { title } document { title } application { state }",
		Before: object{"caseNumber": "1/2023", "outcome": "GRANTED", "decidedOn": nil, "mode": nil, "madeBy": nil, "items": []any{"one"}, "notified": []any{register.Named("Notified")},
			"legalBases": []any{}, "document": object{"title": "The wrong paper"}, "application": object{"state": "GRANTED"}},
		After: object{"caseNumber": "2/2023", "outcome": "PARTLY_GRANTED", "decidedOn": "2024-01-02", "mode": "SINGLE", "madeBy": register.Named("Notified"), "items": []any{"two", "three"},
			"notified": []any{register.Named("Notified in truth")}, "legalBases": []any{object{"title": "A law"}}, "document": nil, "application": object{"state": "PARTLY_GRANTED"}}}
}

func wrongAward(w register.World) register.Correction {
	id := w.Granted(w.Application("Awarded"))
	return register.Correction{Command: "updateAward", Record: "award",
		Input:  object{"id": id, "recipient": w.Organisation("Another"), "aidRate": "0.35", "cap": register.SEK("1.00"), "costBasis": "BUDGETED", "budgetLine": object{"new": object{"code": "1:1"}}},
		Seen:   "recipient { legalName } aidRate cap { amount } costBasis budgetLine { code } state",
		Before: object{"recipient": register.Named("The recipient"), "aidRate": "0.5", "cap": object{"amount": "1000.00"}, "costBasis": nil, "budgetLine": nil, "state": "EFFECTIVE"},
		After:  object{"recipient": register.Named("Another"), "aidRate": "0.35", "cap": object{"amount": "1.00"}, "costBasis": "BUDGETED", "budgetLine": object{"code": "1:1"}, "state": "EFFECTIVE"}}
}

func wrongCondition(w register.World) register.Correction {
	first, second := w.Application("First"), w.Application("Second")
	award := w.Granted(w.Application("Conditional"), object{"type": "REPORTING", "text": "Report", "dependsOn": []string{first}})
	return register.Correction{Command: "updateCondition", Record: "condition",
		Input:  object{"id": w.ConditionOf(award), "type": "OTHER_FINANCING", "text": nil, "dueOn": "2026-01-01", "dependsOn": []string{second}},
		Seen:   "type text status dueOn dependsOn { ... on Application { id } } award { state }",
		Before: object{"type": "REPORTING", "text": "Report", "status": "OPEN", "dueOn": nil, "dependsOn": []any{object{"id": first}}, "award": object{"state": "EFFECTIVE"}},
		After:  object{"type": "OTHER_FINANCING", "text": nil, "status": "OPEN", "dueOn": "2026-01-01", "dependsOn": []any{object{"id": second}}, "award": object{"state": "CONDITIONAL"}}}
}

func wrongPayment(w register.World) register.Correction {
	id := w.Make("recordPayment", register.Payment(w.Granted(w.Application("Paid")), "FINAL", "1000.00"), "payment")
	return register.Correction{Command: "updatePayment", Record: "payment", Input: object{"id": id, "type": "INTERIM", "amount": register.SEK("100.00"), "paidOn": "2024-02-02"},
		Seen:   "type amount { amount } paidOn award { state }",
		Before: object{"type": "FINAL", "amount": object{"amount": "1000.00"}, "paidOn": "2024-01-01", "award": object{"state": "FINAL_PAID"}},
		After:  object{"type": "INTERIM", "amount": object{"amount": "100.00"}, "paidOn": "2024-02-02", "award": object{"state": "PARTLY_PAID"}}}
}

func wrongObligation(w register.World) register.Correction {
	payload := w.Command("recordDecision", object{"application": w.Application("Obliged"), "caseNumber": "O", "outcome": "GRANTED", "obligations": object{"type": "FINAL_REPORT", "dueOn": "2024-05-31"}},
		"decision { obligations { id } }").Good()
	id := register.At(payload, "decision", "obligations", 0, "id")
	w.Command("fulfilObligation", object{"id": id, "fulfilledOn": "2024-05-30", "evidence": object{"new": object{"title": "Another report"}}}, "obligation { id }").Good()
	return register.Correction{Command: "updateObligation", Record: "obligation",
		Input:  object{"id": id, "type": "INTERIM_REPORT", "dueOn": nil, "status": "WAIVED", "fulfilledOn": nil, "responsible": w.Organisation("Responsible"), "evidence": nil},
		Seen:   "type dueOn status fulfilledOn responsible { legalName } evidence { title }",
		Before: object{"type": "FINAL_REPORT", "dueOn": "2024-05-31", "status": "FULFILLED", "fulfilledOn": "2024-05-30", "responsible": nil, "evidence": []any{object{"title": "Another report"}}},
		After:  object{"type": "INTERIM_REPORT", "dueOn": nil, "status": "WAIVED", "fulfilledOn": nil, "responsible": register.Named("Responsible"), "evidence": []any{}}}
}

func wrongDocument(w register.World) register.Correction {
	id := w.Make("recordDocument", object{"title": "Beslut", "reference": "1", "publishedOn": "2024-01-01"}, "document")
	return register.Correction{Command: "updateDocument", Record: "document", Input: object{"id": id, "title": "Decision", "reference": nil, "type": "DECISION", "language": "sv", "publishedOn": "2024-01-02"},
		Seen:   "title reference type language publishedOn",
		Before: object{"title": "Beslut", "reference": "1", "type": nil, "language": nil, "publishedOn": "2024-01-01"},
		After:  object{"title": "Decision", "reference": nil, "type": "DECISION", "language": "sv", "publishedOn": "2024-01-02"}}
}
