package commands

import "context"

func registerProgramme(_ context.Context, w *work) error {
	_, err := w.create("Programme", "programme")
	return err
}

func updateProgramme(ctx context.Context, w *work) error {
	_, err := w.amend(ctx, "Programme", "programme")
	return err
}
