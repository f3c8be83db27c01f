//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/backup"
	"partnernet/store"
	"partnernet/testdb"
)

// What a restore leaves that is killed is served by nobody, and the same command begins anew.
func TestAKilledRestoreIsServedByNobody(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	file := filepath.Join(t.TempDir(), "register.backup")
	said(t, environment, "backup", file)
	whole, err := backup.Verify(file)
	if err != nil {
		t.Fatal(err)
	}
	testdb.Open(t)

	begin := lock(t, db, "Access") // which a restore takes away before it writes records
	restoring := command(t, "restore", file)
	restoring.Env = append(restoring.Env, environment...)
	if err := restoring.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- restoring.Wait() }()
	eventually(t, "it has begun", func() bool { return number(t, db, "RETURN COUNT { (:Restoring) }") > 0 })
	end := lock(t, db, "Restoring") // which it takes away at its end: it goes on that far, however quick it is
	begin()
	eventually(t, "it has written something", func() bool { return number(t, db, "RETURN COUNT { (:Record) }") > 0 })
	if err := restoring.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err == nil {
		t.Fatal("it ended before it was killed")
	}
	end()

	for _, args := range [][]string{{"--listen", "127.0.0.1:0"}, {"check"}, {"backup", file + ".half"}} {
		refused := command(t, args...)
		refused.Env = append(refused.Env, environment...)
		var stderr bytes.Buffer
		refused.Stderr = &stderr
		if err := refused.Run(); err == nil || !strings.Contains(stderr.String(), "A backup was being restored into this database, and that did not end.") {
			t.Errorf("%q over half a register ended with %v and said %s", args, err, stderr.String())
		}
	}
	if says := said(t, environment, "restore", file); !strings.Contains(says, whole.Digest) {
		t.Errorf("restored anew it says %s", says)
	}
	if says := said(t, environment, "verify"); !strings.Contains(says, whole.Digest) {
		t.Errorf("the register is another one: %s", says)
	}
}

// errUnlocked takes back what a lock was taken by.
var errUnlocked = errors.New("the lock is given back")

// lock keeps others from changing the nodes of a label until unlock is called. It changes nothing.
func lock(t *testing.T, db *store.DB, label string) (unlock func()) {
	t.Helper()
	locked, done := make(chan struct{}), make(chan struct{})
	ended := make(chan error, 1)
	go func() {
		ended <- db.Write(context.WithoutCancel(t.Context()), func(ctx context.Context, tx store.Tx) error {
			rows, err := tx.Run(ctx, store.Statement{Text: "MATCH (n:" + label + ") SET n.locked = true RETURN n.locked"})
			if err != nil || len(rows) == 0 {
				return errors.Join(err, errors.New("there is no "+label+" to lock"))
			}
			close(locked)
			<-done
			return errUnlocked
		})
	}()
	select {
	case <-locked:
	case err := <-ended:
		t.Fatal(err)
	}
	unlock = sync.OnceFunc(func() {
		close(done)
		if err := <-ended; !errors.Is(err, errUnlocked) {
			t.Error(err)
		}
	})
	t.Cleanup(unlock)
	return unlock
}

// A server that is older than its data says so in one sentence, and leaves the data alone.
func TestAServerOlderThanItsData(t *testing.T) {
	environment, db := ownNeo4j(t)
	write := func(text string) {
		t.Helper()
		if err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Run(ctx, store.Statement{Text: text})
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	write("CREATE (:Migration {number: 9999, name: '9999_from_the_future', checksum: ''})")
	defer write("MATCH (m:Migration {number: 9999}) DELETE m")
	before := testdb.Dump(t, db)
	for _, args := range [][]string{{"--listen", "127.0.0.1:0"}, {"seed"}, {"migrate"}} {
		older := command(t, args...)
		older.Env = append(older.Env, environment...)
		var stderr bytes.Buffer
		older.Stderr = &stderr
		err := older.Run()
		if says := stderr.String(); err == nil || !strings.HasPrefix(says, "server: This database was made by a newer version of the registry: it has migration 9999_from_the_future") || strings.Count(says, "\n") != 1 {
			t.Errorf("%q over newer data ended with %v and said %s", args, err, says)
		}
	}
	if diff := cmp.Diff(before, testdb.Dump(t, db)); diff != "" {
		t.Errorf("it has changed the data: %s", diff)
	}
}
