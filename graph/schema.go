package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/graph/introspection"
)

//go:generate go -C .. tool gqlgen generate

// NewSchema gives gqlgen's executor the whole schema. Each root field is answered by the extension that answers its kind of operation
// (madeFields, Reader, Writer); subscriptions are answered by Feed before they come here, and introspection by what gqlgen generates.
func NewSchema(s *ast.Schema) graphql.ExecutableSchema {
	return schema{ast: s, introspection: introspection.NewExecutableSchema(introspection.Config{Schema: s})}
}

type schema struct {
	ast           *ast.Schema
	introspection graphql.ExecutableSchema
}

// Schema gives the schema that documents are validated against and that introspection tells of.
func (s schema) Schema() *ast.Schema { return s.ast }

// Complexity says that no field has a cost of its own here: package limits bounds what a request may cost.
func (s schema) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

// Exec gives the answer to one operation: the root fields of a query side by side, those of a mutation one after another.
func (s schema) Exec(ctx context.Context) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	root := s.ast.Query
	switch operation.Operation.Operation {
	case ast.Mutation:
		root = s.ast.Mutation
	case ast.Subscription:
		return graphql.OneShot(graphql.ErrorResponse(ctx, "nothing answers subscriptions here"))
	}
	answered := false
	return func(ctx context.Context) *graphql.Response {
		if answered {
			return nil
		}
		answered = true
		var data bytes.Buffer
		s.object(ctx, operation, root).MarshalGQL(&data)
		return &graphql.Response{Data: data.Bytes()}
	}
}

// object answers the fields of a root type. All of them may be null, so that one that fails leaves the others standing.
func (s schema) object(ctx context.Context, operation *graphql.OperationContext, root *ast.Definition) graphql.Marshaler {
	fields := graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{root.Name})
	ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: root.Name})
	out := graphql.NewFieldSet(fields)
	for i, field := range fields {
		inner := graphql.WithRootFieldContext(ctx, &graphql.RootFieldContext{Object: field.Name, Field: field})
		switch {
		case field.Name == "__typename":
			out.Values[i] = graphql.MarshalString(root.Name)
		case strings.HasPrefix(field.Name, "__"):
			out.Values[i] = s.introspect(ctx, operation, field)
		case root == s.ast.Mutation:
			out.Values[i] = operation.RootResolverMiddleware(inner, unanswered(field))
		default:
			out.ResolveRootConcurrently(inner, operation, i, true, false, unanswered(field))
		}
	}
	out.Dispatch(ctx)
	return out
}

// unanswered answers a root field that no extension has answered.
func unanswered(field graphql.CollectedField) graphql.RootResolver {
	return func(ctx context.Context) graphql.Marshaler {
		graphql.AddError(graphql.WithFieldContext(ctx, &graphql.FieldContext{Field: field}), fault.New(fault.Internal, "Nothing answers %s.", field.Name))
		return graphql.Null
	}
}

// introspect has the generated code answer one field of introspection: it knows no other fields, so it is given an operation of that field alone.
func (s schema) introspect(ctx context.Context, operation *graphql.OperationContext, field graphql.CollectedField) graphql.Marshaler {
	only := *field.Field
	only.Directives, only.SelectionSet = nil, field.Selections
	chosen := *operation.Operation
	chosen.SelectionSet = ast.SelectionSet{&only}
	ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{
		Doc: operation.Doc, Operation: &chosen, Variables: operation.Variables, DisableIntrospection: operation.DisableIntrospection,
		RecoverFunc: operation.RecoverFunc, ResolverMiddleware: operation.ResolverMiddleware, RootResolverMiddleware: operation.RootResolverMiddleware,
	})
	var answer map[string]json.RawMessage
	if err := json.Unmarshal(s.introspection.Exec(ctx)(ctx).Data, &answer); err != nil || answer == nil {
		return graphql.Null // the errors that say why have been added to the answer
	}
	return rawJSON(answer[field.Alias])
}
