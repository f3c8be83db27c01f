// Package lab gives tests a real Neo4j to ask compiled reads of: records that are drawn, who asks, functions whose answers show what they were given, and answers
// compared with those of the plain reader.
package lab

import (
	"context"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/model"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// PageSize is how long a page is that the request does not measure: short, so that drawn lists are longer now and then.
const PageSize = 2

// Schema gives the graph model of the project's schema.
var Schema = testworld.Model

// checks is how many graphs or reads each property is tried on, where the command line does not say (-rapid.checks).
const checks = "40"

// Main runs the tests of a package that draws what it asks.
func Main(m *testing.M) {
	if err := flag.Set("rapid.checks", checks); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	testdb.Main(m)
}

// Compiler gives a compiler of the schema whose functions are witnesses.
func Compiler(t testing.TB) *cypher.Compiler {
	t.Helper()
	c, err := cypher.New(Schema(t), Witnesses(Schema(t)), PageSize)
	Must(t, err)
	return c
}

// Lab is a database and what is needed to ask it.
type Lab struct {
	T        testing.TB
	DB       *store.DB
	Schema   *model.Model
	Compiler *cypher.Compiler
	Access   *access.Resolver
	Rights   access.Rights // of a viewer, whose audiences each question tells
}

// Open gives an empty database.
func Open(t testing.TB) Lab {
	t.Helper()
	db := testdb.Open(t)
	resolver := access.NewResolver(db, func() time.Time { return random.Today.In(time.UTC) })
	rights, err := resolver.Rights(t.Context(), graph.Coordinator)
	Must(t, err)
	return Lab{t, db, Schema(t), Compiler(t), resolver, rights}
}

// Ask has the database answer a request, in the words in which a server asks it. The errors in the list are those of fields that have no answer.
func (l Lab) Ask(r cypher.Request) (string, []*gqlerror.Error, error) {
	r.CursorKey = l.Rights.CursorKey
	statement, err := l.Compiler.Compile(r)
	if err != nil {
		return "", nil, err
	}
	result, err := l.Access.ReadAs(l.T.Context(), l.Rights, store.Statement{Text: statement.Text, Params: statement.Params})
	if err != nil {
		return "", nil, fault.Wrap(fault.CodeOf(err), err, "%s\n%s", err, statement.Text)
	}
	text, errs := statement.Answer(result)
	return string(text), errs, nil
}

// Answer has the database answer a document of one root field, as it must, to somebody who may see everything.
func (l Lab) Answer(t Failing, text string, variables map[string]any) string {
	t.Helper()
	answer, errs, err := l.Ask(Parse(t, l.Schema, text, variables).Only(Coordinator))
	Must(t, err)
	if len(errs) > 0 {
		t.Fatalf("%v", errs)
	}
	return answer
}

// Run writes by a statement.
func (l Lab) Run(t Failing, statements ...store.Statement) {
	t.Helper()
	Must(t, l.DB.Write(l.T.Context(), func(ctx context.Context, tx store.Tx) error {
		for _, s := range statements {
			if _, err := tx.Run(ctx, s); err != nil {
				return err
			}
		}
		return nil
	}))
}

// Write makes a graph all that the database holds.
func (l Lab) Write(t Failing, g *plain.Graph) {
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
	l.Run(t, store.Statement{Text: "MATCH (n) WHERE NOT n:Migration|Access|SignOuts AND NOT (n:Audience AND n.number < 4) DETACH DELETE n"}, store.Statement{
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

func (l Lab) labels(n *plain.Node) []string {
	t := l.Schema.Type(n.Type)
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
