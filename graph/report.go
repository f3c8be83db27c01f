package graph

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/operations"
	"partnernet/registry"
	"partnernet/reports"
)

// madeReport makes what the root field report answers: a report asks several of the Reader's fields.
func madeReport(ask operations.Ask, now func() time.Time) madeField {
	return func(ctx context.Context, field graphql.CollectedField, arguments map[string]any) (graphql.Marshaler, error) {
		kind, _ := arguments["kind"].(string)
		network, _ := arguments["network"].(string)
		request := reports.Request{
			Kind: reports.KindOf(kind), Network: network,
			Language: languageOf(ctx, arguments), AsOf: registry.Today(now()).String(),
		}
		if day, given := arguments["asOf"].(dbtype.Date); given {
			request.AsOf = day.Time().Format(time.DateOnly)
		}
		viewer := ViewerOf(ctx)
		viewer.Language = request.Language
		report, err := reports.Make(WithViewer(ctx, viewer), ask, request)
		if err != nil {
			return nil, err
		}
		return madeObject{"Report", map[string]any{
			"kind": kind, "language": strings.ToUpper(request.Language), "asOf": request.AsOf,
			"title": report.Title, "markdown": report.Markdown, "html": report.HTML,
		}}.marshal(ctx, field), nil
	}
}
