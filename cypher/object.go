package cypher

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
)

// part is a piece of a statement and the shape of the value that it yields.
type part struct {
	before []string // clauses that go before the statement's RETURN; only a root field's part has any
	cypher string
	shape  shape
}

// row is what a type's stored values are read from: a node or map, and for an embedded object the prefix of its properties' names.
// The values of a worked out object are given by a Go function, once the row that it worked on has been read.
type row struct {
	variable, prefix string
	workedOut        bool
}

// value gives the expression that reads a stored value.
func (r row) value(stored string) string {
	if r.prefix == "" {
		return r.variable + "." + stored
	}
	return r.variable + "." + r.prefix + strings.ToUpper(stored[:1]) + stored[1:]
}

// columns are the values of one projected row. Rows are lists, not maps: there are many, and their names would travel with each of them.
type columns struct {
	names    []string // by which Go functions know the values; "" for one that none of them needs
	entries  []string // what each value is read from
	gathered []*gathered
}

// value adds a stored value; all that ask for it share it.
func (c *columns) value(r row, stored string) int { return c.once(stored, r.value(stored)) }

// once adds a value that every use of its name shares, and gives its place in the row.
func (c *columns) once(name, cypher string) int {
	if at := slices.Index(c.names, name); at >= 0 {
		return at
	}
	return c.add(name, cypher)
}

// expression adds a value of one use.
func (c *columns) expression(cypher string) int { return c.add("", cypher) }

func (c *columns) add(name, cypher string) int {
	c.names, c.entries = append(c.names, name), append(c.entries, cypher)
	return len(c.entries) - 1
}

// literal gives the row.
func (c *columns) literal() string {
	for _, g := range c.gathered {
		c.entries[g.column] = g.entry()
	}
	return "[" + strings.Join(c.entries, ", ") + "]"
}

// record projects a node or map of a type, whichever of its possible types that turns out to be.
func (b *build) record(variable string, t *model.Type, set ast.SelectionSet, sc scope) (part, error) {
	if t.Abstract {
		return b.choice(variable, t, set, sc)
	}
	p, _, err := b.object(row{variable: variable}, t, b.collect(set, t.Name), columns{}, sc)
	return p, err
}

// object projects one object type's selected fields.
func (b *build) object(r row, t *model.Type, fields []*selected, cols columns, sc scope) (part, *object, error) {
	shape, err := b.outputs(r, t, fields, &cols, sc)
	if err != nil {
		return part{}, nil, err
	}
	shape.names = cols.names
	return part{cypher: cols.literal(), shape: shape}, shape, nil
}

// outputs says how an object's selected fields are written, and adds what they need to the columns.
func (b *build) outputs(r row, t *model.Type, fields []*selected, cols *columns, sc scope) (*object, error) {
	sc.nested = true
	shape := &object{typeName: t.Name}
	for _, f := range fields {
		if f.Name == "__typename" {
			shape.outputs = append(shape.outputs, output{key: f.Alias, typ: f.Definition.Type, shape: typeName{}})
			continue
		}
		out, err := b.field(r, t.Field(f.Name), f, cols, sc)
		if err != nil {
			return nil, err
		}
		shape.computes = shape.computes || out.compute != nil
		shape.outputs = append(shape.outputs, out)
	}
	return shape, nil
}

// choice projects a node of an interface or union: a branch for each type that the selection tells apart, and one for the rest. The first
// value of the row is the name of its type.
func (b *build) choice(variable string, t *model.Type, set ast.SelectionSet, sc scope) (part, error) {
	if t.Name == "Node" && b.areRecords(t) {
		t = b.model.Type("Record") // what is asked of records is asked once then, and not of each type by itself
	}
	chosen := &choice{types: map[string]*object{}}
	var branches []string
	named := b.namedTypes(set, t, map[string]bool{})
	for _, name := range t.Possible {
		if !named[name] && !b.readsOtherwise(t, b.model.Type(name), set) {
			continue
		}
		cols := columns{}
		cols.expression("'" + name + "'")
		p, shape, err := b.object(row{variable: variable}, b.model.Type(name), b.collect(set, name), cols, sc)
		if err != nil {
			return part{}, err
		}
		chosen.types[name] = shape
		branches = append(branches, "WHEN "+variable+":"+b.model.Type(name).Label+" THEN "+p.cypher)
	}
	cols := columns{}
	cols.expression("[label IN labels(" + variable + ") WHERE label <> 'Record'][0]")
	rest, shape, err := b.object(row{variable: variable}, t, b.collect(set, t.Name), cols, sc)
	if err != nil {
		return part{}, err
	}
	shape.typeName = ""
	chosen.rest = shape
	if len(branches) == 0 {
		return part{cypher: rest.cypher, shape: chosen}, nil
	}
	return part{cypher: "CASE\n" + lines(append(branches, "ELSE "+rest.cypher)) + "\nEND", shape: chosen}, nil
}

// areRecords says whether all that a type may be are records.
func (b *build) areRecords(t *model.Type) bool {
	return !slices.ContainsFunc(t.Possible, func(name string) bool {
		possible := b.model.Type(name)
		return !possible.Abstract && !possible.Record
	})
}

// readsOtherwise says whether one of the possible types reads a selected field by another expression than the rest.
func (b *build) readsOtherwise(t, possible *model.Type, set ast.SelectionSet) bool {
	return slices.ContainsFunc(b.collect(set, t.Name), func(f *selected) bool {
		return f.Name != "__typename" && possible.Field(f.Name).Cypher != t.Field(f.Name).Cypher
	})
}

// namedTypes gives the object types that a selection on an abstract type tells apart through its type conditions.
func (b *build) namedTypes(set ast.SelectionSet, t *model.Type, named map[string]bool) map[string]bool {
	condition := func(name string, inner ast.SelectionSet) {
		if name != "" && !b.conditionsOf(t.Name)[name] {
			for _, possible := range b.model.Type(name).Possible {
				named[possible] = named[possible] || slices.Contains(t.Possible, possible)
			}
		}
		b.namedTypes(inner, t, named)
	}
	for _, s := range set {
		switch s := s.(type) {
		case *ast.InlineFragment:
			condition(s.TypeCondition, s.SelectionSet)
		case *ast.FragmentSpread:
			condition(s.Definition.TypeCondition, s.Definition.SelectionSet)
		}
	}
	return named
}
