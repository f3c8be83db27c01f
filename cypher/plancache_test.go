package cypher_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"partnernet/cypher"
	"partnernet/model"
	"partnernet/testworld/lab"
	"partnernet/testworld/random"
)

// What is remembered of a document changes nothing: whatever values it is asked with next, the statement is the one that it would be
// if it were asked for the first time.
func TestPlansAreThoseOfTheFirstTime(t *testing.T) {
	m, c := lab.Schema(t), lab.Compiler(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := random.World{Model: m, Graph: random.Graph(m, 1).Draw(rt, "graph"), Cursors: noCursors}
		read := random.Document(w).Draw(rt, "read")
		q := lab.Parse(rt, m, read.Text, read.Variables)
		for range 3 {
			remembered := statementOf(c, q.Only(lab.Coordinator))
			anew := q.Only(lab.Coordinator)
			anew.Operation = nil
			if diff := cmp.Diff(statementOf(c, anew), remembered, cmpopts.EquateComparable(dbtype.Date{})); diff != "" {
				rt.Fatalf("What was remembered is another statement than this one (-anew +remembered):\n%s\nasked: %#v\nwith %v", diff, read, q.Variables)
			}
			q.Variables = changed(rt, m, q.Operation, q.Variables)
		}
	})
}

// compiled is a statement as the database gets it, or why there is none.
type compiled struct {
	Text   string
	Params map[string]any
	Error  string
}

func statementOf(c *cypher.Compiler, r cypher.Request) compiled {
	statement, err := c.Compile(r)
	if err != nil {
		return compiled{Error: err.Error()}
	}
	return compiled{Text: statement.Text, Params: statement.Params}
}

// changed gives variables of which some are no longer given, and others are made up otherwise.
func changed(rt *rapid.T, m *model.Model, operation *ast.OperationDefinition, given map[string]any) map[string]any {
	other := maps.Clone(given)
	for _, v := range operation.VariableDefinitions {
		value, named := given[v.Variable]
		def := m.Schema.Types[v.Type.Name()]
		switch way := random.Pick(rt, "way", []string{"keep", "drop", "other", "again"}); {
		case way == "drop" && !v.Type.NonNull:
			delete(other, v.Variable)
		case way == "other" && named && value != nil && v.Type.Elem == nil && def.Name == "Boolean":
			other[v.Variable] = value == false
		case way == "other" && value != nil && v.Type.Elem == nil && def.Kind == ast.Enum:
			other[v.Variable] = random.Pick(rt, "value", def.EnumValues).Name
		case way == "again" && v.Type.Elem != nil:
			if list, ok := value.([]any); ok {
				other[v.Variable] = slices.Concat(list, list)
			}
		}
	}
	return other
}
