package cypher

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// selected is one response key with the field it asks for and the selections of all the places that ask for it.
type selected struct {
	*ast.Field
	selections ast.SelectionSet
}

// collect merges a selection set into response keys in the order of their first mention (GraphQL specification, CollectFields).
// It follows a fragment when its type condition holds for the given type.
func (b *build) collect(set ast.SelectionSet, typeName string) []*selected {
	k := collector{build: b, holds: b.conditionsOf(typeName), index: map[string]int{}, seen: map[string]bool{}}
	k.add(set)
	return k.fields
}

type collector struct {
	*build
	holds  map[string]bool
	fields []*selected
	index  map[string]int
	seen   map[string]bool // fragments spread already: a second spread adds nothing
}

func (k *collector) add(set ast.SelectionSet) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			if k.included(s.Directives) {
				k.addField(s)
			}
		case *ast.InlineFragment:
			if k.included(s.Directives) && (s.TypeCondition == "" || k.holds[s.TypeCondition]) {
				k.add(s.SelectionSet)
			}
		case *ast.FragmentSpread:
			if k.included(s.Directives) && !k.seen[s.Name] && k.holds[s.Definition.TypeCondition] {
				k.seen[s.Name] = true
				k.add(s.Definition.SelectionSet)
			}
		}
	}
}

func (k *collector) addField(f *ast.Field) {
	if i, ok := k.index[f.Alias]; ok {
		merged := k.fields[i]
		merged.selections = append(slices.Clip(merged.selections), f.SelectionSet...)
		return
	}
	k.index[f.Alias] = len(k.fields)
	k.fields = append(k.fields, &selected{Field: f, selections: f.SelectionSet})
}

// included applies @skip and @include.
func (b *build) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		if condition, _ := d.ArgumentMap(b.request.Variables)["if"].(bool); condition == (d.Name == "skip") {
			return false
		}
	}
	return true
}

// conditionsOf gives the type conditions that hold for a value known to be of the named type: the type, its interfaces and its unions.
func (b *build) conditionsOf(name string) map[string]bool {
	def := b.model.Schema.Types[name]
	holds := map[string]bool{name: true}
	for _, i := range def.Interfaces {
		holds[i] = true
	}
	for _, u := range b.model.Schema.GetImplements(def) {
		holds[u.Name] = true
	}
	return holds
}
