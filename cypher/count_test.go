package cypher_test

import (
	"sync/atomic"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/google/go-cmp/cmp"

	"partnernet/access"
	"partnernet/cypher/internal/random"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/testdb"
)

// Each root field costs one statement, whatever is selected below it.
func TestRootFieldsAreOneStatementEach(t *testing.T) {
	l := open(t)
	l.write(t, membersOfThreeNetworks())
	ask, statements := l.asking()
	for _, c := range []struct {
		text       string
		statements int64
		data       string
		why        string
	}{
		{`{ networks { totalCount } }`, 1, `{"networks":{"totalCount":3}}`, "it is one field"},
		{`{ a: networks { totalCount } b: networks(first: 0) { nodes { id } } }`, 2, `{"a":{"totalCount":3},"b":{"nodes":[]}}`, "these are two fields"},
		{`{ networks { totalCount } networks { nodes { country } } }`, 1, `{"networks":{"totalCount":3,"nodes":[{"country":"NO"},{"country":"SE"}]}}`, "it is one field asked for twice"},
		{`{ ...F networks { totalCount } } fragment F on Query { networks { nodes { acronym } } }`, 1,
			`{"networks":{"nodes":[{"acronym":"no"},{"acronym":"se"}],"totalCount":3}}`, "it is one field, here and in a fragment"},
		{`{ networks @skip(if: true) { totalCount } organisations { totalCount } }`, 1, `{"organisations":{"totalCount":3}}`, "the one is skipped"},
		{`{ __typename __type(name: "Network") { name } }`, 0, `{"__typename":"Query","__type":{"name":"Network"}}`, "the schema is no data"},
		{`{ node(id: "nobody") { id } network(acronym: "se") { memberships { nodes { member { ... on Organisation { memberships { totalCount } } } } } } }`, 2,
			`{"node":null,"network":{"memberships":{"nodes":[{"member":{"memberships":{"totalCount":1}}}]}}}`, "depth costs nothing"},
	} {
		before := statements.Load()
		response := ask(c.text, nil)
		if diff := cmp.Diff(c.data, string(response.Data)); diff != "" || len(response.Errors) > 0 {
			t.Errorf("%s: %s %v", c.text, diff, response.Errors)
		}
		if got := statements.Load() - before; got != c.statements {
			t.Errorf("%s: %d statements, want %d: %s", c.text, got, c.statements, c.why)
		}
	}
}

// asking gives a function that has the reads of the GraphQL schema answered, as a server does, for somebody who may see everything;
// and how many statements that has taken.
func (l lab) asking() (ask func(text string, variables map[string]any) *graphql.Response, statements *atomic.Int64) {
	db, statements := testdb.Count(l.db)
	e := executor.New(graph.NewSchema(l.model.Schema))
	e.Use(extension.Introspection{})
	now := func() time.Time { return random.Today.In(time.UTC) }
	rights := access.NewResolver(db, now)
	_, err := rights.Rights(l.t.Context(), graph.Coordinator) // what somebody may see is asked once, and known from then on
	must(l.t, err)
	statements.Store(0)
	e.Use(graph.NewReader(l.compiler, rights, now))
	return func(text string, variables map[string]any) *graphql.Response {
		ctx := graphql.StartOperationTrace(graph.WithViewer(l.t.Context(), graph.Coordinator))
		operation, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: text, Variables: variables})
		if len(errs) > 0 {
			return e.DispatchError(ctx, errs)
		}
		responses, ctx := e.DispatchOperation(ctx, operation)
		return responses(ctx)
	}, statements
}

// A list is counted no further than is asked, wherever the count is taken from.
func TestListsAreCountedNoFurtherThanAsked(t *testing.T) {
	l := open(t)
	l.write(t, membersOfThreeNetworks())
	for _, row := range []struct{ why, text, want string }{
		{"there are more", `{ networks { totalCount(upTo: 2) } }`, `{"totalCount":2}`},
		{"there are as many", `{ networks { totalCount(upTo: 3) } }`, `{"totalCount":3}`},
		{"there are fewer", `{ networks { totalCount(upTo: 4) } }`, `{"totalCount":3}`},
		{"both ways beside each other", `{ networks { totalCount some: totalCount(upTo: 1) } }`, `{"totalCount":3,"some":1}`},
		{"null is no bound", `query($n: Int) { networks { totalCount(upTo: $n) } }`, `{"totalCount":3}`},
		{"beside a page", `{ organisations(filter: {text: "o"}, first: 1) { totalCount(upTo: 1) nodes { legalName } } }`, `{"totalCount":1,"nodes":[{"legalName":"no"}]}`},
		{"beside facets", `{ organisations { totalCount(upTo: 2) facets { country { count } } } }`, `{"totalCount":2,"facets":{"country":[{"count":1},{"count":1},{"count":1}]}}`},
		{"within a record", `{ network(acronym: "se") { memberships { totalCount(upTo: 1) nodes { id } } } }`, `{"memberships":{"totalCount":1,"nodes":[{"id":"membership se"}]}}`},
		{"of what a statement finds", `{ search(text: "se") { totalCount(upTo: 5) } }`, `{"totalCount":1}`},
	} {
		if diff := cmp.Diff(row.want, l.answer(t, row.text, nil)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	if _, _, err := l.ask(parse(t, l.model, `{ networks { totalCount(upTo: 0) } }`, nil).only(coordinator)); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("up to none: %v", err)
	}
}
