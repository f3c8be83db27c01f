package commands

import (
	"context"

	"partnernet/ledger"
	"partnernet/registry"
)

func registerProject(ctx context.Context, w *work) error {
	r, err := w.create("Project", "project")
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
