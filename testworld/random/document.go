package random

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"partnernet/model"
	"partnernet/testworld/plain"
)

// World is what reads are drawn about.
type World struct {
	Model *model.Model
	Graph *plain.Graph
	// Cursors gives the cursors of a list of the root, ordered as the orderBy argument says; nil means that there is none.
	Cursors func(list *model.Field, orderBy any) []Cursor
	// Statements says whether fields are asked for that the plain reader knows nothing of: those that a statement answers.
	Statements bool
}

// Cursor is a cursor with the node that it was given for.
type Cursor struct {
	Text string
	Node *plain.Node
}

// Read is a document of one operation with one root field, and what it is asked with.
type Read struct {
	Text      string
	Variables map[string]any
	Cursors   map[string]*plain.Node // those among the values
}

// GoString shows the read to whoever looks for a fault.
func (r Read) GoString() string { return fmt.Sprintf("%v\n%s", r.Variables, r.Text) }

// Document draws reads that are valid by the schema.
func Document(w World) *rapid.Generator[Read] {
	return rapid.Custom(func(t *rapid.T) Read {
		d := &drawing{World: w, t: t, variables: map[string]any{}, cursors: map[string]*plain.Node{}, budget: maxFields}
		root := d.rootField()
		text := "query Drawn" + list("(", d.declared, ", ", ")") + " {\n" + root + "\n}\n" + d.fragmentTexts()
		return Read{Text: text, Variables: d.variables, Cursors: d.cursors}
	})
}

// A read has at most about so many fields, in so many levels.
const (
	maxFields = 30
	maxDepth  = 5
)

// drawing is a read being drawn.
type drawing struct {
	World
	t         *rapid.T
	declared  []string // variables, as the operation declares them
	variables map[string]any
	fragments []fragment
	cursors   map[string]*plain.Node
	budget    int
	names     int
}

// fragment is a named fragment that has been drawn.
type fragment struct {
	name, condition, text string
	depth                 int // how many levels there were room for
}

func (d *drawing) fragmentTexts() string {
	var texts strings.Builder
	for _, f := range d.fragments {
		texts.WriteString(f.text)
	}
	return texts.String()
}

// name gives a name that nothing else in the document has.
func (d *drawing) name(prefix string) string {
	d.names++
	return fmt.Sprintf("%s%d", prefix, d.names)
}

func (d *drawing) chance(of int, label string) bool {
	return rapid.IntRange(1, of).Draw(d.t, label) == of
}

// rootField draws the root field with all below it: a list of records, the one with a key, or any record there is.
func (d *drawing) rootField() string {
	kind := Pick(d.t, "kind", []int{0, 1, 2, 3})
	if records := d.records(); kind == 3 && len(records) > 0 {
		return d.node(Pick(d.t, "record", records))
	}
	var fields []*model.Field
	for _, f := range d.Model.Type("Query").Fields() {
		if f.Connection == (kind < 2) && d.askable(d.Model.Type("Query"), f) {
			fields = append(fields, f)
		}
	}
	f := Pick(d.t, "root", fields)
	alias := ""
	if d.chance(3, "alias") {
		alias = d.name("root") + ": "
	}
	args := d.arguments(f, d.keys(f))
	return "  " + alias + f.Name + args + d.selection(d.Model.Type(f.Def.Type.Name()), maxDepth, "  ")
}

// node draws a look-up of a record by its id alone, with what is asked of a record of its type. Some types are met in no other way.
func (d *drawing) node(n *plain.Node) string {
	field := d.Model.Type("Query").Field("node")
	c := &choosing{drawing: d, on: d.Model.Type(n.Type), depth: maxDepth, indent: "      ", chosen: map[string]string{}}
	key := d.written(field.Def.Arguments.ForName("id").Type, n.Values["id"])
	return "  " + field.Name + "(id: " + key + ") {\n    __typename\n    ... on " + n.Type + c.set("    ") + "\n  }"
}

func (d *drawing) records() []*plain.Node {
	var records []*plain.Node
	for _, n := range d.Graph.Nodes {
		if d.Model.Type(n.Type).Record {
			records = append(records, n)
		}
	}
	return records
}

// askable says whether a field may be asked for. One that is composed of answers to other questions has no statement.
func (d *drawing) askable(t *model.Type, f *model.Field) bool {
	if f.Kind == model.Composed {
		return false
	}
	return d.Statements || plain.Knows(t.Name, f)
}

// keys gives the arguments that a root field must or must not have: a record is looked up by exactly one of its keys.
func (d *drawing) keys(f *model.Field) map[string]bool {
	given := map[string]bool{}
	if f.Connection || f.List || f.Kind == model.Expression {
		return given
	}
	var keys []string
	for _, a := range f.Def.Arguments {
		if a.Directives.ForName("filter") != nil && a.Directives.ForName("narrows") == nil {
			given[a.Name] = false
			keys = append(keys, a.Name)
		}
	}
	key := Pick(d.t, "key", keys)
	given[key] = true
	for _, a := range f.Def.Arguments {
		if narrows := a.Directives.ForName("narrows"); narrows != nil && narrows.Arguments.ForName("key").Value.Raw != key {
			given[a.Name] = false // it is given beside its key alone
		}
	}
	return given
}

// Pick draws one of some items, each as often as the others; the engine's own draws prefer the first.
func Pick[T any](t *rapid.T, label string, items []T) T {
	number := 0
	for range 10 {
		number *= 2
		if rapid.Bool().Draw(t, label) {
			number++
		}
	}
	return items[number%len(items)]
}

// list joins items between brackets; none need no brackets.
func list(begin string, items []string, separator, end string) string {
	if len(items) == 0 {
		return ""
	}
	return begin + strings.Join(items, separator) + end
}
