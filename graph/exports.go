package graph

import (
	"context"
	"net/url"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/export"
)

// exporter answers the root field exports, which asks the database nothing. It stands before the Reader.
type exporter struct {
	compiler *cypher.Compiler
	now      func() time.Time
}

var _ interface {
	graphql.HandlerExtension
	graphql.RootFieldInterceptor
} = (*exporter)(nil)

// ExtensionName names the extension to gqlgen.
func (e *exporter) ExtensionName() string { return "Exporter" }

// Validate accepts every schema: the compiler has checked it.
func (e *exporter) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptRootField answers where exports are; every other field is passed on.
func (e *exporter) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	field := graphql.GetRootFieldContext(ctx).Field
	if graphql.GetOperationContext(ctx).Operation.Operation != ast.Query || field.Name != "exports" {
		return next(ctx)
	}
	return answered(ctx, field, e.links)
}

func (e *exporter) links(ctx context.Context, field graphql.CollectedField) (graphql.Marshaler, error) {
	arguments, err := e.compiler.Arguments(compiling(ctx, field, access.Rights{}, e.now()))
	if err != nil {
		return nil, err
	}
	language, query := ViewerOf(ctx).Language, url.Values{}
	if wanted, given := arguments["language"].(string); given {
		language = strings.ToLower(wanted)
	}
	query.Set("lang", language)
	if day, given := arguments["asOf"].(dbtype.Date); given {
		query.Set("day", day.Time().Format(time.DateOnly))
	}
	network, _ := arguments["network"].(string)
	if network != "" {
		query.Set("network", network)
	}
	links := []madeObject{}
	for _, o := range export.Offers {
		if o.OfNetwork && network == "" {
			continue
		}
		links = append(links, madeObject{"ExportLink", map[string]any{
			"kind": string(o.Kind), "format": string(o.Format), "mediaType": o.MediaType, "title": o.Title(language),
			"href": "/export/" + o.File() + "?" + query.Encode(),
		}})
	}
	return marshalMadeObjects(ctx, field, links), nil
}
