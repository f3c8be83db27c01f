package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"time"

	"partnernet/admission"
	"partnernet/backup"
	"partnernet/graph"
	"partnernet/store"
	"partnernet/telemetry"
)

// watchFlags say how a server tells how it fares.
type watchFlags struct {
	Metrics       string        `placeholder:"HOST:PORT" group:"watch" help:"Where to answer Prometheus at /metrics: an address that only those reach who may know how the server fares. Without it there are no numbers."`
	LogFormat     string        `enum:"text,json" default:"text" placeholder:"FORMAT" group:"watch" help:"How the log is written: text or json, one line each (default: text)."`
	SlowStatement time.Duration `default:"1s" placeholder:"TIME" group:"watch" help:"Statements that take so long are logged, without their values. 0 is none (default: 1s)."`
}

// newLog writes what happens, a line each, with the id of the request that it belongs to.
func (f watchFlags) newLog(w io.Writer) *slog.Logger {
	var lines slog.Handler = slog.NewTextHandler(w, nil)
	if f.LogFormat == "json" {
		lines = slog.NewJSONHandler(w, nil)
	}
	return slog.New(telemetry.Logged(lines))
}

// watch is what a server tells how it fares by.
type watch struct {
	*telemetry.Telemetry
	closing []func() error
}

// watch opens the address of the numbers, where there is to be one, and where traces go, if the environment says so.
func (f watchFlags) watch(ctx context.Context, log *slog.Logger) (*watch, error) {
	w := &watch{}
	options := telemetry.Options{Log: log, Slow: f.SlowStatement}
	traces, err := telemetry.TracesFromEnvironment(ctx, buildOf().version)
	if err != nil {
		return nil, err
	}
	if traces != nil {
		options.Traces = traces
		w.closing = append(w.closing, func() error {
			last, cancel := context.WithTimeout(context.Background(), lastTraces)
			defer cancel()
			return traces.Shutdown(last)
		})
	}
	w.Telemetry = telemetry.New(options)
	if f.Metrics == "" {
		return w, nil
	}
	at, err := resolve(f.Metrics)
	if err != nil {
		return nil, err
	}
	listener, err := listen(ctx, at)
	if err != nil {
		return nil, err
	}
	w.serveNumbers(listener, log)
	log.Info("numbers for Prometheus", "address", "http://"+listener.Addr().String()+"/metrics")
	return w, nil
}

// lastTraces is how long the last traces may take to be sent when the server stops.
const lastTraces = 2 * time.Second

// serveNumbers answers Prometheus until the watch is closed.
func (w *watch) serveNumbers(listener net.Listener, log *slog.Logger) {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", w.Scrape())
	server := &http.Server{Handler: mux, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime, IdleTimeout: idleTime, MaxHeaderBytes: headerSize}
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			log.Error("there are no numbers for Prometheus any more", "error", err)
		}
	}()
	w.closing = append(w.closing, server.Close)
}

// close ends what the watch has opened.
func (w *watch) close() error {
	var errs []error
	for _, end := range w.closing {
		errs = append(errs, end())
	}
	return errors.Join(errs...)
}

// tell has the numbers told that parts of the server know.
func (w *watch) tell(db *database, graphql *graph.Handler, door *admission.Door, backups *backup.Schedule) {
	gates := map[string]*admission.Gate{"query": door.Reads, "mutation": door.Writes}
	by := func(value func(admission.State) float64) map[string]func() float64 {
		all := map[string]func() float64{}
		for kind, gate := range gates {
			all[kind] = func() float64 { return value(gate.State()) }
		}
		return all
	}
	numbers := telemetry.Numbers{
		Going:    by(func(s admission.State) float64 { return float64(s.Going) }),
		Waiting:  by(func(s admission.State) float64 { return float64(s.Waiting) }),
		SentAway: by(func(s admission.State) float64 { return float64(s.SentAway) }),
		Shapes: func() float64 {
			shapes, _ := graphql.Plans().Counted()
			return float64(shapes)
		},
		FirstAsks: func() float64 {
			_, firsts := graphql.Plans().Counted()
			return float64(firsts)
		},
		Statements:  func() float64 { return float64(db.InUse()) },
		Pool:        func() float64 { return store.MostConnections },
		Subscribers: func() float64 { return float64(graphql.Subscribers()) },
		LogPosition: graphql.LogPosition,
		WebhooksOff: db.webhooks().SwitchedOff,
		Version: func() (version, revision, goVersion string) {
			b := buildOf()
			return b.version, b.revision, runtime.Version()
		},
	}
	if backups != nil {
		numbers.Backup = func() (last time.Time, found bool) {
			last, _ = backups.Last()
			return last, !last.IsZero()
		}
	}
	w.Tell(numbers)
}
