package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// told is an object that is made here and not in the database: its type, and its fields, which are texts, or lists of such objects.
type told struct {
	typeName string
	fields   map[string]any
}

// marshal writes what is selected of it.
func (o told) marshal(ctx context.Context, field graphql.CollectedField) graphql.Marshaler {
	selected := graphql.CollectFields(graphql.GetOperationContext(ctx), field.Selections, []string{o.typeName})
	out := graphql.NewFieldSet(selected)
	for i, each := range selected {
		switch value := o.fields[each.Name].(type) {
		case []told:
			out.Values[i] = marshalTold(ctx, each, value)
		case string:
			out.Values[i] = graphql.MarshalString(value)
		default:
			out.Values[i] = graphql.MarshalString(o.typeName) // __typename, the one field that every type has
		}
	}
	return out
}

// marshalTold writes what is selected of a list.
func marshalTold(ctx context.Context, field graphql.CollectedField, list []told) graphql.Marshaler {
	all := make(graphql.Array, len(list))
	for i, each := range list {
		all[i] = each.marshal(ctx, field)
	}
	return all
}
