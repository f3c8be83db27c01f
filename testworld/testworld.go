// Package testworld gives tests a register as its clients meet it: GraphQL over a database, asked on behalf of a viewer.
package testworld

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"partnernet"
	"partnernet/graph"
	"partnernet/limits"
	"partnernet/model"
	"partnernet/store"
)

// Object is a JSON object.
type Object = map[string]any

// Must ends a test in which something went wrong.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var theModel = sync.OnceValues(func() (*model.Model, error) { return model.Load(partnernet.Schema) })

// Model gives the graph model of the project's schema.
func Model(t testing.TB) *model.Model {
	t.Helper()
	m, err := theModel()
	Must(t, err)
	return m
}

// GraphQL gives what answers GraphQL over a database, under the limits of every server and without a log, unless the options are changed.
func GraphQL(t testing.TB, db *store.DB, now func() time.Time, change ...func(*graph.Options)) *graph.Handler {
	t.Helper()
	options := graph.Options{DB: db, Model: Model(t), Limits: limits.Default(), Log: slog.New(slog.DiscardHandler), Now: now}
	for _, each := range change {
		each(&options)
	}
	handler, err := graph.NewHandler(options)
	Must(t, err)
	return handler
}

// Answer is what a client gets back.
type Answer struct {
	Data   Object
	Errors []Error
}

// Error is what a client is told that is wrong.
type Error struct {
	Message    string
	Extensions struct {
		Code, Rule, Field string
		Violations        []Violation
	}
}

// Violation is one thing that is wrong with an input.
type Violation struct{ Field, Rule, Message, Remedy string }

// Says gives what is wrong and the remedy together.
func (v Violation) Says() string { return strings.TrimSpace(v.Message + " " + v.Remedy) }

// Ask sends a request on behalf of a viewer and gives the answer, errors and all. It may be called from any goroutine.
func Ask(ctx context.Context, handler http.Handler, viewer graph.Viewer, query string, variables Object) Answer {
	body, err := json.Marshal(Object{"query": query, "variables": variables})
	if err != nil {
		return Answer{Errors: []Error{{Message: err.Error()}}}
	}
	return Post(ctx, handler, viewer, "application/json", bytes.NewReader(body))
}

// Post sends the body of a request as Ask does.
func Post(ctx context.Context, handler http.Handler, viewer graph.Viewer, contentType string, body io.Reader) (a Answer) {
	request := httptest.NewRequestWithContext(graph.WithViewer(ctx, viewer), http.MethodPost, "/graphql", body)
	request.Header.Set("Content-Type", contentType)
	request.Header.Set("Accept", "application/graphql-response+json")
	request.Header.Set("GraphQL-Preflight", "1")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	if err := json.Unmarshal(recorder.Body.Bytes(), &a); err != nil {
		a.Errors = append(a.Errors, Error{Message: fmt.Sprintf("status %d: %s", recorder.Code, recorder.Body)})
	}
	return a
}

// Upload gives the body of a request with a file in the place of a variable, by the GraphQL multipart request specification, and its content type.
func Upload(t testing.TB, query string, variables Object, place, name string, content []byte) (contentType string, body io.Reader) {
	t.Helper()
	operations, err := json.Marshal(Object{"query": query, "variables": variables})
	Must(t, err)
	var text bytes.Buffer
	form := multipart.NewWriter(&text)
	Must(t, form.WriteField("operations", string(operations)))
	Must(t, form.WriteField("map", fmt.Sprintf(`{"0": [%q]}`, place)))
	file, err := form.CreateFormFile("0", name)
	Must(t, err)
	_, err = file.Write(content)
	Must(t, err)
	Must(t, form.Close())
	return form.FormDataContentType(), &text
}

// Command gives the request for the mutation of a name with its input, and a selection of its payload. Where the input has no source that it could name, a
// document that the registry does not have yet is the ground.
func Command(t testing.TB, name string, input Object, selection string) (query string, variables Object) {
	t.Helper()
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input"
	given := Object{}
	if Model(t).Schema.Types[inputType].Fields.ForName("source") != nil {
		given["source"] = Ground("A letter")
	}
	maps.Copy(given, input)
	return fmt.Sprintf("mutation($input: %s!) { %s(input: $input) { %s } }", inputType, name, selection), Object{"input": given}
}

// Ground is a source that the registry does not have yet.
func Ground(title string) Object { return Object{"document": Object{"title": title}} }
