package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/alecthomas/kong"

	"partnernet/store"
)

type checkCommand struct {
	databaseFlags
}

// Run asks all rules of everything that the register holds, and lists what breaks them, a line each. It fails when something does.
func (c *checkCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	db, err := openDatabase(ctx, c.databaseFlags, store.DefaultTimeout, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	broken, err := db.ledger().Check(ctx)
	if err != nil {
		return err
	}
	for _, violation := range broken {
		fmt.Fprintln(k.Stdout, violation)
	}
	if len(broken) > 0 {
		return fmt.Errorf("%d rules are broken; the lines above say by which records, and what to do", len(broken))
	}
	fmt.Fprintln(k.Stdout, "Everything in the register keeps the rules.")
	return nil
}
