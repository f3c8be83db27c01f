package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// madeObject is an object that is made here and not in the database: its type, and its fields: texts, numbers, truths, such objects, lists of these, and nil for what is not
// known.
type madeObject struct {
	typeName string
	fields   map[string]any
}

// marshal writes what is selected of it.
func (o madeObject) marshal(ctx context.Context, field graphql.CollectedField) graphql.Marshaler {
	selected := graphql.CollectFields(graphql.GetOperationContext(ctx), field.Selections, []string{o.typeName})
	out := graphql.NewFieldSet(selected)
	for i, each := range selected {
		value, is := o.fields[each.Name]
		if !is {
			value = o.typeName // __typename, the one field that every type has
		}
		out.Values[i] = marshalMade(ctx, each, value)
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

// marshalMade writes a value of a field.
func marshalMade(ctx context.Context, field graphql.CollectedField, value any) graphql.Marshaler {
	switch value := value.(type) {
	case []madeObject:
		return marshalMadeObjects(ctx, field, value)
	case madeObject:
		return value.marshal(ctx, field)
	case []string:
		all := make(graphql.Array, len(value))
		for i, each := range value {
			all[i] = graphql.MarshalString(each)
		}
		return all
	case string:
		return graphql.MarshalString(value)
	case int:
		return graphql.MarshalInt(value)
	case bool:
		return graphql.MarshalBoolean(value)
	}
	return graphql.Null
}
