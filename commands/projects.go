package commands

import (
	"context"
)

func registerProject(ctx context.Context, w *work) error {
	r, err := w.create("Project", "project")
	if err != nil {
		return err
	}
	return w.enterNested(ctx, r, "", w.request.Input)
}

func updateProject(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Project", "project")
	if err != nil {
		return err
	}
	return w.enterNested(ctx, r, "", w.request.Input)
}
