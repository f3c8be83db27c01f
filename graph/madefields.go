package graph

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/access"
	"partnernet/cypher"
)

// madeField makes what a root field of queries answers, from its arguments.
type madeField func(ctx context.Context, field graphql.CollectedField, arguments map[string]any) (graphql.Marshaler, error)

// madeFields answers the root fields that are made here, by their names: they ask the database nothing, or several of the Reader's questions. It stands
// before the Reader, whose fields are one statement each.
type madeFields struct {
	compiler *cypher.Compiler
	now      func() time.Time
	byName   map[string]madeField
}

var _ interface {
	graphql.HandlerExtension
	graphql.RootFieldInterceptor
} = (*madeFields)(nil)

// newMadeFields gives all root fields that are made here.
func newMadeFields(h *Handler, w *Writer, o Options) *madeFields {
	return &madeFields{compiler: w.compiler, now: o.Now, byName: map[string]madeField{
		"report":       madeReport(h.Ask, o.Now),
		"exports":      exportLinks(h.Ask),
		"vocabulary":   words(enumerationWords(o.Model.Schema)),
		"labels":       words(fieldWords),
		"typeLabels":   words(typeWords),
		"readDecision": decisionDraft(w.access),
	}}
}

// ExtensionName names the extension to gqlgen.
func (m *madeFields) ExtensionName() string { return "MadeFields" }

// Validate accepts every schema: the compiler has checked it.
func (m *madeFields) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptRootField answers a field that is made here; every other is passed on.
func (m *madeFields) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	field := graphql.GetRootFieldContext(ctx).Field
	made, isMade := m.byName[field.Name]
	if graphql.GetOperationContext(ctx).Operation.Operation != ast.Query || !isMade {
		return next(ctx)
	}
	return answered(ctx, field, func(ctx context.Context, field graphql.CollectedField) (graphql.Marshaler, error) {
		arguments, err := m.compiler.Arguments(compiling(ctx, field, access.Rights{}, m.now()))
		if err != nil {
			return nil, err
		}
		return made(ctx, field, arguments)
	})
}

// languageOf gives the language that a field's arguments name, or else the one of whoever asks.
func languageOf(ctx context.Context, arguments map[string]any) string {
	if language, given := arguments["language"].(string); given {
		return strings.ToLower(language)
	}
	return ViewerOf(ctx).Language
}
