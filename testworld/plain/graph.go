// Package plain answers reads the slow and obvious way, from a graph in memory, as schema.graphqls describes them.
// Property tests compare the compiler's answers with its.
package plain

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"partnernet/model"
)

// Node is a record, or a part of one.
type Node struct {
	Type   string         // the name of its type in the schema
	Values map[string]any // by stored name: string, int64, float64, bool, []string, civil.Date or time.Time; what is unknown has no entry
}

// Link is a relationship.
type Link struct {
	From *Node
	Type string
	To   *Node
}

// Graph is what a registry holds.
type Graph struct {
	Nodes []*Node
	Links []Link
}

// Without gives the graph without some nodes and their relationships.
func (g *Graph) Without(gone []*Node) *Graph {
	rest := &Graph{}
	for _, n := range g.Nodes {
		if !slices.Contains(gone, n) {
			rest.Nodes = append(rest.Nodes, n)
		}
	}
	for _, l := range g.Links {
		if !slices.Contains(gone, l.From) && !slices.Contains(gone, l.To) {
			rest.Links = append(rest.Links, l)
		}
	}
	for _, n := range rest.Nodes {
		if n.Type != "Partnership" {
			continue
		}
		all, left := g.ends(n, "HAS_PARTY", "OUT"), rest.ends(n, "HAS_PARTY", "OUT")
		if unlike := without(n, all, left); !maps.Equal(unlike, stands(n)) {
			other := &Node{Type: n.Type, Values: maps.Clone(n.Values)}
			maps.Copy(other.Values, unlike)
			rest.replace(n, other)
		}
	}
	return rest
}

// stands gives where a partnership stands, and stood before it ended or rested.
func stands(n *Node) map[string]any {
	fields := map[string]any{}
	for _, field := range []string{"state", "stateBeforeEnd", "stateBeforePause"} {
		if n.Values[field] != nil {
			fields[field] = n.Values[field]
		}
	}
	return fields
}

// without gives where a partnership of these parties stands when only some are left: denied by none of them, it is not disputed, and confirmed by all of
// them it is in force.
func without(n *Node, all, left []*Node) map[string]any {
	fields := stands(n)
	for field, state := range fields {
		if state == "DISPUTED" && denied(all) && !denied(left) {
			fields[field] = "CLAIMED"
		}
	}
	if len(left) == 0 || slices.ContainsFunc(left, open) || !slices.ContainsFunc(all, open) {
		return fields
	}
	if fields["state"] == "PROPOSED" {
		fields["state"] = "ACTIVE"
	}
	if slices.Contains([]any{"PROPOSED", "CLAIMED", "DISPUTED"}, fields["stateBeforeEnd"]) {
		fields["stateBeforeEnd"] = "ACTIVE"
	}
	return fields
}

// open says whether a party has not confirmed its partnership.
func open(party *Node) bool { return party.Values["confirmation"] != "CONFIRMED" }

// replace puts a node in the place of another one.
func (g *Graph) replace(n, by *Node) {
	g.Nodes[slices.Index(g.Nodes, n)] = by
	for i := range g.Links {
		if g.Links[i].From == n {
			g.Links[i].From = by
		}
		if g.Links[i].To == n {
			g.Links[i].To = by
		}
	}
}

// GoString shows the graph to whoever looks for a fault.
func (g *Graph) GoString() string {
	var text strings.Builder
	place := map[*Node]int{}
	for i, n := range g.Nodes {
		place[n] = i
		fmt.Fprintf(&text, "\n%d %s %v", i, n.Type, n.Values)
	}
	for _, l := range g.Links {
		fmt.Fprintf(&text, "\n%d -%s-> %d", place[l.From], l.Type, place[l.To])
	}
	return text.String()
}

// ends gives the nodes at the other end of a node's relationships of a type, each of them once.
func (g *Graph) ends(n *Node, relType, direction string) []*Node {
	var ends []*Node
	add := func(end *Node) {
		if !slices.Contains(ends, end) {
			ends = append(ends, end)
		}
	}
	for _, l := range g.Links {
		if l.Type == relType && l.From == n && direction != "IN" {
			add(l.To)
		}
		if l.Type == relType && l.To == n && direction != "OUT" {
			add(l.From)
		}
	}
	return ends
}

// related gives the nodes that a field leads to, whoever may see them.
func (r *Reader) related(n *Node, f *model.Field) []*Node {
	ends := r.Graph.ends(n, f.RelType, f.Direction)
	if f.Through != "" {
		var beyond []*Node
		for _, part := range ends {
			if r.Model.Type(part.Type).Label == f.Through {
				beyond = append(beyond, r.Graph.ends(part, f.ThroughType, f.Direction)...)
			}
		}
		ends = beyond
	}
	return r.ofType(ends, f.Target)
}

// ofType keeps the nodes of a type, or of one of the types that an interface or union stands for; each of them once.
func (r *Reader) ofType(nodes []*Node, name string) []*Node {
	var kept []*Node
	for _, n := range nodes {
		if r.isA(n.Type, name) && !slices.Contains(kept, n) {
			kept = append(kept, n)
		}
	}
	return kept
}

// isA says whether an object type is the named type, implements it or is a member of it.
func (r *Reader) isA(object, name string) bool {
	if object == name {
		return true
	}
	for _, possible := range r.Model.Schema.GetPossibleTypes(r.Model.Schema.Types[name]) {
		if possible.Name == object {
			return true
		}
	}
	return false
}
