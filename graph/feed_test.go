package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"partnernet"
	"partnernet/access"
	"partnernet/cypher"
	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/limits"
	"partnernet/model"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

// feedServer is one server of a registry; several may stand over one database.
func feedServer(t *testing.T, db *store.DB) *httptest.Server {
	t.Helper()
	h := testworld.GraphQL(t, db, time.Now)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(graph.WithViewer(r.Context(), graph.Coordinator)))
	}))
	t.Cleanup(server.Close)
	return server
}

// heard is one change as the subscriber hears it.
type heard struct{ Cursor, ID string }

// position gives the place of what is heard among all changes, which no subscriber is told.
func position(t *testing.T, db *store.DB, change heard) int {
	t.Helper()
	rows, err := db.ReadRows(t.Context(), store.Statement{
		Text: "MATCH (c:Change {id: $id}) RETURN c.position AS position", Params: map[string]any{"id": change.ID}})
	if err != nil || len(rows) != 1 {
		t.Fatalf("the change %v: %v %v", change, rows, err)
	}
	return int(rows[0]["position"].(int64))
}

// subscription is a request for an event stream of changes.
func subscription(ctx context.Context, t *testing.T, url, after string) *http.Request {
	t.Helper()
	body, err := json.Marshal(map[string]any{
		"query":     `subscription($after: String) { changes(after: $after) { cursor node { id } } }`,
		"variables": map[string]any{"after": nullable(after)},
	})
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	return r
}

// subscribe opens an event stream and gives what it brings until the context ends.
func subscribe(ctx context.Context, t *testing.T, url, after string) <-chan heard {
	t.Helper()
	response, err := http.DefaultClient.Do(subscription(ctx, t, url, after))
	if err != nil {
		t.Fatal(err)
	}
	changes := make(chan heard)
	go func() {
		defer close(changes)
		defer response.Body.Close()
		listen(ctx, response.Body, changes)
	}()
	return changes
}

func listen(ctx context.Context, stream io.Reader, changes chan<- heard) {
	lines := bufio.NewScanner(stream)
	for lines.Scan() {
		data, is := strings.CutPrefix(lines.Text(), "data: ")
		var event struct {
			Data struct {
				Changes struct {
					Cursor string
					Node   struct{ ID string }
				}
			}
		}
		if !is || json.Unmarshal([]byte(data), &event) != nil {
			continue
		}
		select {
		case changes <- heard{event.Data.Changes.Cursor, event.Data.Changes.Node.ID}:
		case <-ctx.Done():
			return
		}
	}
}

// before gives the cursor that stands before the first change.
func before(t *testing.T, db *store.DB) string {
	t.Helper()
	rights, err := access.NewResolver(db, time.Now).Rights(t.Context(), graph.Coordinator)
	if err != nil {
		t.Fatal(err)
	}
	cursor, err := cypher.CursorAt(rights.CursorKey, 0)
	if err != nil {
		t.Fatal(err)
	}
	return cursor
}

func nullable(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// record writes documents, each one change; the first time their ground comes before them.
func record(ctx context.Context, db *store.DB, count, from int) error {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		return err
	}
	telling := ledger.Telling{Actor: "test", Action: "record", Source: ledger.DerivedID("source")}
	telling.Records = append(telling.Records,
		ledger.Record{Type: "Document", ID: ledger.DerivedID("document"), Values: map[string]any{"title": "Ground"}},
		ledger.Record{Type: "Source", ID: telling.Source, Links: map[string][]string{"document": {ledger.DerivedID("document")}}})
	for i := range count {
		title := fmt.Sprintf("Document %d", from+i)
		telling.Records = append(telling.Records, ledger.Record{Type: "Document", ID: ledger.DerivedID(title), Values: map[string]any{"title": title}})
	}
	_, err = ledger.New(db, m, time.Now).Tell(ctx, telling)
	return err
}

func mustRecord(t *testing.T, db *store.DB, count, from int) {
	t.Helper()
	if err := record(t.Context(), db, count, from); err != nil {
		t.Fatal(err)
	}
}

func TestFeedIsCompleteAcrossServersAndReconnects(t *testing.T) {
	db := testdb.Open(t)
	mustRecord(t, db, 1, 0)
	servers := []*httptest.Server{feedServer(t, db), feedServer(t, db)}
	mustRecord(t, db, 150, 1) // more than one page waits for the subscriber
	const more = 40
	written := make(chan error, 1)
	go func() {
		var err error
		for i := 0; i < more && err == nil; i++ {
			err = record(t.Context(), db, 1, 1000+i)
		}
		written <- err
	}()
	total := 3 + 150 + more
	cursor, next := before(t, db), 1
	for round := 0; next <= total; round++ {
		ctx, hangUp := context.WithCancel(t.Context())
		t.Cleanup(hangUp) // a stream left open would keep its server from closing
		for change := range subscribe(ctx, t, servers[round%len(servers)].URL, cursor) {
			if at := position(t, db, change); at != next {
				t.Fatalf("change %d came where %d was due", at, next)
			}
			cursor, next = change.Cursor, next+1
			if next > total || next%17 == 0 { // hang up in the middle, now and then
				break
			}
		}
		hangUp()
	}
	if err := <-written; err != nil {
		t.Error(err)
	}
}

func TestFeedBeginsWithTheNextChange(t *testing.T) {
	db := testdb.Open(t)
	mustRecord(t, db, 5, 0)
	const earlier = 2 + 5 // the ground, its source and the documents
	ctx, hangUp := context.WithCancel(t.Context())
	t.Cleanup(hangUp)
	changes := subscribe(ctx, t, feedServer(t, db).URL, "")
	written := make(chan error, 1)
	go func() { // a change that came before the subscription had begun is not the subscriber's
		var err error
		for i := 100; ctx.Err() == nil && err == nil; i++ {
			err = record(t.Context(), db, 1, i)
		}
		written <- err
	}()
	if first := position(t, db, <-changes); first <= earlier {
		t.Errorf("the first change heard is %d, and %d came before the subscription", first, earlier)
	}
	hangUp()
	if err := <-written; err != nil {
		t.Error(err)
	}
}

// A feed goes on behind the cursor of a change, in whichever order the log was read that gave it.
func TestFeedGoesOnBehindACursorOfEachOrder(t *testing.T) {
	db := testdb.Open(t)
	mustRecord(t, db, 5, 0)
	server := feedServer(t, db).URL
	for _, order := range []string{"", ", orderBy: {field: POSITION, direction: ASC}", ", orderBy: {field: POSITION, direction: DESC}"} {
		body, err := json.Marshal(map[string]any{"query": "{ changes(first: 3" + order + ") { edges { cursor node { id } } } }"})
		if err != nil {
			t.Fatal(err)
		}
		response, err := http.Post(server, "application/json", bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		var answer struct {
			Data struct {
				Changes struct {
					Edges []struct {
						Cursor string
						Node   struct{ ID string }
					}
				}
			}
		}
		if err := errors.Join(json.NewDecoder(response.Body).Decode(&answer), response.Body.Close()); err != nil {
			t.Fatal(err)
		}
		last := answer.Data.Changes.Edges[2]
		ctx, hangUp := context.WithCancel(t.Context())
		if at, next := position(t, db, heard{ID: last.Node.ID}), position(t, db, <-subscribe(ctx, t, server, last.Cursor)); next != at+1 {
			t.Errorf("%q: behind the change %d the feed goes on with %d", order, at, next)
		}
		hangUp()
	}
}

// A server that is started anew, and a subscriber that comes back to it with its cursor, while two servers with connections of their own
// write at once: every change is heard once, in order.
func TestFeedGoesOnAfterARestart(t *testing.T) {
	db := testdb.Open(t)
	mustRecord(t, db, 1, 0)
	const writers, each = 2, 30
	written := make(chan error, writers)
	for n := range writers {
		own := testdb.Connect(t)
		go func() {
			var err error
			for i := 0; i < each && err == nil; i++ {
				err = record(t.Context(), own, 1, 1000*(n+1)+i)
			}
			written <- err
		}()
	}
	total, cursor, next := 3+writers*each, before(t, db), 1
	for next <= total { // each round is the life of a server
		server, stop := restartable(t, testdb.Config(t))
		streaming := subscribe(t.Context(), t, server, cursor)
		for heardHere := 0; heardHere < 20 && next <= total; heardHere++ {
			change := <-streaming
			if at := position(t, db, change); at != next {
				t.Fatalf("change %d came where %d was due", at, next)
			}
			cursor, next = change.Cursor, next+1
		}
		ended := make(chan struct{})
		go func() { // what the server had sent already, and nobody took down
			defer close(ended)
			for range streaming {
			}
		}()
		stop()
		<-ended
	}
	for range writers {
		if err := <-written; err != nil {
			t.Error(err)
		}
	}
}

// restartable is a server with a connection of its own to the database. Stopping it ends what it streams and closes both.
func restartable(t *testing.T, config store.Config) (url string, stop func()) {
	t.Helper()
	db, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	h, err := graph.NewHandler(graph.Options{DB: db, Model: schema(t), Limits: limits.Default(), Log: slog.New(slog.DiscardHandler), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(graph.WithViewer(r.Context(), graph.Coordinator)))
	}))
	return server.URL, func() {
		if err := h.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		server.Close()
		if err := db.Close(context.WithoutCancel(t.Context())); err != nil {
			t.Error(err)
		}
	}
}

// slowClient takes nothing of a stream until it is told to: each write waits.
type slowClient struct {
	header  http.Header
	waits   chan struct{} // one for the first write that waits
	wakes   chan struct{} // closed when it begins to take what is written
	pipe    *io.PipeWriter
	waiting sync.Once
}

func (c *slowClient) Header() http.Header { return c.header }
func (c *slowClient) WriteHeader(int)     {}
func (c *slowClient) Flush()              {}

func (c *slowClient) Write(text []byte) (int, error) {
	if bytes.HasPrefix(text, []byte("event: next")) {
		c.waiting.Do(func() { close(c.waits) })
		<-c.wakes
	}
	return c.pipe.Write(text)
}

// A subscriber that takes nothing holds up neither who writes nor who listens beside it, and is caught up once it takes what there is.
func TestASlowSubscriberHoldsUpNobody(t *testing.T) {
	db := testdb.Open(t)
	h, err := graph.NewHandler(graph.Options{DB: db, Model: schema(t), Limits: limits.Default(), Log: slog.New(slog.DiscardHandler), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	ctx, hangUp := context.WithCancel(graph.WithViewer(t.Context(), graph.Coordinator))
	defer hangUp()
	reading, writing := io.Pipe()
	slow := &slowClient{header: http.Header{}, waits: make(chan struct{}), wakes: make(chan struct{}), pipe: writing}
	request := subscription(ctx, t, "/", before(t, db))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		h.ServeHTTP(slow, request)
	}()
	go func() { _, _ = io.CopyN(io.Discard, reading, 3) }() // the comment that opens the stream

	mustRecord(t, db, 1, 0)
	<-slow.waits
	const more = 3 * cypher.FeedPage // more than one read of the log
	mustRecord(t, db, more, 1)       // while the slow one stands still
	total := 3 + more
	quick := make(chan heard)
	go listen(ctx, streamed(ctx, t, db, h), quick)
	inOrder(t, db, quick, total)

	close(slow.wakes)
	caughtUp := make(chan heard)
	go listen(ctx, reading, caughtUp)
	inOrder(t, db, caughtUp, total)
	hangUp()
	go func() { _, _ = io.Copy(io.Discard, reading) }()
	<-ended
}

// streamed subscribes at a handler from the first change on.
func streamed(ctx context.Context, t *testing.T, db *store.DB, h http.Handler) io.Reader {
	t.Helper()
	reading, writing := io.Pipe()
	wakes := make(chan struct{})
	close(wakes)
	request := subscription(ctx, t, "/", before(t, db))
	go func() {
		h.ServeHTTP(&slowClient{header: http.Header{}, waits: make(chan struct{}), wakes: wakes, pipe: writing}, request)
		writing.Close()
	}()
	return reading
}

// inOrder asks that changes are heard from the first to the last, each once.
func inOrder(t *testing.T, db *store.DB, changes <-chan heard, last int) {
	t.Helper()
	for due := 1; due <= last; due++ {
		if at := position(t, db, <-changes); at != due {
			t.Fatalf("change %d came where %d was due", at, due)
		}
	}
}
