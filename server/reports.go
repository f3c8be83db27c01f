package main

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/audit"
	"partnernet/export"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/registry"
	"partnernet/reports"
)

type reportCommand struct {
	Kind        string `arg:"" enum:"network-overview,needs-map,partnerships,funding,gaps" help:"Which report: network-overview, needs-map, partnerships (across the border, and matches), funding (with conditions and deadlines) or gaps (and next steps)."`
	Network     string `placeholder:"NAME" help:"The only network that it is about, by its acronym or its id (default: all)."`
	Lang        string `enum:"sv,nb,en" default:"sv" placeholder:"LANGUAGE" help:"Its language: sv (the default), nb or en."`
	AsOf        string `placeholder:"DAY" help:"The day that it shows: 2024-01-15 (default: today)."`
	Format      string `enum:"markdown,html" default:"markdown" placeholder:"FORMAT" help:"markdown (the default), or html: a page to print, which fetches nothing."`
	Output      string `type:"path" placeholder:"FILE" help:"Where to write it (default: standard output)."`
	Sensitivity string `enum:"PUBLIC,MEMBERS,COORDINATORS,RESTRICTED" default:"PUBLIC" placeholder:"LEVEL" help:"Whom it is for: nothing is in it that they may not see. PUBLIC (the default), MEMBERS, COORDINATORS or RESTRICTED."`
	databaseFlags
}

// formats are the endings of the files that a report is written to.
var formats = map[string]string{"markdown": ".md", "html": ".html"}

// Help says where the figures come from.
func (*reportCommand) Help() string {
	return "Its figures are answers of the API, and it cites their sources. What no source tells is said to be unknown."
}

// Run makes the report. What is wrong is said in the language of the report.
func (c *reportCommand) Run(ctx context.Context, k *kong.Context) error {
	return inLanguage(c.write(ctx, k), c.Lang)
}

func (c *reportCommand) write(ctx context.Context, k *kong.Context) (err error) {
	day := c.AsOf
	if day == "" {
		day = registry.Today(time.Now()).String()
	} else if _, err := time.Parse(time.DateOnly, day); err != nil {
		return fault.New(fault.BadInput, "--as-of %.40q is no day. Write it as 2024-01-15.", day)
	}
	db, graphql, err := openGraphQL(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	viewer := graph.Viewer{Name: actor, Clearance: registry.Class(c.Sensitivity), Language: c.Lang}
	answer, err := graphql.Ask(graph.WithViewer(ctx, viewer), reports.Query, map[string]any{
		"kind": reports.Kind(c.Kind).Enum(), "network": c.Network, "language": strings.ToUpper(c.Lang), "asOf": day,
	})
	if err != nil {
		return err
	}
	if err := audit.Exports(db.DB, time.Now)(ctx, "", export.Detail(c.Kind+formats[c.Format], c.Network, c.Sensitivity)); err != nil {
		return err
	}
	report, _ := answer["report"].(map[string]any)
	text, _ := report[c.Format].(string)
	if c.Output == "" {
		_, err = k.Stdout.Write([]byte(text))
		return err
	}
	if err := os.WriteFile(c.Output, []byte(text), 0o600); err != nil {
		return fault.Wrap(fault.BadInput, err, "The report cannot be written to %s. Name a file in a folder that you may write to.", c.Output)
	}
	return nil
}
