package plain

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"partnernet/model"
)

// paged is a list of which one page is shown.
type paged struct {
	all   []*Node
	page  []*Node
	order string
	more  bool // there is something after the page
	after bool // the page goes on after another
}

// page cuts a page out of an ordered list. A cursor stands for the place of its node, whether or not that is in the list.
func (r *Reader) page(all []*Node, o ordering, args map[string]any) paged {
	p := paged{all: all, page: all, order: o.name}
	if after, ok := args["after"].(string); ok {
		p.after = true
		p.page = slices.DeleteFunc(slices.Clone(all), func(n *Node) bool { return o.compare(n, r.Cursors[after]) <= 0 })
	}
	first := r.PageSize
	if given, ok := args["first"].(int64); ok {
		first = int(given)
	}
	p.more = len(p.page) > first
	p.page = p.page[:min(len(p.page), first)]
	return p
}

func (r *Reader) connection(p paged, f *model.Field, use selected, asOf civil.Date) Object {
	o := Object{}
	for _, s := range r.collect(use.selections, f.Def.Type.Name()) {
		o = append(o, Member{s.Alias, r.connectionField(p, f, s, asOf)})
	}
	return o
}

func (r *Reader) connectionField(p paged, f *model.Field, use selected, asOf civil.Date) any {
	switch use.Name {
	case "__typename":
		return f.Def.Type.Name()
	case "totalCount":
		total := len(p.all)
		if upTo, given := r.arguments(use.Field)["upTo"].(int64); given {
			total = min(total, int(upTo))
		}
		return float64(total)
	case "nodes":
		return r.objects(p.page, use.selections, asOf)
	case "edges":
		edges := List{}
		for _, n := range p.page {
			edges = append(edges, r.edge(n, p, use, asOf))
		}
		return edges
	case "pageInfo":
		return r.pageInfo(p, use)
	}
	return r.facets(p, use, asOf)
}

func (r *Reader) edge(n *Node, p paged, use selected, asOf civil.Date) Object {
	o := Object{}
	name := use.Definition.Type.Name()
	for _, s := range r.collect(use.selections, name) {
		switch s.Name {
		case "__typename":
			o = append(o, Member{s.Alias, name})
		case "cursor":
			o = append(o, Member{s.Alias, Cursor{p.order, n}})
		default:
			o = append(o, Member{s.Alias, r.object(n, s.selections, asOf)})
		}
	}
	return o
}

func (r *Reader) pageInfo(p paged, use selected) Object {
	values := map[string]any{"__typename": "PageInfo", "hasNextPage": p.more, "hasPreviousPage": p.after}
	if len(p.page) > 0 {
		values["startCursor"] = Cursor{p.order, p.page[0]}
		values["endCursor"] = Cursor{p.order, p.page[len(p.page)-1]}
	}
	o := Object{}
	for _, s := range r.collect(use.selections, "PageInfo") {
		o = append(o, Member{s.Alias, values[s.Name]})
	}
	return o
}

// facets counts the whole list by each facet that is selected.
func (r *Reader) facets(p paged, use selected, asOf civil.Date) Object {
	t := r.Model.Type(use.Definition.Type.Name())
	o := Object{}
	for _, s := range r.collect(use.selections, t.Name) {
		if s.Name == "__typename" {
			o = append(o, Member{s.Alias, t.Name})
			continue
		}
		counts := r.facet(p.all, t.Field(s.Name), asOf)
		o = append(o, Member{s.Alias, r.objects(counts, s.selections, r.Today)})
	}
	return o
}

// facet counts nodes by a value: the most frequent first, then by the value, the unknown last.
func (r *Reader) facet(nodes []*Node, facet *model.Field, asOf civil.Date) []*Node {
	counts := map[any]int64{}
	for _, n := range nodes {
		for _, value := range r.facetValues(n, facet, asOf) {
			counts[value]++
		}
	}
	values := slices.SortedFunc(maps.Keys(counts), func(a, b any) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), ordering{}.compareKeys(a, b))
	})
	var facets []*Node
	for _, v := range values {
		facets = append(facets, &Node{Type: "FacetCount", Values: map[string]any{"value": v, "count": counts[v]}})
	}
	return facets
}

// facetValues gives the values that a node counts by: one, or that of a related record and of each above it.
func (r *Reader) facetValues(n *Node, facet *model.Field, asOf civil.Date) []any {
	if !facet.Within {
		return []any{r.facetValue(n, facet.Of, asOf)}
	}
	name, beyond, _ := strings.Cut(facet.Of, ".")
	var values []any
	for _, end := range r.orAbove(n, r.Model.Type(n.Type).Field(name)) {
		values = append(values, r.stored(end, beyond, asOf))
	}
	if values == nil {
		return []any{nil}
	}
	return values
}

// facetValue gives the value that a node counts by: of a field of its own, or of a related record's.
func (r *Reader) facetValue(n *Node, path string, asOf civil.Date) any {
	name, beyond, leads := strings.Cut(path, ".")
	if !leads {
		return r.stored(n, name, asOf)
	}
	for _, end := range r.related(n, r.Model.Type(n.Type).Field(name)) {
		if r.Exists(end) {
			return r.stored(end, beyond, asOf)
		}
	}
	return nil
}
