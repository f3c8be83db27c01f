package cypher_test

import (
	"errors"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"

	"partnernet/cypher"
	"partnernet/cypher/internal/random"
	"partnernet/fault"
	"partnernet/model"
)

// question is a document ready to be asked.
type question struct {
	document  *ast.QueryDocument
	operation *ast.OperationDefinition
	variables map[string]any
}

// parse reads a document of one operation as a server would: it must be valid, and its variables become what the schema says.
func parse(t failing, m *model.Model, text string, variables map[string]any) question {
	t.Helper()
	document, errs := gqlparser.LoadQueryWithRules(m.Schema, text, nil)
	if len(errs) > 0 {
		t.Fatalf("the document is not valid: %v\n%s", errs, text)
	}
	operation := document.Operations[0]
	coerced, err := validator.VariableValues(m.Schema, operation, variables)
	must(t, err)
	return question{document, operation, coerced}
}

// fields gives the root fields.
func (q question) fields() []*ast.Field {
	var fields []*ast.Field
	for _, s := range q.operation.SelectionSet {
		fields = append(fields, s.(*ast.Field))
	}
	return fields
}

// viewer is on whose behalf a question is asked.
type viewer struct {
	visible  []int64
	language string
}

// cursorKey is by what the cursors of these tests are sealed.
var cursorKey = []byte("a key of tests")

// coordinator may see everything.
var coordinator = viewer{visible: random.Audiences, language: random.Languages[0]}

// request gives the request of a root field, on a day on which some of what is drawn is in force.
func (q question) request(f *ast.Field, v viewer) cypher.Request {
	return cypher.Request{
		Operation: q.operation, Field: f, Selections: f.SelectionSet, Variables: q.variables,
		Visible: v.visible, Language: v.language, CursorKey: cursorKey, Today: random.Today.In(time.UTC),
	}
}

// only gives the request of the one root field.
func (q question) only(v viewer) cypher.Request { return q.request(q.fields()[0], v) }

// failing is what both *testing.T and *rapid.T can do.
type failing interface {
	Helper()
	Fatalf(format string, args ...any)
}

func must(t failing, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", causes(err))
	}
}

// causes gives an error with the causes that only the log is told.
func causes(err error) string {
	text := err.Error()
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(inner) {
		text += "\n  because: " + inner.Error()
	}
	return text
}

// fieldOf gives the input field that a fault is about.
func fieldOf(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.Field
	}
	return ""
}

// codeOf gives the code of an answer's error, "" when it has none.
func codeOf(errs []*gqlerror.Error) fault.Code {
	if len(errs) == 0 {
		return ""
	}
	return fault.CodeOf(errs[0])
}
