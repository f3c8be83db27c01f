package commands

import (
	"context"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"partnernet/fault"
	"partnernet/ledger"
)

// work is one command being done.
type work struct {
	*Commands
	page    *ledger.Page
	request Request
	seed    uuid.UUID
	made    int
	source  string // the id of the Source that all its changes rest on
	records []ledger.Record
	results map[string]any
}

func (w *work) run(ctx context.Context) error {
	if err := w.ground(ctx); err != nil {
		return err
	}
	if err := table[w.request.Name](ctx, w); err != nil {
		return err
	}
	outcome, err := w.page.Record(ctx, ledger.Telling{
		Actor: w.request.Actor, Action: w.request.Name, Source: w.source, Records: w.records, Overwrites: true,
	})
	w.results["changes"] = outcome.Changes
	return err
}

// newID gives the id of the command's next new record: the same one when the command is tried again.
func (w *work) newID() string {
	w.made++
	return uuid.NewSHA1(w.seed, []byte(strconv.Itoa(w.made))).String()
}

// ground finds the source that the command names, or records the document that it gives.
func (w *work) ground(ctx context.Context) error {
	given, _ := w.request.Input["source"].(map[string]any)
	if id, ok := given["id"].(string); ok {
		w.source = id
		return w.mustExist(ctx, "input.source.id", id, "Source")
	}
	document, _ := given["document"].(map[string]any)
	d, err := w.record("Document", w.newID(), document)
	if err != nil {
		return err
	}
	w.records = append(w.records, d)
	w.source = w.newID()
	w.records = append(w.records, ledger.Record{Type: "Source", ID: w.source,
		Values: map[string]any{"retrievedAt": w.now()}, Links: map[string][]string{"document": {d.ID}}})
	return nil
}

// mustExist asks that a record of one of the types is there for the actor.
func (w *work) mustExist(ctx context.Context, field, id string, types ...string) error {
	rows, err := w.page.Run(ctx, `
MATCH (r:Record {id: $id})
WHERE r.sensitivity IN $visible
RETURN labels(r) AS labels`, map[string]any{"id": id, "visible": w.request.Visible})
	if err != nil {
		return err
	}
	for _, row := range rows {
		labels, _ := row["labels"].([]any)
		for _, label := range labels {
			if name, _ := label.(string); slices.Contains(types, name) {
				return nil
			}
		}
	}
	return fault.New(fault.NotFound, "%s: there is no %s with the id %q.", field, anyOf(types), id).At(field)
}
