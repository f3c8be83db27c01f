package plain

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// selected is a response key: the field that it asks for, and what is asked of it in all places together.
type selected struct {
	*ast.Field
	selections ast.SelectionSet
}

// collect gives what a selection asks of an object of a type (GraphQL specification, section 6.3.2).
func (r *Reader) collect(set ast.SelectionSet, object string) []selected {
	var keys []selected
	for _, f := range r.fields(set, object) {
		at := slices.IndexFunc(keys, func(s selected) bool { return s.Alias == f.Alias })
		if at < 0 {
			keys, at = append(keys, selected{Field: f}), len(keys)
		}
		keys[at].selections = append(keys[at].selections, f.SelectionSet...)
	}
	return keys
}

// fields gives the fields of a selection with those of its fragments that apply to an object of a type.
func (r *Reader) fields(set ast.SelectionSet, object string) []*ast.Field {
	var fields []*ast.Field
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if r.included(s.Directives) {
				fields = append(fields, s)
			}
		case *ast.InlineFragment:
			if r.included(s.Directives) && (s.TypeCondition == "" || r.isA(object, s.TypeCondition)) {
				fields = append(fields, r.fields(s.SelectionSet, object)...)
			}
		case *ast.FragmentSpread:
			if r.included(s.Directives) && r.isA(object, s.Definition.TypeCondition) {
				fields = append(fields, r.fields(s.Definition.SelectionSet, object)...)
			}
		}
	}
	return fields
}

func (r *Reader) included(directives ast.DirectiveList) bool {
	holds := func(d *ast.Directive) bool { return d != nil && d.ArgumentMap(r.Variables)["if"] == true }
	include := directives.ForName("include")
	return !holds(directives.ForName("skip")) && (include == nil || holds(include))
}
