package graph

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/cypher"
	"partnernet/store"
)

// Reader answers each root field of a query from one Cypher statement. It stands where gqlgen would call the field's resolver,
// so that no field below a root field can read the database on its own.
type Reader struct {
	compiler *cypher.Compiler
	db       *store.DB
	now      func() time.Time
}

var _ interface {
	graphql.HandlerExtension
	graphql.RootFieldInterceptor
} = (*Reader)(nil)

// NewReader makes a reader over a database. The time says which day is today.
func NewReader(c *cypher.Compiler, db *store.DB, now func() time.Time) *Reader {
	return &Reader{compiler: c, db: db, now: now}
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
	statement, err := r.compiler.Compile(compiling(ctx, field, r.now()))
	if err != nil {
		return nil, err
	}
	result, err := r.db.Read(ctx, store.Statement{Text: statement.Text, Params: statement.Params})
	if err != nil {
		return nil, err
	}
	return marshal(ctx, statement, result), nil
}
