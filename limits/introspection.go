package limits

import (
	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// sizes gives how long the lists of a schema's description are, by the name of the field: exactly for the schema's own, on average for those of types.
type sizes map[string]int

func sizesOf(schema *ast.Schema) sizes {
	sum := sizes{"types": len(schema.Types), "directives": len(schema.Directives)}
	fields := 0
	for _, definition := range schema.Types {
		kind := "fields"
		if definition.Kind == ast.InputObject {
			kind = "inputFields"
		}
		sum[kind] += len(definition.Fields)
		sum["interfaces"] += len(definition.Interfaces)
		sum["enumValues"] += len(definition.EnumValues)
		sum["possibleTypes"] += len(schema.GetPossibleTypes(definition))
		for _, field := range definition.Fields {
			fields++
			sum["args"] += len(field.Arguments)
		}
	}
	for _, name := range []string{"fields", "inputFields", "interfaces", "enumValues", "possibleTypes"} {
		sum[name] = average(sum[name], len(schema.Types))
	}
	sum["args"] = average(sum["args"], fields)
	return sum
}

// average rounds up, so that nothing that occurs counts as nothing.
func average(sum, of int) int { return (sum + of - 1) / max(of, 1) }

// introspectionLimit is twice what the question costs that tools ask to know a schema in full. So every tool may ask it,
// and none may ask for the schema over and over in one request.
func introspectionLimit(schema *ast.Schema, s sizes) int {
	doc, err := gqlparser.LoadQueryWithRules(schema, introspection.NewQuery(introspection.QueryOptions{OneOf: true}), rules.NewDefaultRules())
	if err != nil {
		panic(err) // the library's own question does not fit its own schema
	}
	return mul(2, billOf(doc, doc.Operations[0], nil, 0, s).introspection)
}
