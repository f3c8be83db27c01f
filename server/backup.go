package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/backup"
	"partnernet/embedded"
	"partnernet/fault"
)

type backupCommand struct {
	File   string `arg:"" type:"path" help:"The file to write. One that is there is replaced once the new one is whole."`
	KeysTo string `type:"path" placeholder:"FILE" help:"Copy the keys of persons, too, into this file. Whoever has both files reads what is told of persons, so keep them apart, and this one not for long."`
	Cold   bool   `help:"Have the embedded database dumped by its own tool. Its server must be stopped."`
	databaseFlags
}

// Help says what is in the file and what is not.
func (*backupCommand) Help() string {
	return "It copies every record with its history, who may do what, and all else that it takes for the same answers; not sessions, links and invitations, and not the keys of persons. It may be run beside servers that read and write: writers wait only at its end, and the command says how long. The form of the file is told in docs/backup.md."
}

// Run copies the register into a file.
func (c *backupCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	if c.Cold {
		if c.Neo4jURI != "" || c.KeysTo != "" {
			return fault.New(fault.BadInput, "--cold is for the embedded database alone: a Neo4j of your own has tools of its own, and keys are files that lie beside.")
		}
		return embedded.Dump(ctx, c.embedded(k), c.File)
	}
	db, err := openDatabase(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	s, err := backup.Write(ctx, db.register(), c.File)
	if err != nil {
		return err
	}
	printSummary(k.Stdout, s)
	fmt.Fprintf(k.Stdout, "Writers waited for %s.\n", s.Turn.Round(time.Millisecond))
	if c.KeysTo == "" {
		return nil
	}
	keys, err := db.keys.Copy()
	if err != nil {
		return err
	}
	return backup.WriteFile(c.KeysTo, func(w io.Writer) error {
		_, err := w.Write(keys)
		return err
	})
}

// embedded says where the embedded database is, for what is done while it is stopped.
func (f databaseFlags) embedded(k *kong.Context) embedded.Config {
	return embedded.Config{Folder: f.Data, Log: newLog(k.Stderr), Progress: k.Stderr}
}

// register gives the register as it is copied.
func (d *database) register() backup.Register {
	return backup.Register{DB: d.DB, Ledger: d.ledger(), Now: time.Now}
}

type restoreCommand struct {
	File       string `arg:"" type:"path" help:"The file, as \"server backup\" has written it."`
	KeysFrom   string `type:"path" placeholder:"FILE" help:"Restore the keys of persons from this file, too. Keys that are in their folder stay."`
	KeepBroken bool   `env:"-" help:"Restore also records that break rules, and list them. Otherwise such a file is refused."`
	Cold       bool   `help:"The file is a dump of the database's own tool, as \"server backup --cold\" has written it."`
	databaseFlags
}

// Help says what must hold.
func (*restoreCommand) Help() string {
	return "The register must be empty, as a new folder --data is, and no server may run over it. The whole file is checked before anything is written. What was restored is read again and compared with the file's digest, brought up to this version, and asked whether it keeps the rules. When something goes wrong, the register is empty again."
}

// Run makes a register of a file.
func (c *restoreCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	if c.Cold {
		return embedded.Load(ctx, c.embedded(k), c.File)
	}
	if _, err := backup.Verify(c.File); err != nil { // before a database is started, or made
		return err
	}
	db, err := openUnprepared(ctx, c.databaseFlags, planTime, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	if db.embedded != nil && db.embedded.Shared() {
		return fault.New(fault.Conflict, "A server runs over %s. Stop it first: it would not know what has been restored.", c.Data)
	}
	if c.KeysFrom != "" {
		if err := c.restoreKeys(db); err != nil {
			return err
		}
	}
	s, broken, err := backup.Restore(ctx, db.register(), c.File, c.KeepBroken)
	for _, violation := range broken {
		fmt.Fprintln(k.Stdout, violation)
	}
	if err != nil {
		return err
	}
	printSummary(k.Stdout, s)
	return db.ledger().CompareAll(ctx)
}

func (c *restoreCommand) restoreKeys(db *database) error {
	content, err := os.ReadFile(c.KeysFrom)
	if err != nil {
		return unreadable(c.KeysFrom, err)
	}
	_, err = db.keys.Restore(content)
	return err
}

type verifyCommand struct {
	File string `arg:"" optional:"" type:"path" help:"A file to check. Without one, the register itself is read."`
	databaseFlags
}

// Help says what the digest is for.
func (*verifyCommand) Help() string {
	return "It prints a digest of all that a backup of the register would hold now, or that the file holds. Two registers with the same digest give the same answers."
}

// Run tells what a file, or the register, holds.
func (c *verifyCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	if c.File != "" {
		s, err := backup.Verify(c.File)
		if err == nil {
			printSummary(k.Stdout, s)
		}
		return err
	}
	db, err := openDatabase(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	s, err := backup.Digest(ctx, db.register())
	if err == nil {
		printSummary(k.Stdout, s)
	}
	return err
}

// printSummary says what a copy holds.
func printSummary(w io.Writer, s backup.Summary) {
	fmt.Fprintf(w, "%d records with %d parts and %d relations, and %d other nodes, as of change %d, on %s\ndigest %s\n",
		s.Records, s.Parts, s.Relations, s.Nodes, s.Position, s.CreatedAt.Format(time.RFC3339), s.Digest)
}
