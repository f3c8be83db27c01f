// Package telemetry tells whoever watches a server how it fares: numbers for Prometheus, traces for OpenTelemetry, and log lines that carry the id of their
// request. Nothing of it tells what was asked about: statements go without their values, and labels have few values, all known beforehand.
package telemetry

import (
	"context"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"partnernet/fault"
	"partnernet/store"
)

// Telemetry takes what a server does. A nil one takes nothing.
type Telemetry struct {
	Registry *prometheus.Registry
	traces   trace.TracerProvider
	log      *slog.Logger
	slow     time.Duration

	requests   *prometheus.HistogramVec
	operations *prometheus.HistogramVec
	statements *prometheus.HistogramVec
	commands   *prometheus.CounterVec
	deliveries *prometheus.CounterVec
}

// Options are what telemetry is made of.
type Options struct {
	Traces trace.TracerProvider // takes spans; nil where none are wanted
	Log    *slog.Logger         // takes slow statements
	Slow   time.Duration        // from which on a statement is slow; 0 where none is
}

// New makes a registry of numbers that are all zero.
func New(o Options) *Telemetry {
	t := &Telemetry{Registry: prometheus.NewRegistry(), traces: o.Traces, log: o.Log, slow: o.Slow}
	if t.traces == nil {
		t.traces = noop.NewTracerProvider()
	}
	t.requests = duration("http_request_duration_seconds", "How long HTTP requests took, streams and sockets too, by status.", "status")
	t.operations = duration("operation_duration_seconds", "How long GraphQL operations took, waiting for their turn included, by kind and by the code of their first error, or OK.", "kind", "code")
	t.statements = duration("statement_duration_seconds", "How long statements took that were sent to the database, by the code of their fault, or OK.", "code")
	t.commands = prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: "commands_total", Help: "Commands that were done or refused, by their name and the code of what was wrong, or OK."}, []string{"command", "code"})
	t.deliveries = prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: "webhook_deliveries_total", Help: "Messages that were sent to webhooks, by what became of them."}, []string{"outcome"})
	t.Registry.MustRegister(t.requests, t.operations, t.statements, t.commands, t.deliveries,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return t
}

// namespace begins the names of all numbers.
const namespace = "partnernet"

// duration makes a native histogram, whose buckets nobody has to choose.
func duration(name, help string, labels ...string) *prometheus.HistogramVec {
	return prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Namespace: namespace, Name: name, Help: help,
		NativeHistogramBucketFactor: 1.1, NativeHistogramMaxBucketNumber: 160, NativeHistogramMinResetDuration: time.Hour,
		Buckets: []float64{.005, .025, .1, .5, 1, 2.5, 10}, // for whoever reads the text format, which has no native ones
	}, labels)
}

// OK is the label of what has no error.
const OK = "OK"

// codeOf gives the code of an error as a label.
func codeOf(err error) string {
	if err == nil {
		return OK
	}
	return string(fault.CodeOf(err))
}

// Operation takes that a GraphQL operation begins, of a kind as query or mutation, that asks for these root fields. end is called with the code of its first
// error, or OK.
func (t *Telemetry) Operation(ctx context.Context, kind string, fields []string) (inside context.Context, end func(code string)) {
	if t == nil {
		return ctx, func(string) {}
	}
	began := time.Now()
	inside, span := t.tracer().Start(ctx, kind, trace.WithAttributes(attribute.String("graphql.operation.type", kind), attribute.StringSlice("graphql.operation.fields", fields)))
	return inside, func(code string) {
		t.operations.WithLabelValues(kind, code).Observe(time.Since(began).Seconds())
		if code != OK {
			span.SetStatus(codes.Error, code)
		}
		span.End()
	}
}

// Command takes that a command was done, or failed with err. The name is one of the schema's.
func (t *Telemetry) Command(name string, err error) {
	if t != nil {
		t.commands.WithLabelValues(name, codeOf(err)).Inc()
	}
}

// Delivery takes what became of a message to a webhook.
func (t *Telemetry) Delivery(outcome string) {
	if t != nil {
		t.deliveries.WithLabelValues(outcome).Inc()
	}
}

// Statement takes that a statement was sent. It is an observer of the database.
func (t *Telemetry) Statement(ctx context.Context, s store.Statement, took time.Duration, err error) {
	if t == nil {
		return
	}
	code := OK
	if err != nil {
		code = string(store.CodeOf(ctx, err))
	}
	t.statements.WithLabelValues(code).Observe(took.Seconds())
	now := time.Now()
	_, span := t.tracer().Start(ctx, "statement", trace.WithTimestamp(now.Add(-took)), trace.WithSpanKind(trace.SpanKindClient),
		trace.WithAttributes(attribute.String("db.system.name", "neo4j"), attribute.String("db.query.text", shortened(s.Text))))
	if code != OK {
		span.SetStatus(codes.Error, code)
	}
	span.End(trace.WithTimestamp(now))
	if t.slow > 0 && took >= t.slow && t.log != nil {
		t.log.WarnContext(ctx, "slow statement", "took", took, "code", code, "shape", shapeOf(s), "text", shortened(s.Text))
	}
}

func (t *Telemetry) tracer() trace.Tracer { return t.traces.Tracer("partnernet") }
