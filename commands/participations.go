package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func addParticipant(ctx context.Context, w *work) error {
	r, err := w.create("Participation", "participation")
	if err != nil {
		return err
	}
	if _, err := w.belongs(ctx, r, r.Links["project"][0]); err != nil {
		return err
	}
	return w.participation(ctx, r, r.Links["project"][0], r.Links["organisation"][0])
}

func updateParticipation(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Participation", "participation")
	if err != nil {
		return err
	}
	return w.participation(ctx, s.Record, s.singleLink("project"), s.singleLink("organisation"))
}

func endParticipation(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Participation", "participation")
	if err != nil {
		return err
	}
	rows, err := w.readRows(ctx, `
MATCH (project:Project)<-[:OF_PROJECT]-(p:Record&Participation {id: $id})-[:PARTICIPANT]->(organisation:Organisation)
RETURN {project: project.id, organisation: organisation.id} AS row`, map[string]any{"id": r.ID})
	if err != nil {
		return err
	}
	project, _ := rows[0]["project"].(string)
	organisation, _ := rows[0]["organisation"].(string)
	return w.participation(ctx, r, project, organisation)
}

// participation asks that a participation's days are in order and that the organisation has its role once at a time, as far as the actor sees.
func (w *work) participation(ctx context.Context, r ledger.Record, project, organisation string) error {
	values, err := w.valuesAfter(ctx, r)
	if err != nil {
		return err
	}
	period := registry.Period{From: stored.Day(values["validFrom"]), To: stored.Day(values["validTo"])}
	if err := period.Check(); err != nil {
		return fault.Within("validTo", err)
	}
	rows, err := w.readRows(ctx, `
MATCH (:Record&Project {id: $project})<-[:OF_PROJECT]-(p:Participation {role: $role})-[:PARTICIPANT]->(:Record&Organisation {id: $organisation})
WHERE p.id <> $id
  AND p`+stored.Visible+`
RETURN {validFrom: p.validFrom, validTo: p.validTo} AS row`,
		map[string]any{"id": r.ID, "project": project, "organisation": organisation, "role": values["role"], "visible": w.rights.Visible})
	if err != nil {
		return err
	}
	var periods []registry.Period
	for _, row := range rows {
		periods = append(periods, registry.Period{From: stored.Day(row["validFrom"]), To: stored.Day(row["validTo"])})
	}
	return fault.Within("organisation", registry.CheckParticipation(period, periods))
}
