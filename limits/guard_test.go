package limits

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"
)

// numbered writes so many texts, each made for its number.
func numbered(n int, write func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(write(i))
	}
	return b.String()
}

// repeat writes a text so many times, with %d its number.
func repeat(n int, format string) string {
	return numbered(n, func(i int) string { return strings.ReplaceAll(format, "%d", strconv.Itoa(i)) })
}

// nest puts a text so many times around another.
func nest(n int, open, inside, shut string) string {
	return strings.Repeat(open, n) + inside + strings.Repeat(shut, n)
}

// TestLimits asks for exactly what each limit allows, and for one more.
func TestLimits(t *testing.T) {
	l := Limits{Body: 1 << 20, Tokens: 100, Depth: 4, Aliases: 3, Inputs: 4, InputDepth: 5, Validation: 120, Complexity: 200, PageSize: 25, MaxPageSize: 50, Cache: 1 << 20}
	filter := func(n int) map[string]any {
		and := make([]any, n-1)
		for i := range and {
			and[i] = map[string]any{"state": "OPEN"}
		}
		return map[string]any{"filter": map[string]any{"and": and}}
	}
	const filtered = "query($filter: Filter) { networks(filter: $filter, first: 1) { totalCount } }"
	for _, row := range []struct {
		limit          string
		why            string
		within, over   request
		allowed, found int
	}{
		{"tokens", "a comment is a token: the parser works for it too",
			request{Query: "{ network { id } }" + repeat(94, "\n#")}, request{Query: "{ network { id } }" + repeat(95, "\n#")}, 100, 101},
		{"depth", "fields inside each other, fragments or not",
			request{Query: "{ network { host { networks { ...F } } } } fragment F on Network { ... { id } }"},
			request{Query: "{ network { host { networks { ...F } } } } fragment F on Network { ... { host { id } } }"}, 4, 5},
		{"aliases", "another name for a field asks it once more",
			request{Query: "{" + repeat(3, "a%d: network { id } ") + "}"}, request{Query: "{" + repeat(4, "a%d: network { id } ") + "}"}, 3, 4},
		{"inputs", "objects written in the document",
			request{Query: "{ networks(filter: {and: [" + repeat(3, "{state: OPEN} ") + "]}, first: 1) { totalCount } }"},
			request{Query: "{ networks(filter: {and: [" + repeat(4, "{state: OPEN} ") + "]}, first: 1) { totalCount } }"}, 4, 5},
		{"inputs", "objects in the variables",
			request{Query: filtered, Variables: filter(4)}, request{Query: filtered, Variables: filter(5)}, 4, 5},
		{"inputDepth", "lists count like objects",
			request{Query: "{ networks(filter: {and: [{and: [{}]}]}) { totalCount } }"}, request{Query: "{ networks(filter: {and: [{and: [{not: {}}]}]}) { totalCount } }"}, 5, 6},
		{"inputDepth", "in the variables too",
			request{Query: filtered, Variables: map[string]any{"filter": map[string]any{"and": []any{map[string]any{"and": []any{map[string]any{}}}}}}},
			request{Query: filtered, Variables: map[string]any{"filter": map[string]any{"and": []any{map[string]any{"and": []any{[]any{[]any{}}}}}}}}, 5, 6},
		{"pageSize", "written in the document",
			request{Query: "{ networks(first: 50) { totalCount } }"}, request{Query: "{ networks(first: 51) { totalCount } }"}, 50, 51},
		{"pageSize", "in a variable",
			request{Query: "query($n: Int) { networks(first: $n) { totalCount } }", Variables: map[string]any{"n": 50}},
			request{Query: "query($n: Int) { networks(first: $n) { totalCount } }", Variables: map[string]any{"n": 51}}, 50, 51},
		{"pageSize", "as the default of a variable",
			request{Query: "query($n: Int = 50) { networks(first: $n) { totalCount } }"}, request{Query: "query($n: Int = 51) { networks(first: $n) { totalCount } }"}, 50, 51},
		{"complexity", "networks, nodes, and 48 times four values; then 50 times",
			request{Query: "{ networks(first: 48) { nodes { id name labels __typename } } network { id name labels host { id } } }"},
			request{Query: "{ networks(first: 50) { nodes { id name labels __typename } } }"}, 200, 202},
	} {
		t.Run(row.limit+": "+row.why, func(t *testing.T) {
			w := newWorld(l)
			if errs := w.ask(t, row.within); len(errs) > 0 {
				t.Errorf("what is allowed is refused: %v", errs)
			}
			errs := w.ask(t, row.over)
			if len(errs) != 1 {
				t.Fatalf("%d errors", len(errs))
			}
			e := errs[0].Extensions
			if e["code"] != "TOO_COSTLY" || e["limit"] != row.limit || e["allowed"] != float64(row.allowed) || e["found"] != float64(row.found) {
				t.Errorf("got %v, want %s, allowed %d, found %d", e, row.limit, row.allowed, row.found)
			}
			for _, number := range []int{row.allowed, row.found} {
				if !strings.Contains(errs[0].Message, fmt.Sprint(number)) {
					t.Errorf("%q does not say %d", errs[0].Message, number)
				}
			}
			if len(w.documents) != 1 {
				t.Errorf("%d operations ran, want the allowed one", len(w.documents))
			}
		})
	}
}

func TestToolsMayAskForTheSchema(t *testing.T) {
	l := Default()
	l.Depth = 2 // introspection is no matter of depth
	w := newWorld(l)
	whole := introspection.NewQuery(introspection.QueryOptions{OneOf: true})
	if errs := w.ask(t, request{Query: whole}); len(errs) > 0 {
		t.Errorf("what every tool asks first: %v", errs)
	}
	again := strings.Replace(whole, "__schema {", "more: __schema { types { ...FullType } } evenMore: __schema { types { ...FullType } } __schema {", 1)
	if got := limitOf(w.ask(t, request{Query: again})); got != "introspection" {
		t.Errorf("the schema asked for three times is refused by %q", got)
	}
}

func TestNegativePagesAreLeftToOthers(t *testing.T) {
	w := newWorld(Default())
	if errs := w.ask(t, request{Query: "{ networks(first: -1) { nodes { id } } }"}); len(errs) > 0 {
		t.Errorf("a wrong argument is no cost: %v", errs)
	}
}

func TestWrongDocuments(t *testing.T) {
	w := newWorld(Default())
	for _, row := range []struct{ why, query, says string }{
		{"a small mistake gets a guess", "{ netwrk { id } }", `Did you mean "network"`},
		{"all of a few mistakes are told", "{ nosuch network { nosuch } }", "nosuch"},
		{"of many mistakes only the first, so that the answer stays small", "{" + repeat(3000, "x%d ") + "}", "The document has 3000 errors. The first: "},
		{"a long word gets no guess: guessing takes as long as the word", "{ " + strings.Repeat("x", 200_000) + " }", "The document has 1 errors"},
		{"a document that does not parse", "{ network(", "Expected"},
		{"a document of fragments only", "fragment F on Query { network { id } }", "no operation"},
		{"fragments in a circle", "{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }", "within itself"},
		{"nothing", "# nothing", "no operation"},
	} {
		t.Run(row.why, func(t *testing.T) {
			errs := w.ask(t, request{Query: row.query})
			if len(errs) == 0 || len(errs) > mostErrors || !strings.Contains(errs[0].Message, row.says) {
				t.Errorf("got %d errors: %.200v", len(errs), errs)
			}
		})
	}
}

func TestDocumentsAreCheckedOnce(t *testing.T) {
	w := newWorld(Default())
	same := request{Query: "query($n: Int) { networks(first: $n) { nodes { id } } }", Variables: map[string]any{"n": 1}}
	for range 3 {
		if errs := w.ask(t, same); len(errs) > 0 {
			t.Fatal(errs)
		}
	}
	if w.documents[1] != w.documents[0] || w.documents[2] != w.documents[0] {
		t.Error("the same text was parsed again")
	}
	same.Variables["n"] = 101
	if got := limitOf(w.ask(t, same)); got != "pageSize" {
		t.Errorf("a known document with other variables is refused by %q", got)
	}
}

func TestPersistedQueriesHoldTheLimits(t *testing.T) {
	w := newWorld(Default())
	persisted := func(text string) map[string]any {
		sum := sha256.Sum256([]byte(text))
		return map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hex.EncodeToString(sum[:])}}
	}
	deep := "{ network {" + nest(20, "host { networks {", "id", "} }") + "} }"
	for _, byHash := range []request{{Query: deep, Extensions: persisted(deep)}, {Extensions: persisted(deep)}} {
		if got := limitOf(w.ask(t, byHash)); got != "depth" {
			t.Errorf("refused by %q, want depth", got)
		}
	}
	good := "{ network { id } }"
	for _, byHash := range []request{{Query: good, Extensions: persisted(good)}, {Extensions: persisted(good)}} {
		if errs := w.ask(t, byHash); len(errs) > 0 {
			t.Error(errs)
		}
	}
}

func TestNoGuessesWhereNoneAreWanted(t *testing.T) {
	w := newWorld(Default())
	for query, says := range map[string]string{
		"{ netwrk { id } }":   "Cannot query field",
		"{ network { idd } }": "Cannot query field",
		" ":                   "no operation",
		"# nothing":           "no operation",
	} {
		post := httptest.NewRequestWithContext(WithoutGuesses(t.Context()), http.MethodPost, "/", strings.NewReader(`{"query": "`+query+`"}`))
		post.Header.Set("Content-Type", "application/json")
		answer := httptest.NewRecorder()
		w.ServeHTTP(answer, post)
		if body := answer.Body.String(); !strings.Contains(body, says) || strings.Contains(body, "Did you mean") {
			t.Errorf("%q is answered by %s", query, body)
		}
	}
}
