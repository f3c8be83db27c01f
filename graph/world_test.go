package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
	"partnernet/testworld/founding"
)

// patience is how long a test waits for what should take seconds on a machine with nothing else to do.
const patience = 3 * time.Minute

// today is the day on which everything here is read: the founding case's last report has been due for a day.
var today = time.Date(2024, 6, 1, 12, 0, 0, 0, time.UTC)

var schema = testworld.Model

// world is GraphQL over a database that holds the founding case.
type world struct {
	t   *testing.T
	db  *store.DB
	url string
	log *bytes.Buffer
}

func founded(t *testing.T) world {
	t.Helper()
	db := testdb.Open(t)
	founding.Load(t, db, ledger.New(db, schema(t), time.Now))
	return serve(t, db)
}

func connect(t *testing.T, config store.Config) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) }) // whatever went wrong was told where it went wrong
	return db
}

// serve serves GraphQL over a database.
func serve(t *testing.T, db *store.DB) world {
	t.Helper()
	log := &bytes.Buffer{}
	handler := testworld.GraphQL(t, db, func() time.Time { return today }, func(o *graph.Options) { o.Log = slog.New(slog.NewTextHandler(&locked{to: log}, nil)) })
	server := httptest.NewServer(asViewer(handler))
	t.Cleanup(server.Close)
	return world{t, db, server.URL, log}
}

// locked is a log that several requests write to.
type locked struct {
	mu sync.Mutex
	to io.Writer
}

func (l *locked) Write(text []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.to.Write(text)
}

// The headers by which these tests say on whose behalf they ask. Without the first nobody says so.
const clearanceHeader, languageHeader = "Test-Clearance", "Test-Language"

func asViewer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if clearance := r.Header.Get(clearanceHeader); clearance != "" {
			r = r.WithContext(graph.WithViewer(r.Context(), graph.Viewer{Clearance: registry.Class(clearance), Language: r.Header.Get(languageHeader)}))
		}
		next.ServeHTTP(w, r)
	})
}

// question is a request.
type question struct {
	query     string
	variables map[string]any
	clearance string // RESTRICTED when empty
	language  string // en when empty
	nobody    bool   // the request does not say who asks
}

// answer is a response.
type answer struct {
	Data   map[string]any
	Errors []failure
	status int
	text   string
}

// failure is an error as a client gets it.
type failure struct {
	Message    string
	Path       []any
	Extensions map[string]any
}

func (f failure) code() string {
	code, _ := f.Extensions["code"].(string)
	return code
}

// put asks a question, and gives the answer whatever it is.
func (w world) put(q question) answer {
	w.t.Helper()
	status, text := w.post(q, "application/graphql-response+json")
	a := answer{status: status, text: text}
	if err := json.Unmarshal([]byte(text), &a); err != nil {
		w.t.Fatalf("%s is no JSON: %v", text, err)
	}
	w.leaksNothing(a)
	return a
}

// subscribed asks for an event stream that ends by itself, as one that is refused does, and gives its first event.
func (w world) subscribed(q question) answer {
	w.t.Helper()
	status, text := w.post(q, "text/event-stream")
	a := answer{status: status, text: text}
	_, event, _ := strings.Cut(text, "data: ")
	event, _, _ = strings.Cut(event, "\n")
	if err := json.Unmarshal([]byte(event), &a); err != nil {
		w.t.Fatalf("%s has no event: %v", text, err)
	}
	w.leaksNothing(a)
	return a
}

// post sends a question, and gives what comes back in the form that is asked for.
func (w world) post(q question, accept string) (status int, text string) {
	w.t.Helper()
	body, err := json.Marshal(map[string]any{"query": q.query, "variables": q.variables})
	if err != nil {
		w.t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodPost, w.url, bytes.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", accept)
	if !q.nobody {
		r.Header.Set(clearanceHeader, or(q.clearance, "RESTRICTED"))
		r.Header.Set(languageHeader, or(q.language, "en"))
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		w.t.Fatal(err)
	}
	defer response.Body.Close()
	all, err := io.ReadAll(response.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	return response.StatusCode, string(all)
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// internals are what no client may see: the database's language, its errors and addresses, our own files.
var internals = []string{"match (", "unwind", "return ", "neo4j", "neo.", "bolt", "cypher", "127.0.0.1", "goroutine", ".go:", "partnernet/", "dial tcp", "nil pointer", "map[string]"}

func (w world) leaksNothing(a answer) {
	w.t.Helper()
	for _, f := range a.Errors {
		for _, internal := range internals {
			if strings.Contains(strings.ToLower(f.Message), internal) {
				w.t.Errorf("the error %q tells of %q", f.Message, internal)
			}
		}
	}
}

// ask gives the data that answers a query; an error ends the test.
func (w world) ask(query string) map[string]any {
	w.t.Helper()
	a := w.put(question{query: query})
	if len(a.Errors) > 0 {
		w.t.Fatalf("%s: %s", query, a.text)
	}
	return a.Data
}

// write writes to the database what no source has told.
func (w world) write(statement string, params map[string]any) {
	w.t.Helper()
	err := w.db.Write(w.t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: statement, Params: params})
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

// expected reads a JSON value.
func expected(t *testing.T, text string) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err, text)
	}
	return v
}
