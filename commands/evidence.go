package commands

import (
	"context"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func attachEvidence(ctx context.Context, w *work) error {
	id, _ := w.request.Input["id"].(string)
	w.mustExist("id", id, "Indicator", "Output")
	rows, err := w.readRows(ctx, `
MATCH (r:Record&(Indicator|Output) {id: $id})
RETURN {isOutput: r:Output, state: r.state, planned: r.plannedCount} AS row`, map[string]any{"id": id})
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
	return w.delivered(ctx, r, rows[0])
}

func (w *work) attach(ctx context.Context, typeName, result string) (ledger.Record, error) {
	r, err := w.amend(ctx, typeName, result)
	if err != nil {
		return r, err
	}
	return r, w.enterNested(ctx, r, "", w.request.Input)
}

// delivered moves an output to the state that its evidence gives it: as many pieces as there are different documents.
func (w *work) delivered(ctx context.Context, r ledger.Record, current map[string]any) error {
	rows, err := w.readRows(ctx, `
MATCH (d:Record&Document)
WHERE d.id IN $given
  OR EXISTS { (:Record&Output {id: $id})-[:EVIDENCED_BY]->(d) }
RETURN {id: d.id, file: toLower(coalesce(d.sha256, d.id))} AS row`, map[string]any{"id": r.ID, "given": r.Links["evidence"]})
	if err != nil {
		return err
	}
	documents, is := map[string]bool{}, map[string]bool{}
	for _, row := range rows {
		documents[stored.Text(row["file"])], is[stored.Text(row["id"])] = true, true
	}
	for _, id := range r.Links["evidence"] {
		if !is[id] {
			documents[id] = true // a new one
		}
	}
	var planned *int64
	if n, known := current["planned"].(int64); known {
		planned = &n
	}
	state, _ := current["state"].(string)
	if next := registry.StateByDelivery(registry.OutputState(state), int64(len(documents)), planned); next != "" {
		r.Values["state"] = string(next)
	}
	return nil
}
