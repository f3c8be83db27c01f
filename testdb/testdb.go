// Package testdb gives the tests of a package a real Neo4j, which nobody else uses meanwhile. The tests of the next package get the same one, without the data.
package testdb

import (
	"context"
	"fmt"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"partnernet/store"
)

const (
	batch    = 10_000           // nodes deleted in one transaction, few enough for the heap
	patience = 10 * time.Minute // how long a statement may take, where the machine may be slow or busy with other tests
)

// The database of this test binary.
var (
	inMain   bool
	server   = sync.OnceValues(lease)
	giveBack = func() error { return nil }
	home     string // the folder of its files
)

// Main runs the tests of a package that use a database, then what else is to be done when they are over, and exits:
// func TestMain(m *testing.M) { testdb.Main(m) }.
// A database is leased when a test first asks for it, whatever NEO4J_URI says, and is given back when Main ends.
func Main(m *testing.M, after ...func()) {
	if folder := os.Getenv(keeperOf); folder != "" {
		os.Exit(exitStatus(keep(context.Background(), folder), 0))
	}
	inMain = true
	status := m.Run()
	for _, do := range after {
		do()
	}
	os.Exit(exitStatus(giveBack(), status))
}

// exitStatus gives the status to exit with, after something that may have failed.
func exitStatus(err error, otherwise int) int {
	if err != nil {
		fmt.Fprintln(os.Stderr, "the test database:", err)
		return max(otherwise, 1)
	}
	return otherwise
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
	if err := mend(t.Context(), db); err != nil {
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
		Params: map[string]any{"without": append(without, "Migration", "Access", "SignOuts")},
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

// Texts gives what a statement gives as text, a row each.
func Texts(t testing.TB, db *store.DB, statement string) (texts []string) {
	t.Helper()
	rows, err := db.ReadRows(t.Context(), store.Statement{Text: statement})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		texts = append(texts, row["text"].(string))
	}
	return texts
}

// mend makes the database anew when it lacks what migrations make beside the schema. A test of migrations leaves such a database, and so does a test that
// was killed while it restored a copy.
func mend(ctx context.Context, db *store.DB) error {
	whole, err := db.Read(ctx, store.Statement{Text: "RETURN EXISTS { (:Access) } AND EXISTS { (:SignOuts) } AND COUNT { (:Audience) } = 4 AS whole"})
	if err != nil || whole == true {
		return err
	}
	if err := db.Reset(ctx, "Nothing"); err != nil {
		return err
	}
	_, err = db.Migrate(ctx)
	return err
}

// wipe deletes everything but the memory of the migrations, and what they have made.
func wipe(ctx context.Context, db *store.DB) error {
	for deleted := int64(batch); deleted == batch; {
		err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
			rows, err := tx.Run(ctx, store.Statement{
				Text: `
					MATCH (n)
					WHERE NOT n:Migration
					  AND NOT n:Access|SignOuts
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
