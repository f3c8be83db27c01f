package commands

import (
	"context"
	"encoding/binary"
	"slices"

	"github.com/google/uuid"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/lists"
)

// work is one command being done.
type work struct {
	*Commands
	page    *ledger.Page
	request Request
	seed    uuid.UUID
	made    uint32
	source  string      // the id of the Source that all its changes rest on
	adds    bool        // what the command tells adds to what is held, and never takes its place
	list    *lists.List // that came with the command
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
		Actor: w.request.Actor, Action: w.request.Name, Source: w.source, Records: w.records, Overwrites: !w.adds,
	})
	if !w.adds { // a list makes thousands of changes; they are found by their source
		w.results["changes"] = outcome.Changes
	}
	return err
}

// newID gives the id of the command's next new record: the same one when the command is tried again. It is a UUIDv7, as the seed is: the ids
// of one command are in the order in which they were made.
func (w *work) newID() string {
	w.made++
	id := w.seed
	binary.BigEndian.PutUint32(id[8:], variant|w.made)
	return id.String()
}

// variant are the two bits that RFC 9562 has before the last 62 of a UUID.
const variant = 1 << 31

// ground finds the source that the command names, or records the document that it gives.
func (w *work) ground(ctx context.Context) error {
	given, ok := w.request.Input["source"].(map[string]any)
	if !ok {
		return nil // the command brings its own
	}
	if id, ok := given["id"].(string); ok {
		w.source = id
		return w.mustExist(ctx, "input.source.id", id, "Source")
	}
	document, _ := given["document"].(map[string]any)
	d, err := w.document(document)
	if err != nil {
		return below("source.document", err)
	}
	if d.Sensitivity == "" {
		d.Sensitivity = w.input("sensitivity") // a document's title may tell what the record that rests on it keeps to itself
	}
	w.source = w.newID()
	w.records = append(w.records, d, ledger.Record{Type: "Source", ID: w.source, Sensitivity: d.Sensitivity,
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
