package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/admission"
)

// admitting has every operation enter by the door. What is sent away has asked the database for nothing.
type admitting struct {
	door    *admission.Door
	present graphql.ErrorPresenterFunc
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationInterceptor
} = (*admitting)(nil)

// ExtensionName names the extension to gqlgen.
func (a *admitting) ExtensionName() string { return "Admitting" }

// Validate accepts every schema.
func (a *admitting) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptOperation lets a query or a mutation in while it is answered. A subscription is counted when it begins: it waits for most of its time, and
// what it reads then is shared with others.
func (a *admitting) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	kind := graphql.GetOperationContext(ctx).Operation.Operation
	if kind == ast.Subscription {
		if err := a.door.Count(ctx); err != nil {
			return graphql.OneShot(a.refused(ctx, err))
		}
		return next(ctx)
	}
	answered := false
	return func(ctx context.Context) *graphql.Response {
		if answered {
			return nil
		}
		answered = true
		inside, leave, err := a.door.Enter(ctx, kind == ast.Mutation)
		if err != nil {
			return a.refused(ctx, err)
		}
		defer leave()
		return next(inside)(inside)
	}
}

func (a *admitting) refused(ctx context.Context, err error) *graphql.Response {
	return &graphql.Response{Errors: gqlerror.List{a.present(ctx, err)}}
}
