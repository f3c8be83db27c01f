package export

import (
	"context"
	"embed"
	"iter"
	"maps"
	"strings"

	"partnernet/fault"
	"partnernet/operations"
)

// queries are the operations that exports ask. Each that gives a list calls it list.
//
//go:embed queries/*.graphql
var queries embed.FS

// object is an object of an answer.
type object = map[string]any

// source is what an export reads.
type source struct {
	operations.Named
	request Request
}

// sourceOf gives what the export of a request reads.
func sourceOf(ask operations.Ask, request Request) source {
	return source{operations.Named{Files: queries, Ask: ask, Variables: object{"asOf": request.AsOf, "language": strings.ToUpper(request.Language)}}, request}
}

// records gives the records of the list of an operation that meet a filter.
func (s source) records(ctx context.Context, name string, filter object) iter.Seq2[object, error] {
	return s.recordsOf(ctx, name, object{"filter": filter})
}

// recordsOf gives the records of the list of an operation, a page at a time, each asked when the one before it has been taken. So an export is
// as small in memory as a page, and no page is older than the rights that it is read with.
func (s source) recordsOf(ctx context.Context, name string, variables object) iter.Seq2[object, error] {
	return func(yield func(object, error) bool) {
		variables = maps.Clone(variables)
		for {
			answer, err := s.Answer(ctx, name, variables)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, record := range listAt(answer, "list", "nodes") {
				if !yield(record, nil) {
					return
				}
			}
			if more, _ := at(answer, "list", "pageInfo", "hasNextPage").(bool); !more {
				return
			}
			variables["after"] = at(answer, "list", "pageInfo", "endCursor")
		}
	}
}

// ofNetwork gives the same source, whose request names by its id the network that it is about. One has to be named where the offer is of one.
func (s source) ofNetwork(ctx context.Context, offer Offer) (source, error) {
	if s.request.Network == "" && offer.OfNetwork {
		return s, fault.New(fault.BadInput, "Say of which network, by its acronym.").At("network")
	}
	var err error
	s.request.Network, err = operations.FindNetwork(ctx, s.Ask, s.request.Network)
	return s, err
}

// at gives what stands at the end of a path of fields, nil where something on it is not there.
func at(in any, path ...string) any {
	for _, field := range path {
		of, _ := in.(object)
		in = of[field]
	}
	return in
}

// textAt gives a text at the end of a path, "" where there is none.
func textAt(in any, path ...string) string {
	text, _ := at(in, path...).(string)
	return text
}

// listAt gives the objects of a list at the end of a path.
func listAt(in any, path ...string) []object {
	list, _ := at(in, path...).([]any)
	all := make([]object, 0, len(list))
	for _, each := range list {
		if record, ok := each.(object); ok {
			all = append(all, record)
		}
	}
	return all
}
