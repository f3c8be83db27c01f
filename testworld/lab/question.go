package lab

import (
	"errors"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"

	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/model"
	"partnernet/testworld/random"
)

// Question is a document ready to be asked.
type Question struct {
	Document  *ast.QueryDocument
	Operation *ast.OperationDefinition
	Variables map[string]any
}

// Parse reads a document of one operation as a server would: it must be valid, and its variables become what the schema says.
func Parse(t Failing, m *model.Model, text string, variables map[string]any) Question {
	t.Helper()
	document, errs := gqlparser.LoadQueryWithRules(m.Schema, text, nil)
	if len(errs) > 0 {
		t.Fatalf("the document is not valid: %v\n%s", errs, text)
	}
	operation := document.Operations[0]
	coerced, err := validator.VariableValues(m.Schema, operation, variables)
	Must(t, err)
	return Question{document, operation, coerced}
}

// Fields gives the root fields.
func (q Question) Fields() []*ast.Field {
	var fields []*ast.Field
	for _, s := range q.Operation.SelectionSet {
		fields = append(fields, s.(*ast.Field))
	}
	return fields
}

// Viewer is on whose behalf a question is asked.
type Viewer struct {
	Visible  []int64
	Language string
}

// CursorKey is by what the cursors of these tests are sealed.
var CursorKey = []byte("a key of tests")

// Coordinator may see everything.
var Coordinator = Viewer{Visible: random.Audiences, Language: random.Languages[0]}

// Request gives the request of a root field, on a day on which some of what is drawn is in force.
func (q Question) Request(f *ast.Field, v Viewer) cypher.Request {
	return cypher.Request{
		Operation: q.Operation, Field: f, Selections: f.SelectionSet, Variables: q.Variables,
		Visible: v.Visible, Language: v.Language, CursorKey: CursorKey, Today: random.Today.In(time.UTC),
	}
}

// Only gives the request of the one root field.
func (q Question) Only(v Viewer) cypher.Request { return q.Request(q.Fields()[0], v) }

// Failing is what both *testing.T and *rapid.T can do.
type Failing interface {
	Helper()
	Fatalf(format string, args ...any)
}

// Must ends a test in which something went wrong, and tells the causes.
func Must(t Failing, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", causes(err))
	}
}

// causes gives an error with the causes that only the log is told.
func causes(err error) string {
	var text strings.Builder
	text.WriteString(err.Error())
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(inner) {
		text.WriteString("\n  because: " + inner.Error())
	}
	return text.String()
}

// FieldOf gives the input field that a fault is about.
func FieldOf(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.Field
	}
	return ""
}

// CodeOf gives the code of an answer's error, "" when it has none.
func CodeOf(errs []*gqlerror.Error) fault.Code {
	if len(errs) == 0 {
		return ""
	}
	return fault.CodeOf(errs[0])
}
