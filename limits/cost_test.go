package limits

import (
	"encoding/json"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

func TestComplexity(t *testing.T) {
	schema := testSchema()
	s := sizesOf(schema)
	const page = 25
	for _, row := range []struct {
		why, query string
		variables  map[string]any
		want       int
	}{
		{"each field is a value", "{ network { id name } }", nil, 1 + 2},
		{"the type's name too", "{ __typename }", nil, 1},
		{"an object inside", "{ network { host { id } } }", nil, 1 + 1 + 1},
		{"a list of texts is one value", "{ network { labels } }", nil, 1 + 1},
		{"a list without pages", "{ network { sources { title } } }", nil, 1 + 1 + ListLength*1},
		{"lists inside lists", "{ network { host { networks { sources { title } } } } }", nil, 1 + 1 + 1 + ListLength*(1+ListLength*1)},
		{"a page nobody gave the size of", "{ networks { nodes { id } } }", nil, 1 + 1 + page*1},
		{"a page with its size", "{ networks(first: 10) { nodes { id name } } }", nil, 1 + 1 + 10*2},
		{"what stands beside the page counts once", "{ networks(first: 10) { totalCount pageInfo { endCursor } nodes { id } } }", nil, 1 + 1 + 2 + 1 + 10*1},
		{"facets are not as long as the page", "{ networks(first: 10) { facets { country { value count } } } }", nil, 1 + 1 + 1 + ListLength*2},
		{"edges are the page", "{ networks(first: 10) { edges { cursor node { id } } } }", nil, 1 + 1 + 10*(1+1+1)},
		{"pages inside pages multiply", "{ networks(first: 10) { nodes { members(first: 20) { nodes { id } } } } }", nil, 1 + 1 + 10*(1+1+20*1)},
		{"a list without pages inside a page", "{ networks(first: 10) { nodes { sources { title } } } }", nil, 1 + 1 + 10*(1+ListLength*1)},
		{"a list that takes first", "{ recent(first: 3) { id name } }", nil, 1 + 3*2},
		{"the schema's own page size", "{ recent { id name } }", nil, 1 + 10*2},
		{"the page size in a variable", "query($n: Int) { networks(first: $n) { nodes { id } } }", map[string]any{"n": json.Number("7")}, 1 + 1 + 7*1},
		{"a variable left out", "query($n: Int) { networks(first: $n) { nodes { id } } }", nil, 1 + 1 + page*1},
		{"a variable that is null", "query($n: Int) { networks(first: $n) { nodes { id } } }", map[string]any{"n": nil}, 1 + 1 + page*1},
		{"null stands for left out", "{ networks(first: null) { nodes { id } } }", nil, 1 + 1 + page*1},
		{"an empty page", "{ networks(first: 0) { nodes { id } } }", nil, 1 + 1},
		{"a page of less than nothing is not a discount", "{ networks(first: -100) { nodes { id } } network { id } }", nil, 1 + 1 + 1 + 1},
		{"a fragment costs what stands in it", "{ networks(first: 10) { ...F } } fragment F on NetworkConnection { nodes { id } totalCount }", nil, 1 + 1 + 10*1 + 1},
		{"a fragment takes the page of where it is spread", "{ a: networks(first: 10) { ...F } b: networks(first: 20) { ...F } } fragment F on NetworkConnection { nodes { id } }", nil, 1 + 1 + 10 + 1 + 1 + 20},
		{"alternatives count both", "{ node(id: 1) { ... on Network { id } ... on Organisation { id } } }", nil, 1 + 1 + 1},
		{"a dear field counts as the schema says", "{ network { id figure } }", nil, 1 + 1 + 100},
		{"each time", "{ networks(first: 10) { nodes { figure } } }", nil, 1 + 1 + 10*100},
		{"and what stands in it besides", "{ network { brokers(first: 3) { id name } } }", nil, 1 + 500 + 3*2},
		{"introspection is counted apart", "{ __schema { types { name } } network { id } }", nil, 1 + 1},
	} {
		t.Run(row.why, func(t *testing.T) {
			doc, errs := gqlparser.LoadQueryWithRules(schema, row.query, rules.NewDefaultRules())
			if errs != nil {
				t.Fatal(errs)
			}
			if got := billOf(doc, doc.Operations[0], row.variables, page, s).complexity; got != row.want {
				t.Errorf("got %d, want %d", got, row.want)
			}
		})
	}
}

func TestIntrospectionIsPricedBySchema(t *testing.T) {
	schema := testSchema()
	s := sizesOf(schema)
	for _, row := range []struct {
		why, query string
		want       int
	}{
		{"as many types as there are", "{ __schema { types { name } } }", 1 + 1 + len(schema.Types)},
		{"one type has about as many fields as others", `{ __type(name: "Network") { fields { name } } }`, 1 + 1 + s["fields"]},
		{"fragments", `{ __type(name: "Network") { ...F } } fragment F on __Type { ...G ...G } fragment G on __Type { name ... { kind } }`, 1 + 2*2},
	} {
		t.Run(row.why, func(t *testing.T) {
			doc, errs := gqlparser.LoadQueryWithRules(schema, row.query, rules.NewDefaultRules())
			if errs != nil {
				t.Fatal(errs)
			}
			if got := billOf(doc, doc.Operations[0], nil, 0, s).introspection; got != row.want {
				t.Errorf("got %d, want %d", got, row.want)
			}
		})
	}
}

func TestCountingStopsBeforeItOverflows(t *testing.T) {
	schema := testSchema()
	query := "{ networks(first: 2147483647) { nodes { members(first: 2147483647) { nodes { " + nest(6, "networks { members(first: 2147483647) { nodes {", "id", "} } }") + " } } } } }"
	doc, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	if got := billOf(doc, doc.Operations[0], nil, 25, sizesOf(schema)).complexity; got != most {
		t.Errorf("got %d, want %d", got, most)
	}
}
