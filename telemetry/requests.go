package telemetry

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"partnernet/fault"
)

// RequestIDHeader is the header of an answer that gives the id of its request; log lines and errors carry it too.
const RequestIDHeader = "X-Request-Id"

type requestKey struct{}

// RequestID gives the id of the request of a context, "" where there is none.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// WithRequestIDs gives each request an id that nobody outside chooses, and tells it in the answer.
func WithRequestIDs(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := uuid.NewString()
		w.Header().Set(RequestIDHeader, id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey{}, id)))
	})
}

// Request takes that a request was answered with a status.
func (t *Telemetry) Request(status int, took time.Duration) {
	if t != nil {
		t.requests.WithLabelValues(strconv.Itoa(status)).Observe(took.Seconds())
	}
}

// Traced has each request be a span, below the one that the caller's traceparent names.
func (t *Telemetry) Traced(next http.Handler) http.Handler {
	if t == nil {
		return next
	}
	if _, none := t.traces.(noop.TracerProvider); none {
		return next
	}
	return otelhttp.NewHandler(next, "request", otelhttp.WithTracerProvider(t.traces), otelhttp.WithPropagators(propagation.TraceContext{}),
		otelhttp.WithSpanNameFormatter(func(_ string, r *http.Request) string {
			return r.Method + " " + strings.TrimPrefix(r.Pattern, r.Method+" ")
		}))
}

// Scrape answers with all numbers, in the format that is asked for.
func (t *Telemetry) Scrape() http.Handler {
	return promhttp.HandlerFor(t.Registry, promhttp.HandlerOpts{MaxRequestsInFlight: 2, Timeout: 10 * time.Second})
}

// Failed logs that a request failed, which it is not to blame for. Whoever sent it is not told the cause.
func Failed(ctx context.Context, log *slog.Logger, err error, more ...any) {
	level := slog.LevelError
	if errors.Is(ctx.Err(), context.Canceled) {
		level = slog.LevelInfo // the client has left, or the server is stopping: nothing failed
	}
	log.Log(ctx, level, "request failed", append([]any{"code", fault.CodeOf(err), "error", err, "cause", fault.CauseOf(err)}, more...)...)
}

// Logged adds the ids of request and trace to lines that are logged in the course of a request.
func Logged(to slog.Handler) slog.Handler { return requestLog{to} }

type requestLog struct{ slog.Handler }

// Handle writes a line.
func (l requestLog) Handle(ctx context.Context, line slog.Record) error {
	if id := RequestID(ctx); id != "" {
		line = line.Clone()
		line.AddAttrs(slog.String("request", id))
	}
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		line = line.Clone()
		line.AddAttrs(slog.String("trace", span.TraceID().String()))
	}
	return l.Handler.Handle(ctx, line)
}

// WithAttrs gives a handler whose lines have these attributes too.
func (l requestLog) WithAttrs(attrs []slog.Attr) slog.Handler {
	return requestLog{l.Handler.WithAttrs(attrs)}
}

// WithGroup gives a handler whose lines have what follows in a group.
func (l requestLog) WithGroup(name string) slog.Handler {
	return requestLog{l.Handler.WithGroup(name)}
}
