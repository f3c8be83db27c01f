// Package transport carries GraphQL over HTTP, server-sent events and WebSockets as their specifications say.
//
// HTTP and WebSocket are transports of gqlgen's handler.Server; HTTP takes every request and so is added last:
//
//	streams := transport.NewStreams()
//	srv.AddTransport(transport.WebSocket{ReadLimit: limits.Body, Streams: streams})
//	srv.AddTransport(transport.HTTP{BodyLimit: limits.Body, Streams: streams})
//	srv.Use(&transport.StrictInputs{})
//
// http.Server.Shutdown waits for neither sockets nor event streams: call Streams.Shutdown beside it.
package transport

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/fault"
)

// prepare parses, checks and selects the operation that the parameters ask for.
// The response is nil when it can be run; otherwise it tells why it cannot.
func prepare(ctx context.Context, exec graphql.GraphExecutor, params *graphql.RawParams) (_ context.Context, op *graphql.OperationContext, refused *graphql.Response) {
	defer func() {
		if p := recover(); p != nil {
			refused = recovered(ctx, exec, p)
		}
	}()
	op, errs := exec.CreateOperationContext(ctx, params)
	ctx = graphql.WithOperationContext(ctx, op)
	if len(errs) > 0 {
		return ctx, op, exec.DispatchError(ctx, requestErrors(op, errs, params.Variables))
	}
	return ctx, op, nil
}

// run yields the responses of an operation one after another: one for a query or a mutation, one an event for a subscription.
// A response without data is a request error and the last one. Nothing is yielded after ctx is done.
func run(ctx context.Context, exec graphql.GraphExecutor, op *graphql.OperationContext) iter.Seq[*graphql.Response] {
	return func(yield func(*graphql.Response) bool) {
		var next graphql.ResponseHandler
		start := func() *graphql.Response {
			next, ctx = exec.DispatchOperation(ctx, op)
			return next(ctx)
		}
		response := guarded(ctx, exec, start)
		for response != nil && ctx.Err() == nil {
			if !yield(response) || isRequestError(response) {
				return
			}
			response = guarded(ctx, exec, func() *graphql.Response { return next(ctx) })
		}
	}
}

// isRequestError says whether the operation was refused or broke off before there was anything to answer:
// the response then has no data entry at all, where an operation that failed while it ran has data null.
func isRequestError(r *graphql.Response) bool { return len(r.Data) == 0 && len(r.Errors) > 0 }

// guarded turns a panic into a response, so that one operation cannot take the server with it.
func guarded(ctx context.Context, exec graphql.GraphExecutor, step func() *graphql.Response) (r *graphql.Response) {
	defer func() {
		if p := recover(); p != nil {
			r = recovered(ctx, exec, p)
		}
	}()
	return step()
}

func recovered(ctx context.Context, exec graphql.GraphExecutor, p any) *graphql.Response {
	if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
		panic(p) // net/http uses it to break an answer off
	}
	cause := fmt.Errorf("panic: %v\n%s", p, debug.Stack())
	return dispatch(ctx, exec, graphqlError(fault.Wrap(fault.Internal, cause, "The registry failed to answer.")))
}

// dispatch presents an error that no operation caused the way all errors are presented.
func dispatch(ctx context.Context, exec graphql.GraphExecutor, err *gqlerror.Error) *graphql.Response {
	if !graphql.HasOperationContext(ctx) {
		ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{})
	}
	return exec.DispatchError(ctx, gqlerror.List{err})
}

// codeOf gives the code of the first error of a response.
func codeOf(r *graphql.Response) fault.Code {
	for _, err := range r.Errors {
		switch code := err.Extensions["code"].(type) {
		case fault.Code:
			return code
		case string:
			return fault.Code(code)
		}
		if f, ok := errors.AsType[*fault.Fault](err); ok {
			return f.Code
		}
	}
	return fault.Internal
}
