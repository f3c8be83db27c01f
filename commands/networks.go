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
	if err := w.formerNames(r); err != nil {
		return err
	}
	findByFormerNames(r, nil, nil, nil)
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
		w.mustExist(field, w.input(field), "Network")
		w.results[field] = w.input(field)
	}
	if err := registry.CheckCounterparts(network, counterpart); err != nil {
		return fault.Within("counterpart", err)
	}
	rows, err := w.readRows(ctx, `
MATCH (network:Record&Network {id: $network})
MATCH (counterpart:Record&Network {id: $counterpart})
RETURN {linked: EXISTS { (network)-[:COUNTERPART_OF]-(counterpart) }, audiences: [network.audience, counterpart.audience],
  countries: [network.country, counterpart.country]} AS row`,
		map[string]any{"network": network, "counterpart": counterpart})
	if err != nil || len(rows) == 0 || rows[0]["linked"] == true {
		return err
	}
	countries := stored.List(rows[0]["countries"])
	if err := registry.CheckAcross(stored.Text(countries[0]), stored.Text(countries[1])); err != nil {
		return fault.Within("counterpart", err)
	}
	audiences := stored.List(rows[0]["audiences"])
	one, err := w.audienceOf(ctx, audiences[0])
	if err != nil {
		return err
	}
	other, err := w.audienceOf(ctx, audiences[1])
	if err != nil {
		return err
	}
	if both := one.Meet(other); both != one && both != other {
		return fault.New(fault.Conflict, "Nobody who sees one of these networks by their role sees the other. Open one of them to those who see the other first.").In("counterpart")
	}
	w.hide(one.Meet(other))
	w.records = append(w.records, counterparts(network, counterpart, one, other)...)
	return nil
}

// counterparts drafts the relation of two networks. It is told of the one that fewer see, and noted at the other only where all who see that one see both: a change of it would tell
// the rest that there is something.
func counterparts(network, counterpart string, one, other registry.Audience) []ledger.Record {
	both := one.Meet(other)
	if both != one && both == other {
		return counterparts(counterpart, network, other, one)
	}
	all := []ledger.Record{{Type: "Network", ID: network, Links: map[string][]string{"counterparts": {counterpart}}}}
	if both == other {
		all = append(all, ledger.Record{Type: "Network", ID: counterpart, Noted: []ledger.FieldChange{{Name: "counterparts", After: network}}})
	}
	return all
}
