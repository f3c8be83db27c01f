package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/shirou/gopsutil/v4/process"

	"partnernet/embedded"
	"partnernet/store"
)

// writeTime is how long one transaction may take while the synthetic registry is written.
const writeTime = 10 * time.Minute

// world is what is measured: the database with its synthetic registry, and the servers over it.
type world struct {
	folder     string
	config     store.Config
	db         *store.DB
	driver     neo4j.DriverWithContext
	operations []operation
	program    string
	closing    []func() error
}

// run sets everything up, measures, and prints the table.
func (f *flags) run(ctx context.Context) (err error) {
	w := &world{}
	defer func() { err = errors.Join(err, w.close()) }()
	if err := w.open(ctx, f); err != nil {
		return err
	}
	if f.Profile != "" {
		return f.profile(ctx, w)
	}
	server, err := startServer(ctx, w.program, w.config, f.settings()...)
	if err != nil {
		return err
	}
	w.closing = append(w.closing, server.end)
	if server.token, err = w.token(ctx); err != nil {
		return err
	}
	if f.Overload > 0 {
		return w.overload(ctx, f, server, os.Stdout)
	}
	if f.Audiences {
		return w.compareAudiences(ctx, f, server, os.Stdout)
	}
	if err := f.compare(ctx, w, server, os.Stdout); err != nil {
		return err
	}
	if f.Listen > 0 {
		if err := w.compareFanOut(ctx, server, f.Listen, f.Scale, os.Stdout); err != nil {
			return err
		}
	}
	if !f.Writes {
		return nil
	}
	for _, compare := range []func(context.Context, *child, int, io.Writer) error{w.compareWrites, w.compareTogether, w.compareBesideImport} {
		if err := compare(ctx, server, f.Scale, os.Stdout); err != nil {
			return err
		}
	}
	return w.compareImport(ctx, server, os.Stdout)
}

func (w *world) close() error {
	var errs []error
	for i := range w.closing {
		errs = append(errs, w.closing[len(w.closing)-1-i]())
	}
	return errors.Join(errs...)
}

// open starts the database, fills it if it is empty, and builds the server.
func (w *world) open(ctx context.Context, f *flags) (err error) {
	if w.folder, err = os.MkdirTemp("", "partnernet-bench-"); err != nil {
		return err
	}
	w.closing = append(w.closing, func() error { return os.RemoveAll(w.folder) })
	data := f.Data
	if data == "" {
		data = w.folder + "/data"
	}
	database, err := embedded.Open(ctx, embedded.Config{Folder: data, HeapMiB: 2048, PageCacheMiB: 1024, Progress: os.Stderr,
		Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))})
	if err != nil {
		return err
	}
	w.closing = append(w.closing, database.Close)
	w.config = store.Config{URI: database.URI(), Username: database.Username(), Password: database.Password(), Timeout: writeTime}
	if w.db, err = store.Open(ctx, w.config); err != nil {
		return err
	}
	w.closing = append(w.closing, func() error { return w.db.Close(context.Background()) })
	if err := w.fill(ctx, f.Scale); err != nil {
		return err
	}
	if w.driver, err = neo4j.NewDriverWithContext(w.config.URI, neo4j.BasicAuth(w.config.Username, w.config.Password, "")); err != nil {
		return err
	}
	w.closing = append(w.closing, func() error { return w.driver.Close(context.Background()) })
	if w.operations, err = readOperations(f.Only, f.Scale); err != nil {
		return err
	}
	w.program, err = buildServer(ctx, w.folder)
	return err
}

// fill writes the synthetic registry, unless the database holds it already.
func (w *world) fill(ctx context.Context, scale int) error {
	if _, err := w.db.Migrate(ctx); err != nil {
		return err
	}
	loaded, err := w.db.Read(ctx, store.Statement{Text: "RETURN COUNT { (:Organisation) } AS held"})
	switch {
	case err != nil:
		return err
	case loaded == int64(scale*organisationCount):
		return nil
	case loaded != int64(0):
		return fmt.Errorf("the folder holds a registry of %v organisations, not of scale %d: give another --data", loaded, scale)
	}
	start := time.Now()
	s := &synthetic{db: w.db, scale: scale, random: rand.New(rand.NewPCG(uint64(scale), 7))}
	if err := s.fill(ctx); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "the synthetic registry is written (%s)\n", time.Since(start).Round(time.Second))
	return run(ctx, w.db, store.Statement{Text: "CALL db.awaitIndexes(600)"}, store.Statement{Text: "CALL db.prepareForReplanning(600)"})
}

// compare measures the ways in which the operations can be answered, and prints what came of it.
func (f *flags) compare(ctx context.Context, w *world, server *child, out io.Writer) error {
	database, err := database()
	if err != nil {
		return err
	}
	ways := []way{{byHand, floor{w.driver}, func() (time.Duration, error) { return cpu(database) }}}
	for _, name := range []string{asRegistry, asOtherwise} {
		e, err := newEndpoint(server.url, f.Clients, w.operations, name)
		if err != nil {
			return err
		}
		ways = append(ways, way{name, e, func() (time.Duration, error) { return cpu(database, server.usage) }})
	}
	for i := range w.operations {
		if err := agreeAll(ctx, &w.operations[i], ways); err != nil {
			return err
		}
	}
	if f.Peer {
		peer, err := f.asPeer(ctx, w, database)
		if err != nil {
			return err
		}
		ways = append(ways, peer)
	}
	table, err := f.measure(ctx, w.operations, ways)
	if err != nil {
		return err
	}
	if table.first, err = w.timeFirstAsks(ctx, ways, f.Rounds); err != nil {
		return err
	}
	trips, err := w.roundTrips(ctx)
	if err != nil {
		return err
	}
	return f.print(ctx, w, server, table, trips, out)
}

// print tells what was measured: the table, how it grows with the register, and how much memory the server takes.
func (f *flags) print(ctx context.Context, w *world, server *child, t *table, trips map[string]float64, out io.Writer) error {
	memory, err := server.usage.MemoryInfo()
	if err != nil {
		return err
	}
	t.print(out, w.operations, trips)
	if f.Growth != "" {
		if err := t.growth(f.Growth, f.Scale, w.operations, out); err != nil {
			return err
		}
	}
	if f.Soak > 0 {
		if err := (asking{f.Soak, f.Clients}).soak(ctx, t.ways[1].subject, w.operations, server.usage, out); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "\nResident memory of the registry's server after all of it: %d MiB.\n", memory.RSS>>20)
	return nil
}

// asPeer starts the peer. Its answers hold the same records in a shape of their own, so they are not compared.
func (f *flags) asPeer(ctx context.Context, w *world, database *process.Process) (way, error) {
	peer, err := startPeer(ctx, w.folder, w.config)
	if err != nil {
		return way{}, err
	}
	w.closing = append(w.closing, peer.end)
	e, err := newEndpoint(peer.url, f.Clients, w.operations, asPeer)
	return way{asPeer, e, func() (time.Duration, error) { return cpu(database, peer.usage) }}, err
}

// roundTrips counts, for each operation, how many times the registry's server goes to the database for one answer.
func (w *world) roundTrips(ctx context.Context) (trips map[string]float64, err error) {
	p, err := newProxy(strings.TrimPrefix(w.config.URI, "bolt://"))
	if err != nil {
		return nil, err
	}
	defer p.Close()
	through := w.config
	through.URI = "bolt://" + p.Addr().String()
	server, err := startServer(ctx, w.program, through)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, server.end()) }()
	e, err := newEndpoint(server.url, 1, w.operations, asRegistry)
	if err != nil {
		return nil, err
	}
	trips = map[string]float64{}
	for i := range w.operations {
		o := &w.operations[i]
		before := p.trips.Load()
		for question := range compared {
			if _, err := e.ask(ctx, o, question); err != nil {
				return nil, err
			}
		}
		trips[o.name] = float64(p.trips.Load()-before) / compared
	}
	return trips, nil
}

// settings gives those with which the server is measured. What it costs is compared with statements that wait at no door, so nobody waits at the server's, unless it
// is the door that is measured.
func (f *flags) settings() []string {
	var settings []string
	if f.Overload == 0 {
		many := strconv.Itoa(8 * f.Clients)
		settings = append(settings, "--max-reads="+many, "--max-writes="+many)
	}
	if f.Writes || f.Listen > 0 { // a command waits for the import beside it
		settings = append(settings, "--statement-timeout=2m")
	}
	return settings
}
