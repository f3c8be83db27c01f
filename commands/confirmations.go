package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

// renewConfirmation records that a relation was confirmed to hold, whichever of the two kinds it is.
func renewConfirmation(ctx context.Context, w *work) error {
	id := w.input("id")
	w.mustExist("id", id, "Membership", "Partnership")
	rows, err := w.readRows(ctx, "MATCH (r:Record {id: $id})\nRETURN {type: CASE WHEN r:Membership THEN 'Membership' ELSE 'Partnership' END} AS row",
		map[string]any{"id": id})
	if err != nil {
		return err
	}
	r, current, err := w.amendStored(ctx, stored.Text(rows[0]["type"]), "relation")
	if err != nil {
		return err
	}
	return fault.Within("lastConfirmedOn", registry.CheckConfirmed(stored.Day(r.Values["lastConfirmedOn"]), period(current), w.today()))
}
