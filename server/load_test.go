package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"partnernet/access"
	"partnernet/admission"
	"partnernet/graph"
	"partnernet/limits"
	"partnernet/signin"
)

// Whoever comes when all places are taken is told at once when to try again, and health is answered all the same; when a place is free again, they are answered.
func TestMoreIsAskedThanCanBeAnswered(t *testing.T) {
	_, db := foundingRegistry(t)
	door := admission.NewDoor(admission.Limits{Reads: 1, Writes: 1, Waiting: 1}, time.Now)
	graphql, err := graph.NewHandler(graph.Options{DB: db.DB, Model: db.model, Limits: limits.Default(), Log: quiet, Now: time.Now, Door: door})
	if err != nil {
		t.Fatal(err)
	}
	handler, err := newHandler(parts{graphql: graphql, ask: graphql.Ask, ready: db.ready, desk: signin.New(deskToday(db, &url.URL{Scheme: "http", Host: "localhost"})),
		viewers: viewers{access.NewResolver(db.DB, time.Now).Rights, false}, log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	_, leave, err := door.Enter(admission.WithClient(t.Context(), admission.Client{Account: "somebody else"}), false)
	if err != nil {
		t.Fatal(err)
	}
	asked := func(path, accept string) (status int, retryAfter, code string, took time.Duration) {
		t.Helper()
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		response, body, err := answerTo(request, http.Header{"Accept": {accept}})
		if err != nil {
			t.Fatal(err)
		}
		return response.StatusCode, response.Header.Get("Retry-After"), refusalCode(string(body)), time.Since(began)
	}
	const query, json = "/graphql?query=%7Bthemes%7BtotalCount%7D%7D", "application/graphql-response+json"
	for _, path := range []string{query, "/reports/network-overview"} {
		if status, retry, code, took := asked(path, json); status != http.StatusServiceUnavailable || retry != "1" || code != "UNAVAILABLE" || took > time.Second {
			t.Errorf("%s: status %d, Retry-After %q, code %q after %s", path, status, retry, code, took)
		}
	}
	for _, path := range []string{"/healthz", "/readyz"} {
		if status, _, _, _ := asked(path, "*/*"); status != http.StatusOK {
			t.Errorf("%s: status %d", path, status)
		}
	}
	leave()
	if status, retry, _, _ := asked(query, json); status == http.StatusServiceUnavailable || retry != "" {
		t.Errorf("when a place is free: status %d, Retry-After %q", status, retry)
	}
}
