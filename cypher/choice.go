package cypher

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
)

// choice projects a node of an interface or union. Its row begins with the name of its type and what is asked of it whatever that is; what is asked of
// one type alone comes after. What is common stands there once and not in a branch for each type: the database plans every branch.
func (b *build) choice(variable string, t *model.Type, set ast.SelectionSet, sc scope) (part, error) {
	if t.Name == "Node" && b.areRecords(t) {
		t = b.model.Type("Record") // what is asked of records is asked once then, and not of each type by itself
	}
	r, beginning := row{variable: variable}, columns{}
	beginning.expression("[label IN labels(" + variable + ") WHERE label <> 'Record'][0]")
	fields := b.collect(set, t.Name)
	rest, err := b.outputs(r, t, fields, &beginning, sc)
	if err != nil {
		return part{}, err
	}
	rest.typeName, rest.names = "", beginning.names
	chosen := &choice{types: map[string]*object{}, rest: rest}
	asked := &common{width: len(beginning.entries), fields: fields, outputs: rest.outputs}
	var branches []string
	named := b.namedTypes(set, t, map[string]bool{})
	for _, name := range t.Possible {
		if !named[name] {
			continue
		}
		possible := b.model.Type(name)
		p, shape, err := b.object(r, possible, b.collect(set, name), beginning.goOn(asked), sc)
		if err != nil {
			return part{}, err
		}
		chosen.types[possible.Label] = shape
		branches = append(branches, "WHEN "+variable+":"+possible.Label+" THEN "+p.cypher)
	}
	text := beginning.literal()
	if len(branches) > 0 {
		text += " + CASE\n" + lines(append(branches, "ELSE []")) + "\nEND"
	}
	return part{cypher: text, shape: chosen}, nil
}

// common is what is asked of a node of an interface or union whichever type it is of.
type common struct {
	width   int // how many values of the row it takes
	fields  []*selected
	outputs []output // one for each field
}

// output says how a field of one type is written that is asked in the same way of every type.
func (c *common) output(use *selected, f *model.Field) (output, bool) {
	if c == nil {
		return output{}, false
	}
	at := slices.IndexFunc(c.fields, func(s *selected) bool { return s.Alias == use.Alias && slices.Equal(s.selections, use.selections) })
	if at < 0 {
		return output{}, false
	}
	out := c.outputs[at]
	out.typ = f.Def.Type // which may be never null where the interface's is
	return out, true
}

// areRecords says whether all that a type may be are records.
func (b *build) areRecords(t *model.Type) bool {
	return !slices.ContainsFunc(t.Possible, func(name string) bool {
		possible := b.model.Type(name)
		return !possible.Abstract && !possible.Record
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
