package cypher

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// connection writes the page of rows that a list's statement yields.
type connection struct {
	first      int    // the local value that is the page's size; a row beyond it says that there is a next page
	order      string // the order that the cursors belong to
	after      bool   // the page does not begin at the list's begin
	positional bool   // cursors are positions, from start
	start      int    // the local value that is the position before the page's first row
	rowed      bool   // the page's rows are needed at all
	rows       int    // where they stand in the list's row
	cursors    int    // where in a row of the page its cursor stands, if that is there
	outputs    []connectionOutput
}

// connectionOutput is one response key of a connection, of its edges or of its page info.
type connectionOutput struct {
	key      string
	name     string // the field
	column   int    // where the value stands in the list's row, or in each row of the page
	shape    shape
	typeName string
	edges    []connectionOutput
	info     []connectionOutput
}

func (c *connection) write(w *writer, v any) bool {
	list, _ := v.([]any)
	var rows []any
	if c.rowed {
		rows, _ = list[c.rows].([]any)
	}
	first := w.values.number(c.first)
	more := len(rows) > first
	rows = rows[:min(len(rows), first)]
	depth := len(w.path)
	w.path = append(w.path, nil)
	w.text("{")
	for i, out := range c.outputs {
		if i > 0 {
			w.text(",")
		}
		w.key(out.key)
		w.path = append(w.path[:depth], ast.PathName(out.key))
		if !c.field(w, out, list, rows, more) {
			return false
		}
	}
	w.text("}")
	return true
}

func (c *connection) field(w *writer, out connectionOutput, list, rows []any, more bool) bool {
	switch out.name {
	case "nodes":
		return w.rows(rows, func(_ int, row []any) bool { return w.writeValue(neverNull, out.shape, row[out.column]) })
	case "edges":
		return w.rows(rows, func(i int, row []any) bool { return c.edge(w, out.edges, i, row) })
	case "pageInfo":
		c.pageInfo(w, out.info, rows, more)
		return true
	case "__typename":
		w.quote(out.typeName)
		return true
	default:
		return w.writeValue(neverNull, orLeaf(out.shape), list[out.column])
	}
}

// neverNull is the type of what a connection itself holds.
var neverNull = &ast.Type{NamedType: "Node", NonNull: true}

func orLeaf(s shape) shape {
	if s == nil {
		return leaf{}
	}
	return s
}

// rows writes a list with one element for each row.
func (w *writer) rows(rows []any, element func(i int, row []any) bool) bool {
	w.text("[")
	depth := len(w.path)
	w.path = append(w.path, nil)
	for i, r := range rows {
		if i > 0 {
			w.text(",")
		}
		w.path = append(w.path[:depth], ast.PathIndex(i))
		row, _ := r.([]any)
		if !element(i, row) {
			return false
		}
	}
	w.path = w.path[:depth]
	w.text("]")
	return true
}

func (c *connection) edge(w *writer, outputs []connectionOutput, i int, row []any) bool {
	depth := len(w.path)
	w.path = append(w.path, nil)
	w.text("{")
	for j, out := range outputs {
		if j > 0 {
			w.text(",")
		}
		w.key(out.key)
		w.path = append(w.path[:depth], ast.PathName(out.key))
		switch out.name {
		case "cursor":
			w.quote(c.cursor(w.values, i, row))
		case "__typename":
			w.quote(out.typeName)
		default:
			if !w.writeValue(neverNull, out.shape, row[out.column]) {
				return false
			}
		}
	}
	w.path = w.path[:depth]
	w.text("}")
	return true
}

// cursor gives the cursor of the page's row with the given index.
func (c *connection) cursor(v *values, i int, row []any) string {
	if c.positional {
		return v.seal.encodeCursor(c.order, []any{int64(v.number(c.start) + i + 1)})
	}
	keys, _ := row[c.cursors].([]any)
	return v.seal.encodeCursor(c.order, keys)
}

func (c *connection) pageInfo(w *writer, info []connectionOutput, rows []any, more bool) {
	w.text("{")
	for i, out := range info {
		if i > 0 {
			w.text(",")
		}
		w.key(out.key)
		switch out.name {
		case "hasNextPage":
			w.text(strconv.FormatBool(more))
		case "hasPreviousPage":
			w.text(strconv.FormatBool(c.after))
		case "startCursor":
			c.cursorAt(w, rows, 0)
		case "endCursor":
			c.cursorAt(w, rows, len(rows)-1)
		case "__typename":
			w.quote(out.typeName)
		}
	}
	w.text("}")
}

func (c *connection) cursorAt(w *writer, rows []any, i int) {
	if len(rows) == 0 {
		w.text("null")
		return
	}
	row, _ := rows[i].([]any)
	w.quote(c.cursor(w.values, i, row))
}
