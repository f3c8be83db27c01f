package cypher_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"

	"partnernet"
	"partnernet/cypher"
	"partnernet/cypher/internal/plain"
	"partnernet/cypher/internal/random"
	"partnernet/fault"
	"partnernet/model"
	"partnernet/store"
	"partnernet/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// patience is how long a statement may take here, where the machine may be busy with other tests.
const patience = time.Minute

// open gives an empty database.
func open(t testing.TB) *store.DB {
	t.Helper()
	testdb.Open(t)
	config := testdb.Config(t)
	config.Timeout = patience
	db, err := store.Open(t.Context(), config)
	must(t, err)
	t.Cleanup(func() { must(t, db.Close(context.Background())) })
	return db
}

var theModel = sync.OnceValues(func() (*model.Model, error) { return model.Load(partnernet.Schema) })

// schema gives the graph model of the project's schema.
func schema(t testing.TB) *model.Model {
	t.Helper()
	m, err := theModel()
	must(t, err)
	return m
}

// pageSize is how long a page is that the request does not measure: short, so that drawn lists are longer now and then.
const pageSize = 2

func compiler(t testing.TB) *cypher.Compiler {
	t.Helper()
	c, err := cypher.New(schema(t), witnesses(schema(t)), pageSize)
	must(t, err)
	return c
}

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
	for inner, ok := err.(interface{ Unwrap() error }); ok; inner, ok = err.(interface{ Unwrap() error }) {
		if err = inner.Unwrap(); err == nil {
			break
		}
		text += "\n  because: " + err.Error()
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

// only gives the request of the one root field, on a day on which some of what is drawn is in force.
func (q question) only(v viewer) cypher.Request { return q.request(q.fields()[0], v, random.Today) }

// viewer is on whose behalf a question is asked.
type viewer struct {
	visible  []string
	language string
}

// coordinator may see everything.
var coordinator = viewer{visible: random.Sensitivities, language: random.Languages[0]}

// request gives the request of a root field.
func (q question) request(f *ast.Field, v viewer, today civil.Date) cypher.Request {
	return cypher.Request{
		Field: f, Selections: f.SelectionSet, Variables: q.variables,
		Visible: v.visible, Language: v.language, Today: today.In(time.UTC),
	}
}

// answer has the database answer a statement without errors.
func answer(t failing, ctx context.Context, db *store.DB, s *cypher.Statement) string {
	t.Helper()
	text, errs := attempt(t, ctx, db, s)
	if len(errs) > 0 {
		t.Fatalf("%v", errs)
	}
	return text
}

// attempt has the database answer a statement. The errors are those of fields that have no answer.
func attempt(t failing, ctx context.Context, db *store.DB, s *cypher.Statement) (string, []*gqlerror.Error) {
	t.Helper()
	result, err := db.Read(ctx, store.Statement{Text: s.Text, Params: s.Params})
	if err != nil {
		t.Fatalf("%s\n%s", causes(err), s.Text)
	}
	text, errs := s.Answer(result)
	return string(text), errs
}

// write makes a graph all that the database holds.
func write(t failing, ctx context.Context, db *store.DB, m *model.Model, g *plain.Graph) {
	t.Helper()
	place := map[*plain.Node]int{}
	nodes, links := []any{}, []any{}
	for i, n := range g.Nodes {
		place[n] = i
		nodes = append(nodes, map[string]any{"labels": labels(m, n), "values": stored(n)})
	}
	for _, l := range g.Links {
		links = append(links, map[string]any{"from": place[l.From], "type": l.Type, "to": place[l.To]})
	}
	must(t, db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if _, err := tx.Run(ctx, store.Statement{Text: "MATCH (n) WHERE NOT n:Migration DETACH DELETE n"}); err != nil {
			return err
		}
		_, err := tx.Run(ctx, store.Statement{Text: `
UNWIND $nodes AS row
CREATE (n:$(row.labels))
SET n = row.values
WITH collect(n) AS nodes
UNWIND $links AS link
WITH nodes[link.from] AS from, nodes[link.to] AS to, link.type AS type
CREATE (from)-[:$(type)]->(to)`, Params: map[string]any{"nodes": nodes, "links": links}})
		return err
	}))
}

func labels(m *model.Model, n *plain.Node) []string {
	t := m.Type(n.Type)
	if t.Record {
		return []string{"Record", t.Label}
	}
	return []string{t.Label}
}

// stored gives a node's values as the driver takes them.
func stored(n *plain.Node) map[string]any {
	values := map[string]any{}
	for name, v := range n.Values {
		if day, ok := v.(civil.Date); ok {
			v = dbtype.Date(day.In(time.UTC))
		}
		values[name] = v
	}
	return values
}

// codeOf gives the code of an answer's error, "" when it has none.
func codeOf(errs []*gqlerror.Error) fault.Code {
	if len(errs) == 0 {
		return ""
	}
	return fault.CodeOf(errs[0])
}
