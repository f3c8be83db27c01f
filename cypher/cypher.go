// Package cypher turns the selection below one root field into one Cypher statement, and the statement's result into that field's JSON.
package cypher

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
	"partnernet/registry"
)

// Compiler compiles reads of one graph model. It holds no state of a request and is safe for concurrent use.
type Compiler struct {
	model     *model.Model
	functions Functions
	pageSize  int
}

// Functions are the Go functions behind @computed fields, by "Type.field".
type Functions map[string]func(Call) (any, error)

// Call is what a computed field is computed from.
type Call struct {
	Row       map[string]any // the parent's values that the field requires, by stored name, and the rows that it gathers; what one function works out it may keep here for the others
	Arguments map[string]any // the field's own arguments, coerced
	AsOf      registry.Date  // the day the read is about
	Language  string         // the language of texts: sv, nb or en
}

// Text gives a required value that is a text, "" when it is unknown.
func (c Call) Text(name string) string {
	text, _ := c.Row[name].(string)
	return text
}

// Date gives a required value that is a day, nil when it is unknown.
func (c Call) Date(name string) *registry.Date {
	stored, known := c.Row[name].(dbtype.Date)
	if !known {
		return nil
	}
	day := civil.DateOf(time.Time(stored))
	return &day
}

// Request is one root field of a query as one viewer asks it.
// The document must have passed GraphQL validation, and Variables GraphQL's coercion.
type Request struct {
	Field      *ast.Field
	Selections ast.SelectionSet // of all the places that select Field, merged
	Variables  map[string]any
	Visible    []string  // the sensitivities that the viewer may see
	Language   string    // sv, nb or en
	Today      time.Time // the day that asOf means when it is not given
}

// Statement is one parameterised Cypher statement and what is needed to write its result as the field's answer.
// It returns one row with one column.
type Statement struct {
	Text   string
	Params map[string]any

	root   output
	lookup bool
	locals locals
}

// locals are a request's values that the writing of the answer needs and the database does not.
type locals struct {
	values   map[string]any
	language string
}

// New makes a compiler for a model. Every @computed field must have its function, and every function its field.
// The page size is that of a list whose request does not say.
func New(m *model.Model, functions Functions, pageSize int) (*Compiler, error) {
	c := &Compiler{model: m, functions: functions, pageSize: pageSize}
	return c, c.check()
}

// Compile compiles one root field of a query. Its errors are faults about the request.
func (c *Compiler) Compile(r Request) (*Statement, error) {
	return c.build(r).root()
}

// CompilePayload compiles what a command answers. The results are the ids of the records that it wrote, by the payload's field names.
func (c *Compiler) CompilePayload(r Request, results map[string]any) (*Statement, error) {
	b := c.build(r)
	b.results = results
	return b.payload()
}

// Arguments gives a root field's arguments, coerced to what the database stores.
func (c *Compiler) Arguments(r Request) (map[string]any, error) {
	return c.build(r).arguments(r.Field)
}

func (c *Compiler) build(r Request) *build {
	b := &build{Compiler: c, request: r, params: map[string]any{}, locals: locals{values: map[string]any{}, language: r.Language}}
	b.params["visible"] = r.Visible
	b.params["language"] = r.Language
	b.params["asOf"] = dbtype.Date(r.Today)
	return b
}
