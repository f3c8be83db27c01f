package commands

import (
	"context"

	"partnernet/fault"
)

// needed is a record that must be there for the actor.
type needed struct {
	Sought
	field string // of the input that names it
}

// mustExist has the command ask that a record of one of the types is there for the actor, before it reads or writes anything more.
func (w *work) mustExist(field, id string, types ...string) {
	w.needed = append(w.needed, needed{Sought{id, types}, field})
}

// meet asks for all records that must be there: in one statement, since most of what a short command takes are its statements.
func (w *work) meet(ctx context.Context) error {
	if len(w.needed) == 0 {
		return nil
	}
	sought := make([]Sought, len(w.needed))
	for i, n := range w.needed {
		sought[i] = n.Sought
	}
	found, err := w.request.Find(ctx, w.page, sought)
	if err != nil {
		return err
	}
	for i, n := range w.needed {
		if found[i] == nil {
			return w.missing(ctx, n)
		}
		w.met[n.ID] = found[i]
	}
	w.needed = nil
	return nil
}

// missing says that a record is not there, or by which id it is known now.
func (w *work) missing(ctx context.Context, n needed) error {
	rows, err := w.page.Run(ctx, `
MATCH (:FormerRecord {id: $id})-[:MERGED_INTO]->(r:Record)
RETURN r.id AS id`, map[string]any{"id": n.ID})
	if err != nil {
		return err
	}
	for _, row := range rows {
		kept := textOf(row["id"])
		found, err := w.request.Find(ctx, w.page, []Sought{{kept, n.Types}})
		if err != nil {
			return err
		}
		if found[0] != nil {
			return fault.New(fault.NotFound, "%s: %q has been merged into %q. Use that id.", n.field, n.ID, kept).At(n.field)
		}
	}
	return fault.New(fault.NotFound, "%s: there is no %s with the id %q.", n.field, anyOf(n.Types), n.ID).At(n.field)
}

// read runs a statement that a rule needs. What the statement names has been met.
func (w *work) read(ctx context.Context, text string, params map[string]any) ([]map[string]any, error) {
	if err := w.meet(ctx); err != nil {
		return nil, err
	}
	return w.page.Run(ctx, text, params)
}

// stored gives what is stored of a record, by the names of its properties, before the command writes; nothing of a new one.
func (w *work) stored(ctx context.Context, id string) (map[string]any, error) {
	if err := w.meet(ctx); err != nil {
		return nil, err
	}
	if held, met := w.met[id]; met {
		return held, nil
	}
	rows, err := w.page.Run(ctx, "MATCH (r:Record {id: $id})\nRETURN properties(r) AS held", map[string]any{"id": id})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	w.met[id], _ = rows[0]["held"].(map[string]any)
	return w.met[id], nil
}

// version asks that a record is at the version that the client has seen, if the input says which.
func (w *work) version(ctx context.Context, field, id string) error {
	expected, given := w.request.Input[field].(int64)
	if !given {
		return nil
	}
	held, err := w.stored(ctx, id)
	if err != nil {
		return err
	}
	if current := held["version"]; current != expected {
		return fault.New(fault.Conflict, "The record has been changed: it is at version %v, not %d. Read it again and decide anew.", current, expected).
			At("input." + field)
	}
	return nil
}
