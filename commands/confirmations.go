package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
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
	if err := registry.CheckConfirmed(stored.Day(r.Values["lastConfirmedOn"]), period(current), w.today()); err != nil {
		return fault.Within("lastConfirmedOn", err)
	}
	keepLater(r, current, "lastConfirmedOn")
	return nil
}

// keepLater drops a day from a draft where a later one is stored: the last day is told, in whichever order the days are recorded.
func keepLater(r ledger.Record, current map[string]any, field string) {
	given, last := stored.Day(r.Values[field]), stored.Day(current[field])
	if given != nil && last != nil && given.Before(*last) {
		delete(r.Values, field)
	}
}
