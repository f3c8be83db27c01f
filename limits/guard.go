package limits

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

const (
	// tokenWeight and entryWeight are the memory that a checked document takes at most beside its text, in bytes: for each token, and in any case.
	tokenWeight = 400
	entryWeight = 1 << 10
	// persistedShare is the part of the cache that texts of persisted queries may take besides.
	persistedShare = 4
	// mostErrors is how many errors of one document are told, each with what the client may have meant.
	mostErrors = 10
	// longWord is the length, in bytes, of a word for which no guess is made at what it should have been.
	longWord = 100
)

// Install makes a server hold the limits. It also gives the server its caches, of checked documents and of persisted queries:
// those that came before in the same text cost no parsing and no validation.
func Install(srv *handler.Server, l Limits) {
	documents := newCache(l.Cache, func(text string, _ *ast.QueryDocument) int {
		tokens, _ := scan(text)
		return entryWeight + len(text) + tokens*tokenWeight
	})
	persisted := newCache(l.Cache/persistedShare, func(hash, text string) int { return entryWeight + len(hash) + len(text) })
	srv.SetQueryCache(documents)
	srv.SetParserTokenLimit(l.Tokens)
	// The order matters: a persisted query has no text to look at before its hash is looked up.
	srv.Use(extension.AutomaticPersistedQuery{Cache: persisted})
	srv.Use(&guard{Limits: l, documents: documents})
}

// guard is the extension of gqlgen's handler that holds the limits.
type guard struct {
	Limits
	documents     cache[*ast.QueryDocument]
	schema        *ast.Schema
	sizes         sizes
	introspection int
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
} = &guard{}

// ExtensionName names the extension.
func (*guard) ExtensionName() string { return "Limits" }

// Validate takes the schema.
func (g *guard) Validate(schema graphql.ExecutableSchema) error {
	g.schema = schema.Schema()
	g.sizes = sizesOf(g.schema)
	g.introspection = introspectionLimit(g.schema, g.sizes)
	return nil
}

// MutateOperationParameters judges the request before anything is done with it. It changes nothing.
func (g *guard) MutateOperationParameters(ctx context.Context, request *graphql.RawParams) *gqlerror.Error {
	inputs, depth := measureVariables(request.Variables)
	if refused := within(g.inputs(inputs), g.inputDepth(depth)); refused != nil {
		return refused
	}
	if _, checked := g.documents.Get(ctx, request.Query); checked {
		return nil
	}
	tokens, longest := scan(request.Query)
	if refused := within(g.tokens(tokens)); refused != nil {
		return refused
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: request.Query}, g.Tokens)
	if err != nil {
		return nil // gqlgen tells what is wrong
	}
	s := measure(doc)
	if refused := within(g.depth(s.depth), g.aliases(s.aliases), g.inputs(s.inputs), g.inputDepth(s.inputDepth), g.validation(effortOf(doc, g.Validation))); refused != nil {
		return refused
	}
	return g.check(ctx, request.Query, doc, longest)
}

// check validates a document and remembers it when it is valid, so that gqlgen finds it and need not do the same again.
// When it is not valid gqlgen is let to find that out too, and to tell with a guess at what was meant. Guessing compares each wrong name with
// all those there are, so with many errors or long names it is left out, and where the client is told none.
func (g *guard) check(ctx context.Context, text string, doc *ast.QueryDocument, longest int) *gqlerror.Error {
	errs := validator.ValidateWithRules(g.schema, doc, withoutGuesses())
	switch {
	case len(doc.Operations) == 0 && len(errs) == 0:
		return nil // gqlgen tells that there is no operation
	case len(errs) == 0:
		g.documents.Add(ctx, text, doc)
		return nil
	case len(errs) <= mostErrors && longest <= longWord && guessing(ctx):
		return nil
	}
	first := errs[0]
	first.Message = fmt.Sprintf("The document has %d errors. The first: %s", len(errs), first.Message)
	errcode.Set(first, errcode.ValidationFailed)
	return first
}

type guessKey struct{}

// WithoutGuesses says that whoever sends the requests under ctx is not told what they may have meant: guesses tell the schema to those who do
// not know it.
func WithoutGuesses(ctx context.Context) context.Context {
	return context.WithValue(ctx, guessKey{}, true)
}

func guessing(ctx context.Context) bool { return ctx.Value(guessKey{}) == nil }

// withoutGuesses gives the rules of validation in the forms that only say what is wrong.
func withoutGuesses() *rules.Rules {
	r := rules.NewDefaultRules()
	for with, without := range map[string]validator.RuleFunc{
		rules.FieldsOnCorrectTypeRule.Name: rules.FieldsOnCorrectTypeRuleWithoutSuggestions.RuleFunc,
		rules.KnownArgumentNamesRule.Name:  rules.KnownArgumentNamesRuleWithoutSuggestions.RuleFunc,
		rules.KnownTypeNamesRule.Name:      rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc,
		rules.ScalarLeafsRule.Name:         rules.ScalarLeafsRuleWithoutSuggestions.RuleFunc,
		rules.ValuesOfCorrectTypeRule.Name: rules.ValuesOfCorrectTypeRuleWithoutSuggestions.RuleFunc,
	} {
		r.ReplaceRule(with, without)
	}
	return r
}

// MutateOperationContext judges what the operation may cost with its variables. It changes nothing.
func (g *guard) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	b := billOf(op.Doc, op.Operation, op.Variables, g.PageSize, g.sizes)
	return within(g.page(b.page), g.complexity(b.complexity), g.introspected(b.introspection))
}

// scan counts the tokens of a text up to its end or first error, and finds the length of the longest word.
func scan(text string) (tokens, longest int) {
	l := lexer.New(&ast.Source{Input: text})
	for {
		token, err := l.ReadToken()
		if err != nil || token.Kind == lexer.EOF {
			return tokens, longest
		}
		tokens++
		if token.Kind != lexer.Comment {
			longest = max(longest, len(token.Value))
		}
	}
}
