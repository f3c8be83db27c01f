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
	common   *common // what the row begins with, where its node is of an interface or union
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

// expression adds a value that has no name; what reads the same is read once.
func (c *columns) expression(cypher string) int {
	if at := slices.Index(c.entries, cypher); at >= 0 {
		return at
	}
	return c.add("", cypher)
}

func (c *columns) add(name, cypher string) int {
	c.names, c.entries = append(c.names, name), append(c.entries, cypher)
	return len(c.entries) - 1
}

// goOn gives the row with what its type has besides what is common, which may share the values that are there.
func (c *columns) goOn(after *common) columns {
	return columns{slices.Clone(c.names), slices.Clone(c.entries), slices.Clone(c.gathered), after}
}

// literal gives the row, or what comes after what is common.
func (c *columns) literal() string {
	begin := 0
	if c.common != nil {
		begin = c.common.width
	}
	for _, g := range c.gathered {
		if g.column >= begin {
			c.entries[g.column] = g.entry()
		}
	}
	return "[" + strings.Join(c.entries[begin:], ", ") + "]"
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
		out, isCommon := cols.common.output(f, t.Field(f.Name))
		if !isCommon {
			var err error
			if out, err = b.field(r, t.Field(f.Name), f, cols, sc); err != nil {
				return nil, err
			}
		}
		shape.computes = shape.computes || out.compute != nil
		shape.outputs = append(shape.outputs, out)
	}
	return shape, nil
}
