package main

import (
	"context"
	"errors"

	"github.com/alecthomas/kong"
)

type seedCommand struct {
	databaseFlags
}

// Run loads the vocabulary of themes and the founding case into any database, empty or not. Loading it again changes nothing.
func (c *seedCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	db, err := openDatabase(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	outcomes, err := loadFounding(ctx, db)
	if err != nil {
		return err
	}
	return printOutcome(k.Stdout, outcomes...)
}
