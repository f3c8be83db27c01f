package cypher_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"partnernet/model"
	"partnernet/testworld/lab"
	"partnernet/testworld/random"
)

// marker stands in every name and text of a rewritten read, and in no statement.
const marker = "Ŋ"

// hostile texts would end, open or change a statement that they got into.
var hostile = []string{
	marker, marker + "'}) RETURN 1 //", marker + "`) DETACH DELETE n //", marker + "$p0", marker + `\"`, marker + "\x00\u2028\U0001F9ED",
	marker + "*/ MATCH (n) /*", strings.Repeat(marker, 100_000),
}

// A statement's text comes from the shape of what is asked alone: other names and other values give the same text, byte for byte,
// and appear nowhere in it.
func TestEqualShapesGiveEqualText(t *testing.T) {
	m, c := lab.Schema(t), lab.Compiler(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := random.World{Model: m, Graph: random.Graph(m, 1).Draw(rt, "graph"), Cursors: noCursors}
		read := random.Document(w).Draw(rt, "read")
		texts := map[bool]string{}
		for _, rewrite := range []bool{false, true} {
			q := lab.Parse(rt, m, read.Text, read.Variables)
			if rewrite {
				r := rewriting{model: m, text: rapid.SampledFrom(hostile).Draw(rt, "hostile"), kept: map[string]bool{}}
				r.question(&q)
			}
			statement, err := c.Compile(q.Only(lab.Coordinator))
			lab.Must(rt, err)
			texts[rewrite] = statement.Text
		}
		if diff := cmp.Diff(texts[false], texts[true]); diff != "" {
			rt.Fatalf("Other names and values change the statement:\n%s", diff)
		}
		if strings.Contains(texts[true], marker) {
			rt.Fatalf("A name or value of the request is in the statement:\n%s", texts[true])
		}
	})
}

func noCursors(*model.Field, any) []random.Cursor { return nil }

// Cursors are values too, though they are made by the registry.
func TestCursorsGiveEqualText(t *testing.T) {
	const text = `query ($after: String) { areas(orderBy: {field: NAME}, after: $after) { nodes { id } } }`
	var first string
	for _, key := range append([]string{"n"}, hostile...) {
		if key != "n" {
			key = "s" + key
		}
		statement, err := compile(t, text, map[string]any{"after": cursorOf([]string{"Area NAME ASC", key, "s" + key})})
		lab.Must(t, err)
		if first == "" {
			first = statement.Text
		}
		if statement.Text != first || strings.Contains(statement.Text, marker) {
			t.Errorf("a cursor with the key %.20q changes the statement", key)
		}
	}
}

// rewriting gives a read other names and other values, and leaves its shape.
type rewriting struct {
	model *model.Model
	text  string          // for what is a text
	kept  map[string]bool // variables that keep their values: the numbers of organisations, which must be valid
}

func (r rewriting) question(q *lab.Question) {
	r.selection(q.Operation.SelectionSet)
	for _, f := range q.Document.Fragments {
		f.Name = marker + f.Name
		r.selection(f.SelectionSet)
	}
	given := map[string]any{}
	for _, v := range q.Operation.VariableDefinitions {
		value, ok := q.Variables[v.Variable]
		if ok && !r.kept[v.Variable] {
			value = r.value(v.Type, value)
		}
		if ok {
			given[marker+v.Variable] = value
		}
		v.Variable = marker + v.Variable
	}
	q.Variables = given
}

func (r rewriting) selection(set ast.SelectionSet) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if s.Alias != s.Name {
				s.Alias = marker + s.Alias
			}
			r.arguments(s.Arguments)
			r.directives(s.Directives)
			r.selection(s.SelectionSet)
		case *ast.InlineFragment:
			r.directives(s.Directives)
			r.selection(s.SelectionSet)
		case *ast.FragmentSpread:
			r.directives(s.Directives)
			s.Name = marker + s.Name
		}
	}
}

func (r rewriting) arguments(arguments ast.ArgumentList) {
	for _, a := range arguments {
		if a.Name != "orderBy" { // the order is part of the shape
			r.literal(a.Value)
		}
		rename(a.Value)
	}
}

func (r rewriting) directives(directives ast.DirectiveList) {
	for _, d := range directives {
		for _, a := range d.Arguments {
			rename(a.Value)
		}
	}
}

// rename gives the variables in a value their new names.
func rename(v *ast.Value) {
	if v.Kind == ast.Variable {
		v.Raw = marker + v.Raw
	}
	for _, c := range v.Children {
		rename(c.Value)
	}
}

// literal changes a value of the document.
func (r rewriting) literal(v *ast.Value) {
	switch {
	case v.Definition != nil && v.Definition.Name == "IdentifierInput":
		for _, c := range v.Children {
			r.kept[c.Value.Raw] = true
		}
		return
	case v.Kind == ast.StringValue || v.Kind == ast.IntValue:
		v.Raw = r.scalar(v.Definition.Name, v.Raw)
	}
	for _, c := range v.Children {
		r.literal(c.Value)
	}
}

// value changes the value of a variable.
func (r rewriting) value(t *ast.Type, v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = r.value(t.Elem, v[i])
		}
	case map[string]any:
		def := r.model.Schema.Types[t.Name()]
		for name := range v {
			if def.Name != "IdentifierInput" && !strings.HasSuffix(def.Name, "Order") {
				v[name] = r.value(def.Fields.ForName(name).Type, v[name])
			}
		}
	case string:
		return r.scalar(t.Name(), v)
	}
	return v
}

// scalar gives another value of a scalar type.
func (r rewriting) scalar(name, raw string) string {
	switch name {
	case "String", "ID":
		return r.text
	case "Int":
		return "7"
	case "Date":
		return "2031-12-01"
	case "DateTime":
		return "2031-12-01T00:00:00Z"
	case "Decimal":
		return "3.14"
	case "CountryCode":
		return "DK"
	}
	return raw
}
