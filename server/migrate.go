package main

import (
	"context"
	"fmt"

	"github.com/alecthomas/kong"
)

type migrateCommand struct {
	databaseFlags
}

// Run opens the database, which brings it up to date.
func (c *migrateCommand) Run(ctx context.Context, k *kong.Context) error {
	db, err := openDatabase(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	fmt.Fprintln(k.Stdout, "The database's constraints and indexes are up to date.")
	return db.close()
}
