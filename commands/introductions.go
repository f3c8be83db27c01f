package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func suggestIntroduction(ctx context.Context, w *work) error {
	r, err := w.create("Introduction", "introduction")
	if err != nil {
		return err
	}
	need, offer := r.Links["need"][0], r.Links["offer"][0]
	if r, err = w.belongs(ctx, r, need); err != nil {
		return err
	}
	if err := w.bothOpen(ctx, need, offer, "need", "offer"); err != nil {
		return err
	}
	r.Values["state"], r.Values["suggestedOn"] = string(registry.Suggested), w.today()
	return nil
}

func acceptIntroduction(ctx context.Context, w *work) error {
	r, err := w.step(ctx, registry.Introduced, "introducedOn")
	if err != nil {
		return err
	}
	rows, err := w.readRows(ctx, `
MATCH (need:Need)<-[:FOR_NEED]-(:Record&Introduction {id: $id})-[:OF_OFFER]->(offer:Offer)
RETURN {need: need.id, offer: offer.id} AS row`, map[string]any{"id": r.ID})
	if err != nil {
		return err
	}
	return w.bothOpen(ctx, stored.Text(rows[0]["need"]), stored.Text(rows[0]["offer"]), "id", "id")
}

func declineIntroduction(ctx context.Context, w *work) error {
	_, err := w.step(ctx, registry.NotAccepted, "settledOn")
	return err
}

// step drafts the next step of an introduction, on the day that the input has under a name, or today.
func (w *work) step(ctx context.Context, next registry.IntroductionState, on string) (ledger.Record, error) {
	r, err := w.amend(ctx, "Introduction", "introduction")
	if err != nil {
		return r, err
	}
	current, err := w.storedProperties(ctx, r.ID)
	if err != nil {
		return r, err
	}
	if err := registry.CheckStep(registry.IntroductionState(stored.Text(current["state"])), next); err != nil {
		return r, fault.Within("id", err)
	}
	taken := w.dayOr(on, w.today())
	r.Values["state"], r.Values[on] = string(next), taken
	if err := registry.CheckPast(&taken, w.today()); err != nil {
		return r, fault.Within(on, err)
	}
	begun := stored.Day(current["suggestedOn"])
	if introduced := stored.Day(current["introducedOn"]); introduced != nil {
		begun = introduced
	}
	return r, fault.Within(on, registry.Period{From: begun, To: &taken}.Check())
}

// bothOpen asks that a need and an offer, which these fields of the input name, stand open today.
func (w *work) bothOpen(ctx context.Context, need, offer, needField, offerField string) error {
	for _, each := range []struct{ id, field string }{{need, needField}, {offer, offerField}} {
		current, err := w.storedProperties(ctx, each.id)
		if err != nil {
			return err
		}
		if err := registry.CheckOpen(registry.Standing(stored.Text(current["state"])), holding(current), w.today()); err != nil {
			return fault.Within(each.field, err)
		}
	}
	return nil
}

// cameOf has a partnership that is proposed be what an introduction led to.
func (w *work) cameOf(ctx context.Context, introduction string, partnership ledger.Record, parties []string) error {
	w.mustExist("introduction", introduction, "Introduction")
	rows, err := w.readRows(ctx, `
MATCH (i:Record&Introduction {id: $id})-[:FOR_NEED]->(:Need)-[:STAKEHOLDER]->(stakeholder:Record), (i)-[:OF_OFFER]->(:Offer)-[:OFFERED_BY]->(organisation:Organisation)
RETURN {state: i.state, introduced: [who IN [stakeholder, organisation] WHERE who:Organisation | who.id]} AS row`, map[string]any{"id": introduction})
	if err != nil {
		return err
	}
	if err := registry.CheckStep(registry.IntroductionState(stored.Text(rows[0]["state"])), registry.ToPartners); err != nil {
		return fault.Within("introduction", err)
	}
	if err := registry.CheckIntroducedParties(parties, stored.Texts(rows[0]["introduced"])); err != nil {
		return fault.Within("introduction", err)
	}
	w.records = append(w.records, ledger.Record{Type: "Introduction", ID: introduction, Values: map[string]any{},
		Links: map[string][]string{"partnership": {partnership.ID}}})
	w.results["introduction"] = introduction
	return w.follow(ctx, introduction, registry.RelationState(stored.Text(partnership.Values["state"])))
}

// introductions moves the introductions that led to a partnership along with it. From one that was declined nothing follows: the same two may have been suggested to
// each other again since, which nobody who answers for a party needs to know of.
func (w *work) introductions(ctx context.Context, partnership string, state registry.RelationState) error {
	rows, err := w.readRows(ctx, `
MATCH (i:Introduction)-[:LED_TO]->(:Record&Partnership {id: $id})
WHERE i.state <> $declined
RETURN {id: i.id} AS row
ORDER BY row.id`, map[string]any{"id": partnership, "declined": string(registry.NotAccepted)})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := w.follow(ctx, stored.Text(row["id"]), state); err != nil {
			return err
		}
	}
	return nil
}

// follow drafts how far an introduction has come by the state of the partnership that it led to.
func (w *work) follow(ctx context.Context, introduction string, partnership registry.RelationState) error {
	current, err := w.storedProperties(ctx, introduction)
	if err != nil {
		return err
	}
	next := registry.ByPartnership(partnership)
	if current["introducedOn"] == nil {
		w.draftValue("Introduction", introduction, "introducedOn", w.today())
	}
	if stored.Text(current["state"]) == string(next) {
		return nil
	}
	w.draftValue("Introduction", introduction, "state", string(next))
	if next == registry.ToPartners {
		w.draftValue("Introduction", introduction, "settledOn", w.today())
	} else {
		w.draftValue("Introduction", introduction, "settledOn", nil)
	}
	return nil
}
