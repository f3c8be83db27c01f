package store

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"time"

	"partnernet/fault"
)

// Each file is one migration, called 0001_what_it_does.cypher. A statement ends with a ; at the end of a line, and a line that begins
// with // is a comment. A statement must do no harm when it is run again, because a server may stop between any two of them.
// Once released a migration never changes: what comes later goes into a new file.
//
//go:embed migrations/*.cypher
var migrationFiles embed.FS

// migrationTime is how long Migrate may take, waiting for another server that migrates and for indexes to be filled included.
const migrationTime = 10 * time.Minute

// migration is one step in the life of the database's schema.
type migration struct {
	number     int64
	name       string
	checksum   string // of the statements: comments, indentation and line ends may change
	statements []string
}

// SchemaVersion gives a name for the schema that Migrate brings about: two programs with the same one can share a database.
func SchemaVersion() (string, error) {
	known, err := readMigrations(migrationFiles)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, m := range known {
		sum.Write([]byte(m.checksum))
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}

// Migrate brings the database's constraints and indexes up to date, waits until what it made is ready, and names the migrations it had to apply.
// It may be run at any time, any number of times, and from any number of servers at once.
// It is a Conflict when the database was made by a newer version of the registry, or when an applied migration has been changed since.
func (d *DB) Migrate(ctx context.Context) ([]string, error) {
	known, err := readMigrations(migrationFiles)
	if err != nil {
		return nil, err
	}
	return d.migrateAll(ctx, known)
}

// migrateAll applies the migrations that the database has not, and waits until what they made is ready.
func (d *DB) migrateAll(ctx context.Context, all []migration) ([]string, error) {
	patient := *d
	patient.timeout = migrationTime
	applied, err := patient.migrate(ctx, all)
	if err != nil || len(applied) == 0 { // a server that has nothing to do answers at once
		return nil, err
	}
	return applied, patient.awaitIndexes(ctx)
}

// awaitIndexes waits until all indexes are filled.
func (d *DB) awaitIndexes(ctx context.Context) error {
	_, err := d.ReadRows(ctx, Statement{
		Text:   "CALL db.awaitIndexes($seconds)",
		Params: map[string]any{"seconds": int(migrationTime.Seconds())},
	})
	return err
}

// Pending names the migrations that Migrate would apply, and applies none.
func (d *DB) Pending(ctx context.Context) ([]string, error) {
	known, err := readMigrations(migrationFiles)
	if err != nil {
		return nil, err
	}
	todo, err := pending(ctx, d.ReadRows, known)
	return namesOf(todo), err
}

// oneOfEach has each migration be recorded once.
const oneOfEach = "CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (m:Migration) REQUIRE m.number IS UNIQUE"

func (d *DB) migrate(ctx context.Context, known []migration) ([]string, error) {
	todo, err := pending(ctx, d.ReadRows, known)
	if err != nil || len(todo) == 0 {
		return nil, err
	}
	// What the lock below needs to be one. Every server makes it first, and it is the same for all.
	if err := d.apply(ctx, oneOfEach); err != nil {
		return nil, err
	}
	// Neo4j takes no schema and data in one transaction. So this one holds the lock, while the statements of the migrations run in transactions
	// of their own. Each migration is recorded as soon as it is done: when the server is stopped between two, the first is not run again.
	var applied []string
	err = d.Write(ctx, func(ctx context.Context, tx Tx) error {
		if _, err := tx.Run(ctx, Statement{Text: "MERGE (lock:Migration {number: 0}) SET lock.name = 'lock'"}); err != nil {
			return err
		}
		todo, err := pending(ctx, tx.Run, known) // another server may have been here while this one waited for the lock
		if err != nil {
			return err
		}
		isEmpty, err := tx.Run(ctx, Statement{Text: "RETURN NOT EXISTS { (n WHERE NOT n:Migration) } AS isEmpty"})
		if err != nil {
			return err
		}
		if len(todo) == len(known) && isEmpty[0]["isEmpty"] == true {
			applied = namesOf(todo)
			return d.makeNew(ctx, tx, todo)
		}
		for _, m := range todo {
			if err := d.applyMigration(ctx, m); err != nil {
				return fault.Wrap(fault.CodeOf(err), err, "Migration %s could not be applied. %s", m.name, err)
			}
			applied = append(applied, m.name)
		}
		return nil
	})
	return applied, err
}

// makeNew makes a database that has nothing what all migrations make of it: the constraints and indexes that are left in the end in one transaction, and the nodes
// in that of the lock. One after another the migrations take ten times as long, because the database forgets its plans with each of a hundred changes of its schema.
func (d *DB) makeNew(ctx context.Context, tx Tx, all []migration) error {
	_, statements := schemaOf(all)
	if err := d.applyAll(ctx, statements); err != nil {
		return err
	}
	for _, statement := range nodesOf(all) {
		if _, err := tx.Run(ctx, Statement{Text: statement}); err != nil {
			return err
		}
	}
	return record(ctx, tx.Run, all...)
}

// nodesOf gives the statements of some migrations that make nodes where there are none. Those that begin with MATCH find nothing to change there.
func nodesOf(all []migration) (statements []string) {
	for _, m := range all {
		for _, statement := range m.statements {
			if !schemaStatement.MatchString(statement) && !strings.HasPrefix(statement, "MATCH") {
				statements = append(statements, statement)
			}
		}
	}
	return statements
}

func namesOf(all []migration) []string {
	names := make([]string, len(all))
	for i, m := range all {
		names[i] = m.name
	}
	return names
}

func (d *DB) applyMigration(ctx context.Context, m migration) error {
	for _, statement := range m.statements {
		if err := d.apply(ctx, statement); err != nil {
			return err
		}
	}
	return record(ctx, func(ctx context.Context, s Statement) ([]map[string]any, error) {
		return send(ctx, d, d.session, s, byName)
	}, m)
}

// record notes that the database has some migrations.
func record(ctx context.Context, run Run, all ...migration) error {
	rows := []any{}
	for _, m := range all {
		rows = append(rows, map[string]any{"number": m.number, "name": m.name, "checksum": m.checksum})
	}
	_, err := run(ctx, Statement{
		Text:   "UNWIND $all AS row MERGE (m:Migration {number: row.number}) SET m.name = row.name, m.checksum = row.checksum, m.appliedAt = datetime()",
		Params: map[string]any{"all": rows},
	})
	return err
}

func (d *DB) apply(ctx context.Context, statement string) error {
	_, err := send(ctx, d, d.session, Statement{Text: statement}, byName)
	return err
}

// applied reads the migrations that the database has.
const applied = `
MATCH (m:Migration)
WHERE m.number > 0
RETURN m.number AS number, m.name AS name, m.checksum AS checksum
ORDER BY number`

// pending gives the known migrations that the database has not, after checking that it has no others.
func pending(ctx context.Context, query func(context.Context, Statement) ([]map[string]any, error), known []migration) ([]migration, error) {
	rows, err := query(ctx, Statement{Text: applied})
	if err != nil {
		return nil, err
	}
	recorded := map[int64]any{}
	for _, row := range rows {
		number, _ := row["number"].(int64)
		if number > int64(len(known)) {
			return nil, fault.New(fault.Conflict, "This database was made by a newer version of the registry: it has migration %v, and this version knows %d. Run that version or a later one.", row["name"], len(known))
		}
		recorded[number] = row["checksum"]
	}
	var todo []migration
	for _, m := range known {
		checksum, applied := recorded[m.number]
		if !applied {
			todo = append(todo, m)
		} else if checksum != m.checksum {
			return nil, fault.New(fault.Conflict, "Migration %s is not the one that was applied to this database: it has been changed since. Put the file back as it was, and the change into a new migration.", m.name)
		}
	}
	return todo, nil
}

var migrationName = regexp.MustCompile(`^(\d{4})_\w+\.cypher$`)

// readMigrations reads the files in the order of their names. Their numbers count from 1 without a gap.
func readMigrations(files fs.FS) ([]migration, error) {
	paths, err := fs.Glob(files, "migrations/*")
	if err != nil {
		return nil, err
	}
	var all []migration
	for i, path := range paths {
		name := strings.TrimPrefix(path, "migrations/")
		match := migrationName.FindStringSubmatch(name)
		if match == nil || match[1] != fmt.Sprintf("%04d", i+1) {
			return nil, fmt.Errorf("migration file %q should be called %04d_what_it_does.cypher", name, i+1)
		}
		text, err := fs.ReadFile(files, path)
		if err != nil {
			return nil, err
		}
		all = append(all, newMigration(int64(i+1), strings.TrimSuffix(name, ".cypher"), string(text)))
	}
	return all, nil
}

func newMigration(number int64, name, text string) migration {
	m := migration{number: number, name: name}
	var body strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "//") {
			body.WriteString(line + "\n")
		}
	}
	for statement := range strings.SplitSeq(body.String(), ";\n") {
		if statement = strings.TrimSpace(statement); statement != "" {
			m.statements = append(m.statements, statement)
		}
	}
	sum := sha256.Sum256([]byte(strings.Join(m.statements, ";\n")))
	m.checksum = hex.EncodeToString(sum[:])
	return m
}
