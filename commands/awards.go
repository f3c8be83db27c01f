package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func updateAward(ctx context.Context, w *work) error {
	w.about["payments"] = "cap"
	_, err := w.correct(ctx, "Award", "award")
	return err
}

func updateCondition(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Condition", "condition")
	if err != nil {
		return err
	}
	if s.leadsElsewhere("dependsOn") {
		if err := w.dependsOn(ctx, s); err != nil {
			return err
		}
	}
	footing, err := ledger.Footings(ctx, w.readRows, s.leads["dependsOn"])
	if err != nil {
		return err
	}
	status := registry.StatusByFooting(registry.ConditionStatus(stored.Text(s.values["status"])), footing.Of(s.leads["dependsOn"]))
	if given := w.input("status"); given != "" && given != string(status) {
		return registry.StatusFollows(status).In("status")
	}
	s.Values["status"] = string(status)
	if s.singleLink("award") == "" {
		return nil
	}
	return w.awardFollows(ctx, s, status)
}

// dependsOn asks that a condition does not depend on its own award in turn.
func (w *work) dependsOn(ctx context.Context, s wholeRecord) error {
	rows, err := w.readRows(ctx, `
MATCH (:Record&Condition {id: $id})-[:OF_AWARD]->(award:Award)
RETURN {own: [award.id] + [(award)-[:GRANTED_BY]->(:Decision)-[:DECIDES]->(a:Application) | a.id]} AS row`, map[string]any{"id": s.ID})
	if err != nil || len(rows) == 0 {
		return err
	}
	next, err := w.dependencies(ctx, s.leads["dependsOn"])
	if err != nil {
		return err
	}
	return fault.Within("dependsOn", registry.CheckDependencies(stored.Texts(rows[0]["own"]), s.leads["dependsOn"], next))
}

// awardFollows has an award stand where a corrected condition brings it.
func (w *work) awardFollows(ctx context.Context, s wholeRecord, status registry.ConditionStatus) error {
	rows, err := w.readRows(ctx, `
MATCH (c:Record&Condition {id: $id})-[:OF_AWARD]->(award:Award)
RETURN {state: award.state, before: [[c.type, c.status]],
  beside: [(award)<-[:OF_AWARD]-(other:Condition) WHERE other <> c | [other.type, other.status]]} AS row`, map[string]any{"id": s.ID})
	if err != nil {
		return err
	}
	beside := conditions(rows[0]["beside"])
	before := append(conditions(rows[0]["before"]), beside...)
	after := append([]registry.Condition{{Type: registry.ConditionType(stored.Text(s.values["type"])), Status: status}}, beside...)
	current := registry.AwardState(stored.Text(rows[0]["state"]))
	next, err := registry.StateByCorrection(current, before, after)
	if err != nil {
		return fault.Within("status", err)
	}
	return w.restands(ctx, "id", s.singleLink("award"), current, next)
}
