package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"partnernet/admission"
	"partnernet/graph"
	"partnernet/signin"
	"partnernet/telemetry"
	"partnernet/testworld"
	"partnernet/testworld/site"
	"partnernet/web"
)

// guarded is a server whose operations enter by a door, and that is watched.
type guarded struct {
	t     *testing.T
	url   string
	door  *admission.Door
	spans *tracetest.InMemoryExporter
	watch *watch
	db    *site.Register
}

// guardedServer gives one with room for one query.
func guardedServer(t *testing.T) *guarded {
	t.Helper()
	_, db := site.Founding(t)
	g := &guarded{t: t, door: admission.NewDoor(admission.Limits{Reads: 1, Writes: 1, Waiting: 1}, time.Now), spans: tracetest.NewInMemoryExporter()}
	g.watch = &watch{Telemetry: telemetry.New(telemetry.Options{Traces: sdktrace.NewTracerProvider(sdktrace.WithSyncer(g.spans))})}
	db.DB = db.Observed(g.watch.Statement)
	g.db = db
	graphql := testworld.GraphQL(t, db.DB, time.Now, func(o *graph.Options) { o.Door, o.Telemetry = g.door, g.watch.Telemetry })
	g.watch.tell(&database{DB: db.DB, model: db.Model}, graphql, g.door, nil)
	handler, err := web.NewHandler(web.Parts{GraphQL: graphql, Ask: graphql.Ask, Ready: db.Ready,
		Desk: signin.New(db.Desk(&url.URL{Scheme: "http", Host: "localhost"})), Log: slog.New(slog.DiscardHandler), Telemetry: g.watch.Telemetry})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	g.url = server.URL
	return g
}

// get asks for a path with headers, of which Accept is that of GraphQL.
func (g *guarded) get(path string, headers http.Header) (*http.Response, string) {
	g.t.Helper()
	request, err := http.NewRequestWithContext(g.t.Context(), http.MethodGet, g.url+path, nil)
	if err != nil {
		g.t.Fatal(err)
	}
	if headers == nil {
		headers = http.Header{}
	}
	headers.Set("Accept", "application/graphql-response+json")
	response, body, err := site.Send(request, headers)
	if err != nil {
		g.t.Fatal(err)
	}
	return response, string(body)
}

// askForProject is a query with a value that is told to nobody who watches.
const askForProject = "/graphql?query=%7Bproject(acronym:%22Commsec%22)%7Bacronym%7D%7D"

func TestAServerUnderLoadAndWatched(t *testing.T) {
	g := guardedServer(t)
	t.Run("more is asked than can be answered", g.testOverload)
	t.Run("a trace", g.testTrace)
	t.Run("a scrape", g.testScrape)
	t.Run("what a doctor finds", g.testDoctor)
}

// Whoever comes when all places are taken is told soon when to try again, and health is answered all the same; when a place is free again, they are answered.
func (g *guarded) testOverload(t *testing.T) {
	_, leave, err := g.door.Enter(admission.WithClient(t.Context(), admission.Client{Account: "somebody else"}), false)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{askForProject, "/reports/network-overview"} {
		response, body := g.get(path, nil)
		if id := response.Header.Get(telemetry.RequestIDHeader); response.StatusCode != http.StatusServiceUnavailable || response.Header.Get("Retry-After") != "1" ||
			site.RefusalCode(body) != "UNAVAILABLE" || !strings.Contains(body, fmt.Sprintf(`"requestId":"%s"`, id)) {
			t.Errorf("%s: %s, %v, %s", path, response.Status, response.Header, body)
		}
	}
	for _, path := range []string{"/healthz", "/readyz"} {
		if response, _ := g.get(path, nil); response.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", path, response.Status)
		}
	}
	leave()
	if response, body := g.get(askForProject, nil); response.StatusCode != http.StatusOK || response.Header.Get("Retry-After") != "" || !strings.Contains(body, "Commsec") {
		t.Errorf("when a place is free: %s, %s", response.Status, body)
	}
}

// A request is traced from its caller's own trace down to its statement, which is told without the values that were asked for.
func (g *guarded) testTrace(t *testing.T) {
	const trace, caller = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
	g.spans.Reset()
	g.get(askForProject, http.Header{"Traceparent": {"00-" + trace + "-" + caller + "-01"}})
	spans := g.spans.GetSpans().Snapshots()
	named := func(name string) sdktrace.ReadOnlySpan {
		at := slices.IndexFunc(spans, func(s sdktrace.ReadOnlySpan) bool { return s.Name() == name })
		if at < 0 {
			t.Fatalf("there is no span %q among %d", name, len(spans))
		}
		return spans[at]
	}
	request, operation, statement := named("GET /graphql"), named("query"), named("statement")
	if got := request.Parent(); got.TraceID().String() != trace || got.SpanID().String() != caller {
		t.Errorf("the request is below %s of %s", got.SpanID(), got.TraceID())
	}
	if operation.Parent().SpanID() != request.SpanContext().SpanID() || statement.Parent().SpanID() != operation.SpanContext().SpanID() {
		t.Error("the statement is not below the operation, or that not below the request")
	}
	for _, span := range spans {
		for _, attribute := range span.Attributes() {
			if strings.Contains(attribute.Value.String(), "Commsec") {
				t.Errorf("%s tells what was asked about in %s: %s", span.Name(), attribute.Key, attribute.Value.String())
			}
		}
	}
}

// What was done before is in the numbers.
func (g *guarded) testScrape(t *testing.T) {
	g.get("/graphql?query=%7Bnothing%7D", nil)
	answer := httptest.NewRecorder()
	g.watch.Scrape().ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	for _, want := range []string{
		`partnernet_operation_duration_seconds_count{code="OK",kind="query"} 2`,
		`partnernet_operation_duration_seconds_count{code="UNAVAILABLE",kind="query"} 1`,
		`partnernet_operation_duration_seconds_count{code="BAD_INPUT",kind="none"} 1`,
		`partnernet_operations_sent_away_total{kind="query"} 2`,
		`partnernet_http_request_duration_seconds_count{status="503"} 2`,
		`partnernet_statement_duration_seconds_count{code="OK"}`,
		"partnernet_log_position ", "partnernet_plan_first_asks_total ", "partnernet_build_info{",
	} {
		if !strings.Contains(answer.Body.String(), "\n"+want) {
			t.Errorf("the numbers lack %s", want)
		}
	}
	if t.Failed() {
		t.Log(answer.Body.String())
	}
}
