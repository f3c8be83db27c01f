// Package testdb gives the tests of a package a real Neo4j of their own, which nobody else uses.
package testdb

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"partnernet/embedded"
	"partnernet/store"
)

const (
	folderPrefix = "partnernet-testdb-"
	abandoned    = time.Hour // a folder not touched for so long is what a test that was killed has left
	batch        = 10_000    // nodes deleted in one transaction, few enough for the heap
	wipeTime     = 2 * time.Minute
)

// The database of this test binary.
var (
	inMain bool
	server = sync.OnceValues(start)
	stop   = func() error { return nil }
)

// Main runs the tests of a package that use a database, and exits: func TestMain(m *testing.M) { testdb.Main(m) }.
// The database is started when a test first asks for it, whatever NEO4J_URI says, and is gone, with its data, when Main ends.
func Main(m *testing.M) {
	inMain = true
	status := m.Run()
	if err := stop(); err != nil {
		fmt.Fprintln(os.Stderr, "the test database could not be removed:", err)
		status = max(status, 1)
	}
	os.Exit(status)
}

// Config says where the database is, for tests that open it in a way of their own.
func Config(t testing.TB) store.Config {
	t.Helper()
	if !inMain {
		t.Fatal("this package needs func TestMain(m *testing.M) { testdb.Main(m) }")
	}
	s, err := server()
	if err != nil {
		t.Fatal(err)
	}
	return store.Config{URI: s.URI(), Username: s.Username(), Password: s.Password()}
}

// Open gives the database, migrated and without a record in it, until the test ends.
// A test has it for itself only as long as no test beside it calls t.Parallel.
func Open(t testing.TB) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), Config(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := wipe(t.Context(), db.Patient(wipeTime)); err != nil {
		t.Fatal(err)
	}
	return db
}

// Count gives the same database, and the number of statements that are sent through what it gives.
func Count(db *store.DB) (counted *store.DB, statements *atomic.Int64) {
	statements = new(atomic.Int64)
	return db.Observed(func(context.Context, store.Statement, time.Duration, error) { statements.Add(1) }), statements
}

// wipe deletes everything but the memory of the migrations.
func wipe(ctx context.Context, db *store.DB) error {
	for deleted := int64(batch); deleted == batch; {
		err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			rows, err := tx.Run(ctx, store.Statement{
				Text: `
					MATCH (n)
					WHERE NOT n:Migration
					WITH n LIMIT $batch
					DETACH DELETE n
					RETURN count(*) AS deleted`,
				Params: map[string]any{"batch": batch},
			})
			if err == nil {
				deleted = rows[0]["deleted"].(int64)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// start starts the database.
func start() (*embedded.Server, error) {
	removeAbandoned()
	folder, err := os.MkdirTemp("", folderPrefix)
	if err != nil {
		return nil, err
	}
	s, err := embedded.Open(context.Background(), embedded.Config{
		Folder:       folder,
		Disposable:   true,
		PageCacheMiB: 64,
		JVMOptions:   []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"}, // what has the least work to start with
		Progress:     os.Stderr,
		Log:          slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	stop = func() error { return errors.Join(s.Close(), os.RemoveAll(folder)) }
	return s, nil
}

// removeAbandoned removes the databases of tests that were killed. What it cannot remove is left to the next.
func removeAbandoned() {
	folders, err := filepath.Glob(filepath.Join(os.TempDir(), folderPrefix+"*"))
	if err != nil {
		return
	}
	for _, folder := range folders {
		if about, err := os.Stat(folder); err == nil && time.Since(about.ModTime()) > abandoned {
			_ = embedded.Discard(context.Background(), folder) // it is an error when it is in use after all
		}
	}
}
