package cypher_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partnernet/testworld/lab"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
)

// Whatever valid document is asked with whatever texts: it compiles or is refused, and no text of the request is in the statement.
func FuzzCompile(f *testing.F) {
	m, c := lab.Schema(f), lab.Compiler(f)
	files, err := filepath.Glob("testdata/*.graphql")
	lab.Must(f, err)
	for _, file := range files {
		text, err := os.ReadFile(file)
		lab.Must(f, err)
		for _, value := range append([]string{"2024-05-31", "2024-05-31T00:00:00Z", "SE", "1.5"}, hostile[:len(hostile)-1]...) {
			f.Add(string(text), value)
		}
	}
	f.Fuzz(func(t *testing.T, text, value string) {
		document, errs := gqlparser.LoadQueryWithRules(m.Schema, text, nil)
		if len(errs) > 0 {
			t.Skip("not valid")
		}
		for _, operation := range document.Operations {
			given := map[string]any{}
			for _, v := range operation.VariableDefinitions {
				given[v.Variable] = filled(m.Schema, v.Type, value)
			}
			variables, err := validator.VariableValues(m.Schema, operation, given)
			if err != nil || operation.Operation != ast.Query {
				continue
			}
			q := lab.Question{Document: document, Operation: operation, Variables: variables}
			for _, s := range operation.SelectionSet {
				root, ok := s.(*ast.Field)
				if !ok || strings.HasPrefix(root.Name, "__") {
					continue // the server's own
				}
				statement, err := c.Compile(q.Request(root, lab.Coordinator))
				if err == nil && strings.Contains(statement.Text, marker) {
					t.Errorf("a text of the request is in the statement: %s", statement.Text)
				}
			}
		}
	})
}

// filled gives a value of an input type in which every text is the given one, and is marked where any text will do.
func filled(schema *ast.Schema, t *ast.Type, text string) any {
	def := schema.Types[t.Name()]
	switch {
	case t.Elem != nil:
		return []any{filled(schema, t.Elem, text)}
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case def.Kind == ast.InputObject:
		object := map[string]any{}
		for _, f := range def.Fields {
			if f.Type.NonNull || len(object) == 0 && f.Type.Name() != def.Name {
				object[f.Name] = filled(schema, f.Type, text)
			}
		}
		return object
	case def.Name == "Int":
		return 1
	case def.Name == "Boolean":
		return true
	case def.Name == "String" || def.Name == "ID":
		return text + marker
	}
	return text
}
