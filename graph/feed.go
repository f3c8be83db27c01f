package graph

import (
	"context"
	"encoding/json"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/store"
)

// feedPause is how long after a change its subscribers hear of it at the latest, when the database answers at once.
const feedPause = 200 * time.Millisecond

// Feed answers subscriptions to changes. Each subscriber reads the log of changes at its own pace by its own cursor, so that a slow one
// holds up nobody, and one that comes back goes on where it was, at this server or another one over the same database.
type Feed struct {
	compiler *cypher.Compiler
	access   *access.Resolver
	db       *store.DB
	log      *slog.Logger
	present  graphql.ErrorPresenterFunc
	now      func() time.Time

	mu          sync.Mutex
	position    int64         // of the last change that is known of
	rights      int64         // the version of what decides who may see what, as far as it is known
	moved       chan struct{} // closed when position moves
	subscribers int
	stop        context.CancelFunc
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationInterceptor
} = (*Feed)(nil)

// NewFeed makes the feed of a registry's changes.
func NewFeed(c *cypher.Compiler, a *access.Resolver, db *store.DB, log *slog.Logger, schema *ast.Schema, now func() time.Time) *Feed {
	return &Feed{compiler: c, access: a, db: db, log: log, present: present(log, schema), now: now, moved: make(chan struct{})}
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
		return graphql.OneShot(graphql.ErrorResponse(ctx, "a subscription asks for one field"))
	}
	s := &subscriber{feed: f, field: fields[0]}
	if err := s.begin(ctx); err != nil {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{f.present(ctx, gqlerror.WrapPath(ast.Path{ast.PathName(fields[0].Alias)}, err))}})
	}
	return s.next
}

// subscriber is one subscription under way.
type subscriber struct {
	feed    *Feed
	field   graphql.CollectedField
	cursor  string
	seen    int64 // the position up to which everything has been read
	pending []cypher.FeedItem
	rights  int64 // the version of what decides who may see what, by which these were read
	joined  bool
}

// begin finds where to go on: behind the client's cursor, or behind the last change there is now.
func (s *subscriber) begin(ctx context.Context) error {
	rights, err := s.feed.access.Rights(ctx, ViewerOf(ctx))
	if err != nil {
		return err
	}
	after, given := s.field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)["after"].(string)
	if given {
		s.cursor, s.seen = after, -1
		_, err := s.feed.compiler.CompileFeed(compiling(ctx, s.field, rights, s.feed.now()), s.cursor)
		return err
	}
	if s.seen, _, err = s.feed.last(ctx); err != nil {
		return err
	}
	s.cursor, err = cypher.CursorAt(rights.CursorKey, s.seen)
	return err
}

// next gives the next change, when there is one; nil when the subscription has ended.
func (s *subscriber) next(ctx context.Context) *graphql.Response {
	if !s.joined {
		s.joined = true
		s.feed.join()
		context.AfterFunc(ctx, s.feed.leave)
	}
	if s.feed.overtaken(s.rights) { // what has been read and not sent may be hidden by now
		s.pending, s.seen = nil, -1
	}
	for len(s.pending) == 0 {
		position, err := s.feed.wait(ctx, s.seen)
		if err != nil {
			return nil
		}
		if err := s.read(ctx); err != nil {
			s.feed.log.WarnContext(ctx, "a subscriber waits for the database", "error", err)
			if s.feed.pause(ctx) != nil {
				return nil
			}
			continue
		}
		if len(s.pending) < cypher.FeedPage {
			s.seen = position
		}
	}
	item := s.pending[0]
	s.pending, s.cursor = s.pending[1:], item.Cursor
	return s.response(ctx, item)
}

func (s *subscriber) response(ctx context.Context, item cypher.FeedItem) *graphql.Response {
	name, err := json.Marshal(s.field.Alias)
	if err != nil {
		return graphql.ErrorResponse(ctx, "the change could not be written")
	}
	r := &graphql.Response{Data: json.RawMessage("{" + string(name) + ":" + string(item.JSON) + "}")}
	for _, e := range item.Errors {
		r.Errors = append(r.Errors, s.feed.present(ctx, e))
	}
	return r
}

func (s *subscriber) read(ctx context.Context) error {
	var feed *cypher.Feed
	result, err := s.feed.access.Read(ctx, ViewerOf(ctx), func(rights access.Rights) (of store.Statement, err error) {
		s.rights = rights.Version
		if feed, err = s.feed.compiler.CompileFeed(compiling(ctx, s.field, rights, s.feed.now()), s.cursor); err != nil {
			return of, err
		}
		return store.Statement{Text: feed.Text, Params: feed.Params}, nil
	})
	if err != nil {
		return err
	}
	s.pending = feed.Items(result)
	return nil
}

// last reads the position of the last change, and the version of what decides who may see what.
func (f *Feed) last(ctx context.Context) (position, rights int64, err error) {
	value, err := f.db.Read(ctx, store.Statement{Text: `
		RETURN [head(COLLECT { MATCH (l:Lock {name: 'ledger'}) RETURN l.position }), head(COLLECT { MATCH (a:Access) RETURN a.version })] AS numbers`})
	if numbers, known := value.([]any); known {
		position, _ = numbers[0].(int64)
		rights, _ = numbers[1].(int64)
	}
	return position, rights, err
}

// wait waits until there is a change behind a position, and gives the last one's. It ends with ctx.
func (f *Feed) wait(ctx context.Context, seen int64) (int64, error) {
	for {
		f.mu.Lock()
		position, moved := f.position, f.moved
		f.mu.Unlock()
		if position > seen {
			return position, nil
		}
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-moved:
		}
	}
}

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
	}
}

// watch tells the subscribers when the log has moved.
func (f *Feed) watch(ctx context.Context) {
	for {
		position, rights, err := f.last(ctx)
		if err == nil {
			f.move(position, rights)
		}
		if f.pause(ctx) != nil {
			return
		}
	}
}

// overtaken says whether something has been changed since a version that decides who may see what.
func (f *Feed) overtaken(version int64) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.rights > version
}

func (f *Feed) move(position, rights int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.rights = rights
	if position != f.position {
		f.position = position
		close(f.moved)
		f.moved = make(chan struct{})
	}
}
