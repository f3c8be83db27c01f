package cypher_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/cypher/internal/plain"
	"partnernet/cypher/internal/random"
	"partnernet/model"
)

// A cursor survives what happens between two pages: each record that is there all along is read once, in the list's order,
// while others come and go.
func TestPagesMissAndRepeatNothing(t *testing.T) {
	l := open(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := &world{lab: l, World: random.World{Model: l.model, Graph: random.Graph(l.model, 4).Draw(rt, "graph")}}
		list := w.Model.Type("Query").Field(random.Pick(rt, "list", lists(w.Model)))
		order := drawOrder(rt, w.Model, list)
		var sometimes []*plain.Node
		for _, n := range w.Graph.Nodes {
			if n.Type == list.Target && rapid.Bool().Draw(rt, "comes and goes") {
				sometimes = append(sometimes, n)
			}
		}
		reads := w.pages(rt, list, order, func() {
			gone := slices.DeleteFunc(slices.Clone(sometimes), func(*plain.Node) bool { return rapid.Bool().Draw(rt, "there") })
			w.write(rt, w.Graph.Without(gone))
		})
		w.write(rt, w.Graph.Without(sometimes))
		want := w.page(rt, list, order, "", 100).ids()
		got := slices.DeleteFunc(reads, func(id string) bool { return !slices.Contains(want, id) })
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("The pages of %s ordered by %v, of records that are there all along (-want +got):\n%s", list.Name, order, diff)
		}
	})
}

// lists names the lists of records that a query can begin with.
func lists(m *model.Model) []string {
	var names []string
	for _, f := range m.Type("Query").Fields() {
		if f.Connection && f.Kind == model.Property {
			names = append(names, f.Name)
		}
	}
	return names
}

// drawOrder draws an orderBy argument, or none.
func drawOrder(rt *rapid.T, m *model.Model, list *model.Field) any {
	a := list.Def.Arguments.ForName("orderBy")
	if a == nil || rapid.Bool().Draw(rt, "default order") {
		return nil
	}
	var fields []string
	for _, v := range m.Schema.Types[m.Schema.Types[a.Type.Name()].Fields.ForName("field").Type.Name()].EnumValues {
		fields = append(fields, v.Name)
	}
	return map[string]any{
		"field":     random.Pick(rt, "field", fields),
		"direction": rapid.SampledFrom([]string{"ASC", "DESC"}).Draw(rt, "direction"),
	}
}

// pages reads a list to its end, page by page, and has something happen before each. It gives the ids as they come.
func (w *world) pages(rt *rapid.T, list *model.Field, order any, happens func()) []string {
	ids, after := []string{}, ""
	for {
		happens()
		p := w.page(rt, list, order, after, rapid.IntRange(1, 3).Draw(rt, "first"))
		ids = append(ids, p.ids()...)
		if !p.List.PageInfo.HasNextPage {
			return ids
		}
		after = p.List.PageInfo.EndCursor
	}
}

// listPage is one page as an answer shows it.
type listPage struct {
	List struct {
		Edges    []edge
		PageInfo struct {
			HasNextPage bool
			EndCursor   string
		}
	}
}

type edge struct {
	Cursor string
	Node   struct{ ID string }
}

func (p listPage) ids() []string {
	ids := []string{}
	for _, e := range p.List.Edges {
		ids = append(ids, e.Node.ID)
	}
	return ids
}

// page reads one page of a list as somebody who may see all of it; the first one when after is empty.
func (w *world) page(t failing, list *model.Field, order any, after string, first int) listPage {
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
	var p listPage
	must(t, json.Unmarshal([]byte(`{"List":`+w.answer(t, text, variables)+`}`), &p))
	return p
}

// cursors gives the cursors of a list, for reads that are drawn.
func (w *world) cursors(list *model.Field, order any) []random.Cursor {
	var cursors []random.Cursor
	for _, e := range w.page(w.t, list, order, "", 100).List.Edges {
		at := slices.IndexFunc(w.Graph.Nodes, func(n *plain.Node) bool { return n.Values["id"] == e.Node.ID })
		cursors = append(cursors, random.Cursor{Text: e.Cursor, Node: w.Graph.Nodes[at]})
	}
	return cursors
}
