package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"partnernet/testdb"
)

// Webhooks are added, listed, tried and removed on the command line. The secret is in a file of its owner's, and is printed nowhere.
func TestWebhookCommands(t *testing.T) {
	testdb.Open(t)
	config := testdb.Config(t)
	var status atomic.Int64
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(int(status.Load())) }))
	t.Cleanup(receiver.Close)
	secret, keys := filepath.Join(t.TempDir(), "secret"), t.TempDir()
	webhook := func(want int, args ...string) string {
		t.Helper()
		var out bytes.Buffer
		args = append(append([]string{"webhook"}, args...), "--keys", keys, "--neo4j-uri", config.URI, "--neo4j-username", config.Username, "--neo4j-password", config.Password)
		if got := run(args, &out, &out); got != want {
			t.Fatalf("%q ends with %d: %s", args[1], got, &out)
		}
		return out.String()
	}
	added := webhook(exitSuccess, "add", receiver.URL, "--name", "Cases", "--output", secret)
	id := strings.Fields(added)[2]
	text, err := os.ReadFile(secret)
	if err != nil || !strings.HasPrefix(string(text), "whsec_") || strings.Contains(added, strings.TrimSpace(string(text))) {
		t.Errorf("the file has %q: %v", text, err)
	}
	if info, err := os.Stat(secret); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others read the file: %v %v", info.Mode(), err)
	}
	webhook(exitFailure, "add", receiver.URL, "--name", "Cases", "--output", secret)
	if list := webhook(exitSuccess, "list"); !strings.Contains(list, id) || strings.Count(list, receiver.URL) != 1 || !strings.Contains(list, "Keeper of this register") {
		t.Errorf("listed are %s", list)
	}
	if said := webhook(exitFailure, "test", id); !strings.Contains(said, "--webhook-networks") {
		t.Errorf("this machine is no public address: %s", said)
	}
	status.Store(http.StatusTeapot)
	if said := webhook(exitFailure, "test", id, "--webhook-networks", "127.0.0.0/8"); !strings.Contains(said, "418") {
		t.Errorf("it is refused: %s", said)
	}
	status.Store(http.StatusNoContent)
	webhook(exitSuccess, "test", id, "--webhook-networks", "127.0.0.0/8")
	webhook(exitSuccess, "remove", id)
	if list := webhook(exitSuccess, "list"); strings.Contains(list, id) {
		t.Errorf("it is still there: %s", list)
	}
	webhook(exitFailure, "remove", id)
}
