package testdb_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

func count(t *testing.T, db *store.DB, text string) any {
	t.Helper()
	value, err := db.Read(t.Context(), store.Statement{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// Each test gets a database with the schema and without what tests before it have written, be it more than one batch.
func TestOpenGivesACleanDatabase(t *testing.T) {
	t.Setenv("NEO4J_URI", "bolt://192.0.2.1:7687")                                           // somebody's database: it must not even be looked at
	const nodes = "MATCH (n) WHERE NOT n:Migration|Access|Audience|SignOuts RETURN count(n)" // what the migrations make stays
	const rules = "SHOW CONSTRAINTS YIELD name RETURN count(name)"
	db := testdb.Open(t)
	if diff := cmp.Diff(int64(0), count(t, db, nodes)); diff != "" {
		t.Error(diff)
	}
	if count(t, db, rules) == int64(0) {
		t.Error("it has no constraints")
	}
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "UNWIND range(1, 6000) AS i CREATE (:A {i: i})-[:R]->(:B)"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(int64(0), count(t, testdb.Open(t), nodes)); diff != "" {
		t.Error(diff)
	}
}

// What migrations make beside the schema is there, though a test of migrations or one that was killed has left the database without it.
func TestOpenGivesWhatMigrationsMake(t *testing.T) {
	db := testdb.Open(t)
	const made = "MATCH (n:Access|Audience|SignOuts) RETURN count(n)"
	want := count(t, db, made)
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MATCH (n:Access) DELETE n"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, count(t, testdb.Open(t), made)); diff != "" {
		t.Error(diff)
	}
}

// A dump tells nodes, relationships and their properties, and leaves out what it should.
func TestDump(t *testing.T) {
	db := testdb.Open(t)
	empty := testdb.Dump(t, db)
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "CREATE (:A {i: 1})-[:R {j: 2}]->(:B), (:C)"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	whole, part := testdb.Dump(t, db), testdb.Dump(t, db, "C")
	if len(whole) != len(empty)+4 || len(part) != len(whole)-1 || !strings.Contains(strings.Join(part, "\n"), "map[j:2]") {
		t.Errorf("empty: %q\nwhole: %q\nwithout C: %q", empty, whole, part)
	}
}

// Plans are kept though the data changes: planning is most of what tests wait for.
func TestPlansAreKept(t *testing.T) {
	const interval = "SHOW SETTINGS YIELD name, value WHERE name = 'dbms.cypher.min_replan_interval' RETURN value"
	if got := count(t, testdb.Open(t), interval); got != "1d" {
		t.Errorf("the database plans a statement anew after %v", got)
	}
}

func TestCount(t *testing.T) {
	db, statements := testdb.Count(testdb.Open(t))
	for range 3 {
		count(t, db, "RETURN 1")
	}
	if got := statements.Load(); got != 3 {
		t.Errorf("%d statements counted, want 3", got)
	}
}

// A database is gone, with its data, when no test binary has used it for a while. What killed keepers have left goes with the next test, but not what was
// left just now.
func TestNothingIsLeft(t *testing.T) {
	temporary := t.TempDir()
	young, old := filepath.Join(temporary, "partnernet-testdb-1"), filepath.Join(temporary, "partnernet-testdb-2")
	for folder, age := range map[string]time.Duration{young: 0, old: 2 * time.Hour} {
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		then := time.Now().Add(-age)
		if err := os.Chtimes(folder, then, then); err != nil {
			t.Fatal(err)
		}
	}
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, "-test.run=^TestCount$")
	cmd.Env = append(os.Environ(), "TMPDIR="+temporary, "TEMP="+temporary, "PARTNERNET_TESTDB_UNUSED=100ms")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	look := time.NewTicker(50 * time.Millisecond)
	defer look.Stop()
	for late := time.After(2 * time.Minute); ; {
		left, err := filepath.Glob(filepath.Join(temporary, "partnernet-testdb-*[0-9]"))
		if err != nil {
			t.Fatal(err)
		}
		if slices.Equal(left, []string{young}) {
			return
		}
		select {
		case <-look.C:
		case <-late:
			t.Fatalf("%q are left, and only %q should be", left, young)
		}
	}
}
