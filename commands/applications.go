package commands

import (
	"context"
	"fmt"

	"partnernet/registry"
)

func recordApplication(ctx context.Context, w *work) error {
	r, err := w.create(ctx, "Application", "application")
	if err != nil {
		return err
	}
	if r, err = w.belongs(ctx, r, r.Links["project"][0]); err != nil {
		return err
	}
	state := registry.ApplicationState(fmt.Sprint(r.Values["state"]))
	if err := registry.CheckSubmitted(state, day(r.Values["submittedOn"])); err != nil {
		return within("submittedOn", err)
	}
	return w.checkRecord(r)
}
