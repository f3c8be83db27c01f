package commands_test

import (
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

const introduced = "introduction { id state suggestedOn introducedOn settledOn outcome partnership { state } }"

func TestAnIntroductionBecomesAPartnership(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	newTheme(w, "energy", "")
	id := w.Make("suggestIntroduction", object{"need": newNeed(w, a), "offer": newOffer(w, b)}, "introduction")
	w.Command("acceptIntroduction", object{"id": id}, introduced).Good()
	proposed := w.Command("proposePartnership", object{"type": "SUPPLY", "introduction": id, "parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED")}},
		introduced+" partnership { id introductions { state } }").Good()
	partnership := of(proposed, "partnership")["id"]
	want := object{"id": id, "state": "INTRODUCED", "suggestedOn": register.DayFrom(0), "introducedOn": register.DayFrom(0), "settledOn": nil, "outcome": nil, "partnership": object{"state": "PROPOSED"}}
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
		{"both", "confirmPartnership", b, "PARTNERSHIP", register.DayFrom(0), "ACTIVE"},
		{"one denies it after all", "denyPartnership", a, "INTRODUCED", nil, "DISPUTED"},
		{"and thinks again", "confirmPartnership", a, "PARTNERSHIP", register.DayFrom(0), "ACTIVE"},
	} {
		got := w.Command(step.command, object{"id": partnership, "party": step.party}, "partnership { state introductions { state settledOn } }").Good()
		want := object{"state": step.partnership, "introductions": []any{object{"state": step.state, "settledOn": step.settled}}}
		if diff := cmp.Diff(want, of(got, "partnership")); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
	w.Command("declineIntroduction", object{"id": id}, introduced).Fails("CONFLICT", "introduction-state", "input.id")
}

func TestAnIntroductionIsDeclinedAndSuggestedAgain(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	newTheme(w, "energy", "")
	pair := object{"need": newNeed(w, a), "offer": newOffer(w, b)}
	id := w.Make("suggestIntroduction", pair, "introduction")
	w.Command("suggestIntroduction", pair, introduced).Fails("CONFLICT", "introduction-once", "input.offer")
	got := w.Command("declineIntroduction", object{"id": id, "outcome": "Too far away."}, introduced).Good()
	want := object{"id": id, "state": "DECLINED", "suggestedOn": register.DayFrom(0), "introducedOn": nil, "settledOn": register.DayFrom(0), "outcome": "Too far away.", "partnership": nil}
	if diff := cmp.Diff(want, of(got, "introduction")); diff != "" {
		t.Error(diff)
	}
	w.Command("acceptIntroduction", object{"id": id}, introduced).Fails("CONFLICT", "introduction-state", "input.id")
	w.Make("suggestIntroduction", pair, "introduction")
}

func TestIntroductionsRefused(t *testing.T) {
	w := register.New(t)
	a, b, c := w.Organisation("A"), w.Organisation("B"), w.Organisation("C")
	newTheme(w, "energy", "")
	need, offer, own := newNeed(w, a), newOffer(w, b), newOffer(w, a)
	met, resting := newNeed(w, a), newOffer(w, b)
	w.Command("closeNeed", object{"id": met, "outcome": "MET"}, "changes { id }").Good()
	w.Command("pauseOffer", object{"id": resting}, "changes { id }").Good()
	id := w.Make("suggestIntroduction", object{"need": need, "offer": offer}, "introduction")
	declined := w.Make("suggestIntroduction", object{"need": need, "offer": newOffer(w, c)}, "introduction")
	w.Command("declineIntroduction", object{"id": declined}, "changes { id }").Good()
	withC := []object{register.Party(a, "ASKED"), register.Party(c, "ASKED")}
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"to itself", "suggestIntroduction", object{"need": need, "offer": own}, "BAD_INPUT", "introduction-own-offer", "input.offer"},
		{"for what is met", "suggestIntroduction", object{"need": met, "offer": offer}, "CONFLICT", "standing-open", "input.need"},
		{"with what rests", "suggestIntroduction", object{"need": need, "offer": resting}, "CONFLICT", "standing-open", "input.offer"},
		{"the wrong way round", "suggestIntroduction", object{"need": offer, "offer": need}, "NOT_FOUND", "", "input.need"},
		{"accepted tomorrow", "acceptIntroduction", object{"id": id, "introducedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.introducedOn"},
		{"accepted before it was suggested", "acceptIntroduction", object{"id": id, "introducedOn": register.DayFrom(-1)}, "BAD_INPUT", "period-order", "input.introducedOn"},
		{"a partnership of others", "proposePartnership", object{"type": "SUPPLY", "introduction": id, "parties": withC}, "BAD_INPUT", "introduction-parties", "input.introduction"},
		{"a partnership of what was declined", "proposePartnership", object{"type": "SUPPLY", "introduction": declined, "parties": withC}, "CONFLICT", "introduction-state", "input.introduction"},
		{"a partnership of nothing", "proposePartnership", object{"type": "SUPPLY", "introduction": need, "parties": withC}, "NOT_FOUND", "", "input.introduction"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.Dump()
			w.On(t).Command(row.command, row.input, "changes { id }").Fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.Dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
}

// What a party says of a partnership is recorded, whatever has become of the introduction that it was proposed for: one that was declined stays so, and does not come
// back beside the one that was suggested since.
func TestAPartyAnswersWhereItsIntroductionWasDeclined(t *testing.T) {
	w := register.NewStaffed(t)
	newTheme(w.World, "energy", "")
	hidden := object{"class": "COORDINATORS", "networks": []string{"N"}}
	offer := w.Make("recordOffer", object{"statement": "Aggregater", "organisation": w.Theirs, "theme": object{"code": "energy"}, "audience": hidden}, "offer")
	pair := object{"need": newNeed(w.World, w.Ours), "offer": offer}
	first := w.Make("suggestIntroduction", pair, "introduction")
	proposed := w.Make("proposePartnership", object{"type": "SUPPLY", "introduction": first, "parties": []object{register.Party(w.Ours, "ASKED"), register.Party(w.Theirs, "ASKED")}}, "partnership")
	w.Command("declineIntroduction", object{"id": first}, introduced).Good()
	second := w.Make("suggestIntroduction", pair, "introduction")

	w.By("REPRESENTATIVE").Command("confirmPartnership", object{"id": proposed, "party": w.Ours}, "changes { id }").Good()
	confirmed := w.Command("confirmPartnership", object{"id": proposed, "party": w.Theirs}, "partnership { state }").Good()
	if diff := cmp.Diff(object{"state": "ACTIVE"}, of(confirmed, "partnership")); diff != "" {
		t.Error(diff)
	}
	for id, want := range map[string]string{first: "DECLINED", second: "SUGGESTED"} {
		got := w.Do("query($id: ID!) { node(id: $id) { ... on Introduction { state } } }", object{"id": id})
		if diff := cmp.Diff(object{"node": object{"state": want}}, got); diff != "" {
			t.Error(diff)
		}
	}
}
