package graph

import (
	"context"
	"net/url"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/export"
)

// exportLinks makes what the root field exports answers: where the registry can be taken out, which asks the database nothing.
func exportLinks(ctx context.Context, field graphql.CollectedField, arguments map[string]any) (graphql.Marshaler, error) {
	language, query := languageOf(ctx, arguments), url.Values{}
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
