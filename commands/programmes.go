package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func registerProgramme(ctx context.Context, w *work) error {
	r, err := w.create("Programme", "programme")
	if err != nil {
		return err
	}
	return w.programmeCode(ctx, r)
}

func updateProgramme(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Programme", "programme")
	if err != nil {
		return err
	}
	return w.programmeCode(ctx, r)
}

// programmeCode asks that no other programme that the actor may see has the code that a programme is given.
func (w *work) programmeCode(ctx context.Context, r ledger.Record) error {
	if r.Values["cci"] == nil {
		return nil
	}
	rows, err := w.readRows(ctx, `
MATCH (p:Programme {cci: $cci})
WHERE p.id <> $id
  AND p`+stored.Visible+`
RETURN {name: p.name} AS row`,
		map[string]any{"cci": r.Values["cci"], "id": r.ID, "visible": w.rights.Visible})
	if err != nil || len(rows) == 0 {
		return err
	}
	return fault.New(fault.Conflict, "%s has this code, which belongs to one. Use that programme, or correct the code.", rows[0]["name"]).In("cci").Breaking(registry.RuleProgrammeCCI)
}
