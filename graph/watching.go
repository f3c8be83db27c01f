package graph

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/telemetry"
)

// watching tells telemetry of every operation, from before it waits for its turn to its answer.
type watching struct{ telemetry *telemetry.Telemetry }

var _ interface {
	graphql.HandlerExtension
	graphql.OperationInterceptor
	graphql.ResponseInterceptor
} = (*watching)(nil)

// ExtensionName names the extension to gqlgen.
func (w *watching) ExtensionName() string { return "Watching" }

// Validate accepts every schema.
func (w *watching) Validate(graphql.ExecutableSchema) error { return nil }

type watchedKey struct{}

// InterceptOperation tells of an operation. What is asked in the course of another one is part of that.
func (w *watching) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx).Operation
	if ownQuestion(ctx) {
		return next(ctx)
	}
	ctx, end := w.telemetry.Operation(context.WithValue(ctx, watchedKey{}, true), string(operation.Operation), rootFields(operation))
	var once sync.Once
	ended := func(code string) { once.Do(func() { end(code) }) }
	if operation.Operation == ast.Subscription {
		answer := next(ctx)
		context.AfterFunc(ctx, func() { ended(telemetry.OK) })
		return func(ctx context.Context) *graphql.Response {
			r := answer(ctx)
			if r == nil || len(r.Data) == 0 {
				ended(outcomeOf(r))
			}
			return r
		}
	}
	var answer graphql.ResponseHandler
	return func(context.Context) *graphql.Response {
		if answer != nil {
			return answer(ctx)
		}
		answer = next(ctx)
		r := answer(ctx)
		ended(outcomeOf(r))
		return r
	}
}

// InterceptResponse tells of a request that did not become an operation.
func (w *watching) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	r := next(ctx)
	if r != nil && len(r.Data) == 0 && len(r.Errors) > 0 && ctx.Value(watchedKey{}) == nil && !ownQuestion(ctx) {
		_, end := w.telemetry.Operation(ctx, "none", nil)
		end(outcomeOf(r))
	}
	return r
}

// rootFields names what an operation asks for, by the schema's own names.
func rootFields(operation *ast.OperationDefinition) []string {
	var names []string
	for _, selection := range operation.SelectionSet {
		if field, ok := selection.(*ast.Field); ok {
			names = append(names, field.Name)
		}
	}
	return names
}

// outcomeOf gives the code of a response's first error, or OK.
func outcomeOf(r *graphql.Response) string {
	if r == nil || len(r.Errors) == 0 {
		return telemetry.OK
	}
	switch code := r.Errors[0].Extensions["code"].(type) {
	case fault.Code:
		return string(code)
	case string:
		return code
	}
	return string(fault.Internal)
}
