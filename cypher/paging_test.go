package cypher_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/model"
	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// A cursor survives what happens between two pages: each record that is there all along is read once, in the list's order,
// while others come and go.
func TestPagesMissAndRepeatNothing(t *testing.T) {
	l := lab.Open(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := &lab.World{Lab: l, World: random.World{Model: l.Schema, Graph: random.Graph(l.Schema, 4).Draw(rt, "graph")}}
		list := w.Model.Type("Query").Field(random.Pick(rt, "list", lists(w.Model)))
		order := drawOrder(rt, w.Model, list)
		var sometimes []*plain.Node
		for _, n := range w.Graph.Nodes {
			if n.Type == list.Target && rapid.Bool().Draw(rt, "comes and goes") {
				sometimes = append(sometimes, n)
			}
		}
		reads := pages(w, rt, list, order, func() {
			gone := slices.DeleteFunc(slices.Clone(sometimes), func(*plain.Node) bool { return rapid.Bool().Draw(rt, "there") })
			w.Write(rt, w.Graph.Without(gone))
		})
		w.Write(rt, w.Graph.Without(sometimes))
		want := idsOf(w.Page(rt, list, order, "", 100))
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
func pages(w *lab.World, rt *rapid.T, list *model.Field, order any, happens func()) []string {
	ids, after := []string{}, ""
	for {
		happens()
		p := w.Page(rt, list, order, after, rapid.IntRange(1, 3).Draw(rt, "first"))
		ids = append(ids, idsOf(p)...)
		if !p.List.PageInfo.HasNextPage {
			return ids
		}
		after = p.List.PageInfo.EndCursor
	}
}

// idsOf gives the ids of the records of a page.
func idsOf(p lab.ListPage) []string {
	ids := []string{}
	for _, e := range p.List.Edges {
		ids = append(ids, e.Node.ID)
	}
	return ids
}
