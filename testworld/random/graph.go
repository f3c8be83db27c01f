// Package random draws graphs and reads of them from the schema, for property tests.
package random

import (
	"fmt"
	"slices"
	"strings"

	"cloud.google.com/go/civil"
	"pgregory.net/rapid"

	"partnernet/model"
	"partnernet/registry"
	"partnernet/testworld/plain"
)

// Graph draws graphs: up to most records of each type with their parts, related as the schema says.
func Graph(m *model.Model, most int) *rapid.Generator[*plain.Graph] {
	return rapid.Custom(func(t *rapid.T) *plain.Graph {
		g := &growing{t: t, model: m, Graph: &plain.Graph{}}
		for _, number := range Audiences[ofNone:] {
			g.audienceNode(number)
		}
		for _, kind := range m.Types() {
			if kind.Record && !kind.Abstract {
				for range rapid.IntRange(0, most).Draw(t, kind.Name) {
					g.node(kind)
				}
			}
		}
		// Relating a node may call for further nodes, which are related in their turn.
		for i := 0; i < len(g.Nodes); i++ {
			g.relate(g.Nodes[i])
		}
		for _, number := range Audiences[:ofNone] {
			g.audienceNode(number)
		}
		return g.Graph
	})
}

// growing is a graph being drawn.
type growing struct {
	*plain.Graph
	t     *rapid.T
	model *model.Model
}

// node adds a node of a type, not related to anything yet.
func (g *growing) node(kind *model.Type) *plain.Node {
	n := &plain.Node{Type: kind.Name, Values: map[string]any{}}
	g.Nodes = append(g.Nodes, n)
	for _, f := range kind.Fields() {
		switch f.Kind {
		case model.Property:
			g.property(n, kind, f)
		case model.Embedded:
			g.embedded(n, f)
		}
	}
	if kind.Record {
		n.Values["id"] = fmt.Sprintf("%c-%s-%d", rapid.RuneFrom([]rune("abcxyz")).Draw(g.t, "id"), kind.Name, len(g.Nodes))
		n.Values["audience"] = audience(g.t)
		g.unknown(n, kind)
		if kind.NumberedBy != "" {
			n.Values[kind.NumberedBy] = value(g.t, g.model.Schema.Types["Int"])
		}
		if kind.Name == "Change" {
			g.changedFields(n)
		}
	}
	if last, ends := n.Values["validTo"].(civil.Date); kind.Name == "FormerName" && ends && !last.Before(Today) {
		delete(n.Values, "validTo") // a former name held on earlier days only
	}
	derive(n, kind)
	return n
}

// audienceNode adds the node of an audience.
func (g *growing) audienceNode(number int64) {
	class := registry.Members
	if number < ofNone {
		class = registry.Classes[number]
	}
	g.Nodes = append(g.Nodes, &plain.Node{Type: "Audience", Values: map[string]any{"number": number, "class": string(class)}})
}

// property draws a stored value; one that may be unknown often is.
func (g *growing) property(n *plain.Node, kind *model.Type, f *model.Field) {
	if g.isKey(kind, f) {
		key(n, f, g.number(kind))
		return
	}
	if (!f.Def.Type.NonNull || f.List) && rapid.IntRange(0, 2).Draw(g.t, f.Name) == 0 {
		return
	}
	if f.List {
		n.Values[f.Property] = rapid.SliceOfN(rapid.SampledFrom(words), 0, 3).Draw(g.t, f.Name)
		return
	}
	n.Values[f.Property] = value(g.t, g.model.Schema.Types[f.Target])
}

// isKey says whether a field must differ from node to node: what tells the parts of a record apart and orders them,
// and what the database holds unique.
func (g *growing) isKey(kind *model.Type, f *model.Field) bool {
	isEnum := len(g.model.Schema.Types[f.Target].EnumValues) > 0
	return kind.Name == "Theme" && f.Name == "code" || !kind.Record && slices.Contains(kind.OrderedBy, f.Name) && !isEnum ||
		kind.Name == "Identifier"
}

// number tells how many nodes of a type there are, the latest included.
func (g *growing) number(kind *model.Type) int {
	count := 0
	for _, n := range g.Nodes {
		if n.Type == kind.Name {
			count++
		}
	}
	return count
}

// embedded draws all of an embedded object's properties or none.
func (g *growing) embedded(n *plain.Node, f *model.Field) {
	if rapid.Bool().Draw(g.t, f.Name) {
		return
	}
	for _, inner := range g.model.Type(f.Target).Fields() {
		for _, name := range append(inner.Requires, inner.Property) {
			if len(inner.Requires) > 0 && name == inner.Property {
				continue
			}
			n.Values[f.Prefix+strings.ToUpper(name[:1])+name[1:]] = part(g.t, g.model, inner, name)
		}
	}
}

// unknown draws which fields a record lists as unknown, and why.
func (g *growing) unknown(n *plain.Node, kind *model.Type) {
	reasons := g.model.Schema.Types["UnknownReason"].EnumValues
	var list []string
	for range rapid.IntRange(0, 2).Draw(g.t, "unknown") {
		field := rapid.SampledFrom(kind.Fields()).Draw(g.t, "field").Name
		list = append(list, field+":"+rapid.SampledFrom(reasons).Draw(g.t, "reason").Name)
	}
	if list != nil {
		n.Values["unknown"] = list
	}
}

// changedFields draws what a change says of fields: their names, and what was before and after, if anything.
func (g *growing) changedFields(n *plain.Node) {
	texts := append([]string{""}, words...)
	list := []string{}
	for range rapid.IntRange(0, 2).Draw(g.t, "fields") {
		before, after := rapid.SampledFrom(texts).Draw(g.t, "before"), rapid.SampledFrom(texts).Draw(g.t, "after")
		list = append(list, strings.Join([]string{rapid.SampledFrom(words).Draw(g.t, "name"), before, after}, "\x1f"))
	}
	n.Values["fields"] = list
}

// derive adds the properties that a type's searching and sorting are done by.
func derive(n *plain.Node, kind *model.Type) {
	var texts []string
	for _, name := range kind.SearchedBy {
		switch v := n.Values[name].(type) {
		case string:
			texts = append(texts, v)
		case []string:
			texts = append(texts, v...)
		}
	}
	if texts != nil {
		n.Values["searchText"] = registry.SearchText(texts)
	}
	if name, ok := n.Values[kind.SortedBy].(string); ok {
		n.Values["sortKey"] = registry.SortKey(name)
	}
}
