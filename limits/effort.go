package limits

import "github.com/vektah/gqlparser/v2/ast"

// effort counts the steps that validating a document will take, and stops counting at a limit.
//
// Two things make validation dear. The validator walks from each operation and from each fragment through every fragment that can be
// reached from there. And the rule that fields of one name must agree compares them pair by pair, with everything below each pair:
// a field that is written 5 000 times makes 12 million pairs. Both are counted here the way the validator goes about them.
type effort struct {
	fragments map[string]*ast.FragmentDefinition
	left      int

	collections map[*ast.Selection]*collection
	againstSeen map[against]bool
	betweenSeen map[[2]string]bool
}

// collection is a selection set with its inline fragments opened: fields by the name they have in the answer, and the fragments spread.
type collection struct {
	names   []string
	fields  map[string][]*ast.Field
	spreads []string
}

type against struct {
	fields   *collection
	fragment string
}

// effortOf gives the steps that validation takes, or something over the limit when it takes more.
func effortOf(doc *ast.QueryDocument, limit int) int {
	e := effort{
		fragments:   fragmentsOf(doc),
		left:        limit,
		collections: map[*ast.Selection]*collection{},
		againstSeen: map[against]bool{},
		betweenSeen: map[[2]string]bool{},
	}
	for _, operation := range doc.Operations {
		variables := len(operation.VariableDefinitions)
		e.spend(variables)
		e.walk(operation.SelectionSet, &visit{reached: map[string]bool{}, inOperation: true, variables: variables})
		e.within(operation.SelectionSet)
	}
	for _, fragment := range doc.Fragments {
		e.walk(fragment.SelectionSet, &visit{reached: map[string]bool{}})
		e.within(fragment.SelectionSet)
	}
	return limit - e.left
}

// spend counts steps; over says that there were more than allowed, so that counting can stop.
func (e *effort) spend(steps int) (over bool) {
	e.left -= steps
	return e.left < 0
}

// visit is one walk of the validator, from an operation or a fragment.
type visit struct {
	reached     map[string]bool
	inOperation bool
	variables   int
}

func (e *effort) walk(set ast.SelectionSet, v *visit) {
	for _, selection := range set {
		if e.spend(1) {
			return
		}
		switch selection := selection.(type) {
		case *ast.Field:
			e.arguments(selection.Arguments, v)
			e.directives(selection.Directives, v)
			e.walk(selection.SelectionSet, v)
			if v.inOperation {
				e.within(selection.SelectionSet)
			}
		case *ast.InlineFragment:
			e.spend(fragmentSteps)
			e.directives(selection.Directives, v)
			e.walk(selection.SelectionSet, v)
			e.within(selection.SelectionSet)
		case *ast.FragmentSpread:
			e.spend(fragmentSteps)
			e.directives(selection.Directives, v)
			if definition := e.fragments[selection.Name]; definition != nil && !v.reached[selection.Name] {
				v.reached[selection.Name] = true
				e.walk(definition.SelectionSet, v)
			}
		}
	}
}

const (
	// fragmentSteps is what a spread or an inline fragment costs besides: the types it may be are matched with those that may be there.
	fragmentSteps = 5
	// variablesAStep is how many variables the validator looks through, one after another, in the time of a step.
	variablesAStep = 16
)

func (e *effort) directives(directives ast.DirectiveList, v *visit) {
	for _, directive := range directives {
		e.spend(1)
		e.arguments(directive.Arguments, v)
	}
}

func (e *effort) arguments(arguments ast.ArgumentList, v *visit) {
	for _, argument := range arguments {
		e.value(argument.Value, v)
	}
}

func (e *effort) value(value *ast.Value, v *visit) {
	if value == nil || e.spend(1) {
		return
	}
	if value.Kind == ast.Variable {
		e.spend(v.variables / variablesAStep)
	}
	for _, child := range value.Children {
		e.value(child.Value, v)
	}
}

// within compares the fields of one selection set with each other and with those of the fragments it spreads.
func (e *effort) within(set ast.SelectionSet) {
	if len(set) == 0 {
		return
	}
	c := e.collect(set)
	for _, name := range c.names {
		fields := c.fields[name]
		for i, a := range fields {
			for _, b := range fields[i+1:] {
				if e.pair(a, b) {
					return
				}
			}
		}
	}
	for i, a := range c.spreads {
		e.against(c, a)
		for _, b := range c.spreads[i+1:] {
			if e.between(a, b) {
				return
			}
		}
	}
}

// pair compares two fields and all that stands below them.
func (e *effort) pair(a, b *ast.Field) (over bool) {
	if e.spend(1 + len(a.Arguments)*len(b.Arguments)) {
		return true
	}
	if len(a.SelectionSet) == 0 || len(b.SelectionSet) == 0 {
		return false
	}
	below, belowOther := e.collect(a.SelectionSet), e.collect(b.SelectionSet)
	e.pairs(below, belowOther)
	for _, fragment := range belowOther.spreads {
		e.against(below, fragment)
	}
	for _, fragment := range below.spreads {
		e.against(belowOther, fragment)
	}
	for _, x := range below.spreads {
		for _, y := range belowOther.spreads {
			if e.between(x, y) {
				return true
			}
		}
	}
	return e.left < 0
}

func (e *effort) pairs(some, other *collection) {
	for _, name := range some.names {
		for _, a := range some.fields[name] {
			for _, b := range other.fields[name] {
				if e.pair(a, b) {
					return
				}
			}
		}
	}
}

// against compares fields with a fragment, and with those that it spreads; once.
func (e *effort) against(fields *collection, fragment string) {
	key := against{fields, fragment}
	definition := e.fragments[fragment]
	if e.spend(1) || e.againstSeen[key] || definition == nil || len(definition.SelectionSet) == 0 {
		return
	}
	e.againstSeen[key] = true
	other := e.collect(definition.SelectionSet)
	if other == fields {
		return
	}
	e.pairs(fields, other)
	for _, each := range other.spreads {
		e.against(fields, each)
	}
}

// between compares two fragments, and each with those that the other spreads; once.
func (e *effort) between(a, b string) (over bool) {
	if e.spend(1) {
		return true
	}
	key := [2]string{min(a, b), max(a, b)}
	one, other := e.fragments[a], e.fragments[b]
	if a == b || e.betweenSeen[key] || one == nil || other == nil || len(one.SelectionSet) == 0 || len(other.SelectionSet) == 0 {
		return false
	}
	e.betweenSeen[key] = true
	fields, otherFields := e.collect(one.SelectionSet), e.collect(other.SelectionSet)
	e.pairs(fields, otherFields)
	for _, each := range otherFields.spreads {
		e.between(a, each)
	}
	for _, each := range fields.spreads {
		e.between(each, b)
	}
	return e.left < 0
}

// collect opens a selection set, once.
func (e *effort) collect(set ast.SelectionSet) *collection {
	if known := e.collections[&set[0]]; known != nil {
		return known
	}
	c := &collection{fields: map[string][]*ast.Field{}}
	e.collections[&set[0]] = c
	var open func(ast.SelectionSet)
	open = func(set ast.SelectionSet) {
		for _, selection := range set {
			if e.spend(1) {
				return
			}
			switch selection := selection.(type) {
			case *ast.Field:
				if c.fields[selection.Alias] == nil {
					c.names = append(c.names, selection.Alias)
				}
				c.fields[selection.Alias] = append(c.fields[selection.Alias], selection)
			case *ast.InlineFragment:
				open(selection.SelectionSet)
			case *ast.FragmentSpread:
				c.spreads = append(c.spreads, selection.Name)
			}
		}
	}
	open(set)
	return c
}
