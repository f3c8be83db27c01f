package cypher

import (
	"errors"
	"maps"
	"slices"

	"partnernet/model"
)

// computed has the parent bring what a Go function needs, and the function called when the answer is written.
func (b *build) computed(r row, f *model.Field, use *selected, out output, args place, cols *columns, sc scope) (output, error) {
	if err := b.needed(r, f, use, cols, sc); err != nil {
		return out, err
	}
	var err error
	if t := b.model.Type(f.Target); t != nil {
		if out.shape, err = b.outputs(row{variable: r.variable, workedOut: true}, t, b.collect(use.selections, t.Name), cols, sc); err != nil {
			return out, err
		}
	}
	function, given := b.functions[functionOf(f)], b.local(b.pageLength(f, args).origin)
	out.compute = func(row map[string]any, v *values) (any, error) {
		arguments, _ := v.locals[given].(map[string]any)
		return function(Call{Row: row, Arguments: maps.Clone(arguments), AsOf: v.day(sc.asOf), Language: v.language})
	}
	return out, nil
}

// needed brings what a computed field needs. What it requires of a worked out object, the function gives that works the object out.
func (b *build) needed(r row, f *model.Field, use *selected, cols *columns, sc scope) error {
	var faults []error
	for _, name := range f.Requires {
		if !r.workedOut {
			faults = append(faults, b.require(r, b.model.Type(use.ObjectDefinition.Name), name, use, cols, sc))
		}
	}
	for _, name := range f.Gathers {
		b.gather(r, name, cols, sc)
	}
	return errors.Join(faults...)
}

// require brings a value that a computed field needs: a stored one, or a sibling field that is counted or expressed.
func (b *build) require(r row, parent *model.Type, name string, use *selected, cols *columns, sc scope) error {
	sibling := parent.Field(name)
	if sibling == nil {
		cols.value(r, name)
		return nil
	}
	if sibling.Kind == model.Property {
		b.property(r, sibling, cols, sc)
		return nil
	}
	p, err := b.part(r, sibling, &selected{Field: use.Field}, place{}, sc)
	cols.once(name, p.cypher)
	return err
}

// workedOut says how a value is written that a Go function gives under the field's name.
func (b *build) workedOut(r row, f *model.Field, use *selected, out output, cols *columns, sc scope) (output, error) {
	out.name = f.Property
	t := b.model.Type(f.Target)
	if t == nil {
		return out, nil
	}
	if f.Kind != model.Gathered {
		var err error
		out.shape, err = b.outputs(r, t, b.collect(use.selections, t.Name), cols, sc)
		return out, err
	}
	g := b.gather(r, f.Of, cols, sc)
	records := g.records[f.As]
	p, err := b.record(records.variable, t, use.selections, sc)
	out.shape = gatheredRecord{from: g.name, as: f.As, column: records.expression(p.cypher), shape: p.shape}
	return out, err
}

// gathered are the rows of a statement, maps that Go functions of one object work on. The records that a row may hold are not for them:
// of those, what is selected is read, wherever below the object it is selected.
type gathered struct {
	name, statement string
	column          int    // of the rows, in the parent's row
	row             string // its variable
	records         map[string]*gatheredColumns
}

// gatheredColumns are what is selected of the records that rows have under one key.
type gatheredColumns struct {
	columns
	variable string
}

// gather has the parent bring the rows of a statement, once for all fields that need them.
func (b *build) gather(r row, name string, cols *columns, sc scope) *gathered {
	for _, g := range cols.gathered {
		if g.name == name {
			return g
		}
	}
	g := &gathered{name: name, statement: b.splice(statements[name], r.variable, place{}, sc), row: b.variable("row"), records: map[string]*gatheredColumns{}}
	for _, key := range b.recordKeys(name) {
		g.records[key] = &gatheredColumns{variable: b.variable("n")}
	}
	g.column = cols.add(name, "")
	cols.gathered = append(cols.gathered, g)
	return g
}

// recordKeys gives the keys under which the rows of a statement have records.
func (b *build) recordKeys(statement string) []string {
	var keys []string
	for _, t := range b.model.Types() {
		for _, f := range t.Fields() {
			if f.Kind == model.Gathered && f.Of == statement && !slices.Contains(keys, f.As) {
				keys = append(keys, f.As)
			}
		}
	}
	slices.Sort(keys)
	return keys
}

// entry gives the rows, with what is selected of their records in place of these.
func (g *gathered) entry() string {
	if len(g.records) == 0 {
		return collect(g.statement)
	}
	named, entries := "WITH "+g.row, ".*"
	for _, key := range slices.Sorted(maps.Keys(g.records)) {
		record := g.records[key]
		named += ", " + g.row + "." + key + " AS " + record.variable
		entries += ", " + key + ": CASE WHEN " + record.variable + " IS NOT NULL THEN " + record.literal() + " END"
	}
	return collect(goesOn(g.statement, g.row), named, "RETURN "+g.row+" {"+entries+"}")
}

// gatheredRecord writes the selected record of the row whose number a Go function gave.
type gatheredRecord struct {
	from, as string
	column   int
	shape    shape
}

func (g gatheredRecord) write(w *writer, v any) bool {
	number, isNumber := v.(int)
	rows, _ := w.row[g.from].([]any)
	if !isNumber || number < 0 || number >= len(rows) {
		w.fail(errors.New("a function gave the number of a row that is not there"))
		return false
	}
	row, _ := rows[number].(map[string]any)
	record, _ := row[g.as].([]any)
	return w.writeValue(neverNull, g.shape, record[g.column])
}
