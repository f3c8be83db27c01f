package graph

import (
	"context"
	"testing"

	"github.com/99designs/gqlgen/graphql"
)

func TestKnownOperations(t *testing.T) {
	const text, other = "query Known { viewer { name } }", "{ viewer { name } }"
	byHash := func(text string) graphql.RawParams {
		return graphql.RawParams{Extensions: map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hashOf(text)}}}
	}
	own := context.WithValue(t.Context(), ownKey{}, true)
	for _, c := range []struct {
		why     string
		ctx     context.Context
		only    bool
		asked   graphql.RawParams
		text    string // what is run then
		refused bool
	}{
		{"a known operation by its hash", t.Context(), false, byHash(text), text, false},
		{"another hash, which may come with its text next", t.Context(), false, byHash(other), "", false},
		{"another text", t.Context(), false, graphql.RawParams{Query: other}, other, false},
		{"a known operation by its hash, where no others are taken", t.Context(), true, byHash(text), text, false},
		{"and by its text", t.Context(), true, graphql.RawParams{Query: text}, text, false},
		{"another hash there", t.Context(), true, byHash(other), "", true},
		{"another text there", t.Context(), true, graphql.RawParams{Query: other}, other, true},
		{"another text under the hash of a known one", t.Context(), true, graphql.RawParams{Query: other, Extensions: byHash(text).Extensions}, other, true},
		{"the server's own question", own, true, graphql.RawParams{Query: other}, other, false},
	} {
		got := newKnownOperations([]string{text}, c.only).MutateOperationParameters(c.ctx, &c.asked)
		if (got != nil) != c.refused || c.asked.Query != c.text {
			t.Errorf("%s: %v, %q", c.why, got, c.asked.Query)
		}
	}
}
