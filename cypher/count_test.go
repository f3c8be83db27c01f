package cypher_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/testworld/lab"
)

// Each root field costs one statement, whatever is selected below it.
func TestRootFieldsAreOneStatementEach(t *testing.T) {
	l := lab.Open(t)
	l.Write(t, membersOfThreeNetworks())
	ask, statements := l.Asking()
	for _, c := range []struct {
		text       string
		statements int64
		data       string
		why        string
	}{
		{`{ networks { totalCount } }`, 1, `{"networks":{"totalCount":3}}`, "it is one field"},
		{`{ a: networks { totalCount } b: networks(first: 0) { nodes { id } } }`, 2, `{"a":{"totalCount":3},"b":{"nodes":[]}}`, "these are two fields"},
		{`{ networks { totalCount } networks { nodes { country } } }`, 1, `{"networks":{"totalCount":3,"nodes":[{"country":"NO"},{"country":"SE"}]}}`, "it is one field asked for twice"},
		{`{ ...F networks { totalCount } } fragment F on Query { networks { nodes { acronym } } }`, 1,
			`{"networks":{"nodes":[{"acronym":"no"},{"acronym":"se"}],"totalCount":3}}`, "it is one field, here and in a fragment"},
		{`{ networks @skip(if: true) { totalCount } organisations { totalCount } }`, 1, `{"organisations":{"totalCount":3}}`, "the one is skipped"},
		{`{ __typename __type(name: "Network") { name } }`, 0, `{"__typename":"Query","__type":{"name":"Network"}}`, "the schema is no data"},
		{`{ node(id: "nobody") { id } network(acronym: "se") { memberships { nodes { member { ... on Organisation { memberships { totalCount } } } } } } }`, 2,
			`{"node":null,"network":{"memberships":{"nodes":[{"member":{"memberships":{"totalCount":1}}}]}}}`, "depth costs nothing"},
	} {
		before := statements.Load()
		response := ask(c.text, nil)
		if diff := cmp.Diff(c.data, string(response.Data)); diff != "" || len(response.Errors) > 0 {
			t.Errorf("%s: %s %v", c.text, diff, response.Errors)
		}
		if got := statements.Load() - before; got != c.statements {
			t.Errorf("%s: %d statements, want %d: %s", c.text, got, c.statements, c.why)
		}
	}
}

// A list is counted no further than is asked, wherever the count is taken from.
func TestListsAreCountedNoFurtherThanAsked(t *testing.T) {
	l := lab.Open(t)
	l.Write(t, membersOfThreeNetworks())
	for _, row := range []struct{ why, text, want string }{
		{"there are more", `{ networks { totalCount(upTo: 2) } }`, `{"totalCount":2}`},
		{"there are as many", `{ networks { totalCount(upTo: 3) } }`, `{"totalCount":3}`},
		{"there are fewer", `{ networks { totalCount(upTo: 4) } }`, `{"totalCount":3}`},
		{"both ways beside each other", `{ networks { totalCount some: totalCount(upTo: 1) } }`, `{"totalCount":3,"some":1}`},
		{"null is no bound", `query($n: Int) { networks { totalCount(upTo: $n) } }`, `{"totalCount":3}`},
		{"beside a page", `{ organisations(filter: {text: "o"}, first: 1) { totalCount(upTo: 1) nodes { legalName } } }`, `{"totalCount":1,"nodes":[{"legalName":"no"}]}`},
		{"beside facets", `{ organisations { totalCount(upTo: 2) facets { country { count } } } }`, `{"totalCount":2,"facets":{"country":[{"count":1},{"count":1},{"count":1}]}}`},
		{"within a record", `{ network(acronym: "se") { memberships { totalCount(upTo: 1) nodes { id } } } }`, `{"memberships":{"totalCount":1,"nodes":[{"id":"membership se"}]}}`},
		{"of what a statement finds", `{ search(text: "se") { totalCount(upTo: 5) } }`, `{"totalCount":1}`},
	} {
		if diff := cmp.Diff(row.want, l.Answer(t, row.text, nil)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	if _, _, err := l.Ask(lab.Parse(t, l.Schema, `{ networks { totalCount(upTo: 0) } }`, nil).Only(lab.Coordinator)); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("up to none: %v", err)
	}
}
