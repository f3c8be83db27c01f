package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"partnernet/store"
)

type importCommand struct {
	Format string `arg:"" enum:"${formats}" help:"What kind of file it is: ${formats}."`
	File   string `arg:"" type:"path" help:"The file."`
	DryRun bool   `help:"Say what would be written, and write nothing."`
	databaseFlags
}

// Help lists the formats.
func (*importCommand) Help() string {
	var text strings.Builder
	text.WriteString("It adds what the registry does not hold. A value that the registry holds differently stays as it is, and both are kept as claims with their sources. Importing a file again changes nothing.\n\nFormats:\n\n")
	for _, f := range formats {
		fmt.Fprintf(&text, "  %s: %s\n", f.name, f.describes)
	}
	return text.String()
}

// Run reads the file, records what it tells, and reports both.
func (c *importCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	file, err := openSource(c.File)
	if err != nil {
		return err
	}
	defer file.content.Close()
	db, err := openDatabase(ctx, c.databaseFlags, store.DefaultTimeout, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	progress := startProgress(k.Stderr, "Reading "+c.File)
	defer progress.end()
	read, err := formatNamed(c.Format).read(ctx, db.DB, file)
	if err != nil {
		return err
	}
	progress.step(fmt.Sprintf("Recording %d records", len(read.telling.Records)))
	read.telling.Actor, read.telling.Action, read.telling.DryRun = actor, "import "+c.Format, c.DryRun
	outcome, err := db.tell(ctx, read.telling)
	if err != nil {
		return err
	}
	progress.end()
	if err := printReading(k.Stdout, read); err != nil {
		return err
	}
	if c.DryRun {
		fmt.Fprintln(k.Stdout, "\nThis was a dry run: nothing has been written. It would be:")
	}
	return printOutcome(k.Stdout, outcome)
}
