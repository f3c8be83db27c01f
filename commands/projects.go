package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
)

func registerProject(ctx context.Context, w *work) error {
	r, err := w.create(ctx, "Project", "project")
	if err != nil {
		return err
	}
	return w.project(ctx, r)
}

func updateProject(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Project", "project")
	if err != nil {
		return err
	}
	return w.project(ctx, r)
}

// project enters what stands inside a project, and asks that its days and amounts can be.
func (w *work) project(ctx context.Context, r ledger.Record) error {
	values, err := w.after(ctx, r)
	if err != nil {
		return err
	}
	for _, span := range []string{"planned", "actual"} {
		period := registry.Period{From: day(values[span+"From"]), To: day(values[span+"To"])}
		if err := period.Check(); err != nil {
			return within(span+"To", err)
		}
	}
	if err := w.checkRecord(r); err != nil {
		return err
	}
	return w.contents(ctx, r, "", w.request.Input)
}

func registerProgramme(ctx context.Context, w *work) error {
	r, err := w.create(ctx, "Programme", "programme")
	if err != nil || r.Values["cci"] == nil {
		return err
	}
	rows, err := w.page.Run(ctx, `
MATCH (p:Programme {cci: $cci})
RETURN CASE WHEN p.sensitivity IN $visible THEN p.name ELSE 'another programme' END AS name`,
		map[string]any{"cci": r.Values["cci"], "visible": w.request.Visible})
	if err != nil || len(rows) == 0 {
		return err
	}
	return fault.New(fault.Conflict, "input.cci: %s has this code. A code belongs to one programme.", rows[0]["name"]).
		At("input.cci").Breaking(registry.RuleProgrammeCCI)
}
