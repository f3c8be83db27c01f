package web

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"partnernet/fault"
	"partnernet/operations"
	"partnernet/signin"
)

// answering gives the address of a server that has no database, and asks so.
func answering(t *testing.T, log *slog.Logger, ask operations.Ask) string {
	t.Helper()
	edge := Edge{Address: &url.URL{Scheme: "http", Host: "localhost"}}
	handler, err := NewHandler(Parts{Ask: ask, Edge: edge, Log: log, Desk: signin.New(edge.DeskOptions(signin.Options{Log: log, Now: time.Now}))})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

// Whoever reads a report or takes an export is told by the status, too, whether to sign in, to try again, or to tell the keeper.
func TestReportsAndExportsAreRefusedByTheirCodes(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
	}{
		{fault.New(fault.Unauthenticated, "Your session has ended. Sign in again."), http.StatusUnauthorized},
		{fault.New(fault.Unavailable, "The database cannot be reached now. Try again in a moment."), http.StatusServiceUnavailable},
		{errors.New("a secret"), http.StatusInternalServerError},
	} {
		server := answering(t, slog.New(slog.DiscardHandler), func(context.Context, string, map[string]any) (map[string]any, error) { return nil, c.err })
		for _, path := range []string{"/reports/gaps", "/export/organisations.csv"} {
			answer, err := http.Get(server + path)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(answer.Body)
			answer.Body.Close()
			if answer.StatusCode != c.status || err != nil || strings.Contains(string(body), "secret") {
				t.Errorf("%s, %v: %d %s %v, want %d", path, c.err, answer.StatusCode, body, err, c.status)
			}
		}
	}
}

// lines are what has been logged. A request is answered before its own line is written.
type lines chan string

func (l lines) Write(line []byte) (int, error) {
	l <- string(line)
	return len(line), nil
}

// What is told to have been logged has been, with its cause; what is wrong with a request is nobody's trouble.
func TestWhatFailsIsLogged(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{errors.New("a secret"), "a secret"},
		{fault.Wrap(fault.Unavailable, errors.New("a secret"), "The database cannot be reached now. Try again in a moment."), "a secret"},
		{fault.New(fault.Unauthenticated, "Your session has ended. Sign in again."), ""},
	} {
		for _, path := range []string{"/reports/gaps", "/export/organisations.csv"} {
			logged := make(lines, 9)
			server := answering(t, slog.New(slog.NewJSONHandler(logged, nil)), func(context.Context, string, map[string]any) (map[string]any, error) { return nil, c.err })
			answer, err := http.Get(server + path)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			line := <-logged
			if failed := strings.Contains(line, `"request failed"`); failed != (c.want != "") || !strings.Contains(line, c.want) || failed && !strings.Contains(line, path) {
				t.Errorf("%s, %v: logged is %s", path, c.err, line)
			}
		}
	}
}

// Of an export that breaks in its middle the client is told by the connection only, and the log tells why.
func TestAnExportThatBreaksIsLogged(t *testing.T) {
	asked := 0
	page := make([]any, 1000)
	for i := range page {
		page[i] = map[string]any{"legalName": strings.Repeat("x", 100)}
	}
	logged := make(lines, 9)
	server := answering(t, slog.New(slog.NewJSONHandler(logged, nil)), func(context.Context, string, map[string]any) (map[string]any, error) {
		if asked++; asked > 1 {
			return nil, errors.New("a secret")
		}
		return map[string]any{"list": map[string]any{"nodes": page, "pageInfo": map[string]any{"hasNextPage": true}}}, nil
	})
	answer, err := http.Get(server + "/export/organisations.csv")
	if err == nil {
		_, err = io.ReadAll(answer.Body)
		answer.Body.Close()
	}
	if err == nil {
		t.Error("the client takes it for whole")
	}
	for _, want := range []string{"a secret", `"msg":"request"`} {
		if line := <-logged; !strings.Contains(line, want) {
			t.Errorf("logged is %s, want %s", line, want)
		}
	}
}
