package commands

import (
	"context"
	"fmt"

	"partnernet/fault"
	"partnernet/registry"
)

func recordApplication(ctx context.Context, w *work) error {
	r, err := w.create("Application", "application")
	if err != nil {
		return err
	}
	_, err = w.belongs(ctx, r, r.Links["project"][0])
	return err
}

func updateApplication(ctx context.Context, w *work) error {
	r, current, err := w.amendStored(ctx, "Application", "application")
	if err != nil {
		return err
	}
	w.about["project"] = "project" // that awards are for, which were decided on it
	values, err := w.valuesAfter(ctx, r)
	if err != nil {
		return err
	}
	state := registry.ApplicationState(fmt.Sprint(values["state"]))
	return fault.Within("state", registry.CheckSubmission(registry.ApplicationState(fmt.Sprint(current["state"])), state))
}
