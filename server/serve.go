package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/graph"
)

type serveCommand struct {
	Listen string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to answer (default: 127.0.0.1:8080). Only this machine can be served, as the registry cannot yet tell who asks."`
	NoSeed bool   `help:"Leave an empty embedded database empty. Otherwise the vocabulary of themes and the founding case are loaded into it."`
	databaseFlags
	StatementTimeout time.Duration `default:"${StatementTimeout}" placeholder:"TIME" group:"limits" help:"Longest time that the database may take for one statement (default: ${StatementTimeout})."`
	limitFlags
}

// Run serves until it is asked to stop. The port is taken before the database is started, so that a port in use is told at once.
func (c *serveCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	log := newLog(k.Stderr)
	listener, err := listen(ctx, c.Listen)
	if err != nil {
		return err
	}
	defer listener.Close()
	db, err := openDatabase(ctx, c.databaseFlags, c.StatementTimeout, log, k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	if err := c.seed(ctx, db, log); err != nil {
		return err
	}
	graphql, err := graph.NewHandler(graph.Options{DB: db.DB, Model: db.model, Limits: c.limits(), Log: log, Now: time.Now})
	if err != nil {
		return err
	}
	handler, err := newHandler(graphql, graphql.Ask, db.ready, log)
	if err != nil {
		return err
	}
	fmt.Fprintf(k.Stdout, "The registry answers at http://%s\n", listener.Addr())
	if db.embedded != nil && !db.embedded.Shared() { // it has just been started, and has no plans yet
		var warming sync.WaitGroup
		warming.Go(func() { warm(ctx, db, c.limits(), log) })
		defer warming.Wait()
	}
	return serveUntil(ctx, listener, handler, graphql.Shutdown, log)
}

// seed loads the founding case into an embedded database that holds nothing yet. A Neo4j of one's own is filled only on demand.
func (c *serveCommand) seed(ctx context.Context, db *database, log *slog.Logger) error {
	if c.NoSeed || db.embedded == nil {
		return nil
	}
	if none, err := empty(ctx, db); err != nil || !none {
		return err
	}
	if _, err := loadFounding(ctx, db); err != nil {
		return err
	}
	log.Info("the vocabulary of themes and the founding case are loaded")
	return nil
}

// newLog writes what happens, a line each.
func newLog(w io.Writer) *slog.Logger { return slog.New(slog.NewTextHandler(w, nil)) }
