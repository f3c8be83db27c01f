// Package random draws graphs and reads of them from the schema, for property tests.
package random

import (
	"fmt"
	"slices"
	"strings"

	"cloud.google.com/go/civil"
	"github.com/google/uuid"
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
		for _, l := range g.Links {
			if l.Type == "CHANGED" && l.To.Type != "FormerRecord" { // its changes are of what it was
				g.changedFields(l.From, m.Type(l.To.Type))
			}
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
		n.Values["id"] = recordID(fmt.Sprintf("%c-%s-%d", rapid.RuneFrom([]rune("abcxyz")).Draw(g.t, "id"), kind.Name, len(g.Nodes)))
		n.Values["audience"] = audience(g.t)
		g.unknown(n, kind)
		if kind.NumberedBy != "" {
			n.Values[kind.NumberedBy] = value(g.t, g.model.Schema.Types["Int"])
		}
	}
	if last, ends := n.Values["validTo"].(civil.Date); kind.Name == "FormerName" && ends && !last.Before(Today) {
		delete(n.Values, "validTo") // a former name held on earlier days only
	}
	if kind.Name == "Claim" { // few fields and values, so that some are of one field and say otherwise
		n.Values["field"], n.Values["value"] = rapid.SampledFrom(words[:2]).Draw(g.t, "of"), rapid.SampledFrom(words[:2]).Draw(g.t, "says")
		if rapid.Bool().Draw(g.t, "held") {
			n.Values["held"] = true
		}
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

// recordID makes a text as long as the ids of records are.
func recordID(text string) string {
	return text + strings.Repeat("-", len(uuid.Nil.String())-len(text))
}

// changedFields draws what a change says of fields of its subject: what was before and after, if anything. A field that leads to records names some.
func (g *growing) changedFields(n *plain.Node, subject *model.Type) {
	list := []string{}
	for range rapid.IntRange(0, 3).Draw(g.t, "fields") {
		f := rapid.SampledFrom(subject.Fields()).Draw(g.t, "name")
		list = append(list, strings.Join([]string{f.Name, g.changedTo(f, "before"), g.changedTo(f, "after")}, "\x1f"))
	}
	n.Values["fields"] = list
}

// changedTo draws a text of what a field was before or after a change.
func (g *growing) changedTo(f *model.Field, when string) string {
	target := g.model.Type(f.Target)
	if f.Kind != model.Relationship || rapid.Bool().Draw(g.t, when) {
		return rapid.SampledFrom(append([]string{""}, words...)).Draw(g.t, when)
	}
	named, _ := rapid.SampledFrom(g.Nodes).Draw(g.t, when).Values["id"].(string)
	if named != "" && slices.Equal(target.OrderedBy, []string{"position"}) {
		return fmt.Sprintf("%d, %s, %s", rapid.IntRange(1, 3).Draw(g.t, when), named, rapid.SampledFrom(words).Draw(g.t, when))
	}
	if target.Record || target.Abstract {
		return named
	}
	return ""
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
