package graph

import (
	"context"
	"errors"
	"log/slog"
	"math"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/telemetry"
	"partnernet/transport"
)

// present is the one place where an error becomes what a client sees: a sentence and a code. Causes go to the log.
func present(log *slog.Logger, schema *ast.Schema) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := graphql.DefaultErrorPresenter(ctx, err)
		language := ViewerOf(ctx).Language
		extensions := map[string]any{"code": fault.BadInput}
		var f *fault.Fault
		switch {
		case errors.As(err, &f):
			shown.Message = sentenceOf(f, schema, language)
			extensions["code"] = f.Code
			if f.Field != "" {
				extensions["field"] = f.Field
			}
			if f.Rule != "" {
				extensions["rule"] = f.Rule
			}
			if all := violationsOf(f, schema, language); all != nil {
				extensions["violations"] = all
			}
			if wait := fault.WaitOf(f); wait > 0 {
				extensions[transport.RetryAfter] = int(math.Ceil(wait.Seconds()))
			}
		case !isRequestError(shown):
			shown.Message = registry.Sentence(fault.New(fault.Internal, "The registry failed to answer. It has been logged; try again, and tell its keeper if it stays so."), language)
			extensions["code"] = fault.Internal
		}
		for name, value := range shown.Extensions {
			if name != "code" {
				extensions[name] = value
			}
		}
		if id := telemetry.RequestID(ctx); id != "" {
			extensions["requestId"] = id
		}
		shown.Extensions = extensions
		if code := extensions["code"]; code == fault.Internal || code == fault.Unavailable {
			telemetry.Failed(ctx, log, err, "path", shown.Path.String())
		}
		return shown
	}
}

// sentenceOf says an error in a language. One that GraphQL's own rules found is said by their words.
func sentenceOf(err error, schema *ast.Schema, language string) string {
	translated := registry.Sentence(err, language)
	f, isFault := errors.AsType[*fault.Fault](err)
	if !isFault || translated != f.Text || f.Code != fault.BadInput {
		return translated
	}
	return inRequestWords(withValues(schema, f.Text), language)
}

// isRequestError says whether the error is one that GraphQL's own parsing and validation found in the request.
func isRequestError(err *gqlerror.Error) bool {
	return err.Rule != "" || err.Extensions["code"] == "GRAPHQL_PARSE_FAILED" || err.Extensions["code"] == "GRAPHQL_VALIDATION_FAILED"
}
