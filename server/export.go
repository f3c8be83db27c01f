package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/audit"
	"partnernet/export"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/operations"
	"partnernet/registry"
)

type exportCommand struct {
	Kind     string `arg:"" help:"What: organisations, members (of a network), partnerships, projects (with their money), needs, offers, obligations, network, kumu, calendar, changes, everything or grants."`
	Format   string `arg:"" help:"As what: csv or xlsx; network as graphml or gexf, kumu as xlsx, calendar as ics, changes as atom, everything as jsonld or nq, grants (360Giving) as json."`
	Network  string `placeholder:"NAME" help:"The only network that it is about, by its acronym or its id (default: all)."`
	Lang     string `enum:"sv,nb,en" default:"sv" placeholder:"LANGUAGE" help:"The language of its headings and words: sv (the default), nb or en."`
	AsOf     string `placeholder:"DAY" help:"The day that it shows: 2024-01-15 (default: today)."`
	Output   string `type:"path" placeholder:"FILE" help:"Where to write it (default: standard output)."`
	Audience string `enum:"PUBLIC,MEMBERS,COORDINATORS,RESTRICTED" default:"PUBLIC" placeholder:"CLASS" help:"Whom it is for: nothing is in it that they may not see. PUBLIC (the default), MEMBERS, COORDINATORS or RESTRICTED."`
	databaseFlags
}

// Help says what an export holds.
func (*exportCommand) Help() string {
	return "It holds what the API answers to whom it is for. What is not known is empty. Lists of members and of needs can be imported again."
}

// Run makes the export. What is wrong is said in its language.
func (c *exportCommand) Run(ctx context.Context, k *kong.Context) error {
	return inLanguage(c.write(ctx, k), c.Lang)
}

func (c *exportCommand) write(ctx context.Context, k *kong.Context) (err error) {
	request := export.Request{Kind: export.Kind(c.Kind), Format: export.Format(c.Format), Network: c.Network, Language: c.Lang, AsOf: c.AsOf}
	offer, err := export.Find(request.Kind, request.Format)
	if err != nil {
		return err
	}
	if request.AsOf == "" {
		request.AsOf = registry.Today(time.Now()).String()
	}
	db, graphql, err := openGraphQL(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	if err := audit.Exports(db.DB, time.Now)(ctx, "", export.Detail(offer.File(), request.Network, c.Audience)); err != nil {
		return err
	}
	ctx = graph.WithViewer(ctx, graph.Viewer{Name: actor, Clearance: registry.Class(c.Audience), Language: c.Lang})
	if c.Output == "" {
		return writeBuffered(ctx, graphql.Ask, request, k.Stdout)
	}
	file, err := os.OpenFile(c.Output, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fault.Wrap(fault.BadInput, err, "The export cannot be written to %s. Name a file in a folder that you may write to.", c.Output)
	}
	if err := errors.Join(writeBuffered(ctx, graphql.Ask, request, file), file.Close()); err != nil {
		return errors.Join(err, os.Remove(c.Output)) // a part of it would pass for the whole
	}
	return nil
}

func writeBuffered(ctx context.Context, ask operations.Ask, request export.Request, w io.Writer) error {
	out := bufio.NewWriter(w)
	if err := export.Write(ctx, ask, request, out); err != nil {
		return err
	}
	return out.Flush()
}
