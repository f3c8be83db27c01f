package graph

import (
	"context"
	"io"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"partnernet/access"
	"partnernet/cypher"
)

// answered gives a root field's answer, or null and an error at the field's path. A panic is such an error too: the field may be answered in a
// goroutine of its own, where nobody else would recover it.
func answered(ctx context.Context, field graphql.CollectedField,
	answer func(context.Context, graphql.CollectedField) (graphql.Marshaler, error),
) (m graphql.Marshaler) {
	at := graphql.WithFieldContext(ctx, &graphql.FieldContext{Field: field})
	defer func() {
		if p := recover(); p != nil {
			graphql.AddError(at, graphql.GetOperationContext(ctx).Recover(at, p))
			m = graphql.Null
		}
	}()
	m, err := answer(ctx, field)
	if err != nil {
		graphql.AddError(at, err)
		return graphql.Null
	}
	return m
}

// compiling is a root field as the viewer of ctx asks it, who has these rights.
func compiling(ctx context.Context, field graphql.CollectedField, rights access.Rights, today time.Time) cypher.Request {
	viewer, operation := ViewerOf(ctx), graphql.GetOperationContext(ctx)
	return cypher.Request{
		Operation:  operation.Operation,
		Field:      field.Field,
		Selections: field.Selections,
		Variables:  operation.Variables,
		Visible:    rights.Visible,
		Viewer:     rights.ForStatement(),
		Language:   viewer.Language,
		CursorKey:  rights.CursorKey,
		Today:      today,
	}
}

// marshal writes a statement's result as the field's answer; what could not be answered is told beside it.
func marshal(ctx context.Context, s *cypher.Statement, result any) graphql.Marshaler {
	text, errs := s.Answer(result)
	for _, err := range errs {
		graphql.AddError(ctx, err)
	}
	return rawJSON(text)
}

// rawJSON writes a value that is JSON already.
func rawJSON(text []byte) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = w.Write(text) }) // gqlgen's writer is a buffer: it does not fail
}
