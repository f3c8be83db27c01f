//go:build unix

package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
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

	restoring := command(t, "restore", file)
	restoring.Env = append(restoring.Env, environment...)
	if err := restoring.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- restoring.Wait() }()
	eventually(t, "it has written something", func() bool {
		return number(t, db, "RETURN CASE WHEN EXISTS { (:Restoring) } THEN COUNT { (:Record) } ELSE 0 END") > 0
	})
	if err := restoring.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err == nil {
		t.Fatal("it ended before it was killed")
	}

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
