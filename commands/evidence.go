package commands

import (
	"context"

	"partnernet/ledger"
	"partnernet/registry"
)

func attachEvidence(ctx context.Context, w *work) error {
	id, _ := w.request.Input["id"].(string)
	w.mustExist("input.id", id, "Indicator", "Output")
	rows, err := w.read(ctx, `
MATCH (r:Record&(Indicator|Output) {id: $id})
RETURN {isOutput: r:Output, state: r.state, planned: r.plannedCount, evidence: [(r)-[:EVIDENCED_BY]->(d:Document) | d.id]} AS row`, map[string]any{"id": id})
	if err != nil {
		return err
	}
	if rows[0]["isOutput"] != true {
		_, err := w.attach(ctx, "Indicator", "indicator")
		return err
	}
	r, err := w.attach(ctx, "Output", "output")
	if err != nil {
		return err
	}
	return w.delivered(r, rows[0])
}

func (w *work) attach(ctx context.Context, typeName, result string) (ledger.Record, error) {
	r, err := w.amend(ctx, typeName, result)
	if err != nil {
		return r, err
	}
	return r, w.contents(ctx, r, "", w.request.Input)
}

// delivered moves an output to the state that its evidence gives it.
func (w *work) delivered(r ledger.Record, held map[string]any) error {
	documents := map[string]bool{}
	for _, id := range append(texts(held["evidence"]), r.Links["evidence"]...) {
		documents[id] = true
	}
	var planned *int64
	if n, known := held["planned"].(int64); known {
		planned = &n
	}
	state, _ := held["state"].(string)
	if next := registry.StateByDelivery(registry.OutputState(state), int64(len(documents)), planned); next != "" {
		r.Values["state"] = string(next)
	}
	return nil
}
