package commands

import (
	"cmp"
	"context"
	"slices"
	"time"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
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
		confirmations = append(confirmations, registry.Confirmation(stored.Text(p.Values["confirmation"])))
	}
	if err := registry.CheckParties(parties); err != nil {
		return fault.Within("parties", err)
	}
	state, valid := registry.RelationState(w.input("state")), period(r.Values)
	if end := registry.EndOf(state, valid.To); end != "" {
		r.Values["endStatus"] = string(end)
	}
	if err := registry.CheckProposal(state, confirmations); err != nil {
		return fault.Within("state", err)
	}
	if err := valid.Check(); err != nil {
		return fault.Within("validTo", err)
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
	return w.endRelation(ctx, "Partnership", "partnership")
}

// partyAnswers records what one party says of a partnership, and where the partnership stands then.
func (w *work) partyAnswers(ctx context.Context, says registry.Confirmation) error {
	r, err := w.amend(ctx, "Partnership", "partnership")
	if err != nil {
		return err
	}
	answeredAt, given := w.request.Input["confirmedAt"].(time.Time)
	if !given {
		answeredAt = w.now().UTC()
	}
	if err := registry.CheckPastInstant(answeredAt, w.now()); err != nil {
		return fault.Within("confirmedAt", err)
	}
	parties, err := w.parties(ctx, r.ID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(parties, func(p party) bool { return p.id == w.input("party") })
	if i < 0 {
		return fault.New(fault.NotFound, "%q is no party of this partnership. Name one of its parties.", w.input("party")).In("party").Breaking(registry.RuleNotAParty)
	}
	if err := registry.CheckAnswer(parties[i].confirmation, instant(parties[i].confirmedAt), says, answeredAt); err != nil {
		return fault.Within("confirmedAt", err)
	}
	voice, err := w.voice(ctx, parties, i, says)
	if err != nil {
		return err
	}
	again := registry.DeniesAgain(parties[i].confirmation, instant(parties[i].confirmedAt), registry.Confirmation(stored.Text(parties[i].answerBefore)), says, answeredAt)
	if parties[i].confirmation != says || given && !again {
		values := parties[i].answer(says, answeredAt)
		if w.rights.Account != "" {
			values["onBehalf"], values["saidBy"] = voice == registry.OnBehalf, w.rights.Account
		}
		r.Parts["parties"] = []ledger.Part{{Key: map[string]any{"position": parties[i].position}, Values: values}}
		parties[i].confirmation = says
	}
	return w.stands(ctx, r, parties, says, registry.Today(answeredAt))
}

// instant gives a stored instant, nil when it is unknown.
func instant(value any) *time.Time {
	at, known := value.(time.Time)
	if !known {
		return nil
	}
	return &at
}

// stands drafts where a partnership stands after what its parties have said, the last of them this on a day.
func (w *work) stands(ctx context.Context, r ledger.Record, parties []party, says registry.Confirmation, on registry.Date) error {
	current, err := w.storedProperties(ctx, r.ID)
	if err != nil {
		return err
	}
	var confirmations []registry.Confirmation
	for _, p := range parties {
		confirmations = append(confirmations, p.confirmation)
	}
	state := registry.PartnershipState(confirmations, registry.RelationState(stored.Text(current["state"])))
	r.Values["state"] = string(state)
	if stored.Text(current["state"]) == string(registry.Paused) && state != registry.Paused {
		r.Values["pausedSince"], r.Values["stateBeforePause"] = nil, nil
	}
	confirmedOn, holds := stored.Day(current["lastConfirmedOn"]), registry.ConfirmedToHold(on, period(current), ended(current), registry.Today(stored.Time(current["updatedAt"])))
	if says == registry.PartyConfirmed && holds && (confirmedOn == nil || confirmedOn.Before(on)) {
		r.Values["lastConfirmedOn"] = on
	}
	return w.introductions(ctx, r.ID, state)
}

// ended says whether a relation, as it is stored, has ended, be it that nobody knows when.
func ended(current map[string]any) bool {
	return stored.Text(current["state"]) == string(registry.Ended) || stored.Text(current["endStatus"]) == string(registry.EndDateUnknown)
}

func updatePartnership(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Partnership", "partnership")
	if err != nil {
		return err
	}
	parties, err := w.correctedParties(ctx, s)
	if err != nil {
		return err
	}
	all, seen := confirmationsOf(parties)
	state := registry.RelationState(stored.Text(s.values["state"]))
	if _, given := s.Values["state"]; given {
		if err := registry.CheckStands(state, seen); err != nil {
			return fault.Within("state", err)
		}
		if was := registry.RelationState(stored.Text(s.current["state"])); state == registry.StandsForSeen(was, seen, all) {
			state = was // for those who see more, it stands as it did
		} else if registry.CheckStands(state, all) != nil {
			return fault.Within("state", registry.Unseen())
		}
	}
	next := registry.PartnershipState(all, state)
	s.Values["state"], s.values["state"] = string(next), string(next)
	if err := w.restates(s); err != nil {
		return err
	}
	if next == registry.RelationState(stored.Text(s.current["state"])) {
		return nil
	}
	return w.introductions(ctx, s.ID, next)
}

// confirmationsOf gives what all parties say, and what those say that the actor may see.
func confirmationsOf(parties []party) (all, seen []registry.Confirmation) {
	for _, p := range parties {
		all = append(all, p.confirmation)
		if !p.hidden {
			seen = append(seen, p.confirmation)
		}
	}
	return all, seen
}

// correctedParties drafts the parties that the input lists, each with what it has said, and gives what they are then. A party that the
// actor may not see stays.
func (w *work) correctedParties(ctx context.Context, s wholeRecord) ([]party, error) {
	before, err := w.parties(ctx, s.ID)
	if _, given := w.request.Input["parties"]; !given || err != nil {
		return before, err
	}
	var parties []party
	var ids []string
	for _, part := range s.Parts["parties"] {
		p := party{id: part.Links["party"][0], role: "PARTNER", confirmation: registry.PartyNotAsked}
		if at := slices.IndexFunc(before, func(h party) bool { return h.id == p.id }); at >= 0 {
			p = before[at]
		}
		p.role = cmp.Or(stored.Text(part.Values["role"]), p.role)
		parties, ids = append(parties, p), append(ids, p.id)
	}
	for _, p := range before {
		if p.hidden && !slices.Contains(ids, p.id) {
			parties, ids = append(parties, p), append(ids, p.id)
		}
	}
	if err := registry.CheckParties(ids); err != nil {
		return nil, fault.Within("parties", err)
	}
	s.Parts["parties"] = nil
	for i, p := range parties {
		s.Parts["parties"] = append(s.Parts["parties"], ledger.Part{
			Key: map[string]any{"position": i + 1},
			Values: map[string]any{"position": i + 1, "role": p.role, "confirmation": string(p.confirmation), "confirmedAt": p.confirmedAt,
				"saidBefore": p.answerBefore, "saidBeforeAt": p.answerBeforeAt, "onBehalf": p.onBehalf, "saidBy": p.answeredBy},
			Links: map[string][]string{"party": {p.id}},
		})
	}
	return parties, w.stillIntroduced(ctx, s.ID, ids)
}

// stillIntroduced asks that the introductions that led to a partnership, as far as the actor sees them, brought together some of its parties.
func (w *work) stillIntroduced(ctx context.Context, partnership string, parties []string) error {
	rows, err := w.readRows(ctx, `
MATCH (i:Introduction WHERE i`+stored.Visible+`)-[:LED_TO]->(:Record&Partnership {id: $id})
MATCH (i)-[:FOR_NEED]->(:Need)-[:STAKEHOLDER]->(stakeholder:Record)
MATCH (i)-[:OF_OFFER]->(:Offer)-[:OFFERED_BY]->(organisation:Organisation)
RETURN {introduced: [who IN [stakeholder, organisation] WHERE who:Organisation | who.id]} AS row`, map[string]any{"id": partnership, "visible": w.rights.Visible})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := registry.CheckIntroducedParties(parties, stored.Texts(row["introduced"])); err != nil {
			return fault.Within("parties", err)
		}
	}
	return nil
}

// party is a party as it is held.
type party struct {
	position       int64
	id, role       string
	confirmation   registry.Confirmation
	confirmedAt    any // when it said so, nil when nobody knows
	answerBefore   any // what it said otherwise before, and when
	answerBeforeAt any
	hidden         bool // from the actor
	answeredBy     any  // the account that said it, nil when nobody knows
	onBehalf       any  // whether it did so on the party's behalf, nil when nobody knows
}

// answer gives what is written of a party that says something at an instant. What it said before is kept, since it still tells of the days before
// this one: when it says the same again, since when it has.
func (p party) answer(says registry.Confirmation, at time.Time) map[string]any {
	values := map[string]any{"confirmation": string(says), "confirmedAt": at}
	confirmedAt, known := p.confirmedAt.(time.Time)
	corrected := p.confirmation == says && known && !at.After(confirmedAt)
	if p.confirmation != "" && p.answerBefore != any(string(p.confirmation)) && !corrected {
		values["saidBefore"], values["saidBeforeAt"] = string(p.confirmation), p.confirmedAt
	}
	return values
}

// parties reads the parties of a partnership in their order.
func (w *work) parties(ctx context.Context, partnership string) ([]party, error) {
	rows, err := w.readRows(ctx, `
MATCH (:Record&Partnership {id: $id})-[:HAS_PARTY]->(p:Party)-[:PARTY]->(who:Record)
RETURN {position: p.position, id: who.id, role: p.role, confirmation: p.confirmation, confirmedAt: p.confirmedAt,
  saidBefore: p.saidBefore, saidBeforeAt: p.saidBeforeAt, saidBy: p.saidBy, onBehalf: p.onBehalf, hidden: NOT who`+stored.Visible+`} AS row
ORDER BY row.position`, map[string]any{"id": partnership, "visible": w.rights.Visible})
	if err != nil {
		return nil, err
	}
	parties := make([]party, len(rows))
	for i, row := range rows {
		parties[i].position, _ = row["position"].(int64)
		parties[i].id, parties[i].role = stored.Text(row["id"]), stored.Text(row["role"])
		parties[i].confirmedAt, parties[i].hidden = row["confirmedAt"], row["hidden"] == true
		parties[i].answerBefore, parties[i].answerBeforeAt = row["saidBefore"], row["saidBeforeAt"]
		parties[i].answeredBy, parties[i].onBehalf = row["saidBy"], row["onBehalf"]
		parties[i].confirmation = registry.Confirmation(stored.Text(row["confirmation"]))
	}
	return parties, nil
}
