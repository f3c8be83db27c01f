package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/testdb"
)

// bare takes away all that migrations ever made.
func bare(t *testing.T, db *store.DB) {
	t.Helper()
	for _, kind := range []string{"CONSTRAINT", "INDEX"} {
		rows, err := db.ReadRows(t.Context(), store.Statement{Text: "SHOW " + kind + " YIELD name, type WHERE type <> 'LOOKUP' RETURN name"})
		must(t, err)
		for _, row := range rows {
			write(t, db, fmt.Sprintf("DROP %s %s", kind, row["name"]), nil)
		}
	}
	write(t, db, "MATCH (m:Migration) DELETE m", nil)
}

func schema(t *testing.T, db *store.DB) []map[string]any {
	t.Helper()
	rows, err := db.ReadRows(t.Context(), store.Statement{Text: `
		SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, owningConstraint
		WHERE type <> 'LOOKUP'
		RETURN *
		ORDER BY name`})
	must(t, err)
	return rows
}

func migrate(t *testing.T, db *store.DB) []string {
	t.Helper()
	applied, err := db.Migrate(t.Context())
	must(t, err)
	return applied
}

func TestMigrateTwiceChangesNothing(t *testing.T) {
	db := testdb.Open(t)
	bare(t, db)
	if got := schema(t, db); len(got) > 0 {
		t.Fatalf("the database is not bare: %v", got)
	}
	// Enough for the indexes to take a while, so that Migrate has something to wait for.
	write(t, db, "UNWIND range(1, 20000) AS n CREATE (:Record:Organisation {id: toString(n), sortKey: toString(n), searchText: toString(n)})", nil)
	if applied := migrate(t, db); len(applied) == 0 {
		t.Error("nothing was applied to a bare database")
	}
	before := schema(t, db)
	for _, index := range before {
		if index["state"] != "ONLINE" {
			t.Errorf("index %v is %v after Migrate", index["name"], index["state"])
		}
	}
	if applied := migrate(t, db); len(applied) > 0 {
		t.Errorf("the second time it applied %q", applied)
	}
	if diff := cmp.Diff(before, schema(t, db)); diff != "" {
		t.Error(diff)
	}
}

func TestServersThatMigrateAtOnceApplyEachMigrationOnce(t *testing.T) {
	db := testdb.Open(t)
	bare(t, db)
	want := migrate(t, db)
	schemaOfOne := schema(t, db)
	for why, empty := range map[string]string{"a database that has something": "MATCH (n:Something) DELETE n", "a new database": "MATCH (n) DETACH DELETE n"} {
		bare(t, db)
		write(t, db, empty, nil)
		if diff := cmp.Diff(want, migratedByServers(t, 8)); diff != "" {
			t.Errorf("%s, applied by all servers together: %s", why, diff)
		}
		if diff := cmp.Diff(schemaOfOne, schema(t, db)); diff != "" {
			t.Errorf("%s: %s", why, diff)
		}
	}
}

// migratedByServers has so many servers migrate at once, and gives what they have applied together.
func migratedByServers(t *testing.T, servers int) []string {
	t.Helper()
	applied := make([][]string, servers)
	var starting, migrating sync.WaitGroup
	starting.Add(servers)
	for i := range servers {
		server := open(t, testdb.Config(t))
		migrating.Go(func() {
			starting.Done()
			starting.Wait()
			var err error
			if applied[i], err = server.Migrate(t.Context()); err != nil {
				t.Errorf("server %d: %v", i, err)
			}
		})
	}
	migrating.Wait()
	return slices.Concat(applied...)
}

// A database that has nothing is made at once what migrations make of one after another.
func TestANewDatabaseIsWhatMigrationsMake(t *testing.T) {
	db := testdb.Open(t)
	made := func() (all []any) {
		rows, err := db.ReadRows(t.Context(), store.Statement{Text: `
			MATCH (n)
			RETURN labels(n) AS labels, properties(n {.*, appliedAt: null}) AS properties
			ORDER BY labels, n.number`})
		must(t, err)
		for _, row := range rows {
			all = append(all, row)
		}
		return all
	}
	bare(t, db)
	write(t, db, "MATCH (n) DETACH DELETE n", nil)
	write(t, db, "CREATE (:Something)", nil) // so that it is not new
	names := migrate(t, db)
	write(t, db, "MATCH (n:Something) DELETE n", nil)
	wantSchema, want := schema(t, db), made()

	bare(t, db)
	write(t, db, "MATCH (n) DETACH DELETE n", nil)
	if diff := cmp.Diff(names, migrate(t, db)); diff != "" {
		t.Errorf("applied to a new database: %s", diff)
	}
	if diff := cmp.Diff(wantSchema, schema(t, db)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, made()); diff != "" {
		t.Error(diff)
	}
}

func TestMigrateFinishesWhatAnotherBegan(t *testing.T) {
	db := testdb.Open(t)
	bare(t, db)
	all := migrate(t, db)
	// A server that was killed has made some of what a migration makes, and not recorded that one.
	const makesReadings = 13
	write(t, db, "MATCH (m:Migration) WHERE m.number >= $from DELETE m", map[string]any{"from": makesReadings})
	write(t, db, "DROP CONSTRAINT reading_key", nil)
	if diff := cmp.Diff(all[makesReadings-1:], migrate(t, db)); diff != "" {
		t.Error(diff)
	}
	if got := read(t, db, "SHOW CONSTRAINTS YIELD name WHERE name = 'reading_key' RETURN count(*)"); got != int64(1) {
		t.Error("the constraint that was missing was not made")
	}
}

func TestMigrateRefusesADatabaseThatItDoesNotKnow(t *testing.T) {
	for name, c := range map[string]struct{ change, undo, says string }{
		"changed": {
			"MATCH (m:Migration {number: 1}) SET m.was = m.checksum, m.checksum = 'of other statements'",
			"MATCH (m:Migration {number: 1}) SET m.checksum = m.was REMOVE m.was",
			"has been changed since",
		},
		"newer": {
			"CREATE (:Migration {number: 9999, name: '9999_from_the_future', checksum: ''})",
			"MATCH (m:Migration {number: 9999}) DELETE m",
			"newer version",
		},
	} {
		t.Run(name, func(t *testing.T) {
			db := testdb.Open(t)
			write(t, db, c.change, nil)
			_, err := db.Migrate(t.Context())
			write(t, db, c.undo, nil)
			if fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want a Conflict that says %q", err, c.says)
			}
			migrate(t, db)
		})
	}
}

// A register may hold doubles from before they were refused: they all stay, and the one that was entered first holds the key.
func TestMigrateKeepsDoubles(t *testing.T) {
	db := testdb.Open(t)
	bare(t, db)
	write(t, db, `
		CREATE (funder:Record:Organisation {id: 'f'}), (firm:Record:Organisation {id: 'o'})
		CREATE (funder)<-[:APPLIED_TO]-(a:Record:Application {id: 'a2', caseNumber: 'RUN/1', createdAt: datetime('2024-01-02')})
		CREATE (funder)<-[:APPLIED_TO]-(:Record:Application {id: 'a1', caseNumber: 'run/1 ', createdAt: datetime('2024-01-01')})
		CREATE (funder)<-[:APPLIED_TO]-(:Record:Application {id: 'a3', createdAt: datetime('2024-01-01')})
		CREATE (a)<-[:DECIDES]-(d:Record:Decision {id: 'd2', caseNumber: 'RUN/1', createdAt: datetime('2024-01-02')})
		CREATE (funder)<-[:MADE_BY]-(:Record:Decision {id: 'd1', caseNumber: 'RUN/1', createdAt: datetime('2024-01-01')})
		CREATE (d)<-[:GRANTED_BY]-(:Record:Award {id: 'w1', createdAt: datetime('2024-01-01')})-[:RECIPIENT]->(firm)
		CREATE (d)<-[:GRANTED_BY]-(:Record:Award {id: 'w2', createdAt: datetime('2024-01-02'), costBasis: 'BUDGETED'})-[:RECIPIENT]->(firm)
		CREATE (:Record:Document {id: 'p2', sha256: '0F', sensitivity: 'PUBLIC', createdAt: datetime('2024-01-02')})
		CREATE (:Record:Document {id: 'p1', sha256: '0f', sensitivity: 'PUBLIC', createdAt: datetime('2024-01-01')})
		CREATE (:Record:Document {id: 'p3', sha256: '0f', sensitivity: 'COORDINATORS', createdAt: datetime('2024-01-03')})
		CREATE (:Record:Document {id: 'p4', sensitivity: 'PUBLIC', createdAt: datetime('2024-01-03')})
		CREATE (:Record:Network {id: 'n1', acronym: 'N', lifecycle: 'CLOSED', createdAt: datetime('2024-01-01')})
		CREATE (:Record:Network {id: 'n2', acronym: 'n', lifecycle: 'FORMING', createdAt: datetime('2024-01-02')})
		CREATE (:Record:Network {id: 'n3', acronym: 'N', lifecycle: 'FORMING', createdAt: datetime('2024-01-03')})`, nil)
	migrate(t, db)
	got := map[any]any{}
	rows, err := db.ReadRows(t.Context(), store.Statement{Text: "MATCH (n:Application|Decision|Award|Network|Document) RETURN n.id AS id, n.naturalKey AS key"})
	must(t, err)
	for _, row := range rows {
		got[row["id"]] = row["key"]
	}
	want := map[any]any{"a1": "f|run/1", "a2": nil, "a3": nil, "d1": "f|run/1", "d2": nil, "w1": "d2|o||||", "w2": "d2|o||||BUDGETED", "n1": nil, "n2": "n", "n3": nil,
		"p1": "PUBLIC|0f", "p2": nil, "p3": "COORDINATORS|0f", "p4": nil}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A database that has nothing is given at once, when it has been filled, the constraints and indexes that migrations come to which are applied one after another.
func TestFillAsAVersion(t *testing.T) {
	db := testdb.Open(t)
	bare(t, db)
	migrate(t, db)
	want := schema(t, db)
	all, err := db.Applied(t.Context())
	must(t, err)
	must(t, db.Reset(t.Context(), "Nothing"))
	must(t, db.FillAs(t.Context(), all, func(context.Context) error {
		write(t, db, "CREATE (:Record {id: 'one'})", nil)
		return nil
	}))
	if diff := cmp.Diff(want, schema(t, db)); diff != "" {
		t.Error(diff)
	}
	if n := read(t, db, "RETURN COUNT { (n WHERE NOT n:Migration) } AS n"); n != int64(1) {
		t.Errorf("it has %v nodes", n)
	}
	if applied := migrate(t, db); len(applied) > 0 {
		t.Errorf("migrations are left: %q", applied)
	}
}
