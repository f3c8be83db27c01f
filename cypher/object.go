package cypher

import (
	"fmt"
	"slices"
	"strconv"
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

// columns are the entries of one projected map. A plain value keeps its stored name, so two aliases of it share one entry;
// anything else is told apart by a number, never by the request's alias.
type columns struct {
	entries  []string
	names    map[string]bool
	gathered []*gathered
}

func (c *columns) value(r row, stored string) string {
	if r.prefix != "" {
		return c.once(stored, r.value(stored))
	}
	if !c.names[stored] {
		c.add(stored, "."+stored)
	}
	return stored
}

// once adds an expression that every use of it may share.
func (c *columns) once(name, cypher string) string {
	if !c.names[name] {
		c.add(name, name+": "+cypher)
	}
	return name
}

func (c *columns) expression(name, cypher string) string {
	unique := name
	for i := 2; c.names[unique]; i++ {
		unique = name + "_" + strconv.Itoa(i)
	}
	c.add(unique, unique+": "+cypher)
	return unique
}

func (c *columns) add(name, entry string) {
	if c.names == nil {
		c.names = map[string]bool{}
	}
	c.names[name] = true
	c.entries = append(c.entries, entry)
}

// project gives the map of the columns, read from a row.
func (c *columns) project(r row) string {
	if r.variable == "" || r.prefix != "" || len(c.entries)+len(c.gathered) == 0 {
		return c.literal()
	}
	return r.variable + " " + c.literal()
}

// literal gives the map of the columns when each of them says itself where it is read from.
func (c *columns) literal() string {
	entries := slices.Clone(c.entries)
	for _, g := range c.gathered {
		entries = append(entries, g.entry())
	}
	return "{" + strings.Join(entries, ", ") + "}"
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
	return part{cypher: cols.project(r), shape: shape}, shape, nil
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
		shape.outputs = append(shape.outputs, out)
	}
	return shape, nil
}

// choice projects a node of an interface or union: a branch for each type that the selection tells apart, and one for the rest.
func (b *build) choice(variable string, t *model.Type, set ast.SelectionSet, sc scope) (part, error) {
	chosen := &choice{types: map[string]*object{}}
	var branches []string
	named := b.namedTypes(set, t, map[string]bool{})
	for _, name := range t.Possible {
		if !named[name] {
			continue
		}
		cols := columns{}
		cols.add("__typename", "__typename: '"+name+"'")
		p, shape, err := b.object(row{variable: variable}, b.model.Type(name), b.collect(set, name), cols, sc)
		if err != nil {
			return part{}, err
		}
		chosen.types[name] = shape
		branches = append(branches, "WHEN "+variable+":"+b.model.Type(name).Label+" THEN "+p.cypher)
	}
	cols := columns{}
	cols.add("__typename", fmt.Sprintf("__typename: [label IN labels(%s) WHERE label <> 'Record'][0]", variable))
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
