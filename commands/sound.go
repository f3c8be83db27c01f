package commands

import (
	"context"

	"partnernet/registry"
)

// sound asks that records still keep the rules that look at several records at once. It is asked of what comes about otherwise than by a
// command of its own: by a merge, or by taking back a change whose neighbours have changed since. The field is the one that it is asked for.
func (w *work) sound(ctx context.Context, field string, ids []string) error {
	for _, rule := range []func(context.Context, []string) error{w.soundPeriods, w.soundMemberships, w.soundParticipations, w.soundPartnerships, w.soundAwards} {
		if err := rule(ctx, ids); err != nil {
			return within(field, err)
		}
	}
	return nil
}

func (w *work) soundPeriods(ctx context.Context, ids []string) error {
	rows, err := w.read(ctx, `
UNWIND $ids AS id
MATCH (r:Record {id: id})
UNWIND [[r.validFrom, r.validTo], [r.plannedFrom, r.plannedTo], [r.actualFrom, r.actualTo]] AS period
RETURN {validFrom: period[0], validTo: period[1]} AS row`, map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := period(row).Check(); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) soundMemberships(ctx context.Context, ids []string) error {
	return w.soundBeside(ctx, ids, registry.CheckAdmission, `
UNWIND $ids AS id
MATCH (r:Record&Membership {id: id})-[:IN_NETWORK]->(network:Network)
MATCH (r)-[:MEMBER]->(member:Record)
WHERE r.state <> 'ENDED' OR r.validTo IS NOT NULL
RETURN {validFrom: r.validFrom, validTo: r.validTo, beside: COLLECT {
  MATCH (member)<-[:MEMBER]-(beside:Membership)
  WHERE beside <> r
    AND EXISTS { (beside)-[:IN_NETWORK]->(network) }
    AND (beside.state <> 'ENDED' OR beside.validTo IS NOT NULL)
  RETURN {validFrom: beside.validFrom, validTo: beside.validTo}
}} AS row`)
}

func (w *work) soundParticipations(ctx context.Context, ids []string) error {
	return w.soundBeside(ctx, ids, registry.CheckParticipation, `
UNWIND $ids AS id
MATCH (r:Record&Participation {id: id})-[:OF_PROJECT]->(project:Project)
MATCH (r)-[:PARTICIPANT]->(organisation:Organisation)
RETURN {validFrom: r.validFrom, validTo: r.validTo, beside: COLLECT {
  MATCH (project)<-[:OF_PROJECT]-(beside:Participation {role: r.role})-[:PARTICIPANT]->(organisation)
  WHERE beside <> r
  RETURN {validFrom: beside.validFrom, validTo: beside.validTo}
}} AS row`)
}

// soundBeside asks a rule of the period of each record that a statement gives, and of the periods of those beside it.
func (w *work) soundBeside(ctx context.Context, ids []string, rule func(registry.Period, []registry.Period) error, statement string) error {
	rows, err := w.read(ctx, statement, map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	for _, row := range rows {
		var beside []registry.Period
		items, _ := row["beside"].([]any)
		for _, item := range items {
			days, _ := item.(map[string]any)
			beside = append(beside, period(days))
		}
		if err := rule(period(row), beside); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) soundPartnerships(ctx context.Context, ids []string) error {
	rows, err := w.read(ctx, `
UNWIND $ids AS id
MATCH (r:Record&Partnership {id: id})
RETURN {id: id, state: r.state} AS row`, map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	for _, row := range rows {
		parties, err := w.parties(ctx, textOf(row["id"]))
		if err != nil {
			return err
		}
		var named []string
		var confirmations []registry.Confirmation
		for _, p := range parties {
			named, confirmations = append(named, p.id), append(confirmations, p.confirmation)
		}
		if err := registry.CheckParties(named); err != nil {
			return err
		}
		if err := registry.CheckStands(registry.RelationState(textOf(row["state"])), confirmations); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) soundAwards(ctx context.Context, ids []string) error {
	rows, err := w.read(ctx, `
UNWIND $ids AS id
MATCH (r:Record&(Award|Condition|Payment) {id: id})
WITH DISTINCT CASE WHEN r:Award THEN r ELSE head([(r)-[:OF_AWARD]->(award:Award) | award]) END AS award
WHERE award IS NOT NULL
RETURN {id: award.id, state: award.state, conditions: [(award)<-[:OF_AWARD]-(c:Condition) | [c.type, c.status]]} AS row`, map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if err := registry.CheckAwardState(registry.AwardState(textOf(row["state"])), conditions(row["conditions"])); err != nil {
			return err
		}
		paid, err := w.paid(ctx, textOf(row["id"]))
		if err != nil {
			return err
		}
		if err := paid.Check(); err != nil {
			return err
		}
	}
	return nil
}
