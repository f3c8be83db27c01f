package limits

import (
	"fmt"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/core"
)

// attack is a document that hurts a server without limits.
type attack struct {
	name, query string
	refusedBy   string // the limit; empty: it is let through, or wrong in another way
}

// attacks are the worst documents that could be thought of within the size of a request.
func attacks(l Limits) []attack {
	body, tokens := int(l.Body), l.Tokens
	return []attack{
		{"one field over and over, as long as a request may be", "{" + strings.Repeat("a ", body/2-1) + "}", "tokens"},
		{"one field over and over, as many words as there may be", "{" + strings.Repeat("__typename ", tokens-2) + "}", "validation"},
		{"as often as is let through", "{" + strings.Repeat("__typename ", 190) + "}", ""},
		{"one field over and over, with fields in it", "{" + strings.Repeat("network{id} ", tokens/5) + "}", "validation"},
		{"repeated at every depth", "{network{" + branches(3, 5) + "}}", "validation"},
		{"doubling with every fragment", "{...F0}" + doubling(30), "complexity"},
		{"fragments in a circle", "{...a}fragment a on Query{...b}fragment b on Query{...a}", ""},
		{"all fragments spreading all", "{...f0}" + mesh(40), "validation"},
		{"a long chain of fragments", "{...F0}" + chain(tokens/9), "validation"},
		{"many operations with one large fragment", repeat(tokens/10, "query q%d{...F}") + "fragment F on Query{" + strings.Repeat("__typename ", tokens/10) + "}", "validation"},
		{"two fragments spread over and over", "{" + strings.Repeat("...A ...B ", tokens/4-10) + "}fragment A on Query{__typename}fragment B on Query{__typename}", "validation"},
		{"interfaces inside each other", "{node(id:1){" + nest(250, "...on Node{", "id", "}") + "}}", "validation"},
		{"as deep as the parser goes", nest(999, "{a", "", "}"), "depth"},
		{"as deep as a request is long", nest(body/3, "{a", "", "}"), "tokens"},
		{"values as deep as the parser goes", "{networks(filter:" + nest(900, "[", "", "]") + "){totalCount}}", "inputDepth"},
		{"values as deep as a request is long", "{networks(filter:" + nest(body/2-100, "[", "", "]") + "){totalCount}}", "tokens"},
		{"aliases to the last word", "{" + repeat(tokens/3-1, "a%d:__typename ") + "}", "aliases"},
		{"a wide list", "{networks(ids:[" + strings.Repeat("1 ", tokens-20) + "]){totalCount}}", ""},
		{"many conditions", "{networks(filter:{and:[" + strings.Repeat("{state:OPEN}", tokens/8) + "]}){totalCount}}", "inputs"},
		{"a huge text", `{network(id:"` + strings.Repeat("x", body-100) + `"){id}}`, ""},
		{"a huge text of escapes", `{network(id:"` + strings.Repeat(`\u00e5`, body/6-20) + `"){id}}`, ""},
		{"a huge block of text", `{network(id:"""` + strings.Repeat(" x\n", body/3-20) + `"""){id}}`, ""},
		{"a huge comment", "{__typename}#" + strings.Repeat("x", body-100), ""},
		{"comments without end", strings.Repeat("#\n", body/2-20) + "{__typename}", "tokens"},
		{"a huge word", "{" + strings.Repeat("x", body-50) + "}", ""},
		{"unknown words to the last", "{" + repeat(tokens-2, strings.Repeat("x", body/tokens-8)+"%d ") + "}", ""},
		{"unknown types", "{" + repeat(600, "...on "+strings.Repeat("x", 90)+"%d{id}") + "}", "validation"},
		{"unknown arguments", "{network(" + repeat(tokens/3-10, strings.Repeat("x", 50)+"%d:1 ") + "){id}}", ""},
		{"unknown values of an enum", "{networks(state:[" + repeat(tokens-20, strings.Repeat("x", 50)+"%d ") + "]){totalCount}}", ""},
		{"a text for an enum", `{networks(state:"` + strings.Repeat("x", body-100) + `"){totalCount}}`, ""},
		{"many variables", "query(" + repeat(500, "$v%d:ID! ") + "){networks(ids:[" + repeat(500, "$v%d ") + "]){totalCount}}", ""},
		{"one argument over and over, twice", "{" + strings.Repeat("network("+strings.Repeat("id:1 ", tokens/8)+"){id}", 2) + "}", "validation"},
		{"fields that disagree", "{" + strings.Repeat("x:network{id} x:node(id:1){id} ", 30) + "}", ""},
		{"directives over and over", "{__typename" + strings.Repeat("@skip(if:false)", tokens/8) + "}", ""},
	}
}

// branches writes the same field k times, each with the same in it, so deep.
func branches(k, depth int) string {
	if depth == 0 {
		return "id "
	}
	return strings.Repeat("host{networks{"+branches(k, depth-1)+"}}", k)
}

// doubling makes fragments that each spread the next one twice.
func doubling(n int) string {
	return numbered(n, func(i int) string { return fmt.Sprintf("fragment F%d on Query{...F%d ...F%d}", i, i+1, i+1) }) +
		fmt.Sprintf("fragment F%d on Query{__typename}", n)
}

func chain(n int) string {
	return numbered(n, func(i int) string { return fmt.Sprintf("fragment F%d on Query{...F%d}", i, i+1) })
}

// mesh makes fragments that each spread all that follow.
func mesh(n int) string {
	return numbered(n, func(i int) string {
		rest := numbered(n-i-1, func(j int) string { return fmt.Sprintf("...f%d ", i+1+j) })
		return fmt.Sprintf("fragment f%d on Query{__typename %s}", i, rest)
	})
}

// executorOf gives gqlgen's executor with the limits, and nothing around it.
func executorOf(l Limits) *executor.Executor {
	schema := testSchema()
	e := executor.New(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return schema }})
	g := &guard{Limits: l, documents: newCache(l.Cache, func(text string, _ *ast.QueryDocument) int { return len(text) })}
	_ = g.Validate(&graphql.ExecutableSchemaMock{SchemaFunc: func() *ast.Schema { return schema }})
	e.SetQueryCache(g.documents)
	e.SetParserTokenLimit(l.Tokens)
	e.Use(g)
	return e
}

// TestAttacksAreBounded counts the work that each attack makes: nothing that is done with it grows beyond what the limits say.
func TestAttacksAreBounded(t *testing.T) {
	l := Default()
	for _, a := range attacks(l) {
		t.Run(a.name, func(t *testing.T) {
			if len(a.query) > int(l.Body) {
				t.Fatalf("%d bytes are more than a request may have", len(a.query))
			}
			e := executorOf(l)
			_, errs := e.CreateOperationContext(graphql.StartOperationTrace(t.Context()), &graphql.RawParams{Query: a.query})
			limit := ""
			if len(errs) > 0 {
				limit, _ = errs[0].Extensions["limit"].(string)
			}
			if limit != a.refusedBy || len(errs) > mostErrors {
				t.Errorf("refused by %q with %d errors, want %q", limit, len(errs), a.refusedBy)
			}
			doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: a.query}, l.Tokens)
			if err != nil {
				return // the parser stopped at the limit
			}
			if s := measure(doc); s.visited > l.Tokens {
				t.Errorf("measuring looked at %d parts of a document of %d tokens", s.visited, l.Tokens)
			}
			// Counting ends with the step that goes over; a step is at most the comparison of two fields' arguments.
			if steps, most := effortOf(doc, l.Validation), l.Validation+l.Tokens*l.Tokens; steps > most {
				t.Errorf("counting took %d steps, at most %d were to be", steps, most)
			}
			if limit == "" || limit == "complexity" {
				if got, counted := walked(doc), effortOf(doc, l.Validation); got > counted {
					t.Errorf("the validator makes %d steps where %d were counted", got, counted)
				}
			}
		})
	}
}

// walked counts the selections and values that the validator's own walk visits.
func walked(doc *ast.QueryDocument) (visits int) {
	observers := &core.Events{}
	observers.OnField(func(*core.Walker, *ast.Field) { visits++ })
	observers.OnInlineFragment(func(*core.Walker, *ast.InlineFragment) { visits++ })
	observers.OnFragmentSpread(func(*core.Walker, *ast.FragmentSpread) { visits++ })
	observers.OnDirective(func(*core.Walker, *ast.Directive) { visits++ })
	observers.OnValue(func(*core.Walker, *ast.Value) { visits++ })
	core.Walk(testSchema(), doc, observers)
	return visits
}

// BenchmarkAttacks measures what an attack costs, from its text to the refusal or to the operation that may run.
func BenchmarkAttacks(b *testing.B) {
	l := Default()
	l.Cache = 1 // nothing fits, so each time is the first
	for _, a := range attacks(l) {
		b.Run(strings.ReplaceAll(a.name, " ", "_"), func(b *testing.B) {
			e := executorOf(l)
			ctx := graphql.StartOperationTrace(b.Context())
			for b.Loop() {
				_, _ = e.CreateOperationContext(ctx, &graphql.RawParams{Query: a.query})
			}
		})
	}
}
