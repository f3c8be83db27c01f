package graph

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/store"
)

// Reader answers each root field of a query from one Cypher statement. It stands where gqlgen would call the field's resolver,
// so that no field below a root field can read the database on its own.
type Reader struct {
	compiler *cypher.Compiler
	access   *access.Resolver
	now      func() time.Time
}

var _ interface {
	graphql.HandlerExtension
	graphql.RootFieldInterceptor
} = (*Reader)(nil)

// NewReader makes a reader over the database of a resolver. The time says which day is today.
func NewReader(c *cypher.Compiler, a *access.Resolver, now func() time.Time) *Reader {
	return &Reader{compiler: c, access: a, now: now}
}

// ExtensionName names the extension to gqlgen.
func (r *Reader) ExtensionName() string { return "Reader" }

// Validate accepts every schema: the compiler has checked it.
func (r *Reader) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptRootField answers a root field of a query; introspection is gqlgen's.
func (r *Reader) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	field := graphql.GetRootFieldContext(ctx).Field
	if graphql.GetOperationContext(ctx).Operation.Operation != ast.Query || strings.HasPrefix(field.Name, "__") {
		return next(ctx)
	}
	return answered(ctx, field, r.read)
}

func (r *Reader) read(ctx context.Context, field graphql.CollectedField) (graphql.Marshaler, error) {
	var statement *cypher.Statement
	result, err := r.access.Read(ctx, ViewerOf(ctx), func(rights access.Rights) (s store.Statement, err error) {
		if statement, err = r.compiler.Compile(compiling(ctx, field, rights, r.now())); err != nil {
			return s, err
		}
		return store.Statement{Text: statement.Text, Params: statement.Params}, nil
	})
	if err != nil {
		return nil, err
	}
	return marshal(ctx, statement, result), nil
}
