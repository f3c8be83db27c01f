package commands

import (
	"context"

	"partnernet/ledger"
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
	return w.enterNested(ctx, r, "", w.request.Input)
}
