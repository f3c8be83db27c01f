package store

import (
	"context"
	"fmt"
	"regexp"
	"slices"

	"partnernet/fault"
)

// Migration names a migration, and tells it from another of its number by the checksum of its statements.
type Migration struct {
	Number   int64  `json:"number"`
	Name     string `json:"name"`
	Checksum string `json:"checksum"`
}

// Migrations gives the migrations that this version knows, in order.
func Migrations() ([]Migration, error) {
	known, err := readMigrations(migrationFiles)
	if err != nil {
		return nil, err
	}
	all := make([]Migration, len(known))
	for i, m := range known {
		all[i] = Migration{m.number, m.name, m.checksum}
	}
	return all, nil
}

// Applied gives the migrations that the database has, in order.
func (d *DB) Applied(ctx context.Context) ([]Migration, error) {
	rows, err := d.ReadRows(ctx, Statement{Text: applied})
	if err != nil {
		return nil, err
	}
	all := make([]Migration, len(rows))
	for i, row := range rows {
		m := &all[i]
		m.Number, _ = row["number"].(int64)
		m.Name, _ = row["name"].(string)
		m.Checksum, _ = row["checksum"].(string)
	}
	return all, nil
}

// recordsByID is the constraint by which records are found by their ids.
const recordsByID = "record_id"

// FillAs has a database that has nothing be filled, and gives it the constraints and indexes of an earlier version: that which these migrations were all of. Records are
// found by their ids meanwhile. The other indexes come after: to fill one at once takes a fraction of what it takes to keep it up row by row.
// What migrations do to data is left out, as there was none. Nobody else may use the database.
// It is a Conflict when they are not the first ones of those that this version knows.
func (d *DB) FillAs(ctx context.Context, of []Migration, fill func(context.Context) error) error {
	if err := Known(of); err != nil {
		return err
	}
	known, err := readMigrations(migrationFiles)
	if err != nil {
		return err
	}
	names, statements := schemaOf(known[:len(of)])
	first := slices.Index(names, recordsByID)
	if first < 0 {
		return fmt.Errorf("no migration makes the constraint %s", recordsByID)
	}
	patient := d.Patient(migrationTime)
	if err := patient.apply(ctx, statements[first]); err != nil {
		return err
	}
	if err := fill(ctx); err != nil {
		return err
	}
	if err := patient.applyAll(ctx, append(slices.Delete(statements, first, first+1), oneOfEach)); err != nil {
		return err
	}
	if err := patient.awaitIndexes(ctx); err != nil {
		return err
	}
	return patient.Write(ctx, func(ctx context.Context, tx Tx) error { return record(ctx, tx.Run, known[:len(of)]...) })
}

// applyAll applies statements of one kind in one transaction.
func (d *DB) applyAll(ctx context.Context, statements []string) error {
	return d.Write(ctx, func(ctx context.Context, tx Tx) error {
		for _, statement := range statements {
			if _, err := tx.Run(ctx, Statement{Text: statement}); err != nil {
				return err
			}
		}
		return nil
	})
}

// schemaStatement is one that makes or drops a constraint or an index, and its name.
var schemaStatement = regexp.MustCompile(`^(CREATE|DROP)\s(?:\w+\s)?(?:CONSTRAINT|INDEX)\s(\w+)\s`)

// schemaOf gives the constraints and indexes that are there after all of some migrations: their names, and the statements that make them.
func schemaOf(all []migration) (names, statements []string) {
	for _, m := range all {
		for _, statement := range m.statements {
			match := schemaStatement.FindStringSubmatch(statement)
			if match == nil {
				continue
			}
			at := slices.Index(names, match[2])
			switch {
			case match[1] == "DROP" && at >= 0:
				names, statements = slices.Delete(names, at, at+1), slices.Delete(statements, at, at+1)
			case match[1] == "CREATE" && at < 0:
				names, statements = append(names, match[2]), append(statements, statement)
			}
		}
	}
	return names, statements
}

// Known is a Conflict unless migrations are the first ones of those that this version knows.
func Known(of []Migration) error {
	known, err := Migrations()
	if err != nil {
		return err
	}
	for i, m := range of {
		if i >= len(known) {
			return fault.New(fault.Conflict, "It was made by a newer version of the registry: it has migration %s, and this version knows %d. Use that version or a later one.", m.Name, len(known))
		}
		if m != known[i] {
			return fault.New(fault.Conflict, "It was made by another version of the registry: its migration %s is not the one that this version knows.", m.Name)
		}
	}
	return nil
}

// resetBatch is how many nodes are deleted in one transaction, few enough for the heap of the database.
const resetBatch = 10_000

// Clear takes all data away but the nodes of one label. It leaves the constraints, the indexes and the memory of migrations.
func (d *DB) Clear(ctx context.Context, keep string) error {
	text := "MATCH (n) WHERE NOT n:Migration AND NOT n:`%s` CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF %d ROWS"
	return d.Patient(migrationTime).apply(ctx, fmt.Sprintf(text, keep, resetBatch))
}

// Reset takes everything away that the database has but the nodes of one label: all data, constraints and indexes, and the memory of migrations.
func (d *DB) Reset(ctx context.Context, keep string) error {
	if err := d.Clear(ctx, keep); err != nil {
		return err
	}
	patient := d.Patient(migrationTime)
	for _, kind := range []string{"CONSTRAINT", "INDEX"} {
		rows, err := patient.ReadRows(ctx, Statement{Text: "SHOW " + kind + " YIELD name, type WHERE type <> 'LOOKUP' RETURN name"})
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := patient.apply(ctx, fmt.Sprintf("DROP %s `%s` IF EXISTS", kind, row["name"])); err != nil {
				return err
			}
		}
	}
	return patient.apply(ctx, "MATCH (m:Migration) DELETE m")
}
