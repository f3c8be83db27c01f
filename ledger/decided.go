package ledger

import (
	"context"
	"maps"
	"slices"

	"partnernet/registry"
	"partnernet/stored"
)

// A source that tells what came of an application that is held as waiting contradicts nobody: the application moves, and what hangs on it follows, as when a
// coordinator records the decision.

// toldOutcome is what a source tells came of an application.
type toldOutcome struct {
	state    registry.ApplicationState
	audience registry.Audience // for whom it is told
	locator  string
}

// toldOutcomes gives what a telling says came of applications, by their ids: in the state that it tells of one, or else in the decision on it.
func (t Telling) toldOutcomes() map[string]toldOutcome {
	all := map[string]toldOutcome{}
	for _, r := range t.Records {
		if r.Type != "Decision" {
			continue
		}
		if state, follows := registry.DecisionOutcome(valueText(r.Values["outcome"])).State(); follows {
			for _, id := range r.Links["application"] {
				all[id] = toldOutcome{state, r.Audience, r.Locators["outcome"]}
			}
		}
	}
	for _, r := range t.Records {
		if state := valueText(r.Values["state"]); r.Type == "Application" && state != "" {
			all[r.ID] = toldOutcome{registry.ApplicationState(state), r.Audience, r.Locators["state"]}
		}
	}
	return all
}

// followed gives the telling of a source with what follows from what it tells came of applications.
func (p *Page) followed(ctx context.Context, t Telling) (Telling, error) {
	outcomes := t.toldOutcomes()
	if t.Overwrites || len(outcomes) == 0 {
		return t, nil
	}
	moved, err := p.moved(ctx, t, outcomes)
	if err != nil || len(moved) == 0 {
		return t, err
	}
	footings, records := registry.Footings{}, []Record{}
	for _, id := range slices.Sorted(maps.Keys(moved)) {
		footings[id] = moved[id].state.Footing()
		r := onward("Application", id, "state", string(moved[id].state))
		r.Audience, r.Locators = moved[id].audience, map[string]string{"state": moved[id].locator}
		records = append(records, r)
	}
	settlement, err := Settle(ctx, func(ctx context.Context, text string, params map[string]any) ([]map[string]any, error) {
		rows, err := p.Run(ctx, text, params)
		for i := range rows {
			rows[i], _ = rows[i]["row"].(map[string]any)
		}
		return rows, err
	}, footings)
	for _, id := range slices.Sorted(maps.Keys(settlement.Conditions)) {
		records = append(records, onward("Condition", id, "status", string(settlement.Conditions[id])))
	}
	for _, id := range slices.Sorted(maps.Keys(settlement.Awards)) {
		records = append(records, onward("Award", id, "state", string(settlement.Awards[id])))
	}
	return t.withFollowing(records), err
}

// moved finds those of the applications that wait, as they are held, and are moved by what came of them. What is told for fewer than see an application does not
// move it before the others.
func (p *Page) moved(ctx context.Context, t Telling, outcomes map[string]toldOutcome) (map[string]toldOutcome, error) {
	rows, err := p.Run(ctx, `
UNWIND $ids AS id
MATCH (a:Record&Application {id: id})
RETURN id, a.state AS state, a.audience AS audience`, map[string]any{"ids": slices.Sorted(maps.Keys(outcomes))})
	if err != nil {
		return nil, err
	}
	moved := map[string]toldOutcome{}
	for _, row := range rows {
		id := stored.Text(row["id"])
		held, err := p.Audience(ctx, stored.Number(row["audience"]))
		if err != nil {
			return nil, err
		}
		shown := t.Confined && !held.Within(outcomes[id].audience)
		if !shown && outcomes[id].state.ComesAfter(registry.ApplicationState(stored.Text(row["state"]))) {
			moved[id] = outcomes[id]
		}
	}
	return moved, nil
}

// onward gives a record of which a value comes after the one that is held.
func onward(kind, id, field, value string) Record {
	return Record{Type: kind, ID: id, Values: map[string]any{field: value}, Onward: []string{field}}
}

// withFollowing gives the telling with records that follow, at its end: they are taken back as one. What it tells of them itself, they tell too. What is told stays as it was,
// since the work may be done again.
func (t Telling) withFollowing(following []Record) Telling {
	by := map[string]int{}
	for i, r := range following {
		by[r.ID] = i
	}
	var records []Record
	for _, r := range t.Records {
		i, follows := by[r.ID]
		if !follows {
			records = append(records, r)
			continue
		}
		values := maps.Clone(r.Values)
		if values == nil {
			values = map[string]any{}
		}
		maps.Copy(values, following[i].Values)
		r.Values, r.Onward = values, following[i].Onward
		following[i] = r
	}
	t.AsOne, t.Records = len(records)+1, append(records, following...)
	return t
}
