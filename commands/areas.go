package commands

import "context"

func updateArea(ctx context.Context, w *work) error {
	_, err := w.correct(ctx, "Area", "area")
	return err
}
