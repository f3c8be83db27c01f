package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func recordNeed(ctx context.Context, w *work) error {
	r, err := w.create("Need", "need")
	if err != nil {
		return err
	}
	if err := w.foundIn(ctx, r); err != nil {
		return err
	}
	return w.draftOpening(ctx, r)
}

func updateNeed(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Need", "need")
	if err != nil {
		return err
	}
	if err := w.foundIn(ctx, r); err != nil {
		return err
	}
	return w.draftCorrection(ctx, r)
}

func closeNeed(ctx context.Context, w *work) error { return w.close(ctx, "Need", "need") }

func renewNeed(ctx context.Context, w *work) error { return w.renew(ctx, "Need", "need") }

// foundIn asks that the occasion on which a need was found has been held.
func (w *work) foundIn(ctx context.Context, r ledger.Record) error {
	for _, id := range r.Links["foundIn"] {
		mapping, err := w.storedProperties(ctx, id)
		if err != nil {
			return err
		}
		if err := registry.CheckFoundIn(registry.NeedsMappingState(stored.Text(mapping["state"]))); err != nil {
			return fault.Within("foundIn", err)
		}
	}
	return nil
}

func planNeedsMapping(_ context.Context, w *work) error {
	r, err := w.create("NeedsMapping", "needsMapping")
	if err != nil {
		return err
	}
	r.Values["state"] = "PLANNED"
	return nil
}

func holdNeedsMapping(ctx context.Context, w *work) error {
	r, err := w.planned(ctx, "HELD")
	if err != nil {
		return err
	}
	if stored.Day(r.Values["heldOn"]) == nil {
		r.Values["heldOn"] = w.today()
	}
	return nil
}

func cancelNeedsMapping(ctx context.Context, w *work) error {
	_, err := w.planned(ctx, "CANCELLED")
	return err
}

// planned drafts what becomes of a planned needs mapping.
func (w *work) planned(ctx context.Context, next string) (ledger.Record, error) {
	r, err := w.amend(ctx, "NeedsMapping", "needsMapping")
	if err != nil {
		return r, err
	}
	current, err := w.storedProperties(ctx, r.ID)
	if err != nil {
		return r, err
	}
	r.Values["state"] = next
	return r, fault.Within("id", registry.CheckPlanned(registry.NeedsMappingState(stored.Text(current["state"]))))
}
