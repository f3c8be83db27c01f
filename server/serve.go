package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"sync"
	"time"

	"github.com/alecthomas/kong"

	"partnernet/admission"
	"partnernet/audit"
	"partnernet/backup"
	"partnernet/commands"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/intake"
	"partnernet/page"
	"partnernet/signin"
	"partnernet/web"
	"partnernet/webhooks"
)

type serveCommand struct {
	edgeFlags
	mailFlags
	NoSeed bool `help:"Leave an empty embedded database empty. Otherwise the vocabulary of themes and the founding case are loaded into it."`
	databaseFlags
	backupFlags
	webhookFlags
	KeepTexts           bool          `help:"Keep sentences of decisions that are imported, each with the place where it stands. Without it only facts and places are kept."`
	OnlyKnownOperations bool          `help:"Take no operations but those of the page, which sends their hashes. Nobody can ask freely then."`
	StatementTimeout    time.Duration `default:"${StatementTimeout}" placeholder:"TIME" group:"limits" help:"Longest time that the database may take for one statement (default: ${StatementTimeout})."`
	limitFlags
	loadFlags
	watchFlags
}

// Run serves until it is asked to stop. The port is taken before the database is started, so that a port in use is told at once.
func (c *serveCommand) Run(ctx context.Context, k *kong.Context) (err error) {
	log := c.newLog(k.Stderr)
	watch, err := c.watch(ctx, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, watch.close()) }()
	listener, reached, err := c.open(ctx, log)
	if err != nil {
		return err
	}
	front, ctx := answerEarly(ctx, listener, log)
	defer front.close()
	db, err := openToServe(ctx, c.databaseFlags, c.StatementTimeout, log, k.Stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.close()) }()
	db.DB = db.Observed(watch.Statement)
	front.await("The registry is being made ready.")
	if err := c.seed(ctx, db.patient(), log); err != nil {
		return err
	}
	if _, err := commands.DropErased(ctx, db.ledger(), db.keys); err != nil {
		return err
	}
	backups, err := c.schedule(db, log)
	if err != nil {
		return err
	}
	door := c.door(reached.Beyond)
	graphql, err := c.graphql(db, door, watch, log)
	if err != nil {
		return err
	}
	watch.tell(db, graphql, door, backups)
	options := deskOptions(db, reached, log)
	handler, err := web.NewHandler(web.Parts{
		GraphQL: graphql, Ask: graphql.Ask, Export: audit.Exports(db.DB, time.Now), CursorKey: graphql.CursorKey, Ready: db.ready,
		Desk: signin.New(options), Edge: reached.Edge, Log: log, Routed: db.Routed(), Backups: backups, Telemetry: watch.Telemetry,
	})
	if err != nil {
		return err
	}
	front.handOn(handler, graphql.Shutdown) // before anybody is told where
	if err := welcome(ctx, k.Stdout, listener.Addr(), reached, deskOptions(db.patient(), reached, log)); err != nil {
		return err
	}
	defer c.beside(ctx, db, graphql, backups, c.deliverer(db, graphql, watch, log), log)()
	return front.wait()
}

// graphql gives what answers GraphQL, to which operations enter by a door.
func (c *serveCommand) graphql(db *database, door *admission.Door, watch *watch, log *slog.Logger) (*graph.Handler, error) {
	known, err := page.Texts()
	if err != nil {
		return nil, err
	}
	post, err := c.mail()
	if err != nil {
		return nil, err
	}
	return graph.NewHandler(graph.Options{DB: db.DB, Model: db.model, Limits: c.limits(), Log: log, Now: time.Now, Known: known,
		OnlyKnown: c.OnlyKnownOperations, Keys: db.keys, Mail: post, Facts: intake.ReadRecognised(db.model), KeepTexts: c.KeepTexts, Door: door, Telemetry: watch.Telemetry})
}

// beside keeps the database's plans, takes backups, and tells webhooks, beside the requests, until the function that it gives is called.
func (c *serveCommand) beside(ctx context.Context, db *database, graphql *graph.Handler, backups *backup.Schedule, hooks *webhooks.Deliverer, log *slog.Logger) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var beside sync.WaitGroup
	beside.Go(func() { keepBackups(ctx, backups) })
	if hooks != nil {
		beside.Go(func() { hooks.Run(ctx) })
	}
	beside.Go(func() { graphql.Plans().Keep(ctx, db.DB, log) })
	if db.embedded != nil && !db.embedded.Shared() { // it has just been started, and has no plans yet
		beside.Go(func() { warm(ctx, db, c.limits(), log) })
	}
	return func() {
		cancel()
		beside.Wait()
	}
}

// welcome says where the registry answers, and how whoever started it signs in. Beyond this machine everybody signs in with an identity
// provider; the link is not printed into a log that many may read.
func welcome(ctx context.Context, w io.Writer, at net.Addr, e edge, o signin.Options) error {
	if err := signin.TellAddress(ctx, o.DB, o.Address); err != nil {
		return err
	}
	if e.Beyond {
		_, err := fmt.Fprintf(w, "The registry answers at %s\n", e.Address)
		return err
	}
	link, err := signin.NewLink(ctx, o)
	how := "Everybody on this machine reads what is public. To keep the register, sign in with this link, once and within 15 minutes:\n" + link
	if fault.CodeOf(err) == fault.Forbidden { // the keeper's account is closed, which others may have reasons for
		how, err = err.Error(), nil
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "The registry answers at http://%s\n%s\n", at, how)
	return err
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
