//go:build unix

package main

import (
	"bytes"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"

	"partnernet/testworld/site"
)

// From the first moment a server tells that it lives, and what it waits for: here for a database that takes connections and says nothing.
func TestAServerThatStartsAnswers(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	own, err := net.Listen("tcp", "127.0.0.1:0") // an address that is free for the server
	if err != nil {
		t.Fatal(err)
	}
	address := own.Addr().String()
	own.Close()
	cmd := command(t, "serve", "--listen", address, "--neo4j-uri", "bolt://"+silent.Addr().String())
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() }) // it has ended where all is well
	waiting, err := silent.Accept()              // the server asks the database, and has taken its address before
	if err != nil {
		t.Fatal(err)
	}
	defer waiting.Close()
	if status, body := site.Fetch(t, "GET", "http://"+address+"/healthz", nil); status != http.StatusOK || !strings.Contains(body, "alive") {
		t.Errorf("/healthz says %d %s", status, body)
	}
	for _, path := range []string{"/readyz", "/", "/graphql"} {
		status, body := site.Fetch(t, "GET", "http://"+address+path, nil)
		if status != http.StatusServiceUnavailable || !strings.Contains(body, "The database is being started.") {
			t.Errorf("%s says %d %s", path, status, body)
		}
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	silent.Close()
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != exitFailure || !strings.Contains(stderr.String(), "server: stopped before it was done.") {
		t.Errorf("it ended with %v and said %q", err, stderr.String())
	}
}
