package cypher_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/model"
	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// Wherever an argument may be null, null means what leaving it out means, its default where it has one: both are the same statement with the same values.
func TestArgumentsThatAreNullAreAsIfTheyWereNotGiven(t *testing.T) {
	m, c := lab.Schema(t), lab.Compiler(t)
	graph := random.Graph(m, 3).Example(7)
	s := schemaWalk{m, neededOf(graph)}
	ways := s.waysTo(graph)
	compiled := func(text string) string {
		statement, err := c.Compile(lab.Parse(t, m, text, nil).Only(lab.Coordinator))
		if err != nil {
			return err.Error()
		}
		return fmt.Sprintf("%s\n%#v", statement.Text, statement.Params)
	}
	asked := 0
	for _, typ := range m.Types() {
		for _, f := range typ.Fields() {
			way, reached := ways[typ.Name]
			nullable := mayBeNull(f)
			if !reached || len(nullable) == 0 || f.Kind == model.Composed {
				continue
			}
			asked++
			without, with := s.document(way, f, ""), s.document(way, f, strings.Join(nullable, ": null ")+": null")
			if diff := cmp.Diff(compiled(without), compiled(with)); diff != "" {
				t.Errorf("%s.%s with %v null (-without +with): %s", typ.Name, f.Name, nullable, diff)
			}
		}
	}
	if asked < 100 {
		t.Errorf("only %d fields were asked", asked)
	}
}

// Null where the schema has it that something is not null is an error that says where, though a variable brought it past validation.
func TestNullWhereNothingMayBeNullIsBadInput(t *testing.T) {
	for _, c := range []struct{ declared, text, field string }{
		{"MetricsGrouping", `networkMetrics(groupBy: $v) { ties }`, "groupBy"},
		{"[NeedsMapGrouping!]", `needsMap(groupBy: $v) { needs }`, "groupBy"},
		{"OrderDirection", `needs(orderBy: {field: STATE, direction: $v}) { totalCount }`, "orderBy.direction"},
	} {
		_, err := compile(t, "query ($v: "+c.declared+") { "+c.text+" }", map[string]any{"v": nil})
		if fault.CodeOf(err) != fault.BadInput || lab.FieldOf(err) != c.field {
			t.Errorf("%s: %v at %q, want BAD_INPUT at %q", c.text, err, lab.FieldOf(err), c.field)
		}
	}
}

// mayBeNull gives the arguments of a field that may be null, save for the keys of a look-up, of which one is given.
func mayBeNull(f *model.Field) []string {
	var names []string
	for _, a := range f.Def.Arguments {
		if !a.Type.NonNull && a.Name != "id" {
			names = append(names, a.Name)
		}
	}
	return names
}

// schemaWalk makes documents that ask each field of the schema.
type schemaWalk struct {
	*model.Model
	needed map[string]string // values for arguments that have to be given, by their types
}

func neededOf(graph *plain.Graph) map[string]string {
	first := func(typeName, property string) string {
		for _, n := range graph.Nodes {
			if n.Type == typeName {
				return fmt.Sprintf("%q", n.Values[property])
			}
		}
		return ""
	}
	return map[string]string{
		"ID": first("Organisation", "id"), "NetworkRef": "{id: " + first("Network", "id") + "}", "String": `"sec"`,
		"MoneyInput": `{amount: "100.00", currency: "SEK"}`, "TieInput": "[]",
	}
}

// way leads from the root of a document to an object of a type.
type way struct{ begin, end string }

// document asks the field of what is at a way's end.
func (s schemaWalk) document(w way, f *model.Field, arguments string) string {
	return w.begin + f.Name + s.given(f, arguments) + s.selectionOf(f) + w.end
}

// waysTo gives a shortest way to each type that can be reached.
func (s schemaWalk) waysTo(graph *plain.Graph) map[string]way {
	ways := map[string]way{"Query": {"{ ", " }"}}
	queue := []string{"Query"}
	for _, n := range graph.Nodes {
		if s.Type(n.Type).Record && ways[n.Type].begin == "" {
			ways[n.Type] = way{fmt.Sprintf("{ node(id: %q) { ... on %s { ", n.Values["id"], n.Type), " } } }"}
			queue = append(queue, n.Type)
		}
	}
	for len(queue) > 0 {
		from := queue[0]
		queue = queue[1:]
		for _, f := range s.Type(from).Fields() {
			to := s.Type(f.Def.Type.Name())
			if to == nil || to.Abstract || ways[to.Name].begin != "" || f.Kind == model.Composed {
				continue
			}
			ways[to.Name] = way{ways[from].begin + f.Name + s.given(f, "") + " { ", " }" + ways[from].end}
			queue = append(queue, to.Name)
		}
	}
	return ways
}

// given gives a field's arguments: those that it needs, and others.
func (s schemaWalk) given(f *model.Field, others string) string {
	var arguments []string
	for _, a := range f.Def.Arguments {
		if a.Name == "id" || a.Type.NonNull && a.DefaultValue == nil {
			arguments = append(arguments, a.Name+": "+s.needed[a.Type.Name()])
		}
	}
	if others != "" {
		arguments = append(arguments, others)
	}
	if len(arguments) == 0 {
		return ""
	}
	return "(" + strings.Join(arguments, ", ") + ")"
}

// selectionOf asks all plain values of what a field gives, and what a connection has of each of its records.
func (s schemaWalk) selectionOf(f *model.Field) string {
	def := s.Schema.Types[f.Def.Type.Name()]
	if def.IsLeafType() {
		return ""
	}
	names := []string{"__typename"}
	for _, inner := range def.Fields {
		if s.Schema.Types[inner.Type.Name()].IsLeafType() && !slices.ContainsFunc(inner.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull }) {
			names = append(names, inner.Name)
		}
		if inner.Name == "nodes" && f.Connection {
			names = append(names, "nodes { __typename }")
		}
	}
	return " { " + strings.Join(names, " ") + " }"
}
