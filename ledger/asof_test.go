package ledger_test

import (
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// listed asks which partnerships or memberships a list shows on a day, and where they stand on it.
func listed(w register.World, list, arguments, selection string) []any {
	w.T.Helper()
	data := w.Do("{ "+list+"("+arguments+") { totalCount nodes { "+selection+" } } }", nil)[list].(object)
	if nodes := data["nodes"].([]any); len(nodes) != int(data["totalCount"].(float64)) {
		w.T.Errorf("%s(%s) counts %v of %d", list, arguments, data["totalCount"], len(nodes))
	}
	return data["nodes"].([]any)
}

// A partnership that has ended since reads on an earlier day as it stood then.
func TestAPartnershipStandsOnADayAsItDidThen(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("IUC Z-Group AB"), w.Organisation("Future innovations AS")
	id := w.Make("proposePartnership", object{"type": "PROJECT", "validFrom": "2024-06-01", "validTo": "2025-05-31",
		"parties": []object{register.Party(a, "NOT_ASKED"), register.Party(b, "NOT_ASKED")}}, "partnership")
	w.Command("confirmPartnership", object{"id": id, "party": a, "confirmedAt": "2024-06-15T10:00:00Z"}, "partnership { state }").Good()
	w.Command("confirmPartnership", object{"id": id, "party": b, "confirmedAt": "2024-07-01T10:00:00Z"}, "partnership { state }").Good()
	w.Command("endPartnership", object{"id": id, "validTo": "2025-05-31"}, "partnership { state }").Good()
	type row = object
	both := func(first, second any) []any {
		return []any{row{"confirmation": first}, row{"confirmation": second}}
	}
	for _, on := range []struct {
		why, arguments string
		want           []any
	}{
		{"both have confirmed it", `asOf: "2024-08-01"`, []any{row{"state": "ACTIVE", "parties": both("CONFIRMED", "CONFIRMED")}}},
		{"and so it is found by its state", `asOf: "2024-08-01", filter: {state: ACTIVE}`, []any{row{"state": "ACTIVE", "parties": both("CONFIRMED", "CONFIRMED")}}},
		{"not by the one that it has today", `asOf: "2024-08-01", filter: {state: ENDED}`, []any{}},
		{"one has", `asOf: "2024-06-20"`, []any{row{"state": "CLAIMED", "parties": both("CONFIRMED", "NOT_ASKED")}}},
		{"it has not begun", `asOf: "2024-05-31"`, []any{}},
		{"it has not begun, and is asked for", `asOf: "2024-05-31", standing: UPCOMING`, []any{row{"state": "CLAIMED", "parties": both("NOT_ASKED", "NOT_ASKED")}}},
		{"it is over", `asOf: "2025-06-01"`, []any{}},
		{"it is over, and what is past is asked for", `standing: PAST`, []any{row{"state": "ENDED", "parties": both("CONFIRMED", "CONFIRMED")}}},
	} {
		if diff := cmp.Diff(on.want, listed(w, "partnerships", on.arguments, "state parties { confirmation }")); diff != "" {
			t.Errorf("%s (-want +got): %s", on.why, diff)
		}
	}
}

// What is only proposed, and what a party denies, is in force nowhere; whoever looks for it finds it.
func TestWhatIsProposedOrDeniedIsNotInForce(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("IUC Z-Group AB"), w.Organisation("Future innovations AS")
	propose := func(state string) string {
		return w.Make("proposePartnership", object{"type": "PROJECT", "state": state, "parties": []object{register.Party(a, "NOT_ASKED"), register.Party(b, "NOT_ASKED")}}, "partnership")
	}
	propose("PROPOSED")
	claimed, denied := propose("CLAIMED"), propose("CLAIMED")
	w.Command("denyPartnership", object{"id": denied, "party": b}, "partnership { state }").Good()
	for _, list := range []struct {
		arguments string
		want      []any
	}{
		{"first: 10", []any{object{"id": claimed, "state": "CLAIMED"}}},
		{"standing: ANY, filter: {state: DISPUTED}", []any{object{"id": denied, "state": "DISPUTED"}}},
		{"filter: {state: [PROPOSED, DISPUTED]}", []any{}},
	} {
		if diff := cmp.Diff(list.want, listed(w, "partnerships", list.arguments, "id state")); diff != "" {
			t.Errorf("partnerships(%s) (-want +got): %s", list.arguments, diff)
		}
	}
	data := w.Do(`query($id: ID!) { organisation(id: $id) { partnerships { totalCount } } networkMetrics { ties } path(from: $id, to: "`+b+`") { length } }`, object{"id": a})
	want := object{"organisation": object{"partnerships": object{"totalCount": 1.0}}, "networkMetrics": object{"ties": 1.0}, "path": object{"length": 2.0}}
	if diff := cmp.Diff(want, data); diff != "" {
		t.Errorf("counts, metrics and paths (-want +got): %s", diff)
	}
}

// answer is what the first or the second of two parties says of their partnership on a day.
type answer struct {
	command string
	party   int
	on      string
}

// partnershipAnswered writes a partnership that holds from a day and what its two parties say of it, one answer after the other.
func partnershipAnswered(w register.World, from string, answers ...answer) {
	w.T.Helper()
	parties := []string{w.Organisation("IUC Z-Group AB"), w.Organisation("Future innovations AS")}
	id := w.Make("proposePartnership", object{"type": "PROJECT", "validFrom": from, "parties": []object{register.Party(parties[0], "NOT_ASKED"), register.Party(parties[1], "NOT_ASKED")}}, "partnership")
	for _, a := range answers {
		w.Command(a.command, object{"id": id, "party": parties[a.party], "confirmedAt": a.on + "T10:00:00Z"}, "partnership { state }").Good()
	}
}

// What a party had confirmed before it denied it was in force until then, and saying the same again takes nothing from the days before.
func TestADenialLeavesWhatWasConfirmedBefore(t *testing.T) {
	w := register.New(t)
	partnershipAnswered(w, "2024-06-01", answer{"confirmPartnership", 0, "2024-06-10"}, answer{"confirmPartnership", 1, "2024-06-10"}, answer{"confirmPartnership", 1, "2024-12-01"},
		answer{"denyPartnership", 1, "2025-03-01"})
	active := []any{object{"state": "ACTIVE"}}
	for arguments, want := range map[string][]any{
		`asOf: "2024-06-05"`: {object{"state": nil}}, // what it had said before it said the first of the two is not kept
		`asOf: "2024-08-01"`: active,
		`asOf: "2025-02-28"`: active,
		`asOf: "2025-03-01"`: {},
		`standing: ANY`:      {object{"state": "DISPUTED"}},
	} {
		if diff := cmp.Diff(want, listed(w, "partnerships", arguments, "state")); diff != "" {
			t.Errorf("partnerships(%s) (-want +got): %s", arguments, diff)
		}
	}
}

// What a party confirmed when the partnership was over is of all its days, whatever it says later: a denial holds from its own day.
func TestAConfirmationOfWhatIsOverIsOfAllItsDays(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("IUC Z-Group AB"), w.Organisation("Future innovations AS")
	id := w.Make("proposePartnership", object{"type": "PROJECT", "validFrom": "2024-02-29", "validTo": "2024-02-29",
		"parties": []object{register.Party(a, "NOT_ASKED"), register.Party(b, "NOT_ASKED")}}, "partnership")
	w.Command("confirmPartnership", object{"id": id, "party": a, "confirmedAt": "2024-03-15T12:00:00Z"}, "command").Good()
	active := []any{object{"state": "ACTIVE", "unknown": []any{}, "parties": []any{object{"confirmation": "CONFIRMED"}, object{"confirmation": "CONFIRMED"}}}}
	for _, step := range []struct{ command, on string }{
		{"confirmPartnership", "2024-03-20"}, {"denyPartnership", "2025-06-01"}, {"confirmPartnership", "2025-09-01"}, {"denyPartnership", "2025-10-01"},
	} {
		w.Command(step.command, object{"id": id, "party": b, "confirmedAt": step.on + "T12:00:00Z"}, "command").Good()
		for _, arguments := range []string{`asOf: "2024-02-29"`, `asOf: "2024-02-29", filter: {state: ACTIVE}`} {
			if diff := cmp.Diff(active, listed(w, "partnerships", arguments, "state unknown { field } parties { confirmation }")); diff != "" {
				t.Errorf("after %s on %s, partnerships(%s) (-want +got): %s", step.command, step.on, arguments, diff)
			}
		}
	}
	got := w.Do(`query($id: ID!) { before: partnership(id: $id, asOf: "2025-09-30") { parties { confirmation } } then: partnership(id: $id, asOf: "2025-10-01") { parties { confirmation } } }`, object{"id": id})
	says := func(word string) object {
		return object{"parties": []any{object{"confirmation": "CONFIRMED"}, object{"confirmation": word}}}
	}
	if diff := cmp.Diff(object{"before": says("CONFIRMED"), "then": says("DENIED")}, got); diff != "" {
		t.Errorf("around its last denial (-want +got): %s", diff)
	}
}

// Where a party has said so much since that nobody can tell what it had said by a day, nobody can tell where the partnership stood on it, either.
func TestADayOfWhichAPartysWordIsNotKnown(t *testing.T) {
	w := register.New(t)
	partnershipAnswered(w, "2024-01-01", answer{"confirmPartnership", 0, "2024-03-01"}, answer{"confirmPartnership", 1, "2024-06-01"}, answer{"denyPartnership", 1, "2025-06-01"},
		answer{"confirmPartnership", 1, "2025-09-01"})
	notKnown := []any{object{"state": nil, "unknown": []any{object{"field": "state"}, object{"field": "confirmation"}}}}
	for arguments, want := range map[string][]any{
		`asOf: "2024-07-01"`: notKnown,
		`asOf: "2024-07-01", standing: ANY, filter: {state: [CLAIMED]}`: {},
		`asOf: "2025-06-01"`: {},
		`asOf: "2025-09-01"`: {object{"state": "ACTIVE", "unknown": []any{}}},
	} {
		if diff := cmp.Diff(want, listed(w, "partnerships", arguments, "state unknown { field }")); diff != "" {
			t.Errorf("partnerships(%s) (-want +got): %s", arguments, diff)
		}
	}
}

// A membership that has ended on a day that nobody knows held at least until somebody last confirmed it.
func TestAnEndOfUnknownDateLeavesThePast(t *testing.T) {
	w := register.New(t)
	network, member := w.Network("MITTSEC", "ESTABLISHED"), w.Organisation("IUC Z-Group AB")
	id := w.Make("admitMember", object{"network": network, "member": member, "role": "MEMBER", "state": "ACTIVE", "validFrom": "2024-03-15"}, "membership")
	w.Command("renewConfirmation", object{"id": id, "lastConfirmedOn": "2025-06-01"}, "relation { __typename }").Good()
	w.Command("endMembership", object{"id": id}, "membership { state }").Good()
	held := []any{object{"state": "ACTIVE", "endStatus": "ENDED_DATE_UNKNOWN", "unknown": []any{}}}
	for _, on := range []struct {
		why, arguments string
		want           []any
	}{
		{"before it began", `asOf: "2024-03-14"`, []any{}},
		{"between", `asOf: "2024-12-24"`, held},
		{"on the last day on which it is known to have held", `asOf: "2025-06-01"`, held},
		{"after that nobody knows", `asOf: "2025-06-02"`, []any{}},
		{"after that nobody knows where it stood, either", `asOf: "2025-06-02", standing: PAST`, []any{object{"state": nil, "endStatus": "ENDED_DATE_UNKNOWN",
			"unknown": []any{object{"field": "state", "reason": "NOT_IN_SOURCE"}}}}},
		{"today it has ended", `standing: PAST`, []any{object{"state": "ENDED", "endStatus": "ENDED_DATE_UNKNOWN", "unknown": []any{}}}},
	} {
		if diff := cmp.Diff(on.want, listed(w, "memberships", on.arguments, "state endStatus unknown { field reason }")); diff != "" {
			t.Errorf("%s (-want +got): %s", on.why, diff)
		}
	}
}

// What is said as a day begins on both sides of the border counts from that day, though it is the day before in UTC.
func TestAnAnswerCountsFromTheDayOnBothSides(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("IUC Z-Group AB"), w.Organisation("Future innovations AS")
	id := w.Make("proposePartnership", object{"type": "PROJECT", "validFrom": "2024-06-01", "parties": []object{register.Party(a, "NOT_ASKED"), register.Party(b, "NOT_ASKED")}}, "partnership")
	for _, party := range []string{a, b} {
		w.Command("confirmPartnership", object{"id": id, "party": party, "confirmedAt": "2024-07-01T22:00:00Z"}, "partnership { state }").Good()
	}
	for on, want := range map[string]object{
		"2024-07-01": {"state": "CLAIMED", "lastConfirmedOn": "2024-07-02", "parties": []any{object{"confirmation": "NOT_ASKED"}, object{"confirmation": "NOT_ASKED"}}},
		"2024-07-02": {"state": "ACTIVE", "lastConfirmedOn": "2024-07-02", "parties": []any{object{"confirmation": "CONFIRMED"}, object{"confirmation": "CONFIRMED"}}},
	} {
		if diff := cmp.Diff([]any{want}, listed(w, "partnerships", `asOf: "`+on+`"`, "state lastConfirmedOn parties { confirmation }")); diff != "" {
			t.Errorf("on %s (-want +got): %s", on, diff)
		}
	}
}

// An obligation is open until the day it is done, and overdue when its last day has passed by then.
func TestAnObligationIsOpenUntilItIsDone(t *testing.T) {
	w := register.New(t)
	payload := w.Command("recordDecision", object{"application": w.Application("P"), "caseNumber": "C", "outcome": "GRANTED", "obligations": object{"type": "FINAL_REPORT", "dueOn": "2025-06-01"}},
		"decision { obligations { id } }").Good()
	w.Command("fulfilObligation", object{"id": register.At(payload, "decision", "obligations", 0, "id"), "fulfilledOn": "2026-01-01"}, "obligation { id }").Good()
	for on, want := range map[string]object{"2025-05-31": {"status": "OPEN", "overdue": false}, "2025-12-31": {"status": "OPEN", "overdue": true}, "2026-01-01": {"status": "FULFILLED", "overdue": false}} {
		got := w.Do(`query($on: Date!) { obligations(asOf: $on) { nodes { status overdue } } }`, object{"on": on})
		if diff := cmp.Diff(any([]any{want}), register.At(got, "obligations", "nodes")); diff != "" {
			t.Errorf("on %s: %s", on, diff)
		}
	}
}

// An organisation goes on a day by the name that it had then.
func TestNamesAreThoseOfTheDay(t *testing.T) {
	w := register.New(t)
	id := w.Make("registerOrganisation", object{"legalName": "Exempel Säkerhet AB",
		"formerNames": []object{{"name": "Exempel Lås AB", "kind": "LEGAL_NAME", "validTo": "2022-12-31"}}}, "organisation")
	data := w.Do(`query($id: ID!) { then: organisation(id: $id, asOf: "2022-12-31") { legalName } after: organisation(id: $id, asOf: "2023-01-01") { legalName } now: organisation(id: $id) { legalName } }`, object{"id": id})
	want := object{"then": object{"legalName": "Exempel Lås AB"}, "after": object{"legalName": "Exempel Säkerhet AB"}, "now": object{"legalName": "Exempel Säkerhet AB"}}
	if diff := cmp.Diff(want, data); diff != "" {
		t.Errorf("(-want +got): %s", diff)
	}
}

// A relation that rests reads on an earlier day as it stood then, and null where nobody knows since when it rests.
func TestARelationThatRestsStoodOtherwiseBefore(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("IUC Z-Group AB"), w.Organisation("Future innovations AS")
	network := w.Network("MITTSEC", "ESTABLISHED")
	membership := w.Make("admitMember", object{"network": network, "member": a, "state": "ACTIVE", "validFrom": "2024-01-15"}, "membership")
	partnership := w.Make("proposePartnership", object{"type": "PROJECT", "validFrom": "2024-01-15", "parties": []object{register.Party(a, "NOT_ASKED"), register.Party(b, "NOT_ASKED")}}, "partnership")
	for _, party := range []string{a, b} {
		w.Command("confirmPartnership", object{"id": partnership, "party": party, "confirmedAt": "2024-02-01T10:00:00Z"}, "partnership { state }").Good()
	}
	for _, relation := range []struct{ list, update, end, id, result string }{
		{"memberships", "updateMembership", "endMembership", membership, "membership"},
		{"partnerships", "updatePartnership", "endPartnership", partnership, "partnership"},
	} {
		reads := func(why string, days object) {
			t.Helper()
			for day, want := range days {
				if diff := cmp.Diff([]any{object{"state": want}}, listed(w, relation.list, `standing: ANY, asOf: "`+day+`"`, "state")); diff != "" {
					t.Errorf("%s, %s on %s (-want +got): %s", why, relation.list, day, diff)
				}
			}
		}
		correct := func(input object) register.Answer {
			input["id"] = relation.id
			return w.Command(relation.update, input, relation.result+" { state pausedSince stateBeforePause }")
		}
		correct(object{"state": "PAUSED", "pausedSince": "2024-06-01"}).Good()
		reads("since a day", object{"2024-05-31": "ACTIVE", "2024-06-01": "PAUSED", register.DayFrom(0): "PAUSED"})
		correct(object{"pausedSince": nil}).Good()
		reads("nobody knows since when", object{"2024-06-01": nil, register.DayFrom(0): "PAUSED"})
		got := correct(object{"state": "ACTIVE"}).Good()
		if diff := cmp.Diff(object{relation.result: object{"state": "ACTIVE", "pausedSince": nil, "stateBeforePause": nil}}, got); diff != "" {
			t.Errorf("it rests no more (-want +got): %s", diff)
		}
		correct(object{"state": "PAUSED"}).Good()
		reads("since today", object{register.DayFrom(-1): "ACTIVE", register.DayFrom(0): "PAUSED"})
		correct(object{"pausedSince": "2024-06-01"}).Good()
		w.Command(relation.end, object{"id": relation.id, "validTo": "2024-12-31"}, relation.result+" { state }").Good()
		reads("it has ended since", object{"2024-05-31": "ACTIVE", "2024-06-01": "PAUSED", "2025-01-01": "ENDED"})
		got = correct(object{"state": "ACTIVE", "validTo": nil}).Good()
		if diff := cmp.Diff(object{relation.result: object{"state": "ACTIVE", "pausedSince": nil, "stateBeforePause": nil}}, got); diff != "" {
			t.Errorf("it goes on again, and does not rest (-want +got): %s", diff)
		}
	}
}

// What had ended and goes on again rests no more; what is over does not come to rest today.
func TestWhatHadEndedGoesOnOrHadRested(t *testing.T) {
	w := register.New(t)
	id := w.Make("admitMember", object{"network": w.Network("MITTSEC", "ESTABLISHED"), "member": w.Organisation("A"), "state": "PAUSED", "validFrom": "2020-01-01",
		"pausedSince": "2021-06-01"}, "membership")
	const shown = "membership { state pausedSince stateBeforePause stateBeforeEnd }"
	ends := func() { w.Command("endMembership", object{"id": id, "validTo": "2022-01-01"}, shown).Good() }
	correct := func(input object) register.Answer {
		input["id"] = id
		return w.Command("updateMembership", input, shown)
	}
	stands := func(why string, got, want object) {
		t.Helper()
		if diff := cmp.Diff(object{"membership": want}, got); diff != "" {
			t.Errorf("%s (-want +got): %s", why, diff)
		}
	}
	ends()
	stands("it goes on", correct(object{"validTo": nil, "state": "ACTIVE"}).Good(), object{"state": "ACTIVE", "pausedSince": nil, "stateBeforePause": nil, "stateBeforeEnd": nil})
	ends()
	correct(object{"state": "PAUSED"}).Fails("BAD_INPUT", "relation-paused", "input.state")
	stands("it had rested when it ended", correct(object{"state": "PAUSED", "pausedSince": "2021-07-01"}).Good(),
		object{"state": "ENDED", "pausedSince": "2021-07-01", "stateBeforePause": "ACTIVE", "stateBeforeEnd": nil}) // its last day is past
}

// Since when a relation rests is a day on which it can have begun to.
func TestSinceWhenARelationRestsIsADayOfIt(t *testing.T) {
	w := register.New(t)
	id := w.Make("admitMember", object{"network": w.Network("MITTSEC", "ESTABLISHED"), "member": w.Organisation("A"), "state": "ACTIVE", "validFrom": "2024-01-15"}, "membership")
	for _, row := range []struct {
		why         string
		input       object
		rule, field string
	}{
		{"it does not rest", object{"pausedSince": "2024-06-01"}, "relation-paused", "input.pausedSince"},
		{"tomorrow", object{"state": "PAUSED", "pausedSince": register.DayFrom(1)}, "not-future", "input.pausedSince"},
		{"before it held", object{"state": "PAUSED", "pausedSince": "2024-01-14"}, "period-order", "input.pausedSince"},
	} {
		row.input["id"] = id
		t.Log(row.why)
		w.Command("updateMembership", row.input, "membership { state }").Fails("BAD_INPUT", row.rule, row.field)
	}
}
