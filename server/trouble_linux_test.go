package main

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"partnernet/testworld/site"
)

// Whether a server is tried whose database freezes and whose disk is full, which takes minutes and needs to be root, since the disk is a small one in memory:
// go test ./server -run ADatabaseInTrouble -args -trouble.
var trouble = flag.Bool("trouble", false, "freeze a server's database, and fill its disk")

const (
	mostStatement = 20 * time.Second               // of the server that is in trouble: at its start much is planned, on a machine that may be busy
	mostAnswer    = mostStatement + 15*time.Second // what is answered must be by then
)

// attempts tells what a writer was answered that was no acknowledgement.
type attempts struct {
	code string
	took time.Duration
}

// persist writes until enough is so, and sends again what is not acknowledged. It gives what it was answered meanwhile.
func (w *writer) persist(t *testing.T, url string, enough func() bool, noticed func()) (refused []attempts) {
	w.refused = func(answer []byte, took time.Duration) bool {
		var told struct {
			Errors []struct{ Extensions struct{ Code string } }
		}
		if json.Unmarshal(answer, &told) != nil || len(told.Errors) == 0 {
			return false
		}
		if len(refused) == 0 {
			noticed()
		}
		refused = append(refused, attempts{told.Errors[0].Extensions.Code, took})
		return true
	}
	defer func() { w.refused = nil }()
	for !enough() {
		if err := w.write(url, 1); err != nil {
			t.Error(err)
		}
	}
	return refused
}

// inTrouble has the writers write while something is done to the database, until that is over and each was acknowledged once more. Whatever they are told
// meanwhile must be that the database is away, in time.
func inTrouble(t *testing.T, server *process, writers []writer, do func(noticed func())) {
	t.Helper()
	over := make(chan struct{})
	var all, noticing sync.WaitGroup
	noticing.Add(len(writers))
	for i := range writers {
		w := &writers[i]
		all.Go(func() {
			after := -1
			refused := w.persist(t, server.url, func() bool {
				select {
				case <-over:
					if after < 0 {
						after = len(w.acknowledged)
					}
					return len(w.acknowledged) > after
				default:
					return false
				}
			}, noticing.Done)
			for _, r := range refused {
				if r.code != "UNAVAILABLE" || r.took > mostAnswer {
					t.Errorf("a writer was told %s after %v", r.code, r.took)
				}
			}
		})
	}
	defer all.Wait()
	defer close(over)
	do(noticing.Wait)
	eventually(t, "the server is ready again", func() bool { return readyStatus(t, server.url) == http.StatusOK })
}

// awaitTrouble waits until /readyz says why the database is away, in words that it gives, while /healthz is well.
func awaitTrouble(t *testing.T, server *process, says string) {
	t.Helper()
	eventually(t, "/readyz says "+says, func() bool {
		status, body := site.Fetch(t, "GET", server.url+"/readyz", nil)
		return status == http.StatusServiceUnavailable && strings.Contains(body, says)
	})
	if status, _ := site.Fetch(t, "GET", server.url+"/healthz", nil); status != http.StatusOK {
		t.Errorf("the server itself is well, and /healthz says %d", status)
	}
}

// A server whose database freezes, or whose disk is full, says so in time and loses nothing. It works again by itself when the trouble is over.
func TestADatabaseInTrouble(t *testing.T) {
	if !*trouble {
		t.Skip("it takes minutes, and a disk of its own: run it with -args -trouble, as root")
	}
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=900m"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, 0); err != nil {
			t.Error(err)
		}
	})
	args := []string{"--data", filepath.Join(disk, "data")}
	server := startServer(t, nil, append(args, "--statement-timeout", mostStatement.String())...)
	writers := newWriters(t, nil, args...)
	writeAll(t, writers, server.url, 1)

	t.Run("frozen", func(t *testing.T) {
		inTrouble(t, server, writers, func(noticed func()) {
			database := neo4jOf(t, args[1])
			send(t, database, syscall.SIGSTOP)
			defer send(t, database, syscall.SIGCONT)
			awaitTrouble(t, server, "does not answer")
			noticed()
		})
	})
	t.Run("full", func(t *testing.T) {
		filling := filepath.Join(disk, "filling")
		inTrouble(t, server, writers, func(noticed func()) {
			fill(t, filling)
			defer os.Remove(filling)
			awaitTrouble(t, server, "disk of the embedded database is full")
			noticed()
		})
	})
	checkWritten(t, besideServer(t, args[1]), writers)
	said(t, nil, append([]string{"check"}, args...)...)
	server.terminate(t)
}

func send(t *testing.T, pid int, s syscall.Signal) {
	t.Helper()
	if err := syscall.Kill(pid, s); err != nil {
		t.Error(err)
	}
}

// fill writes a file until its disk is full.
func fill(t *testing.T, path string) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for chunk := make([]byte, 1<<20); err == nil; {
		_, err = file.Write(chunk)
	}
	t.Logf("the disk is full: %v", err)
}
