//go:build unix

package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"partnernet/testdb"
)

// inbox is a program that is told of changes. It takes none before it has refused one.
type inbox struct {
	secret string // a file

	mu      sync.Mutex
	refused string   // the id of the first message
	taken   []string // the ids of those after it
	wrong   []string // what does not verify
}

// ServeHTTP verifies a message as docs/webhooks.md says.
func (in *inbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	in.mu.Lock()
	defer in.mu.Unlock()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		in.wrong = append(in.wrong, err.Error())
	}
	id := r.Header.Get("webhook-id")
	text, err := os.ReadFile(in.secret)
	if err != nil {
		in.wrong = append(in.wrong, err.Error())
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(strings.TrimSpace(string(text)), "whsec_"))
	if err != nil {
		in.wrong = append(in.wrong, err.Error())
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", id, r.Header.Get("webhook-timestamp"), body)
	if r.Header.Get("webhook-signature") != "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)) {
		in.wrong = append(in.wrong, id)
	}
	if in.refused == "" {
		in.refused = id
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	in.taken = append(in.taken, id)
}

// emptied gives what was taken, and begins anew.
func (in *inbox) emptied() (taken []string) {
	in.mu.Lock()
	defer in.mu.Unlock()
	taken, in.taken = in.taken, nil
	return taken
}

// A server tells a webhook of what is written, signed, and again what was answered with 500. A register that was restored goes on with that webhook where it was when the
// copy was taken, by the same secret.
func TestAServerTellsWebhooks(t *testing.T) {
	environment, db := ownNeo4j(t)
	keys, folder := t.TempDir(), t.TempDir()
	in := &inbox{secret: filepath.Join(folder, "secret")}
	receiver := httptest.NewServer(in)
	t.Cleanup(receiver.Close)
	writers := newWriters(t, environment)[:1]
	said(t, environment, "webhook", "add", receiver.URL, "--name", "Cases", "--output", in.secret, "--keys", keys)
	changes := func() []string {
		return testdb.Texts(t, db, "MATCH (c:Change) WHERE c.position > 0 RETURN c.id AS text ORDER BY c.position")
	}
	serving := []string{"--webhooks", "--webhook-networks", "127.0.0.0/8", "--keys", keys}
	all := func() { // what was written is taken, and noted
		t.Helper()
		eventually(t, "all changes are taken", func() bool {
			return number(t, db, "MATCH (hook:Webhook), (lock:Lock {name: 'ledger'}) RETURN lock.position - hook.position") == 0
		})
	}

	before := changes()
	server := startServer(t, environment, serving...)
	writeAll(t, writers, server.url, 1)
	all()
	server.terminate(t)
	first := changes()[len(before):]
	if taken := in.emptied(); !slices.Equal(taken, first) || in.refused != first[0] {
		t.Errorf("written were %q, of which %q was refused and then taken %q", first, in.refused, taken)
	}

	file := filepath.Join(folder, "register.backup")
	said(t, environment, "backup", file)
	testdb.Open(t)
	said(t, environment, "restore", file)
	server = startServer(t, environment, serving...)
	writeAll(t, writers, server.url, 1)
	all()
	server.terminate(t)
	if taken, second := in.emptied(), changes()[len(before)+len(first):]; len(second) == 0 || !slices.Equal(taken, second) {
		t.Errorf("after restoring %q were written and %q taken", second, taken)
	}
	if len(in.wrong) > 0 {
		t.Errorf("these do not verify: %q", in.wrong)
	}
}
