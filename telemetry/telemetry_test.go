package telemetry_test

import (
	"bytes"
	"context"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/telemetry"
)

// watched gives telemetry that has been told of one of everything.
func watched(log *slog.Logger) *telemetry.Telemetry {
	t := telemetry.New(telemetry.Options{Log: log, Slow: time.Second})
	_, end := t.Operation(context.Background(), "query", []string{"project"})
	end(telemetry.OK)
	t.Command("admitMember", fault.New(fault.Conflict, "Åsa AB is a member already."))
	t.Statement(context.Background(), store.Statement{Text: "MATCH (o {legalName: $name})\n  RETURN o", Params: map[string]any{"name": "Åsa AB"}}, 2*time.Second, nil)
	t.Request(http.StatusOK, time.Millisecond)
	t.Delivery("DELIVERED")
	one := func() float64 { return 1 }
	kinds := map[string]func() float64{"query": one}
	t.Tell(telemetry.Numbers{Going: kinds, Waiting: kinds, SentAway: kinds, Shapes: one, FirstAsks: one, Statements: one, Pool: one, Subscribers: one,
		LogPosition: func(context.Context) (int64, error) { return 7, nil },
		WebhooksOff: func(context.Context) (int64, error) { return 1, nil },
		Backup:      func() (time.Time, bool) { return time.Unix(1_700_000_000, 0), true },
		Version:     func() (string, string, string) { return "v1", "abc", runtime.Version() }})
	return t
}

// scraped reads all numbers as Prometheus does, in a format.
func scraped(t *testing.T, from *telemetry.Telemetry, format expfmt.FormatType) map[string]*dto.MetricFamily {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil)
	request.Header.Set("Accept", string(expfmt.NewFormat(format)))
	answer := httptest.NewRecorder()
	from.Scrape().ServeHTTP(answer, request)
	decoder := expfmt.NewDecoder(answer.Body, expfmt.ResponseFormat(answer.Header()))
	families := map[string]*dto.MetricFamily{}
	for {
		family := &dto.MetricFamily{}
		if err := decoder.Decode(family); err != nil {
			break
		}
		families[family.GetName()] = family
	}
	return families
}

// toldNumbers gives the names of all numbers that a server tells.
func toldNumbers(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for name := range scraped(t, watched(nil), expfmt.TypeProtoDelim) {
		names[name] = true
	}
	return names
}

// What a server has done is in the numbers; durations are native histograms where they are asked for so, and others where not.
func TestAScrape(t *testing.T) {
	from := watched(nil)
	for _, format := range []expfmt.FormatType{expfmt.TypeProtoDelim, expfmt.TypeTextPlain} {
		families := scraped(t, from, format)
		for _, name := range []string{"partnernet_operation_duration_seconds", "partnernet_statement_duration_seconds", "partnernet_http_request_duration_seconds"} {
			family := families[name]
			if family == nil || family.GetMetric()[0].GetHistogram().GetSampleCount() != 1 {
				t.Fatalf("%s: %v", name, family)
			}
			if native := family.GetMetric()[0].GetHistogram().GetSchema() > 0; native != (format == expfmt.TypeProtoDelim) {
				t.Errorf("%s in format %d: native is %t", name, format, native)
			}
		}
		labels := map[string]string{}
		for _, pair := range families["partnernet_commands_total"].GetMetric()[0].GetLabel() {
			labels[pair.GetName()] = pair.GetValue()
		}
		if !maps.Equal(labels, map[string]string{"command": "admitMember", "code": "CONFLICT"}) {
			t.Errorf("the command has the labels %v", labels)
		}
		if position := families["partnernet_log_position"].GetMetric()[0].GetGauge().GetValue(); position != 7 {
			t.Errorf("the log ends at %v", position)
		}
		for name := range families {
			if !model.UTF8Validation.IsValidMetricName(name) || strings.Contains(name, "Åsa") {
				t.Errorf("%q is no name", name)
			}
		}
	}
}

// A slow statement is logged with its text and the id of its request, and without its values.
func TestSlowStatementsHaveNoValues(t *testing.T) {
	var lines bytes.Buffer
	log := slog.New(telemetry.Logged(slog.NewTextHandler(&lines, nil)))
	watched(log)
	if got := lines.String(); !strings.Contains(got, "MATCH (o {legalName: $name}) RETURN o") || strings.Contains(got, "Åsa") {
		t.Errorf("logged was %s", got)
	}
	lines.Reset()
	answer := httptest.NewRecorder()
	telemetry.WithRequestIDs(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		log.With("a", 1).InfoContext(r.Context(), "something")
	})).ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
	if id := answer.Header().Get(telemetry.RequestIDHeader); id == "" || !strings.Contains(lines.String(), "request="+id) {
		t.Errorf("the request %q logged %s", id, lines.String())
	}
}

// Traces are off unless the environment says where they go.
func TestTracesAreOffUnlessConfigured(t *testing.T) {
	variables := []string{"OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_TRACES_EXPORTER", "OTEL_SDK_DISABLED"}
	for _, c := range []struct {
		set   []string
		on    bool
		fault fault.Code
	}{
		{set: []string{"", "", "", ""}},
		{set: []string{"http://127.0.0.1:4318", "", "", ""}, on: true},
		{set: []string{"", "http://127.0.0.1:4318/v1/traces", "", ""}, on: true},
		{set: []string{"", "", "otlp", ""}, on: true},
		{set: []string{"http://127.0.0.1:4318", "", "none", ""}},
		{set: []string{"http://127.0.0.1:4318", "", "", "true"}},
		{set: []string{"", "", "zipkin", ""}, fault: fault.BadInput},
	} {
		for i, value := range slices.All(c.set) {
			t.Setenv(variables[i], value)
		}
		traces, err := telemetry.TracesFromEnvironment(t.Context(), "v1")
		if (traces != nil) != c.on || err == nil != (c.fault == "") || err != nil && fault.CodeOf(err) != c.fault {
			t.Errorf("%v: on is %t, %v", c.set, traces != nil, err)
		}
		if traces != nil {
			if err := traces.Shutdown(t.Context()); err != nil {
				t.Error(err)
			}
		}
	}
}
