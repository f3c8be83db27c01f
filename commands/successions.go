package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
)

func recordSuccession(ctx context.Context, w *work) error {
	r, err := w.create("Succession", "succession")
	if err != nil {
		return err
	}
	kind := registry.SuccessionKind(textOf(r.Values["kind"]))
	if err := registry.CheckSuccession(kind, r.Links["predecessors"], r.Links["successors"]); err != nil {
		return within("predecessors", err)
	}
	if err := registry.CheckPast(day(r.Values["on"]), w.today()); err != nil {
		return within("on", err)
	}
	rows, err := w.read(ctx, `
UNWIND $predecessors + $successors AS id
MATCH (body:Record&(Organisation|Network) {id: id})
RETURN {id: id, sensitivity: body.sensitivity, network: body:Network, predecessor: id IN $predecessors,
  established: body.establishedOn, begun: [(body)<-[:SUCCESSOR]-(s:Succession) WHERE s.on IS NOT NULL | s.on],
  ended: [(body)<-[:PREDECESSOR]-(s:Succession) | coalesce(s.on, false)],
  cycle: id IN $successors AND EXISTS {
    MATCH (body)(()<-[:PREDECESSOR]-(:Succession)-[:SUCCESSOR]->())+(last)
    WHERE last.id IN $predecessors
  }} AS row`, map[string]any{"predecessors": r.Links["predecessors"], "successors": r.Links["successors"]})
	if err != nil {
		return err
	}
	if err := w.inOrder(r, rows); err != nil {
		return err
	}
	w.seenByAll(r, rows)
	for _, row := range rows {
		if row["predecessor"] == true {
			w.endsBy(kind, row)
		}
	}
	return nil
}

// inOrder asks that each predecessor ends once, that none of them comes after its successors, and that the days of successions allow this one.
func (w *work) inOrder(r ledger.Record, rows []map[string]any) error {
	var begun, ended []registry.Date
	for _, row := range rows {
		ends, _ := row["ended"].([]any)
		begins, _ := row["begun"].([]any)
		switch {
		case row["cycle"] == true:
			return fault.New(fault.Conflict, "input.successors: one of them became one of the predecessors, so it cannot come after. Name another one, or revert that succession first.").
				At("input.successors").Breaking(registry.RuleSuccessionCycle)
		case row["predecessor"] == true && len(ends) > 0:
			return fault.New(fault.Conflict, "input.predecessors: it is recorded already what became of %q. If that is wrong, revert the change.", row["id"]).
				At("input.predecessors").Breaking(registry.RuleSucceeded)
		case row["predecessor"] == true:
			begun = append(begun, days(append(begins, row["established"]))...)
		default:
			ended = append(ended, days(ends)...)
		}
	}
	return within("on", registry.CheckSuccessionOrder(day(r.Values["on"]), begun, ended))
}

// days gives the days among stored values.
func days(values []any) []registry.Date {
	var all []registry.Date
	for _, v := range values {
		if d := day(v); d != nil {
			all = append(all, *d)
		}
	}
	return all
}

// seenByAll has a succession, and its ground, be seen by those who may see all that it joins, unless the input says by whom.
func (w *work) seenByAll(r ledger.Record, rows []map[string]any) {
	sensitivity := r.Sensitivity
	if sensitivity == "" {
		for _, row := range rows {
			sensitivity = ledger.Stricter(sensitivity, textOf(row["sensitivity"]))
		}
	}
	for i := range w.records {
		if w.records[i].Sensitivity == "" {
			w.records[i].Sensitivity = sensitivity
		}
	}
}

// endsBy drafts that a predecessor is no more.
func (w *work) endsBy(kind registry.SuccessionKind, row map[string]any) {
	if row["network"] == true {
		w.set("Network", textOf(row["id"]), "lifecycle", kind.LifecycleAfter())
		return
	}
	w.set("Organisation", textOf(row["id"]), "status", "DISSOLVED")
}
