package commands

import (
	"context"
	"fmt"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func recordDecision(ctx context.Context, w *work) error {
	r, err := w.create("Decision", "decision")
	if err != nil {
		return err
	}
	application := r.Links["application"][0]
	if r, err = w.belongs(ctx, r, application); err != nil {
		return err
	}
	outcome := registry.DecisionOutcome(fmt.Sprint(r.Values["outcome"]))
	if err := outcome.CheckAwards(len(objects(w.request.Input["awards"]))); err != nil {
		return fault.Within("awards", err)
	}
	if err := w.enterNested(ctx, r, "", w.request.Input); err != nil {
		return err
	}
	if err := w.decided(ctx, application); err != nil {
		return err
	}
	w.results["application"] = application
	if state, follows := outcome.State(); follows {
		return w.outcome(ctx, "outcome", application, state)
	}
	return nil
}

func updateDecision(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Decision", "decision")
	if err != nil {
		return err
	}
	rows, err := w.readRows(ctx, `
MATCH (d:Record&Decision {id: $id})
RETURN {awards: COUNT { (d)<-[:GRANTED_BY]-(a:Award) WHERE a`+stored.Visible+` }} AS row`, map[string]any{"id": s.ID, "visible": w.rights.Visible})
	if err != nil {
		return err
	}
	is := registry.DecisionOutcome(stored.Text(s.values["outcome"]))
	awards, _ := rows[0]["awards"].(int64)
	if err := is.CheckAwards(int(awards)); err != nil {
		return fault.Within("outcome", err)
	}
	application := s.singleLink("application")
	if application == "" {
		return nil
	}
	w.results["application"], w.about["state"] = application, "outcome"
	properties, err := w.storedProperties(ctx, application)
	if err != nil {
		return err
	}
	current := registry.ApplicationState(stored.Text(properties["state"]))
	next, err := registry.CorrectedOutcome(registry.DecisionOutcome(stored.Text(s.current["outcome"])), is, current)
	if err != nil || next == current {
		return fault.Within("outcome", err)
	}
	w.draftValue("Application", application, "state", string(next))
	return fault.Within("outcome", w.turnsOut(ctx, application, current.Footing(), next.Footing()))
}

// decided gives the parts of a new decision what the input need not say: the project of the application, and how they stand.
func (w *work) decided(ctx context.Context, application string) error {
	rows, err := w.readRows(ctx, `
MATCH (a:Record&Application {id: $id})
RETURN {project: head([(a)-[:OF_PROJECT]->(p:Project) | p.id])} AS row`, map[string]any{"id": application})
	if err != nil {
		return err
	}
	project, known := rows[0]["project"].(string)
	for _, r := range slices.Concat(w.drafted("Award"), w.drafted("Obligation")) {
		if known {
			r.Links["project"] = []string{project}
		}
	}
	for _, r := range w.drafted("Obligation") {
		r.Values["status"] = string(registry.ObligationOpen)
	}
	for _, award := range w.drafted("Award") {
		if err := w.awarded(ctx, award, application); err != nil {
			return err
		}
	}
	return nil
}

// awarded gives a new award and its conditions the state that they have from the start: what a condition depends on may be decided already.
func (w *work) awarded(ctx context.Context, award ledger.Record, application string) error {
	conditions := w.conditionsOf(award.ID)
	var dependsOn []string
	for _, c := range conditions {
		dependsOn = append(dependsOn, c.Links["dependsOn"]...)
	}
	next, err := w.dependencies(ctx, dependsOn)
	if err != nil {
		return err
	}
	if err := registry.CheckDependencies([]string{award.ID, application}, dependsOn, next); err != nil {
		return fault.Within("awards", err)
	}
	footing, err := ledger.Footings(ctx, w.readRows, dependsOn)
	if err != nil {
		return err
	}
	var plain []registry.Condition
	for _, c := range conditions {
		status := registry.StatusByFooting(registry.ConditionOpen, footing.Of(c.Links["dependsOn"]))
		c.Values["status"] = string(status)
		plain = append(plain, registry.Condition{Type: registry.ConditionType(fmt.Sprint(c.Values["type"])), Status: status})
	}
	award.Values["state"] = string(registry.StateByConditions(plain))
	return nil
}

// dependencies gives what the conditions of awards depend on, for these awards and for those they lead to in turn.
func (w *work) dependencies(ctx context.Context, ids []string) (map[string][]string, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := w.readRows(ctx, `
UNWIND $ids AS id
MATCH ANY SHORTEST (:Record&Award {id: id}) (()<-[:OF_AWARD]-(step:Condition)-[:DEPENDS_ON]->(over:Award) WHERE step`+stored.Visible+` AND over`+stored.Visible+`)* (award:Award)
RETURN DISTINCT {id: award.id, next: [(award)<-[:OF_AWARD]-(c:Condition WHERE c`+stored.Visible+`)-[:DEPENDS_ON]->(other WHERE other`+stored.Visible+`) | other.id]} AS row`,
		map[string]any{"ids": ids, "visible": w.rights.Visible})
	next := map[string][]string{}
	for _, row := range rows {
		id, _ := row["id"].(string)
		next[id] = stored.Texts(row["next"])
	}
	return next, err
}

// drafted gives the records of a type that the command drafts.
func (w *work) drafted(typeName string) []ledger.Record {
	var all []ledger.Record
	for _, r := range w.records {
		if r.Type == typeName {
			all = append(all, r)
		}
	}
	return all
}

// conditionsOf gives the conditions that the command drafts for an award.
func (w *work) conditionsOf(award string) []ledger.Record {
	var all []ledger.Record
	for _, r := range w.drafted("Condition") {
		if r.Links["award"] != nil && r.Links["award"][0] == award {
			all = append(all, r)
		}
	}
	return all
}
