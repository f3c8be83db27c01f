package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http/httptest"
	"os"
	"runtime/pprof"
	"time"

	"partnernet"
	"partnernet/graph"
	"partnernet/limits"
	"partnernet/model"
)

// profile writes a CPU profile of the registry while many clients ask the operations by turns. The registry is in this process, beside the
// clients: `go tool pprof -focus ServeHTTP FILE` shows it alone.
func (f *flags) profile(ctx context.Context, w *world) (err error) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		return err
	}
	handler, err := graph.NewHandler(graph.Options{DB: w.db, Model: m, Limits: limits.Default(), Log: slog.New(slog.DiscardHandler), Now: time.Now})
	if err != nil {
		return err
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	e, err := newEndpoint(server.URL, f.Clients, w.operations, asRegistry)
	if err != nil {
		return err
	}
	file, err := os.Create(f.Profile)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := pprof.StartCPUProfile(file); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	for i := range w.operations {
		if _, _, err := (asking{f.Time * time.Duration(f.Rounds), f.Clients}).ask(ctx, e, &w.operations[i], f.Clients); err != nil {
			return err
		}
	}
	return nil
}
