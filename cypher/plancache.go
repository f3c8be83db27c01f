package cypher

import (
	"strconv"

	"github.com/maypok86/otter/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// planMemory is how much memory plans may take, in bytes as weigh counts them: thousands of questions, of which a registry's clients
// have dozens.
const planMemory = 16 << 20

// planKey is what a request's plan depends on: the root field in its document, and how the variables are made up. A document that was read
// again is another one; its plans are made again.
type planKey struct {
	operation *ast.OperationDefinition
	field     *ast.Field
	variables string
}

func newPlans() *otter.Cache[planKey, *plan] {
	return otter.Must(&otter.Options[planKey, *plan]{
		MaximumWeight: planMemory,
		Weigher:       weigh,
		Executor:      func(task func()) { task() }, // no goroutine goes on beside the requests
	})
}

// weigh counts a plan by its text, which what it is made of is a few times as large as, and the document that it keeps in memory.
func weigh(k planKey, p *plan) uint32 {
	const pieces = 4
	return uint32(pieces*len(p.text) + len(k.operation.Position.Src.Input) + len(k.variables))
}

// planned gives the plan of a request's shape, and makes it when there is none yet. A request without its operation has a plan of its own.
func (c *Compiler) planned(r Request, build func() (*plan, error)) (*plan, error) {
	if r.Operation == nil {
		return build()
	}
	k := planKey{operation: r.Operation, field: r.Field, variables: c.variablesShape(r)}
	if p, known := c.plans.GetIfPresent(k); known {
		return p, nil
	}
	p, err := build()
	if err != nil {
		return nil, err
	}
	c.plans.Set(k, p)
	return p, nil
}

// variablesShape tells how the variables are made up: which are given, and what of them decides over the text of a statement.
func (c *Compiler) variablesShape(r Request) string {
	var text []byte
	for _, v := range r.Operation.VariableDefinitions {
		text = c.valueShape(text, v.Type, r.Variables[v.Variable])
	}
	return string(text)
}

// valueShape tells how a value is made up. The values of conditions are parameters; what includes a field, what a list is ordered by and which standing it asks for is not.
func (c *Compiler) valueShape(text []byte, t *ast.Type, value any) []byte {
	def := c.model.Schema.Types[t.Name()]
	switch {
	case value == nil:
		return append(text, '-')
	case t.Elem != nil && def.Kind == ast.InputObject:
		text = append(text, '[')
		for _, item := range asList(value) {
			text = c.valueShape(text, t.Elem, item)
		}
		return append(text, ']')
	case def.Kind == ast.InputObject:
		return c.inputShape(text, def, value)
	case t.Elem == nil && (orders(def) || def.Name == "Standing" || def.Name == "Boolean"):
		switch value := value.(type) {
		case string:
			return append(append(text, value...), ';')
		case bool:
			return strconv.AppendBool(text, value)
		}
	}
	return append(text, '+')
}

func (c *Compiler) inputShape(text []byte, def *ast.Definition, value any) []byte {
	object, _ := value.(map[string]any)
	text = append(text, '{')
	for _, f := range def.Fields {
		if given, named := object[f.Name]; named {
			text = append(append(text, f.Name...), ':')
			text = c.valueShape(text, f.Type, given)
		}
	}
	return append(text, '}')
}

// orders says whether values of an enumeration say what lists are ordered by, or which way.
func orders(def *ast.Definition) bool {
	if def.Kind != ast.Enum {
		return false
	}
	return def.Name == "OrderDirection" || def.EnumValues[0].Directives.ForName("order") != nil
}
