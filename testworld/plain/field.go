package plain

import (
	"strings"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/cypher"
	"partnernet/model"
)

// field answers one field of a node.
func (r *Reader) field(n *Node, use selected, asOf civil.Date) any {
	f, args := r.Model.Type(n.Type).Field(use.Name), r.arguments(use.Field)
	asOf = onDay(args, asOf)
	switch f.Kind {
	case model.Relationship:
		return r.relationship(n, f, use, args, asOf)
	case model.Embedded:
		return r.value(embedded(n, f), f, use, asOf)
	case model.Expression:
		return r.value(expressionOf(n.Type, f.Name)(r, n, args, asOf), f, use, asOf)
	case model.Computed:
		return r.value(r.computed(n, f, args, asOf), f, use, asOf)
	case model.Count:
		return r.value(r.count(n, f, asOf), f, use, asOf)
	default:
		return r.value(r.shown(n, f, asOf), f, use, asOf)
	}
}

func (r *Reader) relationship(n *Node, f *model.Field, use selected, args map[string]any, asOf civil.Date) any {
	ends := r.related(n, f)
	if f.List || f.Connection {
		return r.list(ends, f, use, args, asOf)
	}
	for _, end := range ends {
		if r.Exists(end) {
			return r.object(end, use.selections, asOf)
		}
	}
	return nil
}

// embedded gives the object that a node's own properties make, nil when they are not there.
func embedded(n *Node, f *model.Field) any {
	inner := &Node{Type: f.Target, Values: map[string]any{}}
	for stored, value := range n.Values {
		if rest, ok := strings.CutPrefix(stored, f.Prefix); ok && rest != "" && strings.ToUpper(rest[:1]) == rest[:1] {
			inner.Values[strings.ToLower(rest[:1])+rest[1:]] = value
		}
	}
	if len(inner.Values) == 0 {
		return nil
	}
	return inner
}

// count counts the records of a sibling list.
func (r *Reader) count(n *Node, f *model.Field, asOf civil.Date) any {
	count := int64(0)
	for _, end := range r.related(n, r.Model.Type(n.Type).Field(f.Of)) {
		if r.Exists(end) && r.inForce(end, asOf) {
			count++
		}
	}
	return count
}

// computed calls the field's function with what it requires.
func (r *Reader) computed(n *Node, f *model.Field, args map[string]any, asOf civil.Date) any {
	row := map[string]any{}
	for _, name := range f.Requires {
		row[name] = n.Values[name]
		switch sibling := r.Model.Type(n.Type).Field(name); {
		case sibling == nil:
		case sibling.Kind == model.Count:
			row[name] = r.count(n, sibling, asOf)
		default:
			row[name] = r.shown(n, sibling, asOf)
		}
		if day, ok := row[name].(civil.Date); ok {
			row[name] = dbtype.Date(day.In(time.UTC))
		}
	}
	for _, name := range f.Gathers {
		row[name] = gathered[name](r, n, asOf)
	}
	value, err := r.Functions[f.Declared+"."+f.Name](cypher.Call{Row: row, Arguments: args, AsOf: asOf, Language: r.Language})
	if err != nil {
		panic(err) // the functions of the tests do not fail
	}
	if values, ok := value.(map[string]any); ok {
		return &Node{Type: f.Target, Values: values}
	}
	if list, ok := value.([]any); ok {
		nodes := []*Node{}
		for _, item := range list {
			nodes = append(nodes, &Node{Type: f.Target, Values: item.(map[string]any)})
		}
		return nodes
	}
	return value
}

// value writes a value of a field: a scalar, or a node or list of nodes by what is selected of it.
func (r *Reader) value(v any, f *model.Field, use selected, asOf civil.Date) any {
	switch v := v.(type) {
	case nil:
		if f.List && f.Def.Type.NonNull {
			return List{}
		}
		return nil
	case *Node:
		return r.object(v, use.selections, asOf)
	case []*Node:
		return r.objects(v, use.selections, asOf)
	case []string:
		list := List{}
		for _, item := range v {
			list = append(list, item)
		}
		return list
	}
	return scalar(v)
}

// scalar writes a scalar as JSON has it.
func scalar(v any) any {
	switch v := v.(type) {
	case int64:
		return float64(v)
	case civil.Date:
		return v.String()
	case time.Time:
		return v.UTC().Format(time.RFC3339Nano)
	}
	return v
}
