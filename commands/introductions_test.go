package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const introduced = "introduction { id state suggestedOn introducedOn settledOn outcome partnership { state } }"

func TestAnIntroductionBecomesAPartnership(t *testing.T) {
	w := newWorld(t)
	a, b := w.organisation("A"), w.organisation("B")
	w.theme("energy", "")
	id := w.make("suggestIntroduction", object{"need": w.need(a), "offer": w.offer(b)}, "introduction")
	w.command("acceptIntroduction", object{"id": id}, introduced).good()
	proposed := w.command("proposePartnership", object{"type": "SUPPLY", "introduction": id, "parties": []object{party(a, "ASKED"), party(b, "ASKED")}},
		introduced+" partnership { id introductions { state } }").good()
	partnership := of(proposed, "partnership")["id"]
	want := object{"id": id, "state": "INTRODUCED", "suggestedOn": dayFrom(0), "introducedOn": dayFrom(0), "settledOn": nil, "outcome": nil, "partnership": object{"state": "PROPOSED"}}
	if diff := cmp.Diff(want, of(proposed, "introduction")); diff != "" {
		t.Errorf("proposed: %s", diff)
	}
	for _, step := range []struct {
		why, command string
		party        string
		state        string
		settled      any
		partnership  string
	}{
		{"one of two", "confirmPartnership", a, "INTRODUCED", nil, "PROPOSED"},
		{"both", "confirmPartnership", b, "PARTNERSHIP", dayFrom(0), "ACTIVE"},
		{"one denies it after all", "denyPartnership", a, "INTRODUCED", nil, "DISPUTED"},
		{"and thinks again", "confirmPartnership", a, "PARTNERSHIP", dayFrom(0), "ACTIVE"},
	} {
		got := w.command(step.command, object{"id": partnership, "party": step.party}, "partnership { state introductions { state settledOn } }").good()
		want := object{"state": step.partnership, "introductions": []any{object{"state": step.state, "settledOn": step.settled}}}
		if diff := cmp.Diff(want, of(got, "partnership")); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
	w.command("declineIntroduction", object{"id": id}, introduced).fails("CONFLICT", "introduction-state", "input.id")
}

func TestAnIntroductionIsDeclinedAndSuggestedAgain(t *testing.T) {
	w := newWorld(t)
	a, b := w.organisation("A"), w.organisation("B")
	w.theme("energy", "")
	pair := object{"need": w.need(a), "offer": w.offer(b)}
	id := w.make("suggestIntroduction", pair, "introduction")
	w.command("suggestIntroduction", pair, introduced).fails("CONFLICT", "introduction-once", "input.offer")
	got := w.command("declineIntroduction", object{"id": id, "outcome": "Too far away."}, introduced).good()
	want := object{"id": id, "state": "DECLINED", "suggestedOn": dayFrom(0), "introducedOn": nil, "settledOn": dayFrom(0), "outcome": "Too far away.", "partnership": nil}
	if diff := cmp.Diff(want, of(got, "introduction")); diff != "" {
		t.Error(diff)
	}
	w.command("acceptIntroduction", object{"id": id}, introduced).fails("CONFLICT", "introduction-state", "input.id")
	w.make("suggestIntroduction", pair, "introduction")
}

func TestIntroductionsRefused(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.organisation("A"), w.organisation("B"), w.organisation("C")
	w.theme("energy", "")
	need, offer, own := w.need(a), w.offer(b), w.offer(a)
	met, resting := w.need(a), w.offer(b)
	w.command("closeNeed", object{"id": met, "outcome": "MET"}, "changes { id }").good()
	w.command("pauseOffer", object{"id": resting}, "changes { id }").good()
	id := w.make("suggestIntroduction", object{"need": need, "offer": offer}, "introduction")
	declined := w.make("suggestIntroduction", object{"need": need, "offer": w.offer(c)}, "introduction")
	w.command("declineIntroduction", object{"id": declined}, "changes { id }").good()
	withC := []object{party(a, "ASKED"), party(c, "ASKED")}
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"to itself", "suggestIntroduction", object{"need": need, "offer": own}, "BAD_INPUT", "introduction-own-offer", "input.offer"},
		{"for what is met", "suggestIntroduction", object{"need": met, "offer": offer}, "CONFLICT", "standing-open", "input.need"},
		{"with what rests", "suggestIntroduction", object{"need": need, "offer": resting}, "CONFLICT", "standing-open", "input.offer"},
		{"the wrong way round", "suggestIntroduction", object{"need": offer, "offer": need}, "NOT_FOUND", "", "input.need"},
		{"accepted tomorrow", "acceptIntroduction", object{"id": id, "introducedOn": dayFrom(1)}, "BAD_INPUT", "not-future", "input.introducedOn"},
		{"accepted before it was suggested", "acceptIntroduction", object{"id": id, "introducedOn": dayFrom(-1)}, "BAD_INPUT", "period-order", "input.introducedOn"},
		{"a partnership of others", "proposePartnership", object{"type": "SUPPLY", "introduction": id, "parties": withC}, "BAD_INPUT", "introduction-parties", "input.introduction"},
		{"a partnership of what was declined", "proposePartnership", object{"type": "SUPPLY", "introduction": declined, "parties": withC}, "CONFLICT", "introduction-state", "input.introduction"},
		{"a partnership of nothing", "proposePartnership", object{"type": "SUPPLY", "introduction": need, "parties": withC}, "NOT_FOUND", "", "input.introduction"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.dump()
			w.on(t).command(row.command, row.input, "changes { id }").fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
}
