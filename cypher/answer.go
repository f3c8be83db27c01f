package cypher

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/fault"
	"partnernet/registry"
)

// shape says how a value of the statement's result is written.
type shape interface {
	write(w *writer, value any) bool
}

// output is one response key of an object.
type output struct {
	key     string
	column  int    // where in the row the value stands
	name    string // by which a Go function gives the value, where one does
	typ     *ast.Type
	shape   shape
	compute func(row map[string]any, v *values) (any, error)
}

// object writes a row as an object; an empty typeName means that the row tells it.
type object struct {
	typeName string
	names    []string // of the row's values, for the functions of computed fields
	computes bool     // some field is computed
	outputs  []output
}

// choice writes a row by the type that it tells.
type choice struct {
	types map[string]*object
	rest  *object
}

type (
	leaf       struct{} // a scalar or enum value
	sealedText struct{} // a text that tells of a person
	typeName   struct{} // the name of the object around it
)

// Answer writes the statement's result as the root field's JSON. The errors are those of the fields that could not be answered,
// each with its path below the root field; what can be null in their place is.
func (s *Statement) Answer(result any) ([]byte, []*gqlerror.Error) {
	w, root := &writer{values: s.values}, &s.plan.root
	result, err := s.theAnswer(result)
	if err != nil {
		return []byte("null"), []*gqlerror.Error{gqlerror.WrapPath(ast.Path{ast.PathName(root.key)}, err)}
	}
	w.path = append(w.path, ast.PathName(root.key))
	if !w.writeValue(root.typ, root.shape, result) {
		w.buffer = append(w.buffer[:0], "null"...)
	}
	return w.buffer, w.errors
}

// theAnswer gives what the root field answers. It is an error when a key answers to several records, or an argument names none.
func (s *Statement) theAnswer(result any) (any, error) {
	if s.plan.lookup {
		return theOne(result)
	}
	if len(s.plan.names) == 0 {
		return result, nil
	}
	row, _ := result.([]any)
	return row[0], s.plan.checkNamedFound(row[1:], s.values)
}

// theOne gives the node that a lookup found, nil for none.
func theOne(result any) (any, error) {
	found, _ := result.([]any)
	switch len(found) {
	case 0:
		return nil, nil
	case 1:
		return found[0], nil
	}
	return nil, fault.New(fault.Conflict, "More than one record answers to this key. List them with a filter, and ask for the one you mean by its id.")
}

type writer struct {
	buffer []byte
	path   ast.Path
	errors []*gqlerror.Error
	values *values
	row    map[string]any // what the function around the present value worked on
}

// writeValue writes a value of a type. It returns false, having written nothing, when the value may not be null and is.
func (w *writer) writeValue(t *ast.Type, s shape, v any) bool {
	start, depth := len(w.buffer), len(w.path)
	if v == nil && t.NonNull {
		w.fail(fault.New(fault.Internal, "The registry holds no value where it must hold one."))
		return false
	}
	if v == nil {
		w.text("null")
		return true
	}
	ok := false
	if t.Elem != nil {
		ok = w.writeList(t.Elem, s, v)
	} else {
		ok = s.write(w, v)
	}
	if ok {
		return true
	}
	w.buffer, w.path = w.buffer[:start], w.path[:depth]
	if t.NonNull {
		return false
	}
	w.text("null")
	return true
}

func (w *writer) writeList(t *ast.Type, s shape, v any) bool {
	items, ok := v.([]any)
	if !ok {
		w.fail(fmt.Errorf("a list was due, not %T", v))
		return false
	}
	w.text("[")
	w.path = append(w.path, ast.PathIndex(0))
	for i, item := range items {
		if i > 0 {
			w.text(",")
		}
		w.path[len(w.path)-1] = ast.PathIndex(i)
		if !w.writeValue(t, s, item) {
			return false
		}
	}
	w.path = w.path[:len(w.path)-1]
	w.text("]")
	return true
}

func (o *object) write(w *writer, v any) bool {
	r, err := o.readRow(v)
	if err != nil {
		w.fail(err)
		return false
	}
	depth := len(w.path)
	w.path = append(w.path, nil)
	w.text("{")
	for i := range o.outputs {
		if i > 0 {
			w.text(",")
		}
		if !w.writeOutput(&o.outputs[i], r, depth) {
			return false
		}
	}
	w.text("}")
	w.path = w.path[:depth]
	return true
}

// readRow is an object's row as it was read: a list from the database, or a map from a Go function, which names what it gives.
type readRow struct {
	typeName string
	values   []any
	named    map[string]any // what functions are given, too
}

func (o *object) readRow(v any) (readRow, error) {
	r := readRow{typeName: o.typeName}
	switch v := v.(type) {
	case []any:
		r.values = v
	case map[string]any:
		r.named = v
		return r, nil
	default:
		return r, fmt.Errorf("a row was due, not %T", v)
	}
	if r.typeName == "" {
		r.typeName, _ = r.values[0].(string)
	}
	if o.computes {
		r.named = make(map[string]any, len(o.names))
		for i, name := range o.names {
			r.named[name] = r.values[i]
		}
	}
	return r, nil
}

// valueOf gives what an output shows.
func (r readRow) valueOf(out *output) any {
	if _, ok := out.shape.(typeName); ok {
		return r.typeName
	}
	if r.values == nil {
		return r.named[out.name]
	}
	return r.values[out.column]
}

func (w *writer) writeOutput(out *output, r readRow, depth int) bool {
	w.key(out.key)
	w.path = append(w.path[:depth], ast.PathName(out.key))
	var value any
	if out.compute == nil {
		value = r.valueOf(out)
	} else {
		defer func(before map[string]any) { w.row = before }(w.row)
		w.row = r.named
		var err error
		if value, err = out.compute(r.named, w.values); err != nil {
			w.fail(err)
			if !out.typ.NonNull {
				w.text("null")
			}
			return !out.typ.NonNull
		}
	}
	return w.writeValue(out.typ, out.shape, value)
}

func (c *choice) write(w *writer, v any) bool {
	if row, ok := v.([]any); ok && len(row) > 0 {
		name, _ := row[0].(string)
		if o := c.types[name]; o != nil {
			return o.write(w, v)
		}
	}
	return c.rest.write(w, v)
}

func (typeName) write(w *writer, v any) bool { return leaf{}.write(w, v) }

// write keeps whose key a text was sealed with from whoever reads it.
func (sealedText) write(w *writer, v any) bool {
	text, _ := v.(string)
	w.quote(registry.WithoutSubject(text))
	return true
}

func (leaf) write(w *writer, v any) bool {
	switch v := v.(type) {
	case string:
		w.quote(v)
	case int64:
		w.buffer = strconv.AppendInt(w.buffer, v, 10)
	case bool:
		w.buffer = strconv.AppendBool(w.buffer, v)
	case float64:
		return w.float(v)
	case dbtype.Date:
		w.quote(time.Time(v).Format(time.DateOnly))
	case time.Time:
		w.quote(v.UTC().Format(time.RFC3339Nano))
	default:
		w.fail(fmt.Errorf("no scalar is written from %T", v))
		return false
	}
	return true
}

func (w *writer) float(v float64) bool {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		w.fail(errors.New("a number that is none"))
		return false
	}
	w.buffer = strconv.AppendFloat(w.buffer, v, 'g', -1, 64)
	return true
}

func (w *writer) text(s string) { w.buffer = append(w.buffer, s...) }

func (w *writer) key(name string) {
	w.buffer = append(w.buffer, '"')
	w.buffer = append(w.buffer, name...) // a GraphQL name needs no escaping
	w.buffer = append(w.buffer, '"', ':')
}

// quote writes a JSON text. Most need no escaping, and are copied as they are.
func (w *writer) quote(s string) {
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == utf8.RuneError }) {
		text, _ := json.Marshal(s) // a string always marshals
		w.buffer = append(w.buffer, text...)
		return
	}
	w.buffer = append(w.buffer, '"')
	w.buffer = append(w.buffer, s...)
	w.buffer = append(w.buffer, '"')
}

// fail records why the field at the present path has no answer.
func (w *writer) fail(err error) {
	path := append(ast.Path(nil), w.path...)
	w.errors = append(w.errors, &gqlerror.Error{Err: err, Message: err.Error(), Path: path})
}
