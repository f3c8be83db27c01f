package graph

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/access"
	"partnernet/audit"
	"partnernet/commands"
	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/store"
	"partnernet/telemetry"
)

// Writer does each root field of a mutation as a command, and answers its payload from one Cypher statement in the same transaction.
type Writer struct {
	compiler *cypher.Compiler
	access   *access.Resolver
	commands *commands.Commands
	db       *store.DB
	now      func() time.Time

	telemetry *telemetry.Telemetry
	facts     commands.FactsReader
	texts     bool // whether sentences of decisions may be kept
}

var _ interface {
	graphql.HandlerExtension
	graphql.RootFieldInterceptor
} = (*Writer)(nil)

// NewWriter makes a writer of a registry's commands. It fails when schema, statements, functions and commands do not fit together.
func NewWriter(o Options) (*Writer, error) {
	compiler, err := cypher.New(o.Model, functionsOf(o.Model, o.Keys), o.Limits.PageSize)
	if err != nil {
		return nil, fmt.Errorf("compile reads: %w", err)
	}
	book := ledger.New(o.DB, o.Model, o.Now)
	if o.moved != nil {
		book = book.Observed(o.moved)
	}
	all, err := commands.New(book, o.Model, o.Keys, o.Mail, o.Now)
	if err != nil {
		return nil, fmt.Errorf("match commands with mutations: %w", err)
	}
	return &Writer{compiler: compiler, access: access.NewResolver(o.DB, o.Now), commands: all, db: o.DB, now: o.Now, facts: o.Facts, texts: o.KeepTexts, telemetry: o.Telemetry}, nil
}

// ExtensionName names the extension to gqlgen.
func (w *Writer) ExtensionName() string { return "Writer" }

// Validate accepts every schema: the commands have been checked against it.
func (w *Writer) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptRootField does a root field of a mutation.
func (w *Writer) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	field := graphql.GetRootFieldContext(ctx).Field
	if graphql.GetOperationContext(ctx).Operation.Operation != ast.Mutation || field.Name == "__typename" {
		return next(ctx)
	}
	return answered(ctx, field, w.audited)
}

// audited does a root field of a mutation; that it is refused to an account is recorded.
func (w *Writer) audited(ctx context.Context, field graphql.CollectedField) (graphql.Marshaler, error) {
	text, err := w.write(ctx, field)
	w.telemetry.Command(field.Name, err)
	account := ViewerOf(ctx).Account
	if fault.CodeOf(err) != fault.Forbidden || account == "" {
		return text, err
	}
	refused := audit.At(w.now(), audit.Refused, account, field.Name)
	unrecorded := w.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		return audit.Write(ctx, tx.Run, refused)
	})
	return nil, cmp.Or(unrecorded, err)
}

func (w *Writer) write(ctx context.Context, field graphql.CollectedField) (graphql.Marshaler, error) {
	viewer := ViewerOf(ctx)
	rights, err := w.access.Rights(ctx, viewer)
	if err != nil {
		return nil, err
	}
	if err := rights.CheckMayWrite(); err != nil {
		return nil, err
	}
	if commands.NeedsRecent(field.Name) && viewer.Account != "" && !viewer.Recent {
		return nil, access.ErrNotRecent
	}
	request := compiling(ctx, field, rights, w.now())
	args, err := w.compiler.Arguments(request)
	if err != nil {
		return nil, err
	}
	given, _ := args["input"].(map[string]any)
	input, err := received(given)
	if err != nil {
		return nil, err
	}
	var text graphql.Marshaler
	err = w.Do(ctx, viewer, field.Name, input, func(ctx context.Context, p *ledger.Page, rights access.Rights, results map[string]any) error {
		request.Visible, request.Viewer = rights.Visible, rights.ForStatement()
		statement, err := w.compiler.CompilePayload(request, results)
		if err != nil {
			return err
		}
		rows, err := p.Answer(ctx, statement.Text, statement.Params)
		if err != nil {
			return err
		}
		text = marshal(ctx, statement, rows[0]["answer"])
		return nil
	})
	return text, err
}

// Do does a command on a viewer's behalf. answer reads what it did, in its transaction.
func (w *Writer) Do(ctx context.Context, viewer Viewer, name string, input map[string]any, answer func(context.Context, *ledger.Page, access.Rights, map[string]any) error) error {
	return w.commands.Do(ctx, commands.Request{Name: name, Input: input, Actor: cmp.Or(viewer.Account, viewer.Name), Facts: w.facts, KeepTexts: w.texts,
		Known: func(ctx context.Context) (access.Rights, error) { return w.access.Rights(ctx, viewer) }, Rights: w.rights(viewer),
		Find: finder(w.compiler, viewer.Language, w.now()), Belongs: w.belongs, Answer: answer})
}

// rights gives what a viewer who is still signed in may see and do as a command's transaction finds it. What is known of it is so still where nothing has been
// changed since that decides it: everything that changes that writes in its turn.
func (w *Writer) rights(viewer Viewer) func(context.Context, *ledger.Page) (access.Rights, error) {
	var found *ledger.Page // the turn in which the viewer was found to be signed in: once is enough for each
	return func(ctx context.Context, p *ledger.Page) (access.Rights, error) {
		if viewer.StillSignedIn != nil && found != p {
			if err := viewer.StillSignedIn(ctx, p.Begun()); err != nil {
				return access.Rights{}, err
			}
			found = p
		}
		known, err := w.access.Rights(ctx, viewer)
		if err != nil || known.Version == p.Access() {
			return known, err
		}
		rights, err := w.access.RightsIn(ctx, p.Send, viewer)
		if err == nil { // whoever has changed what decides it is likely to ask next
			p.Committed(func() { w.access.Remember(viewer, rights) })
		}
		return rights, err
	}
}

// belongs gives the question to whom records belong.
func (w *Writer) belongs(rights access.Rights, ids []string) (string, map[string]any, error) {
	statement, err := w.compiler.CompileBelongs(cypher.Request{Visible: rights.Visible, Today: w.now()}, ids)
	if err != nil {
		return "", nil, err
	}
	return statement.Text, statement.Params, nil
}

// finder gives the question which records exist for a viewer, and what is stored of them.
func finder(c *cypher.Compiler, language string, today time.Time) func(access.Rights, []commands.Sought) (string, map[string]any, error) {
	return func(rights access.Rights, sought []commands.Sought) (string, map[string]any, error) {
		request := cypher.Request{Visible: rights.Visible, Language: language, Today: today}
		lookups := make([]cypher.Sought, len(sought))
		for i, s := range sought {
			lookups[i] = cypher.Sought(s)
		}
		statement, err := c.CompileSought(request, lookups)
		if err != nil {
			return "", nil, err
		}
		return statement.Text, statement.Params, nil
	}
}
