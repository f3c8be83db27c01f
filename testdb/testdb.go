// Package testdb gives the tests of a package a real Neo4j of their own, which nobody else uses.
package testdb

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"partnernet/embedded"
	"partnernet/store"
)

const (
	folderPrefix = "partnernet-testdb-"
	abandoned    = time.Hour        // a folder not touched for so long is what a test that was killed has left
	batch        = 10_000           // nodes deleted in one transaction, few enough for the heap
	patience     = 10 * time.Minute // how long a statement may take, where the machine may be slow or busy with other tests
)

// settings keep the plans of statements. Half of the time that tests take goes into planning, and the data of each test is other data
// in a database just as small: none needs plans of its own. db.prepareForReplanning forgets them all.
var settings = []string{"dbms.cypher.min_replan_interval=24h"}

// The database of this test binary.
var (
	inMain bool
	server = sync.OnceValues(start)
	stop   = func() error { return nil }
	home   string // the folder of its files
)

// Main runs the tests of a package that use a database, then what else is to be done when they are over, and exits:
// func TestMain(m *testing.M) { testdb.Main(m) }.
// The database is started when a test first asks for it, whatever NEO4J_URI says, and is gone, with its data, when Main ends.
func Main(m *testing.M, after ...func()) {
	inMain = true
	status := m.Run()
	for _, do := range after {
		do()
	}
	if err := stop(); err != nil {
		fmt.Fprintln(os.Stderr, "the test database could not be removed:", err)
		status = max(status, 1)
	}
	os.Exit(status)
}

// Config says where the database is, for tests that open it in a way of their own. It is patient: a test about time sets the Timeout.
func Config(t testing.TB) store.Config {
	t.Helper()
	if !inMain {
		t.Fatal("this package needs func TestMain(m *testing.M) { testdb.Main(m) }")
	}
	s, err := server()
	if err != nil {
		t.Fatal(err)
	}
	return store.Config{URI: s.URI(), Username: s.Username(), Password: s.Password(), Timeout: patience}
}

// Open gives the database, migrated and without a record in it, until the test ends.
// A test has it for itself only as long as no test beside it calls t.Parallel.
func Open(t testing.TB) *store.DB {
	t.Helper()
	db := Connect(t)
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := wipe(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	return db
}

// Files gives the folder that has all files of the database: the transaction log, which has all that was written as soon as it is final, and the server's own logs
// among them.
func Files(t testing.TB) string {
	t.Helper()
	if home == "" {
		t.Fatal("no test has asked for the database yet")
	}
	return home
}

// Connect gives the database as it is, until the test ends: another connection beside the one of Open.
func Connect(t testing.TB) *store.DB {
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
	return db
}

// Count gives the same database, and the number of statements that are sent through what it gives.
func Count(db *store.DB) (counted *store.DB, statements *atomic.Int64) {
	statements = new(atomic.Int64)
	return db.Observed(func(context.Context, store.Statement, time.Duration, error) { statements.Add(1) }), statements
}

// Dump gives all that the database holds but the nodes with some labels: a line for each node and each relationship, in order.
func Dump(t testing.TB, db *store.DB, without ...string) []string {
	t.Helper()
	rows, err := db.ReadRows(t.Context(), store.Statement{
		Text: `
			MATCH (n)
			WHERE none(label IN labels(n) WHERE label IN $without)
			RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties, [(n)-[r]->(m) | [type(r), elementId(m), properties(r)]] AS links`,
		Params: map[string]any{"without": append(without, "Migration", "Access")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, row := range rows {
		lines = append(lines, fmt.Sprint(row["id"], row["labels"], row["properties"]))
		for _, link := range row["links"].([]any) {
			lines = append(lines, fmt.Sprint(row["id"], link))
		}
	}
	slices.Sort(lines)
	return lines
}

// wipe deletes everything but the memory of the migrations, and what they have made.
func wipe(ctx context.Context, db *store.DB) error {
	for deleted := int64(batch); deleted == batch; {
		err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			rows, err := tx.Run(ctx, store.Statement{
				Text: `
					MATCH (n)
					WHERE NOT n:Migration
					  AND NOT n:Access
					  AND NOT (n:Audience AND n.number < 4)
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
		JVMOptions:   []string{"-XX:+UseSerialGC"}, // what has the least work to start with; planning is worth compiling well, from a few dozen statements on
		Settings:     settings,
		Progress:     os.Stderr,
		Log:          slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	home = folder
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
