package store

import (
	"context"
	"fmt"

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

// MigrateTo gives a database that has nothing the constraints and indexes of an earlier version: that which these migrations were all of.
// It is a Conflict when they are not the first ones of those that this version knows.
func (d *DB) MigrateTo(ctx context.Context, of []Migration) error {
	known, err := readMigrations(migrationFiles)
	if err != nil {
		return err
	}
	if err := Known(of); err != nil {
		return err
	}
	_, err = d.migrateAll(ctx, known[:len(of)])
	return err
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
