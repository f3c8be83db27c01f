package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"

	"partnernet"
	"partnernet/access"
	"partnernet/backup"
	"partnernet/embedded"
	"partnernet/graph"
	"partnernet/ledger"
	"partnernet/limits"
	"partnernet/model"
	"partnernet/seal"
	"partnernet/store"
)

// databaseFlags say which database a command works on.
type databaseFlags struct {
	Data          string `default:"./data" type:"path" placeholder:"FOLDER" group:"database" help:"Folder of the embedded database; made when it is missing."`
	Keys          string `type:"path" placeholder:"FOLDER" group:"database" help:"Folder of the keys that open what is told of persons (default: keys in the folder --data). With a Neo4j of your own name one, the same for all servers; without it nothing is kept of persons."`
	Neo4jURI      string `name:"neo4j-uri" env:"NEO4J_URI" placeholder:"URI" group:"database" help:"A Neo4j of your own, 5.26 or later, instead of the embedded one: bolt://HOST:7687 or neo4j://HOST."`
	Neo4jUsername string `name:"neo4j-username" env:"NEO4J_USERNAME" default:"neo4j" placeholder:"NAME" group:"database" help:"Its user (default: neo4j)."`
	Neo4jPassword string `name:"neo4j-password" env:"NEO4J_PASSWORD" placeholder:"TEXT" group:"database" help:"That user's password. Other users of this machine can read a flag, so set the variable instead."`
	Neo4jDatabase string `name:"neo4j-database" env:"NEO4J_DATABASE" placeholder:"NAME" group:"database" help:"Its database (default: the user's home database)."`
}

// tellTime is how long the database may take to record what a source tells: that is one transaction, of thousands of records.
const tellTime = 10 * time.Minute

// database is the open database, with its constraints and indexes up to date.
type database struct {
	*store.DB
	model    *model.Model
	config   store.Config     // what it was opened with
	embedded *embedded.Server // nil for a Neo4j of one's own
	keys     *seal.Keys       // nil where no folder is named
}

// openDatabase opens the database that the flags name, and brings it up to date, for a command that may start it: nobody else has asked it yet. So what is asked of
// it may take as long as it takes a database that has no plans.
func openDatabase(ctx context.Context, flags databaseFlags, log *slog.Logger, progress io.Writer) (*database, error) {
	d, err := openUnprepared(ctx, flags, planTime, log, progress)
	if err != nil {
		return nil, err
	}
	if err := d.prepare(ctx, log); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// openToServe opens it to serve, where whatever is asked of it may take as long as the timeout, once it has been brought up to date. Meanwhile the database plans the
// statement that tells what a viewer may see: after a start that takes it a second and more, and every first answer waits for it.
func openToServe(ctx context.Context, flags databaseFlags, timeout time.Duration, log *slog.Logger, progress io.Writer) (*database, error) {
	d, err := openUnprepared(ctx, flags, timeout, log, progress)
	if err != nil {
		return nil, err
	}
	var both errgroup.Group
	both.Go(func() error { return access.Plan(ctx, d.patient().ReadRows, time.Now()) })
	both.Go(func() error { return d.patient().prepare(ctx, log) })
	if err := both.Wait(); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// patient gives the same database, where what is asked may take as long as it takes a database that has no plans.
func (d *database) patient() *database {
	patient := *d
	patient.DB = d.Patient(planTime)
	return &patient
}

// openGraphQL opens it as openDatabase does, with what answers GraphQL over it.
func openGraphQL(ctx context.Context, flags databaseFlags, log *slog.Logger, progress io.Writer) (*database, *graph.Handler, error) {
	d, err := openDatabase(ctx, flags, log, progress)
	if err != nil {
		return nil, nil, err
	}
	graphql, err := graph.NewHandler(graph.Options{DB: d.DB, Model: d.model, Limits: limits.Default(), Log: log, Now: time.Now})
	if err != nil {
		return nil, nil, errors.Join(err, d.close())
	}
	return d, graphql, nil
}

// openUnprepared opens the database that the flags name as it is: a Neo4j of one's own, or else the embedded one, which is started or shared.
func openUnprepared(ctx context.Context, flags databaseFlags, timeout time.Duration, log *slog.Logger, progress io.Writer) (*database, error) {
	config := store.Config{URI: flags.Neo4jURI, Username: flags.Neo4jUsername, Password: flags.Neo4jPassword, Database: flags.Neo4jDatabase, Timeout: timeout}
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		return nil, err
	}
	d := &database{model: m, keys: flags.keys()}
	if flags.Neo4jURI == "" {
		server, err := embedded.Open(ctx, embedded.Config{Folder: flags.Data, Log: log, Progress: progress})
		if err != nil {
			return nil, err
		}
		d.embedded = server
		config.URI, config.Username, config.Password, config.Database = server.URI(), server.Username(), server.Password(), ""
	}
	d.config = config
	if err := d.connect(ctx); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// keys gives the keys of persons, nil where there is no folder for them.
func (f databaseFlags) keys() *seal.Keys {
	switch {
	case f.Keys != "":
		return seal.In(f.Keys)
	case f.Neo4jURI == "":
		return seal.In(filepath.Join(f.Data, "keys"))
	}
	return nil
}

func (d *database) connect(ctx context.Context) (err error) {
	d.DB, err = store.Open(ctx, d.config)
	return err
}

// prepare brings the database up to date. One that a restore has left half-made is a Conflict.
func (d *database) prepare(ctx context.Context, log *slog.Logger) error {
	if err := backup.Unfinished(ctx, d.DB); err != nil {
		return err
	}
	applied, err := d.Migrate(ctx)
	for _, name := range applied {
		log.Info("migration applied", "name", name)
	}
	if err != nil {
		return err
	}
	return d.ledger().CompareAll(ctx) // an older version has compared by less, and a server may have ended before it did
}

// tell records what a source tells, or with its DryRun finds out what that would change.
func (d *database) tell(ctx context.Context, t ledger.Telling) (ledger.Outcome, error) {
	return d.ledger().Tell(ctx, t)
}

// ledger gives the ledger for what is told at once.
func (d *database) ledger() *ledger.Ledger { return ledger.New(d.Patient(tellTime), d.model, time.Now) }

// ready gives nil when the database answers now, else why it does not.
func (d *database) ready(ctx context.Context) error {
	if d.embedded != nil {
		if err := d.embedded.Ready(ctx); err != nil {
			return err
		}
	}
	return d.Ready(ctx)
}

// close ends the connections and then the embedded database, if this process keeps one.
func (d *database) close() error {
	var err error
	if d.DB != nil {
		err = d.Close(context.Background())
	}
	if d.embedded != nil {
		err = errors.Join(err, d.embedded.Close())
	}
	return err
}
