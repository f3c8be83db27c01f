//go:build unix

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"partnernet/store"
	"partnernet/testworld/site"
)

// How often the server is killed, and whether its database is, too: go test ./server -run KilledServer -args -kills 20 -kill-database.
var (
	kills        = flag.Int("kills", 2, "how often a server is killed while it writes")
	killDatabase = flag.Bool("kill-database", false, "kill the server with an embedded database of its own")
)

// sent is a command that one of the writers has sent, until it is acknowledged.
type sent struct{ name, key string }

// writer registers organisations, one after another. What was not acknowledged it sends again under its key.
type writer struct {
	who          http.Header
	pending      *sent
	acknowledged map[string]string // the ids, by name
	number       int

	of      int                                               // which of the writers it is
	refused func(answer []byte, took time.Duration) (is bool) // is told of an answer that is no acknowledgement, and says whether it is sent again; nil where each must be one
}

// write goes on until the server is gone, or so many have been acknowledged.
func (w *writer) write(url string, most int) error {
	for range most {
		if w.pending == nil {
			w.number++
			name := fmt.Sprintf("Written by %d: %d", w.of, w.number)
			w.pending = &sent{name, name}
		}
		id, err := w.send(url)
		if err != nil || id == "" {
			return err
		}
		w.acknowledged[w.pending.name] = id
		w.pending = nil
	}
	return nil
}

// send gives the id that is answered, "" when the server is gone before.
func (w *writer) send(url string) (string, error) {
	variables, err := json.Marshal(map[string]any{"input": map[string]any{"legalName": w.pending.name, "idempotencyKey": w.pending.key, "source": map[string]any{"document": map[string]any{"title": "A letter"}}}})
	if err != nil {
		return "", err
	}
	body, err := json.Marshal(map[string]any{"query": "mutation($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { organisation { id } } }", "variables": json.RawMessage(variables)})
	if err != nil {
		return "", err
	}
	request, err := http.NewRequest(http.MethodPost, url+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		return "", err
	}
	request.Header.Set("Content-Type", "application/json")
	sentAt := time.Now()
	_, answer, err := site.Send(request, w.who)
	if err != nil {
		return "", nil // it has been killed
	}
	var got struct {
		Data struct {
			RegisterOrganisation *struct{ Organisation struct{ ID string } }
		}
	}
	if err := json.Unmarshal(answer, &got); err != nil || got.Data.RegisterOrganisation == nil {
		if w.refused != nil && w.refused(answer, time.Since(sentAt)) {
			return "", nil
		}
		return "", fmt.Errorf("%s is answered with %s", w.pending.name, answer)
	}
	return got.Data.RegisterOrganisation.Organisation.ID, nil
}

// A server is killed while several write. Nothing that it acknowledged is lost, and what is sent again is there once.
func TestAKilledServerLosesNothing(t *testing.T) {
	var environment, args []string
	var db *store.DB
	if *killDatabase {
		args = []string{"--data", filepath.Join(t.TempDir(), "data")}
		said(t, nil, append([]string{"seed"}, args...)...)
	} else {
		environment, db = ownNeo4j(t)
	}
	writers := newWriters(t, environment, args...)
	for range *kills {
		server := startServer(t, environment, args...)
		writeAll(t, writers, server.url, 1)
		kill := time.AfterFunc(time.Duration(rand.IntN(300))*time.Millisecond, func() { _ = server.Process.Signal(syscall.SIGKILL) })
		writeAll(t, writers, server.url, 1_000_000)
		kill.Stop()
		if err := <-server.exited; err == nil {
			t.Error("the server has ended by itself")
		}
	}
	server := startServer(t, environment, args...)
	writeAll(t, writers, server.url, 1)
	if db == nil {
		db = besideServer(t, args[1])
	}
	checkWritten(t, db, writers)
	said(t, environment, append([]string{"check"}, args...)...)
}

// newWriters makes writers with an access token.
func newWriters(t *testing.T, environment []string, args ...string) []writer {
	t.Helper()
	token := filepath.Join(t.TempDir(), "token")
	said(t, environment, append([]string{"token", "--output", token, "--name", "writers", "--right", "WRITE"}, args...)...)
	secret, err := os.ReadFile(token)
	if err != nil {
		t.Fatal(err)
	}
	writers := make([]writer, 4)
	for i := range writers {
		writers[i] = writer{of: i, who: http.Header{"Authorization": {"Bearer " + strings.TrimSpace(string(secret))}}, acknowledged: map[string]string{}}
	}
	return writers
}

// checkWritten asks that all that was acknowledged is there once, and nothing else, and that the log has no gaps.
func checkWritten(t *testing.T, db *store.DB, writers []writer) {
	t.Helper()
	registered, acknowledged := rowsOf(t, db), 0
	for i := range writers {
		acknowledged += len(writers[i].acknowledged)
		for name, id := range writers[i].acknowledged {
			if got := registered[name]; len(got) != 1 || got[0] != id {
				t.Errorf("%s was acknowledged as %s, and is there as %v", name, id, got)
			}
		}
	}
	if len(registered) != acknowledged {
		t.Errorf("%d are there, and %d were acknowledged", len(registered), acknowledged)
	}
	if n := number(t, db, "MATCH (lock:Lock) RETURN lock.position - COUNT { (:Change) }"); n != 0 {
		t.Errorf("the log has gaps: %d", n)
	}
	t.Logf("%d were acknowledged", acknowledged)
}

// writeAll has all writers write at once, until the server is gone or so many of each have been acknowledged.
func writeAll(t *testing.T, writers []writer, url string, most int) {
	t.Helper()
	var all sync.WaitGroup
	for i := range writers {
		all.Go(func() {
			if err := writers[i].write(url, most); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

// rowsOf gives the ids of what the writers have registered, by name.
func rowsOf(t *testing.T, db *store.DB) map[string][]string {
	t.Helper()
	rows, err := db.ReadRows(t.Context(), store.Statement{Text: "MATCH (o:Organisation) WHERE o.legalName STARTS WITH 'Written by ' RETURN o.legalName AS name, o.id AS id"})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, row := range rows {
		name, _ := row["name"].(string)
		id, _ := row["id"].(string)
		found[name] = append(found[name], id)
	}
	return found
}
