package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func registerNetwork(_ context.Context, w *work) error {
	r, err := w.create("Network", "network")
	if err != nil {
		return err
	}
	if err := w.formerNames(r, nil); err != nil {
		return err
	}
	return fault.Within("establishedOn", registry.CheckPast(stored.Day(r.Values["establishedOn"]), w.today()))
}

func updateNetwork(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Network", "network")
	if err != nil {
		return err
	}
	if err := registry.CheckPast(stored.Day(r.Values["establishedOn"]), w.today()); err != nil {
		return fault.Within("establishedOn", err)
	}
	return w.keepNames(ctx, r, "acronym", "name")
}

// linkCounterparts makes one relation of two networks, which each of them reads from its own end.
func linkCounterparts(ctx context.Context, w *work) error {
	network, counterpart := w.input("network"), w.input("counterpart")
	for _, field := range []string{"network", "counterpart"} {
		w.mustExist(""+field, w.input(field), "Network")
		w.results[field] = w.input(field)
	}
	if err := registry.CheckCounterparts(network, counterpart); err != nil {
		return fault.Within("counterpart", err)
	}
	rows, err := w.readRows(ctx, `
RETURN {linked: EXISTS { (:Record&Network {id: $network})-[:COUNTERPART_OF]-(:Record&Network {id: $counterpart}) }} AS row`,
		map[string]any{"network": network, "counterpart": counterpart})
	if err != nil || rows[0]["linked"] == true {
		return err
	}
	w.records = append(w.records,
		ledger.Record{Type: "Network", ID: network, Links: map[string][]string{"counterparts": {counterpart}}},
		ledger.Record{Type: "Network", ID: counterpart, Noted: []ledger.FieldChange{{Name: "counterparts", After: network}}})
	return nil
}
