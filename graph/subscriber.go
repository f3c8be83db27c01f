package graph

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/registry"
	"partnernet/store"
)

// subscriber is one subscription under way.
type subscriber struct {
	feed     *Feed
	field    graphql.CollectedField
	question string // what is asked, without where it begins: the same for all who ask the same
	named    bool   // the answer tells of the viewer's account, so that others' answers differ

	place   int64             // in the log: up to it everything has been sent, or is hidden
	pending []cypher.FeedItem // behind that
	reached int64             // the place once these are sent
	rights  int64             // the version of what decides who may see what, by which these were read
	joined  bool
}

// begin finds where to go on: behind the client's cursor, or behind the last change there is now.
func (s *subscriber) begin(ctx context.Context) error {
	rights, err := s.feed.access.Rights(ctx, ViewerOf(ctx))
	if err != nil {
		return err
	}
	operation := graphql.GetOperationContext(ctx)
	if after, given := s.field.ArgumentMap(operation.Variables)["after"].(string); given {
		s.place, err = cypher.PositionAt(rights.CursorKey, after)
	} else {
		var end endOfLog
		end, err = s.feed.readEnd(ctx, math.MaxInt64) // it begins there whether or not all before it can be found
		s.place = end.position
	}
	if err != nil {
		return err
	}
	statement, err := s.feed.compiler.CompileFeed(compiling(ctx, s.field, rights, s.feed.now()), s.place)
	if err != nil {
		return err
	}
	s.named = strings.Contains(statement.Text, "$viewer")
	s.question, err = questionBeside(operation, s.field, "after")
	s.reached = s.place
	return err
}

// questionBeside writes what a root field asks but for one argument: its selection with the values of its variables.
func questionBeside(operation *graphql.OperationContext, field graphql.CollectedField, argument string) (string, error) {
	root := *field.Field
	root.Arguments, root.SelectionSet = nil, field.Selections
	for _, a := range field.Arguments {
		if a.Name != argument {
			root.Arguments = append(root.Arguments, a)
		}
	}
	var text strings.Builder
	formatter.NewFormatter(&text).FormatQueryDocument(&ast.QueryDocument{
		Operations: ast.OperationList{{Operation: ast.Subscription, SelectionSet: ast.SelectionSet{&root}}}, Fragments: operation.Doc.Fragments})
	used := map[string]any{}
	for name, value := range operation.Variables {
		if strings.Contains(text.String(), "$"+name) {
			used[name] = value
		}
	}
	values, err := json.Marshal(used)
	return text.String() + string(values), err
}

// next gives the next change, when there is one; nil when the subscription has ended.
func (s *subscriber) next(ctx context.Context) *graphql.Response {
	if !s.joined {
		s.joined = true
		s.feed.join()
		context.AfterFunc(ctx, s.feed.leave)
	}
	if s.feed.end.overtaken(s.rights) { // what has been read and not sent may be hidden by now
		s.pending, s.reached = nil, s.place
	}
	for len(s.pending) == 0 {
		s.place = s.reached
		position, err := s.feed.end.wait(ctx, s.place)
		if err != nil {
			return nil
		}
		if s.read(ctx, position) != nil && s.feed.pause(ctx) != nil {
			return nil
		}
	}
	item := s.pending[0]
	s.pending, s.place = s.pending[1:], item.Position
	return s.response(ctx, item)
}

func (s *subscriber) response(ctx context.Context, item cypher.FeedItem) *graphql.Response {
	r := &graphql.Response{Data: item.JSON}
	for _, e := range item.Errors {
		own := *e // others are told of it, too
		r.Errors = append(r.Errors, s.feed.present(ctx, &own))
	}
	return r
}

// read reads what is behind the subscriber's place, or takes what another one has read who asks the same there. The log is known to have reached
// a position.
func (s *subscriber) read(ctx context.Context, position int64) error {
	for {
		rights, err := s.feed.access.Rights(ctx, ViewerOf(ctx))
		if err != nil {
			return err
		}
		read, err := s.feed.reads.read(ctx, s.keyOf(ctx, rights), func(ctx context.Context) (sharedRead, error) {
			return s.readAs(ctx, rights, position)
		})
		if errors.Is(err, access.ErrOutdated) {
			continue
		}
		if err != nil {
			return err
		}
		s.pending, s.reached, s.rights = read.items, read.reached, rights.Version
		return nil
	}
}

// keyOf tells what is read from what others read. What a viewer sees hangs on the day, too.
func (s *subscriber) keyOf(ctx context.Context, rights access.Rights) readKey {
	viewer := any(nil)
	if s.named {
		viewer = rights.ForStatement()
	}
	key := fmt.Sprintf("%#v", []any{rights.Version, rights.Visible, viewer, ViewerOf(ctx).Language, registry.Today(s.feed.now()), s.question})
	return readKey{sha256.Sum256([]byte(key)), s.place}
}

// readAs reads a page of the log for all who have these rights, and gives it with the place that it reaches.
func (s *subscriber) readAs(ctx context.Context, rights access.Rights, position int64) (read sharedRead, err error) {
	feed, err := s.feed.compiler.CompileFeed(compiling(ctx, s.field, rights, s.feed.now()), s.place)
	if err != nil {
		return read, err
	}
	result, err := s.feed.access.ReadAs(ctx, rights, store.Statement{Text: feed.Text, Params: feed.Params})
	if err != nil {
		if !errors.Is(err, access.ErrOutdated) {
			s.feed.log.WarnContext(ctx, "subscribers wait for the database", "error", err)
		}
		return read, err
	}
	read = sharedRead{items: feed.Items(result), reached: position}
	if many := len(read.items); many == cypher.FeedPage { // there may be more behind the last
		read.reached = min(position, read.items[many-1].Position)
	}
	// What is behind the position may not be all there is there, as long as it is being committed.
	read.items = slices.DeleteFunc(read.items, func(item cypher.FeedItem) bool { return item.Position > position })
	return read, nil
}
