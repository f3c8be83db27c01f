package plain

import (
	"slices"

	"cloud.google.com/go/civil"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
	"partnernet/registry"
)

// list answers a list or a connection of nodes.
func (r *Reader) list(nodes []*Node, f *model.Field, use selected, args map[string]any, asOf civil.Date) any {
	nodes = slices.DeleteFunc(nodes, func(n *Node) bool {
		return !r.Exists(n) || !r.standing(n, args["standing"], asOf) || r.passes(n, f.Def.Arguments, args, asOf) != yes
	})
	o := r.ordering(f, args, asOf)
	slices.SortFunc(nodes, o.compare)
	if !f.Connection {
		return r.objects(nodes, use.selections, asOf)
	}
	return r.connection(r.page(nodes, o, args), f, use, asOf)
}

// ordering is how a list is ordered.
type ordering struct {
	name       string
	descending bool
	keys       []func(*Node) any // nil when unknown
}

// ordering reads orderBy, or else the order that lists of the type have. Ties go by id.
func (r *Reader) ordering(f *model.Field, args map[string]any, asOf civil.Date) ordering {
	t := r.Model.Type(f.Target)
	fields := t.OrderedBy
	o := ordering{name: t.Name}
	if order, ok := args["orderBy"].(map[string]any); ok {
		def := r.Model.Schema.Types[f.Def.Arguments.ForName("orderBy").Type.Name()]
		value := r.Model.Schema.Types[def.Fields.ForName("field").Type.Name()].EnumValues.ForName(order["field"].(string))
		fields = []string{value.Directives.ForName("order").ArgumentMap(nil)["field"].(string)}
		o.name, o.descending = t.Name+" "+value.Name, order["direction"] == "DESC"
	}
	for _, name := range fields {
		o.keys = append(o.keys, r.key(t, name, asOf))
	}
	return o
}

// key gives what a field orders by: names by the alphabet, enumerations by their declaration, related records by their names, anything
// else by itself.
func (r *Reader) key(t *model.Type, name string, asOf civil.Date) func(*Node) any {
	if f := t.Field(name); f.Kind == model.Relationship {
		return func(n *Node) any { return r.relatedSortKey(n, f) }
	}
	values := r.Model.Schema.Types[t.Field(name).Target].EnumValues
	return func(n *Node) any {
		v := r.stored(n, name, asOf)
		text, isText := v.(string)
		switch {
		case isText && name == t.SortedBy:
			return registry.SortKey(text)
		case isText && len(values) > 0:
			return int64(slices.IndexFunc(values, func(e *ast.EnumValueDefinition) bool { return e.Name == text }))
		}
		return v
	}
}

// relatedSortKey gives the collation key of the one record that a field leads to.
func (r *Reader) relatedSortKey(n *Node, f *model.Field) any {
	for _, related := range r.related(n, f) {
		name, known := related.Values[r.Model.Type(related.Type).SortedBy].(string)
		if known && r.Exists(related) {
			return registry.SortKey(name)
		}
	}
	return nil
}

func (o ordering) compare(a, b *Node) int {
	for _, key := range o.keys {
		if c := o.compareKeys(key(a), key(b)); c != 0 {
			return c
		}
	}
	idOfA, _ := a.Values["id"].(string)
	idOfB, _ := b.Values["id"].(string)
	return compare(idOfA, idOfB)
}

// compareKeys puts what is unknown last, in either direction.
func (o ordering) compareKeys(a, b any) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	case o.descending:
		return compare(b, a)
	}
	return compare(a, b)
}
