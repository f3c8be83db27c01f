package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

func recordOffer(ctx context.Context, w *work) error {
	r, err := w.create("Offer", "offer")
	if err != nil {
		return err
	}
	return w.draftOpening(ctx, r)
}

func updateOffer(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Offer", "offer")
	if err != nil {
		return err
	}
	return w.draftCorrection(ctx, r)
}

func closeOffer(ctx context.Context, w *work) error { return w.close(ctx, "Offer", "offer") }

func renewOffer(ctx context.Context, w *work) error { return w.renew(ctx, "Offer", "offer") }

func pauseOffer(ctx context.Context, w *work) error {
	on := w.dayOr("on", w.today())
	if err := registry.CheckPast(&on, w.today()); err != nil {
		return fault.Within("on", err)
	}
	return w.rest(ctx, registry.StandingPaused, &on)
}

func resumeOffer(ctx context.Context, w *work) error { return w.rest(ctx, registry.StandingOpen, nil) }

// rest has an offer rest since a day, or no longer.
func (w *work) rest(ctx context.Context, next registry.Standing, since *registry.Date) error {
	r, current, err := w.amendStored(ctx, "Offer", "offer")
	if err != nil {
		return err
	}
	if err := registry.CheckFollows(stored.Day(current["validFrom"]), since); err != nil {
		return fault.Within("on", err)
	}
	r.Values["state"], r.Values["stateSince"] = string(next), orNil(since)
	return fault.Within("id", registry.CheckPause(registry.Standing(stored.Text(current["state"])), next))
}
