// Package cypher turns the selection below one root field into one Cypher statement, and the statement's result into that field's JSON.
package cypher

import (
	"time"

	"github.com/maypok86/otter/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// Compiler compiles reads of one graph model, and remembers the plans of what was asked before. It is safe for concurrent use.
type Compiler struct {
	model     *model.Model
	functions Functions
	pageSize  int
	plans     *otter.Cache[planKey, *plan]
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
func (c Call) Text(name string) string { return stored.Text(c.Row[name]) }

// Date gives a required value that is a day, nil when it is unknown.
func (c Call) Date(name string) *registry.Date { return stored.Day(c.Row[name]) }

// Request is one root field of a query as one viewer asks it.
// The document must have passed GraphQL validation, and Variables GraphQL's coercion.
type Request struct {
	Operation  *ast.OperationDefinition // that the field stands in; the same one whenever the same document is asked. Nil: nothing is remembered
	Field      *ast.Field
	Selections ast.SelectionSet // of all the places that select Field, merged
	Variables  map[string]any
	Visible    []int64        // the numbers of the audiences that the viewer is of
	Viewer     map[string]any // what statements may tell of the viewer: account, name and roles, each with what it is over
	Language   string         // sv, nb or en
	CursorKey  []byte         // by which cursors are sealed
	Today      time.Time      // the day that asOf means when it is not given
}

// Statement is one parameterised Cypher statement and what is needed to write its result as the field's answer.
// It returns one row with one column.
type Statement struct {
	Text   string
	Params map[string]any

	plan   *plan
	values *values
}

// New makes a compiler for a model. Every @computed field must have its function, and every function its field.
// The page size is that of a list whose request does not say.
func New(m *model.Model, functions Functions, pageSize int) (*Compiler, error) {
	c := &Compiler{model: m, functions: functions, pageSize: pageSize, plans: newPlans()}
	return c, c.check()
}

// Compile compiles one root field of a query. Its errors are faults about the request.
func (c *Compiler) Compile(r Request) (*Statement, error) {
	p, err := c.planned(r, c.build(r).root)
	if err != nil {
		return nil, err
	}
	return c.statement(p, r, nil)
}

// CompilePayload compiles what a command answers. The results are the ids of the records that it wrote, by the payload's field names.
func (c *Compiler) CompilePayload(r Request, results map[string]any) (*Statement, error) {
	p, err := c.planned(r, c.build(r).payload)
	if err != nil {
		return nil, err
	}
	return c.statement(p, r, results)
}

// statement gives the plan's statement with what the request brings.
func (c *Compiler) statement(p *plan, r Request, results map[string]any) (*Statement, error) {
	v, err := c.bind(p, r, results)
	if err != nil {
		return nil, err
	}
	return &Statement{Text: p.text, Params: v.params, plan: p, values: v}, nil
}

// Arguments gives a root field's arguments, coerced to what the database stores.
func (c *Compiler) Arguments(r Request) (map[string]any, error) {
	return c.coerced(r.Field, r.Variables)
}

func (c *Compiler) build(r Request) *build {
	return &build{Compiler: c, request: r, plan: &plan{}, joined: map[end]string{}, named: map[argument]string{}, states: map[moment]string{}}
}
