package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/brreg"
	"partnernet/fault"
	"partnernet/registry"
)

// syncCommand has a command for each register that organisations are kept up to date from.
type syncCommand struct {
	Brreg brregCommand `cmd:"" help:"Enhetsregisteret, the Norwegian register of legal entities: names, forms, industries, seats and standings."`
}

type brregCommand struct {
	Address string `name:"brreg-url" default:"${BrregAddress}" placeholder:"URL" help:"Where the register's API answers (default: ${BrregAddress})."`
	Changed bool   `help:"Ask for those only of which the register tells a change since the last time."`
	File    string `type:"path" help:"Read the register's file of all units (JSON, .gz or not) instead of asking for each."`
	DryRun  bool   `help:"Say what would be written, and write nothing."`
	databaseFlags
}

// Help says what becomes of what is held.
func (*brregCommand) Help() string {
	return "Every organisation with a Norwegian number is asked for. " + adding + "\n\nThat one is bankrupt, being wound up or deleted is told in the same way: where the registry holds another standing, " +
		"data health tells that the sources disagree, and a coordinator decides. What was recorded before an interruption stays, and the next run goes on from there."
}

// Run brings the organisations up to date.
func (c *brregCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	if u, err := url.Parse(c.Address); err != nil || u.Host == "" || u.Scheme != "https" && !registry.IsThisMachine(u.Host) {
		return fault.New(fault.BadInput, "%q is no address of a register: write https://…, or http:// for one on this machine.", c.Address).In("--brreg-url")
	}
	if c.File != "" && c.Changed {
		return fault.New(fault.BadInput, "A file tells all units, and not those that have changed. Leave out --changed or --file.")
	}
	db, err := openDatabase(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	sync := &brreg.Sync{DB: db.DB, Ledger: db.ledger(), Now: time.Now, Actor: actor, DryRun: c.DryRun}
	progress := startProgress(k.Stderr, "Asking the register")
	outcome, err := c.sync(ctx, sync)
	progress.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(k.Stdout, "%d organisations with a Norwegian number, %d units read, %d of them with something new.\n", outcome.Held, outcome.Read, len(outcome.Recorded))
	if len(outcome.Missing) > 0 {
		fmt.Fprintf(k.Stdout, "The register has no unit of these numbers: %s\n", strings.Join(outcome.Missing, ", "))
	}
	if c.DryRun {
		fmt.Fprintln(k.Stdout, "\nThis was a dry run: nothing has been written. It would be:")
	}
	return printOutcome(k.Stdout, outcome.Recorded...)
}

func (c *brregCommand) sync(ctx context.Context, s *brreg.Sync) (outcome brreg.Outcome, err error) {
	client := brreg.NewClient(c.Address)
	switch {
	case c.Changed:
		return s.Changed(ctx, client)
	case c.File == "":
		return s.All(ctx, client)
	}
	file, err := os.Open(c.File)
	if err != nil {
		return outcome, unreadable(c.File, err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	content := io.Reader(file)
	if strings.HasSuffix(c.File, ".gz") {
		if content, err = gzip.NewReader(file); err != nil {
			return outcome, unreadable(c.File, err)
		}
	}
	outcome, err = s.File(ctx, client.Address, content)
	return outcome, fault.Within(c.File, err)
}
