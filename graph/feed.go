package graph

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/store"
)

// feedPause is how long after another server's change its subscribers hear of it at the latest, when the database answers at once.
const feedPause = 200 * time.Millisecond

// Feed answers subscriptions to changes. Each subscriber goes through the log of changes at its own pace, so that a slow one holds up nobody,
// and one that comes back goes on where it was, at this server or another one over the same database. Those that ask the same at the same place,
// with the same rights, share what is read.
type Feed struct {
	compiler *cypher.Compiler
	access   *access.Resolver
	db       *store.DB
	log      *slog.Logger
	schema   *ast.Schema
	present  graphql.ErrorPresenterFunc
	now      func() time.Time
	end      *logEnd
	reads    sharedReads

	mu          sync.Mutex
	subscribers int
	stop        context.CancelFunc
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationInterceptor
} = (*Feed)(nil)

// newFeed makes the feed of a registry's changes, of which a writer tells how far its own have moved the log's end.
func newFeed(w *Writer, end *logEnd, o Options) *Feed {
	return &Feed{compiler: w.compiler, access: w.access, db: o.DB, log: o.Log, schema: o.Model.Schema, present: present(o.Log, o.Model.Schema), now: o.Now, end: end}
}

// ExtensionName names the extension to gqlgen.
func (f *Feed) ExtensionName() string { return "Feed" }

// Validate accepts every schema: the compiler has checked it.
func (f *Feed) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptOperation answers a subscription; every other operation is passed on.
func (f *Feed) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	if op.Operation.Operation != ast.Subscription {
		return next(ctx)
	}
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"})
	if len(fields) != 1 || strings.HasPrefix(fields[0].Name, "__") {
		return f.refuse(ctx, fault.New(fault.BadInput, "A subscription asks for exactly one field at the top. Begin one for each."))
	}
	s := &subscriber{feed: f, field: fields[0]}
	if err := s.begin(ctx); err != nil {
		return f.refuse(ctx, gqlerror.WrapPath(ast.Path{ast.PathName(fields[0].Alias)}, err))
	}
	return s.next
}

// refuse ends a subscription, before its first event, with an error.
func (f *Feed) refuse(ctx context.Context, err error) graphql.ResponseHandler {
	return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{f.present(ctx, err)}})
}

// pause waits for as long as the log is not looked at.
func (f *Feed) pause(ctx context.Context) error {
	timer := time.NewTimer(feedPause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// join counts a subscriber in. While there are any, one watch asks the database for all of them.
func (f *Feed) join() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.subscribers++
	if f.subscribers == 1 {
		ctx, cancel := context.WithCancel(context.Background())
		f.stop = cancel
		go f.watch(ctx)
	}
}

func (f *Feed) leave() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.subscribers--
	if f.subscribers == 0 {
		f.stop()
		f.reads.clear()
	}
}

// watch looks in the database how far the log has come: other servers write, too.
func (f *Feed) watch(ctx context.Context) {
	for gaps := 0; ; {
		known, _ := f.end.now()
		if read, err := f.readEnd(ctx, known); err == nil {
			if gaps++; read.whole || gaps > mostGaps {
				known, gaps = read.position, 0
			}
			f.end.move(known, read.rights)
		}
		f.reads.age()
		if f.pause(ctx) != nil {
			return
		}
	}
}
