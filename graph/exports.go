package graph

import (
	"context"
	"net/url"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/export"
	"partnernet/operations"
)

// exportLinks makes what the root field exports answers: where the registry can be taken out. The database is asked for nothing but the network that is named.
func exportLinks(ask operations.Ask) madeField {
	return func(ctx context.Context, field graphql.CollectedField, arguments map[string]any) (graphql.Marshaler, error) {
		network, _ := arguments["network"].(string)
		if _, err := operations.FindNetwork(ctx, ask, network); err != nil {
			return nil, err
		}
		return marshalMadeObjects(ctx, field, linksOf(network, languageOf(ctx, arguments), arguments["asOf"])), nil
	}
}

// linksOf gives the exports of a network, or of all for "", in a language and as of a day.
func linksOf(network, language string, asOf any) []madeObject {
	query := url.Values{"lang": {language}}
	if day, given := asOf.(dbtype.Date); given {
		query.Set("day", day.Time().Format(time.DateOnly))
	}
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
	return links
}
