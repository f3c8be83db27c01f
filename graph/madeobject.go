package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// madeObject is an object that is made here and not in the database: its type, and its fields, which are texts, or lists of such objects.
type madeObject struct {
	typeName string
	fields   map[string]any
}

// marshal writes what is selected of it.
func (o madeObject) marshal(ctx context.Context, field graphql.CollectedField) graphql.Marshaler {
	selected := graphql.CollectFields(graphql.GetOperationContext(ctx), field.Selections, []string{o.typeName})
	out := graphql.NewFieldSet(selected)
	for i, each := range selected {
		switch value := o.fields[each.Name].(type) {
		case []madeObject:
			out.Values[i] = marshalMadeObjects(ctx, each, value)
		case string:
			out.Values[i] = graphql.MarshalString(value)
		default:
			out.Values[i] = graphql.MarshalString(o.typeName) // __typename, the one field that every type has
		}
	}
	return out
}

// marshalMadeObjects writes what is selected of a list.
func marshalMadeObjects(ctx context.Context, field graphql.CollectedField, list []madeObject) graphql.Marshaler {
	all := make(graphql.Array, len(list))
	for i, each := range list {
		all[i] = each.marshal(ctx, field)
	}
	return all
}
