package commands

import (
	"context"
	"fmt"

	"partnernet/registry"
)

func fulfilObligation(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Obligation", "obligation")
	if err != nil {
		return err
	}
	rows, err := w.page.Run(ctx, "MATCH (o:Obligation {id: $id})\nRETURN o.status AS status", map[string]any{"id": r.ID})
	if err != nil {
		return err
	}
	if err := registry.CheckFulfilment(registry.ObligationStatus(fmt.Sprint(rows[0]["status"]))); err != nil {
		return within("id", err)
	}
	if err := w.checkRecord(r); err != nil {
		return err
	}
	r.Values["status"] = string(registry.ObligationFulfilled)
	return w.contents(ctx, r, "", w.request.Input)
}
