package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"partnernet"
	"partnernet/cypher"
	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/limits"
	"partnernet/model"
	"partnernet/store"
	"partnernet/testdb"
)

// feedServer is one server of a registry; several may stand over one database.
func feedServer(t *testing.T, db *store.DB) *httptest.Server {
	t.Helper()
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	h, err := graph.NewHandler(graph.Options{DB: db, Model: m, Limits: limits.Default(), Log: slog.New(slog.DiscardHandler), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(graph.WithViewer(r.Context(), graph.Coordinator)))
	}))
	t.Cleanup(server.Close)
	return server
}

// heard is one change as the subscriber hears it.
type heard struct {
	Cursor   string
	Position int
}

// subscribe opens an event stream and gives what it brings until the context ends.
func subscribe(ctx context.Context, t *testing.T, url, after string) <-chan heard {
	t.Helper()
	body, err := json.Marshal(map[string]any{
		"query":     `subscription($after: String) { changes(after: $after) { cursor node { position } } }`,
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
	response, err := http.DefaultClient.Do(r)
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
					Node   struct{ Position int }
				}
			}
		}
		if !is || json.Unmarshal([]byte(data), &event) != nil {
			continue
		}
		select {
		case changes <- heard{event.Data.Changes.Cursor, event.Data.Changes.Node.Position}:
		case <-ctx.Done():
			return
		}
	}
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
	cursor, next := cypher.CursorAt(0), 1
	for round := 0; next <= total; round++ {
		ctx, hangUp := context.WithCancel(t.Context())
		t.Cleanup(hangUp) // a stream left open would keep its server from closing
		for change := range subscribe(ctx, t, servers[round%len(servers)].URL, cursor) {
			if change.Position != next {
				t.Fatalf("change %d came where %d was due", change.Position, next)
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
	if first := <-changes; first.Position <= earlier {
		t.Errorf("the first change heard is %d, and %d came before the subscription", first.Position, earlier)
	}
	hangUp()
	if err := <-written; err != nil {
		t.Error(err)
	}
}
