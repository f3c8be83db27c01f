package commands_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// where is what tests ask of a partnership.
const where = "partnership { state lastConfirmedOn endStatus validTo parties { confirmation confirmedAt } } changes { fields { name before after } subject { __typename } }"

// A denial that is said again says nothing new of any day: the confirmation before the first one still holds for the days until then.
func TestADenialSaidAgainKeepsTheConfirmationBefore(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	id := w.Make("proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(a, "NOT_ASKED"), register.Party(b, "NOT_ASKED")}}, "partnership")
	said := func(days int) string { return register.DayFrom(days) + "T12:00:00Z" }
	for _, answer := range []struct {
		command string
		days    int
	}{{"confirmPartnership", -40}, {"denyPartnership", -30}, {"denyPartnership", -20}, {"denyPartnership", -25}} {
		w.Command(answer.command, object{"id": id, "party": a, "confirmedAt": said(answer.days)}, "command").Good()
	}
	for days, want := range map[int]any{-35: "CONFIRMED", -28: "DENIED", -22: "DENIED", 0: "DENIED"} {
		got := w.Do("query($id: ID!, $on: Date) { partnership(id: $id, asOf: $on) { parties { confirmation } } }", object{"id": id, "on": register.DayFrom(days)})
		if says := register.At(got, "partnership", "parties", 0, "confirmation"); says != want {
			t.Errorf("%d days from today it says %v, want %v", days, says, want)
		}
	}
	w.Command("denyPartnership", object{"id": id, "party": a, "confirmedAt": said(-33)}, "command").Good()
	got := w.Do("query($id: ID!) { partnership(id: $id) { parties { confirmedAt saidBefore saidBeforeAt } } }", object{"id": id})
	want := object{"confirmedAt": said(-33), "saidBefore": "CONFIRMED", "saidBeforeAt": said(-40)}
	if diff := cmp.Diff(any(want), register.At(got, "partnership", "parties", 0)); diff != "" {
		t.Errorf("the time of the denial is corrected: %s", diff)
	}
}

func TestAPartnershipIsActiveWhenEveryPartyHasConfirmedIt(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("IUC Z-Group AB"), w.Organisation("Future innovations AS")
	id := w.Make("proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(a, "ASKED"), register.Party(b, "NOT_ASKED")}}, "partnership")
	source := w.Make("recordDocument", object{"title": "Minutes"}, "source")
	ago := func(days int) string { return register.Today.AddDate(0, 0, -days).Format(time.RFC3339) }
	earlier, then, again, now := ago(10), ago(8), ago(5), ago(0)
	for _, step := range []struct {
		why, command string
		input        object
		state        string
		confirmed    any
		fields       []any
	}{
		{"one of two", "confirmPartnership", object{"party": b, "confirmedAt": earlier}, "PROPOSED", register.DayFrom(-10), []any{
			register.Change("lastConfirmedOn", nil, register.DayFrom(-10)), register.Change("parties", said(b, "NOT_ASKED"), said(b, "CONFIRMED", earlier, "NOT_ASKED"))}},
		{"the other denies", "denyPartnership", object{"party": a, "confirmedAt": then}, "DISPUTED", register.DayFrom(-10), []any{
			register.Change("state", "PROPOSED", "DISPUTED"), register.Change("parties", said(a, "ASKED"), said(a, "DENIED", then, "ASKED"))}},
		{"the other thinks again", "confirmPartnership", object{"party": a, "confirmedAt": again}, "ACTIVE", register.DayFrom(-5), []any{
			register.Change("lastConfirmedOn", register.DayFrom(-10), register.DayFrom(-5)), register.Change("state", "DISPUTED", "ACTIVE"), register.Change("parties", said(a, "DENIED", then, "ASKED"), said(a, "CONFIRMED", again, "DENIED", then))}},
		{"saying it again changes nothing", "confirmPartnership", object{"party": a, "confirmedAt": again}, "ACTIVE", register.DayFrom(-5), nil},
		{"it ends", "endPartnership", object{"validTo": register.DayFrom(-1)}, "ENDED", register.DayFrom(-5), []any{
			register.Change("endStatus", nil, "KNOWN"), register.Change("state", "ACTIVE", "ENDED"), register.Change("stateBeforeEnd", nil, "ACTIVE"), register.Change("validTo", nil, register.DayFrom(-1))}},
		{"what is over stays over", "denyPartnership", object{"party": b, "confirmedAt": now}, "ENDED", register.DayFrom(-5), []any{
			register.Change("parties", said(b, "CONFIRMED", earlier, "NOT_ASKED"), said(b, "DENIED", now, "CONFIRMED", earlier))}},
	} {
		step.input["id"], step.input["source"] = id, object{"id": source}
		got := w.Command(step.command, step.input, where).Good()
		partnership := got["partnership"].(object)
		if partnership["state"] != step.state || partnership["lastConfirmedOn"] != step.confirmed {
			t.Errorf("%s: got %v, want %s, confirmed %v", step.why, partnership, step.state, step.confirmed)
		}
		var fields []any
		for _, c := range got["changes"].([]any) {
			fields = append(fields, c.(object)["fields"].([]any)...)
		}
		if diff := cmp.Diff(step.fields, fields); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
}

// said is a party with its answer, as a change shows it: without its place, which counts parties that others may not see.
func said(id string, answer ...string) string {
	return id + ", PARTNER, " + strings.Join(answer, ", ")
}

// A party that confirms a partnership when it is over confirms no day on which it does not hold.
func TestConfirmedWhenItIsOver(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	id := w.Make("proposePartnership", object{"type": "SUPPLY", "state": "CLAIMED", "validFrom": register.DayFrom(-20), "validTo": register.DayFrom(-10),
		"parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED")}}, "partnership")
	got := w.Command("confirmPartnership", object{"id": id, "party": a}, "partnership { lastConfirmedOn parties { confirmation } }").Good()
	if diff := cmp.Diff(object{"partnership": object{"lastConfirmedOn": nil, "parties": []any{object{"confirmation": "CONFIRMED"}, object{"confirmation": "ASKED"}}}}, got); diff != "" {
		t.Error(diff)
	}
	w.Command("updatePartnership", object{"id": id, "title": "T"}, "partnership { id }").Good()
}

// Data health asks to have a claim confirmed that nobody whom it is about has confirmed.
func TestWhatAPartyHasConfirmedIsNotUnverified(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	id := w.Make("proposePartnership", object{"type": "SUPPLY", "state": "CLAIMED", "parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED")}}, "partnership")
	unverified := func() int {
		issues := register.At(w.Do("{ dataHealth { issues { kind } } }", nil), "dataHealth", "issues").([]any)
		return len(slices.DeleteFunc(issues, func(issue any) bool { return issue.(object)["kind"] != "UNVERIFIED" }))
	}
	if n := unverified(); n != 1 {
		t.Errorf("%d are unverified, want the one that nobody has confirmed", n)
	}
	w.Command("confirmPartnership", object{"id": id, "party": a}, "command").Good()
	if n := unverified(); n != 0 {
		t.Errorf("%d are unverified, and a party has confirmed the one there is", n)
	}
}

func TestPartnershipsRefused(t *testing.T) {
	w := register.New(t)
	a, b, other := w.Organisation("A"), w.Organisation("B"), w.Organisation("Another")
	both := []object{register.Party(a, "NOT_ASKED"), register.Party(b, "NOT_ASKED")}
	id := w.Make("proposePartnership", object{"type": "PROJECT", "parties": both, "validFrom": register.DayFrom(-5)}, "partnership")
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"alone", "proposePartnership", object{"parties": both[:1]}, "BAD_INPUT", "partnership-parties", "input.parties"},
		{"with itself", "proposePartnership", object{"parties": []object{both[0], both[0]}}, "BAD_INPUT", "partnership-parties", "input.parties"},
		{"with nobody known", "proposePartnership", object{"parties": []object{both[0], register.Party("nobody", "ASKED")}}, "NOT_FOUND", "", "input.parties[1].party"},
		{"with a partnership", "proposePartnership", object{"parties": []object{both[0], register.Party(id, "ASKED")}}, "NOT_FOUND", "", "input.parties[1].party"},
		{"out of nothing", "proposePartnership", object{"parties": both, "arisesFrom": "nothing"}, "NOT_FOUND", "", "input.arisesFrom"},
		{"active at once", "proposePartnership", object{"parties": both, "state": "ACTIVE"}, "BAD_INPUT", "partnership-proposal", "input.state"},
		{"confirmed at once", "proposePartnership", object{"parties": []object{both[0], register.Party(b, "CONFIRMED")}}, "BAD_INPUT", "partnership-proposal", "input.state"},
		{"the wrong way round", "proposePartnership", object{"parties": both, "validFrom": register.DayFrom(0), "validTo": register.DayFrom(-1)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"by a stranger", "confirmPartnership", object{"id": id, "party": other}, "NOT_FOUND", "partnership-not-a-party", "input.party"},
		{"denied by a stranger", "denyPartnership", object{"id": id, "party": "nobody"}, "NOT_FOUND", "partnership-not-a-party", "input.party"},
		{"tomorrow", "confirmPartnership", object{"id": id, "party": a, "confirmedAt": register.DayFrom(1) + "T00:00:00Z"}, "BAD_INPUT", "not-future", "input.confirmedAt"},
		{"of nothing", "confirmPartnership", object{"id": a, "party": a}, "NOT_FOUND", "", "input.id"},
		{"ended before it began", "endPartnership", object{"id": id, "validTo": register.DayFrom(-6)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"renewed for tomorrow", "renewConfirmation", object{"id": id, "lastConfirmedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.lastConfirmedOn"},
		{"renewed before it began", "renewConfirmation", object{"id": id, "lastConfirmedOn": register.DayFrom(-6)}, "BAD_INPUT", "within-period", "input.lastConfirmedOn"},
		{"renewed, but not a relation", "renewConfirmation", object{"id": a, "lastConfirmedOn": register.DayFrom(0)}, "NOT_FOUND", "", "input.id"},
	} {
		t.Run(row.why, func(t *testing.T) {
			if row.command == "proposePartnership" {
				row.input["type"] = "PROJECT"
			}
			before := w.Dump()
			w.On(t).Command(row.command, row.input, "changes { id }").Fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.Dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
}

// A relation does not end before a day on which it was confirmed to hold, whichever of the two kinds it is; once that day is corrected it does, and its
// other days can be corrected still.
func TestARelationEndsNoEarlierThanItWasConfirmed(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	membership := w.Make("admitMember", object{"member": a, "network": w.Network("N", "ESTABLISHED"), "validFrom": "2024-02-29", "lastConfirmedOn": "2024-03-21"}, "membership")
	partnership := w.Make("proposePartnership", object{"type": "SUPPLY", "validFrom": "2024-02-29", "parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED")}}, "partnership")
	w.Command("confirmPartnership", object{"id": partnership, "party": a, "confirmedAt": "2024-03-15T12:00:00Z"}, "command").Good()
	w.Command("confirmPartnership", object{"id": partnership, "party": b, "confirmedAt": "2024-03-20T23:30:00Z"}, "command").Good() // a day later on both sides of the border
	for _, relation := range []struct{ id, result, end, update string }{
		{membership, "membership", "endMembership", "updateMembership"}, {partnership, "partnership", "endPartnership", "updatePartnership"},
	} {
		does := func(command string, input object) register.Answer {
			return w.Command(command, register.Merged(input, object{"id": relation.id}), relation.result+" { state validFrom validTo lastConfirmedOn }")
		}
		does(relation.end, object{"validTo": "2024-03-20"}).Fails("BAD_INPUT", "within-period", "input.validTo")
		does(relation.update, object{"validTo": "2024-03-20"}).Fails("BAD_INPUT", "within-period", "input.lastConfirmedOn")
		does(relation.update, object{"lastConfirmedOn": nil}).Good()
		does(relation.end, object{"validTo": "2024-03-01"}).Good()
		got := does(relation.update, object{"validFrom": "2024-02-01"}).Good()
		want := object{relation.result: object{"state": "ENDED", "validFrom": "2024-02-01", "validTo": "2024-03-01", "lastConfirmedOn": nil}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

// What a source claims has a state and an end of its own, and becomes active by its parties' word as a proposal does.
func TestAClaimedPartnership(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Network("MITTSEC", "PLANNED")
	const known = "partnership { id state endStatus parties { position role confirmation party { __typename } } }"
	got := w.Command("proposePartnership", object{
		"type": "PROJECT", "state": "CLAIMED", "validTo": register.DayFrom(10), "parties": []object{{"party": a, "role": "LEAD"}, {"party": b}},
	}, known).Good()["partnership"].(object)
	id := got["id"]
	delete(got, "id")
	want := object{"state": "CLAIMED", "endStatus": "KNOWN", "parties": []any{
		object{"position": 1.0, "role": "LEAD", "confirmation": "NOT_ASKED", "party": object{"__typename": "Organisation"}},
		object{"position": 2.0, "role": "PARTNER", "confirmation": "NOT_ASKED", "party": object{"__typename": "Network"}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, step := range []struct{ party, state string }{{a, "CLAIMED"}, {b, "ACTIVE"}} {
		got := w.Command("confirmPartnership", object{"id": id, "party": step.party}, "partnership { state }").Good()
		if diff := cmp.Diff(object{"partnership": object{"state": step.state}}, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRenewConfirmation(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	network := w.Network("MITTSEC", "ESTABLISHED")
	membership := w.Make("admitMember", object{"member": a, "network": network}, "membership")
	partnership := w.Make("proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED")}}, "partnership")
	for id, kind := range map[string]string{membership: "Membership", partnership: "Partnership"} {
		name := map[string]string{membership: "A – MITTSEC", partnership: "A – B"}[id]
		got := w.Command("renewConfirmation", object{"id": id, "lastConfirmedOn": register.DayFrom(0)},
			"relation { __typename id displayName ... on Membership { on: lastConfirmedOn } ... on Partnership { on: lastConfirmedOn } }").Good()
		if diff := cmp.Diff(object{"relation": object{"__typename": kind, "id": id, "displayName": name, "on": register.DayFrom(0)}}, got); diff != "" {
			t.Error(diff)
		}
	}
}

// Who confirms a partnership that has ended, nobody knows when, says that there was one, and not that it held until then: only what was said before the end
// was recorded says so.
func TestAConfirmationAfterAnEndOfUnknownDate(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	id := w.Make("proposePartnership", object{"type": "SUPPLY", "state": "CLAIMED", "validFrom": register.DayFrom(-700),
		"parties": []object{register.Party(a, "NOT_ASKED"), register.Party(b, "NOT_ASKED")}}, "partnership")
	w.Command("endPartnership", object{"id": id}, "changes { id }").Good()
	for _, step := range []struct {
		input     object
		confirmed any
		held      float64
	}{
		{object{"party": a}, nil, 0},
		{object{"party": b, "confirmedAt": register.DayFrom(-10) + "T12:00:00Z"}, register.DayFrom(-10), 1},
	} {
		got := w.Command("confirmPartnership", register.Merged(step.input, object{"id": id}), "partnership { state lastConfirmedOn }").Good()
		if diff := cmp.Diff(any(object{"state": "ENDED", "lastConfirmedOn": step.confirmed}), got["partnership"]); diff != "" {
			t.Error(diff)
		}
		between := w.Do(`query($asOf: Date) { partnerships(asOf: $asOf) { totalCount } }`, object{"asOf": register.DayFrom(-350)})
		if diff := cmp.Diff(object{"partnerships": object{"totalCount": step.held}}, between); diff != "" {
			t.Errorf("between its first day and its end, once %v has confirmed it: %s", step.input, diff)
		}
	}
}
