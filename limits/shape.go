package limits

import (
	"encoding/json"

	"github.com/vektah/gqlparser/v2/ast"
)

// shape is what can be said of a document without a schema. Measuring it visits each part of the document once.
type shape struct {
	depth      int
	aliases    int
	inputs     int
	inputDepth int
	visited    int // how many parts were looked at
}

// measurer measures a document. Fragments are measured once and their depth remembered.
type measurer struct {
	shape
	fragments map[string]*ast.FragmentDefinition
	depths    map[string]int
}

func measure(doc *ast.QueryDocument) shape {
	m := measurer{fragments: fragmentsOf(doc), depths: map[string]int{}}
	for _, operation := range doc.Operations {
		for _, variable := range operation.VariableDefinitions {
			m.value(variable.DefaultValue, 0)
		}
		m.depth = max(m.depth, m.selections(operation.SelectionSet))
	}
	for _, fragment := range doc.Fragments {
		m.fragment(fragment.Name) // one that nothing reaches counts too
	}
	return m.shape
}

// fragmentsOf finds fragments by name; of two of one name, which the validation refuses, the first counts.
func fragmentsOf(doc *ast.QueryDocument) map[string]*ast.FragmentDefinition {
	fragments := make(map[string]*ast.FragmentDefinition, len(doc.Fragments))
	for _, fragment := range doc.Fragments {
		if fragments[fragment.Name] == nil {
			fragments[fragment.Name] = fragment
		}
	}
	return fragments
}

// selections gives how deep fields stand inside each other.
func (m *measurer) selections(set ast.SelectionSet) int {
	depth := 0
	for _, selection := range set {
		m.visited++
		switch selection := selection.(type) {
		case *ast.Field:
			depth = max(depth, m.field(selection))
		case *ast.InlineFragment:
			m.directives(selection.Directives)
			depth = max(depth, m.selections(selection.SelectionSet))
		case *ast.FragmentSpread:
			m.directives(selection.Directives)
			depth = max(depth, m.fragment(selection.Name))
		}
	}
	return depth
}

func (m *measurer) field(field *ast.Field) int {
	if field.Alias != field.Name {
		m.aliases++
	}
	m.arguments(field.Arguments)
	m.directives(field.Directives)
	below := m.selections(field.SelectionSet)
	if isIntrospection(field.Name) {
		below = 0
	}
	return 1 + below
}

func isIntrospection(field string) bool { return field == "__schema" || field == "__type" }

// fragment gives the depth of a fragment. One that spreads itself, which the validation refuses, ends at its second turn.
func (m *measurer) fragment(name string) int {
	depth, known := m.depths[name]
	definition := m.fragments[name]
	if known || definition == nil {
		return depth
	}
	m.depths[name] = 0
	depth = m.selections(definition.SelectionSet)
	m.depths[name] = depth
	return depth
}

func (m *measurer) directives(directives ast.DirectiveList) {
	for _, directive := range directives {
		m.visited++
		m.arguments(directive.Arguments)
	}
}

func (m *measurer) arguments(arguments ast.ArgumentList) {
	for _, argument := range arguments {
		m.value(argument.Value, 0)
	}
}

func (m *measurer) value(value *ast.Value, above int) {
	if value == nil {
		return
	}
	m.visited++
	if value.Kind != ast.ObjectValue && value.Kind != ast.ListValue {
		return
	}
	m.inputDepth = max(m.inputDepth, above+1)
	if value.Kind == ast.ObjectValue {
		m.inputs++
	}
	for _, child := range value.Children {
		m.value(child.Value, above+1)
	}
}

// measureVariables gives how many objects the variables hold and how deep they go.
func measureVariables(variables map[string]any) (inputs, depth int) {
	var walk func(value any, above int)
	walk = func(value any, above int) {
		switch value := value.(type) {
		case map[string]any:
			inputs++
			depth = max(depth, above+1)
			for _, child := range value {
				walk(child, above+1)
			}
		case []any:
			depth = max(depth, above+1)
			for _, child := range value {
				walk(child, above+1)
			}
		case json.Number, string, bool, float64, nil:
		}
	}
	for _, value := range variables {
		walk(value, 0)
	}
	return inputs, depth
}
