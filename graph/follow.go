package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"partnernet/cypher"
)

// Follow gives the changes that a viewer sees behind a position in their log, one after another, as they take effect. The text is that of a subscription to changes,
// with the variable after; each change comes as its answer, with the position that it has. It ends when take gives an error, which it gives too, or when ctx is done.
func (h *Handler) Follow(ctx context.Context, v Viewer, text string, after int64, take func(position int64, data []byte) error) error {
	ctx, leave := context.WithCancel(WithViewer(ctx, v))
	defer leave()
	s, ctx, err := h.feed.subscribe(ctx, text, after)
	if err != nil {
		return err
	}
	for {
		answer := s.next(ctx)
		if answer == nil {
			return ctx.Err()
		}
		if len(answer.Errors) > 0 {
			return fmt.Errorf("a change cannot be read whole: %w", answer.Errors)
		}
		if err := take(s.place, answer.Data); err != nil {
			return err
		}
	}
}

// subscribe begins a subscription of the registry's own.
func (f *Feed) subscribe(ctx context.Context, text string, after int64) (*subscriber, context.Context, error) {
	document, errs := gqlparser.LoadQueryWithRules(f.schema, text, rules.NewDefaultRules())
	if len(errs) > 0 {
		return nil, nil, fmt.Errorf("the subscription is not one of this schema: %w", errs)
	}
	rights, err := f.access.Rights(ctx, ViewerOf(ctx))
	if err != nil {
		return nil, nil, err
	}
	cursor, err := cypher.CursorAt(rights.CursorKey, after)
	if err != nil {
		return nil, nil, err
	}
	operation := &graphql.OperationContext{RawQuery: text, Doc: document, Operation: document.Operations[0], Variables: map[string]any{"after": cursor}}
	ctx = graphql.WithOperationContext(ctx, operation)
	s := &subscriber{feed: f, field: graphql.CollectFields(operation, operation.Operation.SelectionSet, []string{"Subscription"})[0]}
	return s, ctx, s.begin(ctx)
}
