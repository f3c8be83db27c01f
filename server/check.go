package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/alecthomas/kong"
)

type checkCommand struct {
	databaseFlags
}

// Help says what a line tells, and what the command ends with.
func (*checkCommand) Help() string {
	return "A line for each rule that a record breaks: the record, its field, what is wrong and what to do, and the rule's name, as in docs/rules.md. The exit code is 0 when nothing is broken, and 1 when something is."
}

// Run asks all rules of everything that the register holds, and lists what breaks them, a line each. It fails when something does.
func (c *checkCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	db, err := openDatabase(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
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
		return fmt.Errorf("rules are broken %d times; the lines above say by which records, and what to do", len(broken))
	}
	fmt.Fprintln(k.Stdout, "Everything in the register keeps the rules.")
	return nil
}
