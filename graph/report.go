package graph

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/reports"
)

// reporter answers the root field report. It stands before the Reader, whose fields are one statement each: a report asks several of those.
type reporter struct {
	compiler *cypher.Compiler
	ask      reports.Ask
	now      func() time.Time
}

var _ interface {
	graphql.HandlerExtension
	graphql.RootFieldInterceptor
} = (*reporter)(nil)

// ExtensionName names the extension to gqlgen.
func (r *reporter) ExtensionName() string { return "Reporter" }

// Validate accepts every schema: the compiler has checked it.
func (r *reporter) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptRootField answers a report; every other field is passed on.
func (r *reporter) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	field := graphql.GetRootFieldContext(ctx).Field
	if graphql.GetOperationContext(ctx).Operation.Operation != ast.Query || field.Name != "report" {
		return next(ctx)
	}
	return answered(ctx, field, r.report)
}

func (r *reporter) report(ctx context.Context, field graphql.CollectedField) (graphql.Marshaler, error) {
	arguments, err := r.compiler.Arguments(compiling(ctx, field, access.Rights{}, r.now()))
	if err != nil {
		return nil, err
	}
	viewer, request := ViewerOf(ctx), reports.Request{AsOf: r.now().Format(time.DateOnly)}
	if day, given := arguments["asOf"].(dbtype.Date); given {
		request.AsOf = day.Time().Format(time.DateOnly)
	}
	if language, given := arguments["language"].(string); given {
		viewer.Language = strings.ToLower(language)
	}
	kind, _ := arguments["kind"].(string)
	request.Kind = reports.Kind(strings.ReplaceAll(strings.ToLower(kind), "_", "-"))
	request.Network, _ = arguments["network"].(string)
	request.Language = viewer.Language
	report, err := reports.Make(WithViewer(ctx, viewer), r.ask, request)
	if err != nil {
		return nil, err
	}
	return madeObject{"Report", map[string]any{
		"kind": kind, "language": strings.ToUpper(request.Language), "asOf": request.AsOf,
		"title": report.Title, "markdown": report.Markdown, "html": report.HTML,
	}}.marshal(ctx, field), nil
}
