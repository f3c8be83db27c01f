package graph

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"partnernet/admission"
	"partnernet/commands"
	"partnernet/fault"
	"partnernet/limits"
	"partnernet/mail"
	"partnernet/model"
	"partnernet/plans"
	"partnernet/seal"
	"partnernet/store"
	"partnernet/telemetry"
	"partnernet/transport"
)

// Options are what a handler is made of.
type Options struct {
	DB     *store.DB
	Model  *model.Model
	Limits limits.Limits
	Log    *slog.Logger
	Now    func() time.Time // tells which day is today
	Keys   *seal.Keys       // of the persons of whom something is kept; nil where nothing is
	Mail   *mail.Server     // that takes messages to contacts; nil where none are sent
	// Known are texts of operations that requests may name by their hashes, and OnlyKnown says that no others are taken.
	Known     []string
	OnlyKnown bool
	Door      *admission.Door      // that operations enter by; nil where all are let in
	Telemetry *telemetry.Telemetry // that is told of operations and commands; may be nil
	// Facts reads what decisions say, as facts: see package intake, whose tests ask this handler.
	Facts commands.FactsReader
	// KeepTexts says that sentences of decisions may be kept, with the places where they stand.
	KeepTexts bool

	moved func(position, rights int64) // told how far own writes have moved the log; nil where nobody listens
}

// Handler serves GraphQL.
type Handler struct {
	http.Handler
	streams *transport.Streams
	plans   *plans.Memory
	feed    *Feed
}

// NewHandler makes the handler that serves the whole schema. It fails when schema, statements and functions do not fit together.
func NewHandler(o Options) (*Handler, error) {
	end := newLogEnd()
	o.moved = end.move
	writer, err := NewWriter(o)
	if err != nil {
		return nil, err
	}
	end.forget = writer.access.Forget
	streams := transport.NewStreams()
	srv := handler.New(NewSchema(o.Model.Schema))
	h := &Handler{Handler: srv, streams: streams, plans: writer.access.Plans(), feed: newFeed(writer, end, o)}
	srv.AddTransport(transport.WebSocket{ReadLimit: o.Limits.Body, Streams: streams})
	srv.AddTransport(transport.HTTP{BodyLimit: o.Limits.Body, Streams: streams})
	srv.Use(newKnownOperations(o.Known, o.OnlyKnown)) // before the limits: what is named by its hash has no text to look at
	limits.Install(srv, o.Limits)
	srv.Use(&transport.StrictInputs{})
	srv.Use(extension.Introspection{})
	srv.Use(&watching{o.Telemetry})
	srv.Use(&admitting{door: o.Door, present: present(o.Log, o.Model.Schema)})
	srv.Use(newMadeFields(h, writer, o))
	srv.Use(NewReader(writer.compiler, writer.access, o.Now))
	srv.Use(writer)
	srv.Use(h.feed)
	srv.SetErrorPresenter(present(o.Log, o.Model.Schema))
	srv.SetRecoverFunc(func(_ context.Context, p any) error {
		return fault.Wrap(fault.Internal, fmt.Errorf("panic: %v", p), "The registry failed to answer. It has been logged.")
	})
	return h, nil
}

// Plans gives what is remembered of the statements by which queries were answered.
func (h *Handler) Plans() *plans.Memory { return h.plans }

// Subscribers tells how many wait for changes.
func (h *Handler) Subscribers() int {
	h.feed.mu.Lock()
	defer h.feed.mu.Unlock()
	return h.feed.subscribers
}

// LogPosition asks the database where the log of changes ends.
func (h *Handler) LogPosition(ctx context.Context) (int64, error) {
	end, err := h.feed.readEnd(ctx, math.MaxInt64)
	return end.position, err
}

// CursorKey gives the key by which cursors are sealed, whoever asks: one of each register, which all servers find in its database.
func (h *Handler) CursorKey(ctx context.Context) ([]byte, error) {
	rights, err := h.feed.access.Rights(ctx, Public)
	return rights.CursorKey, err
}

// Shutdown ends the sockets and event streams that are open, and waits for them until ctx is done.
func (h *Handler) Shutdown(ctx context.Context) error { return h.streams.Shutdown(ctx) }
