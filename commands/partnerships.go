package commands

import (
	"context"
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
)

func proposePartnership(ctx context.Context, w *work) error {
	r, err := w.create("Partnership", "partnership")
	if err != nil {
		return err
	}
	var parties []string
	var confirmations []registry.Confirmation
	for i, p := range r.Parts["parties"] {
		p.Key["position"], p.Values["position"] = i+1, i+1
		parties = append(parties, p.Links["party"][0])
		confirmations = append(confirmations, registry.Confirmation(textOf(p.Values["confirmation"])))
	}
	if err := registry.CheckParties(parties); err != nil {
		return within("parties", err)
	}
	state, asked := registry.RelationState(w.input("state")), period(r.Values)
	if end := registry.EndOf(state, asked.To); end != "" {
		r.Values["endStatus"] = string(end)
	}
	if err := registry.CheckProposal(state, confirmations); err != nil {
		return within("state", err)
	}
	if err := asked.Check(); err != nil {
		return within("validTo", err)
	}
	if introduction := w.input("introduction"); introduction != "" {
		return w.cameOf(ctx, introduction, r, parties)
	}
	return nil
}

func confirmPartnership(ctx context.Context, w *work) error {
	return w.partyAnswers(ctx, registry.PartyConfirmed)
}

func denyPartnership(ctx context.Context, w *work) error {
	return w.partyAnswers(ctx, registry.PartyDenied)
}

func endPartnership(ctx context.Context, w *work) error {
	return w.end(ctx, "Partnership", "partnership")
}

// partyAnswers records what one party says of a partnership, and where the partnership stands then.
func (w *work) partyAnswers(ctx context.Context, says registry.Confirmation) error {
	r, err := w.amend(ctx, "Partnership", "partnership")
	if err != nil {
		return err
	}
	saidAt, given := w.request.Input["confirmedAt"].(time.Time)
	if !given {
		saidAt = w.now().UTC()
	}
	if err := registry.CheckPastInstant(saidAt, w.now()); err != nil {
		return within("confirmedAt", err)
	}
	parties, err := w.parties(ctx, r.ID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(parties, func(p party) bool { return p.id == w.input("party") })
	if i < 0 {
		return fault.New(fault.NotFound, "input.party: %q is no party of this partnership.", w.input("party")).At("input.party").Breaking(registry.RuleNotAParty)
	}
	if parties[i].confirmation != says || given {
		r.Parts["parties"] = []ledger.Part{{Key: map[string]any{"position": parties[i].position}, Values: parties[i].answer(says, saidAt)}}
		parties[i].confirmation = says
	}
	return w.stands(ctx, r, parties, says, civil.DateOf(saidAt))
}

// stands drafts where a partnership stands after what its parties have said, the last of them this on a day.
func (w *work) stands(ctx context.Context, r ledger.Record, parties []party, says registry.Confirmation, on registry.Date) error {
	held, err := w.stored(ctx, r.ID)
	if err != nil {
		return err
	}
	var confirmations []registry.Confirmation
	for _, p := range parties {
		confirmations = append(confirmations, p.confirmation)
	}
	state := registry.PartnershipState(confirmations, registry.RelationState(textOf(held["state"])))
	r.Values["state"] = string(state)
	confirmedOn := day(held["lastConfirmedOn"])
	if says == registry.PartyConfirmed && (confirmedOn == nil || confirmedOn.Before(on)) {
		r.Values["lastConfirmedOn"] = on
	}
	return w.introductions(ctx, r.ID, state)
}

// party is a party as it is held.
type party struct {
	position     int64
	id           string
	confirmation registry.Confirmation
	confirmedAt  any // when it said so, nil when nobody knows
}

// answer gives what is written of a party that says something at an instant. What it said otherwise before is kept: it still tells of the days
// before this one.
func (p party) answer(says registry.Confirmation, at time.Time) map[string]any {
	values := map[string]any{"confirmation": string(says), "confirmedAt": at}
	if p.confirmation != says && p.confirmation != "" {
		values["saidBefore"], values["saidBeforeAt"] = string(p.confirmation), p.confirmedAt
	}
	return values
}

// parties reads the parties of a partnership in their order.
func (w *work) parties(ctx context.Context, partnership string) ([]party, error) {
	rows, err := w.read(ctx, `
MATCH (:Record&Partnership {id: $id})-[:HAS_PARTY]->(p:Party)-[:PARTY]->(who:Record)
RETURN {position: p.position, id: who.id, confirmation: p.confirmation, confirmedAt: p.confirmedAt} AS row
ORDER BY row.position`, map[string]any{"id": partnership})
	if err != nil {
		return nil, err
	}
	parties := make([]party, len(rows))
	for i, row := range rows {
		parties[i].position, _ = row["position"].(int64)
		parties[i].id = textOf(row["id"])
		parties[i].confirmation, parties[i].confirmedAt = registry.Confirmation(textOf(row["confirmation"])), row["confirmedAt"]
	}
	return parties, nil
}
