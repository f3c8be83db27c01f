// Package partnernet holds the contract of the registry: the GraphQL schema that is also its graph model.
package partnernet

import _ "embed"

// Schema is the text of schema.graphqls: every type, field and argument with its meaning,
// and the directives that say which nodes, properties and relationships they are.
//
//go:embed schema.graphqls
var Schema string
