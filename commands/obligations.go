package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

func updateObligation(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Obligation", "obligation")
	if err != nil {
		return err
	}
	return fault.Within("fulfilledOn", registry.CheckFulfilled(registry.ObligationStatus(stored.Text(s.values["status"])), stored.Day(s.values["fulfilledOn"])))
}

func fulfilObligation(ctx context.Context, w *work) error {
	r, held, err := w.amendHeld(ctx, "Obligation", "obligation")
	if err != nil {
		return err
	}
	if err := registry.CheckFulfilment(registry.ObligationStatus(stored.Text(held["status"]))); err != nil {
		return fault.Within("id", err)
	}
	r.Values["status"] = string(registry.ObligationFulfilled)
	return w.enterNested(ctx, r, "", w.request.Input)
}
