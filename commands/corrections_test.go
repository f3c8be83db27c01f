package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// corrected is a record that is corrected, and what is to be seen of it before and after.
type corrected struct {
	command, record string
	input           object
	seen            string // the selection of the record
	before, after   object
}

// A correction shows what was before and after, leaves nothing with dryRun, is done once under a key, and can be reverted.
func TestWhatIsRecordedCanBeCorrected(t *testing.T) {
	w := newWorld(t)
	for _, c := range []corrected{w.wrongMembership(), w.wrongParticipation(), w.wrongPartnership(), w.wrongDecision(), w.wrongAward(),
		w.wrongCondition(), w.wrongPayment(), w.wrongObligation(), w.wrongDocument()} {
		t.Run(c.command, func(t *testing.T) { w.on(t).corrects(c) })
	}
}

func (w world) corrects(c corrected) {
	w.t.Helper()
	selection := c.record + " { " + c.seen + " } changes { id fields { name before after } }"
	source := w.make("recordDocument", object{"title": "The paper itself"}, "source")
	input := merged(c.input, object{"source": object{"id": source}})
	before := w.dump()
	got := w.command(c.command, merged(input, object{"dryRun": true}), selection).good()
	if diff := cmp.Diff(c.after, got[c.record]); diff != "" {
		w.t.Errorf("the dry run: %s", diff)
	}
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		w.t.Errorf("the dry run leaves something: %s", diff)
	}
	w.command(c.command, merged(input, object{"expectedVersion": 99}), selection).fails("CONFLICT", "", "input.expectedVersion")
	keyed := merged(input, object{"idempotencyKey": c.command})
	got = w.command(c.command, keyed, selection).good()
	if diff := cmp.Diff(c.after, got[c.record]); diff != "" {
		w.t.Errorf("corrected: %s", diff)
	}
	changes := got["changes"].([]any)
	if len(changes) == 0 || len(changes[0].(object)["fields"].([]any)) == 0 {
		w.t.Fatalf("no change tells before and after: %v", changes)
	}
	once := w.dump()
	if diff := cmp.Diff(got, w.command(c.command, keyed, selection).good()); diff != "" {
		w.t.Errorf("the same command again answers otherwise: %s", diff)
	}
	if diff := cmp.Diff(once, w.dump()); diff != "" {
		w.t.Errorf("the same command again writes: %s", diff)
	}
	w.command("revertChange", object{"id": changes[0].(object)["id"], "source": object{"id": source}}, "changes { id }").good()
	shown := w.do("query($id: ID!) { node(id: $id) { ... on "+kindOf(c.record)+" { "+c.seen+" } } }", object{"id": c.input["id"]})
	if diff := cmp.Diff(c.before, shown["node"]); diff != "" {
		w.t.Errorf("reverted: %s", diff)
	}
}

func kindOf(record string) string { return string(record[0]-'a'+'A') + record[1:] }

func named(name string) object { return object{"legalName": name} }

func (w world) wrongMembership() corrected {
	a, b, network, other := w.organisation("Member"), w.organisation("The right member"), w.network("MIDSEC", "PLANNED"), w.network("MITTSEC", "ESTABLISHED")
	id := w.make("admitMember", object{"member": a, "network": network, "category": "X", "validFrom": dayFrom(-9), "validTo": dayFrom(-2), "state": "ENDED"}, "membership")
	return corrected{"updateMembership", "membership",
		object{"id": id, "member": b, "network": other, "role": "OBSERVER", "category": nil, "validFrom": dayFrom(-20), "validTo": nil, "lastConfirmedOn": dayFrom(-1)},
		"member { ... on Organisation { legalName } } network { acronym } role category state endStatus validFrom validTo lastConfirmedOn",
		object{"member": named("Member"), "network": object{"acronym": "MIDSEC"}, "role": "MEMBER", "category": "X", "state": "ENDED", "endStatus": "KNOWN",
			"validFrom": dayFrom(-9), "validTo": dayFrom(-2), "lastConfirmedOn": nil},
		object{"member": named("The right member"), "network": object{"acronym": "MITTSEC"}, "role": "OBSERVER", "category": nil, "state": "ENDED",
			"endStatus": "ENDED_DATE_UNKNOWN", "validFrom": dayFrom(-20), "validTo": nil, "lastConfirmedOn": dayFrom(-1)}}
}

func (w world) wrongParticipation() corrected {
	a, b, p, q := w.organisation("Partner"), w.organisation("The right partner"), w.project("P"), w.project("Q")
	id := w.make("addParticipant", object{"organisation": a, "project": p, "role": "PARTNER", "budget": sek("10.00")}, "participation")
	return corrected{"updateParticipation", "participation",
		object{"id": id, "organisation": b, "project": q, "role": "LEAD", "country": "NO", "budget": nil, "validFrom": dayFrom(-3)},
		"organisation { legalName } project { acronym } role country budget { amount } validFrom",
		object{"organisation": named("Partner"), "project": object{"acronym": "P"}, "role": "PARTNER", "country": nil, "budget": object{"amount": "10.00"}, "validFrom": nil},
		object{"organisation": named("The right partner"), "project": object{"acronym": "Q"}, "role": "LEAD", "country": "NO", "budget": nil, "validFrom": dayFrom(-3)}}
}

func (w world) wrongPartnership() corrected {
	a, b, c, d := w.organisation("A"), w.organisation("B"), w.organisation("C"), w.organisation("D")
	id := w.make("proposePartnership", object{"type": "PROJECT", "title": "T", "arisesFrom": w.project("Wrong"), "parties": []object{party(a, "ASKED"), party(b, "ASKED"), party(c, "ASKED")}}, "partnership")
	w.command("confirmPartnership", object{"id": id, "party": b}, "partnership { id }").good()
	said := func(name, role, confirmation string, position float64) any {
		return object{"position": position, "role": role, "confirmation": confirmation, "party": named(name)}
	}
	return corrected{"updatePartnership", "partnership",
		object{"id": id, "type": "SUPPLY", "title": nil, "formality": "AGREEMENT", "agreementRef": "2025/7", "arisesFrom": w.project("Right"), "state": "CLAIMED", "validTo": dayFrom(9),
			"parties": []object{{"party": b, "role": "LEAD"}, {"party": d}}},
		"type title formality agreementRef arisesFrom { acronym } state endStatus validTo parties { position role confirmation party { ... on Organisation { legalName } } }",
		object{"type": "PROJECT", "title": "T", "formality": nil, "agreementRef": nil, "arisesFrom": object{"acronym": "Wrong"}, "state": "PROPOSED", "endStatus": nil, "validTo": nil,
			"parties": []any{said("A", "PARTNER", "ASKED", 1), said("B", "PARTNER", "CONFIRMED", 2), said("C", "PARTNER", "ASKED", 3)}},
		object{"type": "SUPPLY", "title": nil, "formality": "AGREEMENT", "agreementRef": "2025/7", "arisesFrom": object{"acronym": "Right"}, "state": "CLAIMED", "endStatus": "KNOWN",
			"validTo": dayFrom(9), "parties": []any{said("B", "LEAD", "CONFIRMED", 1), said("D", "PARTNER", "NOT_ASKED", 2)}}}
}

func (w world) wrongDecision() corrected {
	a, b := w.organisation("Notified"), w.organisation("Notified in truth")
	id := w.make("recordDecision", object{"application": w.application("Decided"), "caseNumber": "1/2023", "outcome": "GRANTED", "items": []string{"one"}, "notified": []string{a},
		"document": object{"new": object{"title": "The wrong paper"}}}, "decision")
	return corrected{"updateDecision", "decision",
		object{"id": id, "caseNumber": "2/2023", "outcome": "PARTLY_GRANTED", "decidedOn": "2024-01-02", "mode": "SINGLE", "madeBy": a, "items": []string{"two", "three"}, "notified": []string{b},
			"legalBases": object{"new": object{"type": "ACT", "title": "A law"}}, "document": nil},
		"caseNumber outcome decidedOn mode madeBy { legalName } items notified { legalName } legalBases { title } document { title } application { state }",
		object{"caseNumber": "1/2023", "outcome": "GRANTED", "decidedOn": nil, "mode": nil, "madeBy": nil, "items": []any{"one"}, "notified": []any{named("Notified")},
			"legalBases": []any{}, "document": object{"title": "The wrong paper"}, "application": object{"state": "GRANTED"}},
		object{"caseNumber": "2/2023", "outcome": "PARTLY_GRANTED", "decidedOn": "2024-01-02", "mode": "SINGLE", "madeBy": named("Notified"), "items": []any{"two", "three"},
			"notified": []any{named("Notified in truth")}, "legalBases": []any{object{"title": "A law"}}, "document": nil, "application": object{"state": "PARTLY_GRANTED"}}}
}

func (w world) wrongAward() corrected {
	id := w.granted(w.application("Awarded"))
	return corrected{"updateAward", "award",
		object{"id": id, "recipient": w.organisation("Another"), "aidRate": "0.35", "cap": sek("1.00"), "costBasis": "BUDGETED", "budgetLine": object{"new": object{"code": "1:1"}}},
		"recipient { legalName } aidRate cap { amount } costBasis budgetLine { code } state",
		object{"recipient": named("The recipient"), "aidRate": "0.5", "cap": object{"amount": "1000.00"}, "costBasis": nil, "budgetLine": nil, "state": "EFFECTIVE"},
		object{"recipient": named("Another"), "aidRate": "0.35", "cap": object{"amount": "1.00"}, "costBasis": "BUDGETED", "budgetLine": object{"code": "1:1"}, "state": "EFFECTIVE"}}
}

func (w world) wrongCondition() corrected {
	first, second := w.application("First"), w.application("Second")
	award := w.granted(w.application("Conditional"), object{"type": "REPORTING", "text": "Report", "dependsOn": []string{first}})
	return corrected{"updateCondition", "condition",
		object{"id": w.conditionOf(award), "type": "OTHER_FINANCING", "text": nil, "dueOn": "2026-01-01", "dependsOn": []string{second}},
		"type text status dueOn dependsOn { ... on Application { id } } award { state }",
		object{"type": "REPORTING", "text": "Report", "status": "OPEN", "dueOn": nil, "dependsOn": []any{object{"id": first}}, "award": object{"state": "EFFECTIVE"}},
		object{"type": "OTHER_FINANCING", "text": nil, "status": "OPEN", "dueOn": "2026-01-01", "dependsOn": []any{object{"id": second}}, "award": object{"state": "CONDITIONAL"}}}
}

func (w world) wrongPayment() corrected {
	id := w.make("recordPayment", payment(w.granted(w.application("Paid")), "FINAL", "1000.00"), "payment")
	return corrected{"updatePayment", "payment", object{"id": id, "type": "INTERIM", "amount": sek("100.00"), "paidOn": "2024-02-02"},
		"type amount { amount } paidOn award { state }",
		object{"type": "FINAL", "amount": object{"amount": "1000.00"}, "paidOn": "2024-01-01", "award": object{"state": "FINAL_PAID"}},
		object{"type": "INTERIM", "amount": object{"amount": "100.00"}, "paidOn": "2024-02-02", "award": object{"state": "PARTLY_PAID"}}}
}

func (w world) wrongObligation() corrected {
	payload := w.command("recordDecision", object{"application": w.application("Obliged"), "caseNumber": "O", "outcome": "GRANTED", "obligations": object{"type": "FINAL_REPORT", "dueOn": "2024-05-31"}},
		"decision { obligations { id } }").good()
	id := at(payload, "decision", "obligations", 0, "id")
	w.command("fulfilObligation", object{"id": id, "fulfilledOn": "2024-05-30", "evidence": object{"new": object{"title": "Another report"}}}, "obligation { id }").good()
	return corrected{"updateObligation", "obligation",
		object{"id": id, "type": "INTERIM_REPORT", "dueOn": nil, "status": "WAIVED", "fulfilledOn": nil, "responsible": w.organisation("Responsible"), "evidence": nil},
		"type dueOn status fulfilledOn responsible { legalName } evidence { title }",
		object{"type": "FINAL_REPORT", "dueOn": "2024-05-31", "status": "FULFILLED", "fulfilledOn": "2024-05-30", "responsible": nil, "evidence": []any{object{"title": "Another report"}}},
		object{"type": "INTERIM_REPORT", "dueOn": nil, "status": "WAIVED", "fulfilledOn": nil, "responsible": named("Responsible"), "evidence": []any{}}}
}

func (w world) wrongDocument() corrected {
	id := w.make("recordDocument", object{"title": "Beslut", "reference": "1", "publishedOn": "2024-01-01"}, "document")
	return corrected{"updateDocument", "document", object{"id": id, "title": "Decision", "reference": nil, "type": "DECISION", "language": "sv", "publishedOn": "2024-01-02"},
		"title reference type language publishedOn",
		object{"title": "Beslut", "reference": "1", "type": nil, "language": nil, "publishedOn": "2024-01-01"},
		object{"title": "Decision", "reference": nil, "type": "DECISION", "language": "sv", "publishedOn": "2024-01-02"}}
}
