package commands

import (
	"context"
	"fmt"

	"partnernet/registry"
)

func recordApplication(ctx context.Context, w *work) error {
	r, err := w.create("Application", "application")
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

func updateApplication(ctx context.Context, w *work) error {
	r, held, err := w.amendHeld(ctx, "Application", "application")
	if err != nil {
		return err
	}
	values, err := w.after(ctx, r)
	if err != nil {
		return err
	}
	state := registry.ApplicationState(fmt.Sprint(values["state"]))
	if err := registry.CheckSubmission(registry.ApplicationState(fmt.Sprint(held["state"])), state); err != nil {
		return within("state", err)
	}
	if err := registry.CheckSubmitted(state, day(values["submittedOn"])); err != nil {
		return within("submittedOn", err)
	}
	return w.checkRecord(r)
}
