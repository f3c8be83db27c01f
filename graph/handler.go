package graph

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"partnernet/commands"
	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/limits"
	"partnernet/model"
	"partnernet/store"
	"partnernet/transport"
)

// Options are what a handler is made of.
type Options struct {
	DB     *store.DB
	Model  *model.Model
	Limits limits.Limits
	Log    *slog.Logger
	Now    func() time.Time // tells which day is today
}

// Handler serves GraphQL.
type Handler struct {
	http.Handler
	streams *transport.Streams
}

// NewHandler makes the handler that serves the whole schema. It fails when schema, statements and functions do not fit together.
func NewHandler(o Options) (*Handler, error) {
	compiler, err := cypher.New(o.Model, Functions, o.Limits.PageSize)
	if err != nil {
		return nil, fmt.Errorf("compile reads: %w", err)
	}
	all, err := commands.New(ledger.New(o.DB, o.Model, o.Now), o.Model, o.Now)
	if err != nil {
		return nil, fmt.Errorf("match commands with mutations: %w", err)
	}
	streams := transport.NewStreams()
	srv := handler.New(NewSchema(o.Model.Schema))
	h := &Handler{Handler: srv, streams: streams}
	srv.AddTransport(transport.WebSocket{ReadLimit: o.Limits.Body, Streams: streams})
	srv.AddTransport(transport.HTTP{BodyLimit: o.Limits.Body, Streams: streams})
	limits.Install(srv, o.Limits)
	srv.Use(&transport.StrictInputs{})
	srv.Use(extension.Introspection{})
	srv.Use(&reporter{compiler: compiler, ask: h.Ask, now: o.Now})
	srv.Use(&vocabulary{compiler: compiler, schema: o.Model.Schema, now: o.Now})
	srv.Use(NewReader(compiler, o.DB, o.Now))
	srv.Use(NewWriter(compiler, all, o.Now))
	srv.Use(NewFeed(compiler, o.DB, o.Log, o.Model.Schema, o.Now))
	srv.SetErrorPresenter(present(o.Log, o.Model.Schema))
	srv.SetRecoverFunc(func(_ context.Context, p any) error {
		return fault.Wrap(fault.Internal, fmt.Errorf("panic: %v", p), "The registry failed to answer. It has been logged.")
	})
	return h, nil
}

// Shutdown ends the sockets and event streams that are open, and waits for them until ctx is done.
func (h *Handler) Shutdown(ctx context.Context) error { return h.streams.Shutdown(ctx) }
