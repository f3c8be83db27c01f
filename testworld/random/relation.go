package random

import (
	"slices"

	"pgregory.net/rapid"

	"partnernet/model"
	"partnernet/testworld/plain"
)

// relate draws the relationships that leave a node. Those that arrive leave another.
func (g *growing) relate(n *plain.Node) {
	kind := g.model.Type(n.Type)
	for _, f := range kind.Fields() {
		if f.Kind != model.Relationship || f.Direction == "IN" || single(kind, f) != f {
			continue
		}
		for range g.howMany(f) {
			g.link(n, f)
		}
	}
}

// single gives the field that a relationship is drawn for when two fields are about the same: the one that leads to a single node.
func single(kind *model.Type, f *model.Field) *model.Field {
	for _, other := range kind.Fields() {
		if other.RelType == f.RelType && other.Direction == f.Direction && !other.List && !other.Connection {
			return other
		}
	}
	return f
}

func (g *growing) howMany(f *model.Field) int {
	least, most := 0, 1
	if f.List || f.Connection {
		most = 3
	} else if f.Def.Type.NonNull {
		least = 1
	}
	return rapid.IntRange(least, most).Draw(g.t, f.Name)
}

// link relates a node to another one as a field says; none to itself, and none twice in the same direction.
func (g *growing) link(n *plain.Node, f *model.Field) {
	target := g.model.Type(f.Target)
	if !target.Abstract && !target.Record {
		g.Links = append(g.Links, plain.Link{From: n, Type: f.RelType, To: g.node(target)})
		return
	}
	ends := g.candidates(n, f)
	if len(ends) == 0 && f.Def.Type.NonNull && !f.List {
		ends = append(ends, g.node(rapid.SampledFrom(g.stored(target)).Draw(g.t, "type")))
	}
	if len(ends) > 0 {
		g.Links = append(g.Links, plain.Link{From: n, Type: f.RelType, To: rapid.SampledFrom(ends).Draw(g.t, f.Name)})
	}
}

func (g *growing) candidates(n *plain.Node, f *model.Field) []*plain.Node {
	types := g.stored(g.model.Type(f.Target))
	var ends []*plain.Node
	for _, end := range g.Nodes {
		isEnd := slices.ContainsFunc(types, func(t *model.Type) bool { return t.Name == end.Type })
		isThere := slices.Contains(g.Links, plain.Link{From: n, Type: f.RelType, To: end})
		if isEnd && end != n && !isThere {
			ends = append(ends, end)
		}
	}
	return ends
}

// stored gives the record types that may stand where a type is due. Nobody records the change of a change.
func (g *growing) stored(t *model.Type) []*model.Type {
	var types []*model.Type
	for _, name := range t.Possible {
		if possible := g.model.Type(name); possible.Label != "" && (name != "Change" || !t.Abstract) {
			types = append(types, possible)
		}
	}
	return types
}
