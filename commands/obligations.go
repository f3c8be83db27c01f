package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

func updateObligation(ctx context.Context, w *work) error {
	_, err := w.correct(ctx, "Obligation", "obligation")
	return err
}

func postponeObligation(ctx context.Context, w *work) error {
	r, current, err := w.amendStored(ctx, "Obligation", "obligation")
	if err != nil {
		return err
	}
	if err := registry.CheckPostponable(registry.ObligationStatus(stored.Text(current["status"]))); err != nil {
		return fault.Within("id", err)
	}
	if err := registry.CheckText(stored.Text(r.Values["postponedBecause"]), true, registry.MaxText); err != nil {
		return fault.Within("postponedBecause", err)
	}
	return fault.Within("dueOn", registry.CheckPostponement(stored.Day(current["dueOn"]), *stored.Day(r.Values["dueOn"])))
}

func fulfilObligation(ctx context.Context, w *work) error {
	r, current, err := w.amendStored(ctx, "Obligation", "obligation")
	if err != nil {
		return err
	}
	if err := registry.CheckFulfilment(registry.ObligationStatus(stored.Text(current["status"]))); err != nil {
		return fault.Within("id", err)
	}
	r.Values["status"] = string(registry.ObligationFulfilled)
	return w.enterNested(ctx, r, "", w.request.Input)
}
