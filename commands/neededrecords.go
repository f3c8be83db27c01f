package commands

import (
	"context"
	"maps"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/stored"
)

// neededRecord is a record that must be there for the actor.
type neededRecord struct {
	Sought
	field string // of the input that names it
}

// mustExist has the command ask that a record of one of the types is there for the actor, before it reads or writes anything more.
func (w *work) mustExist(field, id string, types ...string) {
	w.needed = append(w.needed, neededRecord{Sought{id, types}, field})
}

// checkNeeded asks for all records that must be there: in one statement, since most of what a short command takes are its statements.
func (w *work) checkNeeded(ctx context.Context) error {
	if len(w.needed) == 0 {
		return nil
	}
	_, err := w.readRows(ctx, "RETURN null AS row LIMIT 0", nil)
	return err
}

// readRows runs a statement that a rule needs, and gives its rows: maps, in its only column, row. What the statement names must exist for the
// actor; what has not been met yet is asked for in the same statement.
func (w *work) readRows(ctx context.Context, text string, params map[string]any) (rows []map[string]any, err error) {
	find, all, err := w.findStatement()
	if err != nil {
		return nil, err
	}
	maps.Copy(all, params)
	answers, err := w.ask(ctx, ledger.Question{Text: "RETURN {found: COLLECT {\n" + find + "\n}, rows: COLLECT {\n" + text + "\n}} AS read", Params: all})
	if err != nil {
		return nil, err
	}
	read, _ := answers[0].(map[string]any)
	if err := w.noteFound(ctx, stored.List(read["found"])); err != nil {
		return nil, err
	}
	for _, item := range stored.List(read["rows"]) {
		row, _ := item.(map[string]any)
		rows = append(rows, row)
	}
	return rows, nil
}

// findStatement gives the question which of the records that must be there are.
func (w *work) findStatement() (text string, params map[string]any, err error) {
	if len(w.needed) == 0 {
		return "RETURN null AS found LIMIT 0", map[string]any{}, nil
	}
	sought := make([]Sought, len(w.needed))
	for i, n := range w.needed {
		sought[i] = n.Sought
	}
	return w.request.Find(w.rights, sought)
}

// noteFound takes down the records that were found of those that must be there.
func (w *work) noteFound(ctx context.Context, found []any) error {
	there := make([]bool, len(w.needed))
	for _, item := range found {
		row, _ := item.([]any)
		at, _ := row[0].(int64)
		id := w.needed[at].ID
		there[at], w.labels[id] = true, stored.Text(row[1])
		w.current[id], _ = row[2].(map[string]any)
	}
	for i, n := range w.needed {
		if !there[i] {
			return w.missingFault(ctx, n)
		}
	}
	w.needed = nil
	return nil
}

// missingFault says that a record is not there, or by which id it is known now.
func (w *work) missingFault(ctx context.Context, n neededRecord) error {
	w.needed = nil
	rows, err := w.readRows(ctx, `
MATCH (:FormerRecord {id: $id})-[:MERGED_INTO]->(r:Record)
RETURN {id: r.id} AS row`, map[string]any{"id": n.ID})
	if err != nil {
		return err
	}
	for _, row := range rows {
		kept := stored.Text(row["id"])
		if there, err := w.exists(ctx, Sought{kept, n.Types}); err != nil {
			return err
		} else if there {
			return fault.New(fault.NotFound, "%q has been merged into %q. Use that id.", n.ID, kept).In(n.field)
		}
	}
	return fault.New(fault.NotFound, "there is no %s with the id %q.", anyOf(n.Types), n.ID).In(n.field)
}

// exists says whether one of the records exists for the actor.
func (w *work) exists(ctx context.Context, sought ...Sought) (bool, error) {
	if len(sought) == 0 {
		return false, nil
	}
	text, params, err := w.request.Find(w.rights, sought)
	if err != nil {
		return false, err
	}
	rows, err := w.page.Run(ctx, text, params)
	return len(rows) > 0, err
}

// storedProperties gives what is stored of a record, by the names of its properties, before the command writes; nothing of a new one.
func (w *work) storedProperties(ctx context.Context, id string) (map[string]any, error) {
	if err := w.checkNeeded(ctx); err != nil {
		return nil, err
	}
	if current, known := w.current[id]; known {
		return current, nil
	}
	rows, err := w.page.Run(ctx, "MATCH (r:Record {id: $id})\nRETURN properties(r) AS held", map[string]any{"id": id})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	w.current[id], _ = rows[0]["held"].(map[string]any)
	return w.current[id], nil
}

// checkVersion asks that a record is at the version that the client has seen, if the input says which.
func (w *work) checkVersion(ctx context.Context, field, id string) error {
	expected, given := w.request.Input[field].(int64)
	if !given {
		return nil
	}
	found, err := w.storedProperties(ctx, id)
	if err != nil {
		return err
	}
	if current := found["version"]; current != expected {
		return fault.New(fault.Conflict, "The record has been changed: it is at version %v, not %d. Read it again and decide anew.", current, expected).At(field)
	}
	return nil
}
