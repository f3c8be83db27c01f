package cypher_test

import (
	"context"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/cypher/internal/plain"
	"partnernet/cypher/internal/random"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/model"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

// pageSize is how long a page is that the request does not measure: short, so that drawn lists are longer now and then.
const pageSize = 2

var schema = testworld.Model

func compiler(t testing.TB) *cypher.Compiler {
	t.Helper()
	c, err := cypher.New(schema(t), witnesses(schema(t)), pageSize)
	must(t, err)
	return c
}

// lab is a database and what is needed to ask it.
type lab struct {
	t        testing.TB
	db       *store.DB
	model    *model.Model
	compiler *cypher.Compiler
	access   *access.Resolver
	rights   access.Rights // of a viewer, whose audiences each question tells
}

// open gives an empty database.
func open(t testing.TB) lab {
	t.Helper()
	db := testdb.Open(t)
	resolver := access.NewResolver(db, func() time.Time { return random.Today.In(time.UTC) })
	rights, err := resolver.Rights(t.Context(), graph.Coordinator)
	must(t, err)
	return lab{t, db, schema(t), compiler(t), resolver, rights}
}

// ask has the database answer a request, in the words in which a server asks it. The errors in the list are those of fields that have no answer.
func (l lab) ask(r cypher.Request) (string, []*gqlerror.Error, error) {
	r.CursorKey = l.rights.CursorKey
	statement, err := l.compiler.Compile(r)
	if err != nil {
		return "", nil, err
	}
	result, err := l.access.ReadAs(l.t.Context(), l.rights, store.Statement{Text: statement.Text, Params: statement.Params})
	if err != nil {
		return "", nil, fault.Wrap(fault.CodeOf(err), err, "%s\n%s", err, statement.Text)
	}
	text, errs := statement.Answer(result)
	return string(text), errs, nil
}

// answer has the database answer a document of one root field, as it must, to somebody who may see everything.
func (l lab) answer(t failing, text string, variables map[string]any) string {
	t.Helper()
	answer, errs, err := l.ask(parse(t, l.model, text, variables).only(coordinator))
	must(t, err)
	if len(errs) > 0 {
		t.Fatalf("%v", errs)
	}
	return answer
}

// run writes by a statement.
func (l lab) run(t failing, statements ...store.Statement) {
	t.Helper()
	must(t, l.db.Write(l.t.Context(), func(ctx context.Context, tx store.Tx) error {
		for _, s := range statements {
			if _, err := tx.Run(ctx, s); err != nil {
				return err
			}
		}
		return nil
	}))
}

// write makes a graph all that the database holds.
func (l lab) write(t failing, g *plain.Graph) {
	t.Helper()
	place := map[*plain.Node]int{}
	nodes, links := []any{}, []any{}
	for _, n := range g.Nodes {
		if number, is := n.Values["number"].(int64); is && n.Type == "Audience" && number < 4 {
			continue // every database has it
		}
		place[n] = len(nodes)
		nodes = append(nodes, map[string]any{"labels": l.labels(n), "values": stored(n)})
	}
	for _, link := range g.Links {
		links = append(links, map[string]any{"from": place[link.From], "type": link.Type, "to": place[link.To]})
	}
	l.run(t, store.Statement{Text: "MATCH (n) WHERE NOT n:Migration|Access|SignOuts AND NOT (n:Audience AND n.number < 4) DETACH DELETE n"}, store.Statement{
		Text: `
UNWIND $nodes AS row
CREATE (n:$(row.labels))
SET n = row.values
WITH collect(n) AS nodes
UNWIND $links AS link
WITH nodes[link.from] AS from, nodes[link.to] AS to, link.type AS type
CREATE (from)-[:$(type)]->(to)`,
		Params: map[string]any{"nodes": nodes, "links": links},
	})
}

func (l lab) labels(n *plain.Node) []string {
	t := l.model.Type(n.Type)
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
