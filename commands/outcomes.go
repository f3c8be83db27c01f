package commands

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func recordOutcome(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Application", "application")
	if err != nil {
		return err
	}
	return w.outcome(ctx, "outcome", r.ID, registry.ApplicationState(fmt.Sprint(w.request.Input["outcome"])))
}

// outcome moves an application to the state that was decided, and carries through what follows. One that stands there already stays.
func (w *work) outcome(ctx context.Context, field, application string, state registry.ApplicationState) error {
	properties, err := w.storedProperties(ctx, application)
	if err != nil {
		return err
	}
	current := registry.ApplicationState(stored.Text(properties["state"]))
	if current != state || w.request.Name == "recordOutcome" {
		if err := registry.CheckOutcome(current, state); err != nil {
			return fault.Within(field, err)
		}
	}
	w.draftValue("Application", application, "state", string(state))
	return w.settle(ctx, application, state.Footing())
}

func settleCondition(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Condition", "condition")
	if err != nil {
		return err
	}
	rows, err := w.readRows(ctx, `
MATCH (c:Record&Condition {id: $id})
OPTIONAL MATCH (c)-[:OF_AWARD]->(award:Award)
RETURN {status: c.status, award: award.id, state: award.state,
  conditions: [(award)<-[:OF_AWARD]-(other:Condition) WHERE other <> c | [other.type, other.status]] + [[c.type, $status]]} AS row`,
		map[string]any{"id": r.ID, "status": r.Values["status"]})
	if err != nil {
		return err
	}
	if err := registry.CheckUnsettled(registry.ConditionStatus(fmt.Sprint(rows[0]["status"]))); err != nil {
		return fault.Within("status", err)
	}
	award, known := rows[0]["award"].(string)
	if !known {
		return nil
	}
	current := registry.AwardState(fmt.Sprint(rows[0]["state"]))
	state := registry.StateBySettlement(current, conditions(rows[0]["conditions"]))
	if state == current {
		return nil
	}
	w.follows(award, state)
	return w.settle(ctx, award, state.Footing())
}

// conditions reads pairs of type and status.
func conditions(pairs any) []registry.Condition {
	lists := stored.Lists(pairs)
	all := make([]registry.Condition, len(lists))
	for i, pair := range lists {
		all[i] = registry.Condition{Type: registry.ConditionType(stored.Text(pair[0])), Status: registry.ConditionStatus(stored.Text(pair[1]))}
	}
	return all
}

// settle carries through what follows when an application or award has come to another footing, in all awards that it leads to, whoever may
// see them.
func (w *work) settle(ctx context.Context, changed string, to registry.Footing) error {
	settlement, err := ledger.Settle(ctx, w.readRows, registry.Footings{changed: to})
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(settlement.Conditions)) {
		w.draftValue("Condition", id, "status", string(settlement.Conditions[id]))
	}
	for _, id := range slices.Sorted(maps.Keys(settlement.Awards)) {
		w.follows(id, settlement.Awards[id])
	}
	return nil
}

// follows drafts the state that an award has come to, and names the award in the answer.
func (w *work) follows(award string, state registry.AwardState) {
	w.draftValue("Award", award, "state", string(state))
	named, _ := w.results["awards"].([]string)
	w.results["awards"] = append(named, award)
}
