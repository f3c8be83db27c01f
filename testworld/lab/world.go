package lab

import (
	"encoding/json"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"pgregory.net/rapid"

	"partnernet/access"
	"partnernet/graph"
	"partnernet/model"
	"partnernet/testdb"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// DrawViewer draws a viewer: of any audiences beside the public one, and of each language.
func DrawViewer(rt *rapid.T) Viewer {
	visible := []int64{random.Audiences[0]}
	for _, number := range random.Audiences[1:] {
		if rapid.Bool().Draw(rt, "of the audience") {
			visible = append(visible, number)
		}
	}
	return Viewer{Visible: visible, Language: random.Pick(rt, "language", random.Languages)}
}

// InParallel does something with each item: the database thinks about one statement in one thread.
func InParallel[T, R any](items []T, do func(T) R) []R {
	results := make([]R, len(items))
	var all sync.WaitGroup
	for i, item := range items {
		all.Go(func() { results[i] = do(item) })
	}
	all.Wait()
	return results
}

// World is a drawn graph that is in the database.
type World struct {
	random.World
	Lab
}

// NewWorld draws a graph and writes it.
func NewWorld(rt *rapid.T, l Lab) *World {
	w := &World{Lab: l}
	w.World = random.World{Model: l.Schema, Graph: random.Graph(l.Schema, 5).Draw(rt, "graph"), Cursors: w.Cursors}
	l.Write(rt, w.Graph)
	return w
}

// ListPage is one page as an answer shows it.
type ListPage struct {
	List struct {
		Edges    []Edge
		PageInfo struct {
			HasNextPage bool
			EndCursor   string
		}
	}
}

// Edge is a record of a page, with its cursor.
type Edge struct {
	Cursor string
	Node   struct{ ID string }
}

// Page reads one page of a list as somebody who may see all of it; the first one when after is empty.
func (w *World) Page(t Failing, list *model.Field, order any, after string, first int) ListPage {
	t.Helper()
	declared, given := "$first: Int, $after: String", "first: $first, after: $after"
	variables := map[string]any{"first": first}
	if after != "" {
		variables["after"] = after
	}
	if a := list.Def.Arguments.ForName("orderBy"); a != nil {
		declared, given = declared+", $order: "+a.Type.String(), given+", orderBy: $order"
		variables["order"] = order
	}
	text := "query Page(" + declared + ") { list: " + list.Name + "(" + given + ") { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }"
	var p ListPage
	Must(t, json.Unmarshal([]byte(`{"List":`+w.Answer(t, text, variables)+`}`), &p))
	return p
}

// Cursors gives the cursors of a list, for reads that are drawn.
func (w *World) Cursors(list *model.Field, order any) []random.Cursor {
	var cursors []random.Cursor
	for _, e := range w.Page(w.T, list, order, "", 100).List.Edges {
		at := slices.IndexFunc(w.Graph.Nodes, func(n *plain.Node) bool { return n.Values["id"] == e.Node.ID })
		cursors = append(cursors, random.Cursor{Text: e.Cursor, Node: w.Graph.Nodes[at]})
	}
	return cursors
}

// Asking gives a function that has the reads of the GraphQL schema answered, as a server does, for somebody who may see everything;
// and how many statements that has taken.
func (l Lab) Asking() (ask func(text string, variables map[string]any) *graphql.Response, statements *atomic.Int64) {
	db, statements := testdb.Count(l.DB)
	e := executor.New(graph.NewSchema(l.Schema.Schema))
	e.Use(extension.Introspection{})
	now := func() time.Time { return random.Today.In(time.UTC) }
	rights := access.NewResolver(db, now)
	_, err := rights.Rights(l.T.Context(), graph.Coordinator) // what somebody may see is asked once, and known from then on
	Must(l.T, err)
	statements.Store(0)
	e.Use(graph.NewReader(l.Compiler, rights, now))
	return func(text string, variables map[string]any) *graphql.Response {
		ctx := graphql.StartOperationTrace(graph.WithViewer(l.T.Context(), graph.Coordinator))
		operation, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: text, Variables: variables})
		if len(errs) > 0 {
			return e.DispatchError(ctx, errs)
		}
		responses, ctx := e.DispatchOperation(ctx, operation)
		return responses(ctx)
	}, statements
}
