package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/access"
	"partnernet/commands"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/limits"
	"partnernet/lists"
	"partnernet/registry"
	"partnernet/store"
)

type membersCommand struct {
	File         string `arg:"" type:"path" help:"The list."`
	Network      string `required:"" placeholder:"NAME" help:"The network whose members it tells, by its acronym or its id."`
	Apply        bool   `env:"-" help:"Write the rows that can be taken. Without it, only what would become of each row is said."`
	AllOrNothing bool   `help:"With --apply: write nothing when a row is in conflict or refused."`
	Sensitivity  string `enum:"PUBLIC,MEMBERS,COORDINATORS,RESTRICTED" default:"PUBLIC" placeholder:"LEVEL" help:"Who may see the records that are new: PUBLIC (the default), MEMBERS, COORDINATORS or RESTRICTED."`
	listFlags
	databaseFlags
}

// Help says how a list is read.
func (*membersCommand) Help() string {
	return "Each row is new, the same as what is held, changed, in conflict or refused, with the reason and what to do. Rows are judged by the rules of every admission. Importing a list again changes nothing."
}

// Run judges the list, and with --apply admits its members.
func (c *membersCommand) Run(ctx context.Context, k *kong.Context) error {
	return inLanguage(c.admit(ctx, k), c.language())
}

func (c *membersCommand) admit(ctx context.Context, k *kong.Context) (err error) {
	file, err := openList(c.File)
	if err != nil {
		return err
	}
	defer file.content.Close()
	db, err := openDatabase(ctx, c.databaseFlags, newLog(k.Stderr), k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	input, err := c.input(ctx, db, file)
	if err != nil {
		return err
	}
	writer, err := graph.NewWriter(graph.Options{DB: db.DB, Model: db.model, Limits: limits.Default(), Now: time.Now})
	if err != nil {
		return err
	}
	progress := startProgress(k.Stderr, "Importing "+c.File)
	defer progress.end()
	var became commands.Imported
	err = writer.Do(ctx, graph.Coordinator, "importMembers", input, func(_ context.Context, _ *ledger.Page, _ access.Rights, results map[string]any) error {
		var err error
		became, err = commands.ReadImported(results)
		return err
	})
	if err != nil {
		return err
	}
	progress.end()
	lang := c.language()
	if err := printImported(k.Stdout, became, lang); err != nil {
		return err
	}
	switch {
	case !c.Apply:
		fmt.Fprintln(k.Stdout, lists.Say(lang, "told.preview", nil))
	case !became.Taken && c.AllOrNothing && became.Count(lists.Conflict, lists.Refused) > 0:
		return lists.Fault(fault.Conflict, nil, "told.nothing", nil)
	}
	return nil
}

// input gives the command as a client would send it.
func (c *membersCommand) input(ctx context.Context, db *database, file sourceFile) (map[string]any, error) {
	network, err := networkOf(ctx, db, c.Network)
	if err != nil {
		return nil, err
	}
	size, err := file.size()
	if err != nil {
		return nil, err
	}
	var columns []any
	for heading, field := range c.Map {
		columns = append(columns, map[string]any{"heading": heading, "field": field})
	}
	return map[string]any{
		"file":    commands.File{Name: file.Path, SHA256: file.SHA256, Size: size, Content: file.content},
		"network": network, "map": columns, "allOrNothing": c.AllOrNothing, "sensitivity": c.Sensitivity, "dryRun": !c.Apply,
	}, nil
}

// networkOf gives the id of the one network that is named, by its acronym or its id.
func networkOf(ctx context.Context, db *database, named string) (string, error) {
	rows, err := db.ReadRows(ctx, store.Statement{Text: "MATCH (n:Network)\nWHERE n.id = $named OR n.acronym = $named\nRETURN n.id AS id, n.acronym AS acronym, n.lifecycle AS lifecycle", Params: map[string]any{"named": named}})
	if err != nil {
		return "", err
	}
	ids := registry.NetworksNamed(named, rows)
	switch len(ids) {
	case 0:
		return "", lists.Fault(fault.NotFound, nil, "told.noNetwork", lists.About{"acronym": named})
	case 1:
		return ids[0], nil
	}
	return "", lists.Fault(fault.Conflict, nil, "told.severalNetworks", lists.About{"acronym": named, "count": strconv.Itoa(len(ids))})
}
