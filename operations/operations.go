// Package operations asks the operations of GraphQL that stand in files, each by its name.
package operations

import (
	"context"
	"io/fs"
	"maps"

	"partnernet/fault"
)

// Ask answers a GraphQL operation on behalf of whoever it is asked for: the data of its answer, with numbers as json.Number. An answer with
// errors is an error.
type Ask func(ctx context.Context, query string, variables map[string]any) (map[string]any, error)

// Named are operations in a folder queries, each in a file of its name, and how they are asked.
type Named struct {
	Files     fs.FS
	Ask       Ask
	Variables map[string]any // that all of them are asked with
}

// Answer asks the operation in queries/<name>.graphql, with further variables beside those of all.
func (n Named) Answer(ctx context.Context, name string, further map[string]any) (map[string]any, error) {
	query, err := fs.ReadFile(n.Files, "queries/"+name+".graphql")
	if err != nil {
		return nil, fault.Wrap(fault.Internal, err, "The registry failed to answer. It has been logged.")
	}
	variables := map[string]any{}
	for _, each := range []map[string]any{n.Variables, further} {
		maps.Copy(variables, each)
	}
	return n.Ask(ctx, string(query), variables)
}
