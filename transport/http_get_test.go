package transport_test

import (
	"net/url"
	"testing"
)

func TestGetRunsQueries(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct {
		why    string
		values url.Values
		status int
	}{
		{"a query", url.Values{"query": {"{ hello }"}}, 200},
		{"with variables", url.Values{"query": {"query($x: String) { hello: echo(text: $x) }"}, "variables": {`{"x": "y"}`}}, 200},
		{"the empty string stands for left out", url.Values{"query": {"query A { hello }"}, "variables": {""}, "extensions": {""}, "operationName": {""}}, 200},
		{"null is the name of an operation like any other", url.Values{"query": {"query null { hello }"}, "operationName": {"null"}}, 200},
		{"no query", url.Values{}, 400},
		{"variables that are no JSON", url.Values{"query": {"{ hello }"}, "variables": {"{"}}, 400},
		{"variables and more", url.Values{"query": {"{ hello }"}, "variables": {"{} {}"}}, 400},
		{"variables that are no object", url.Values{"query": {"{ hello }"}, "variables": {"[]"}}, 400},
		{"extensions that are no object", url.Values{"query": {"{ hello }"}, "extensions": {"1"}}, 400},
	} {
		t.Run(row.why, func(t *testing.T) {
			r := w.ask(t, "GET", "?"+row.values.Encode(), "", map[string]string{"Accept": modern})
			if r.status != row.status {
				t.Errorf("status %d, want %d: %s", r.status, row.status, r.text)
			}
			head := w.ask(t, "HEAD", "?"+row.values.Encode(), "", map[string]string{"Accept": modern})
			if head.status != row.status || head.text != "" {
				t.Errorf("HEAD: status %d, body %q; want %d and none", head.status, head.text, row.status)
			}
		})
	}
	if r := w.ask(t, "OPTIONS", "", "", nil); r.status != 204 || r.header.Get("Allow") != "GET, HEAD, POST, OPTIONS" {
		t.Errorf("OPTIONS: %d %v", r.status, r.header)
	}
}

func TestPersistedQueries(t *testing.T) {
	w := newWorld(t)
	// sha256 of "{hello}", as every client computes it
	const extensions = `{"persistedQuery": {"version": 1, "sha256Hash": "9dd7ff987fac8d0d1979084ebde5ce8bd855cd066d1a34e98432275cc6bc264c"}}`
	byHash := url.Values{"extensions": {extensions}}
	whole := url.Values{"query": {"{hello}"}, "extensions": {extensions}}

	r := w.ask(t, "GET", "?"+byHash.Encode(), "", nil)
	if r.message() != "PersistedQueryNotFound" || r.code() != "PERSISTED_QUERY_NOT_FOUND" || r.status != 200 {
		t.Fatalf("an unknown hash: %d %s", r.status, r.text)
	}
	for _, target := range []string{"?" + whole.Encode(), "?" + byHash.Encode()} {
		if r := w.ask(t, "GET", target, "", nil); r.text != `{"data":{"hello":"hello"}}` {
			t.Errorf("GET %s: %s", target, r.text)
		}
	}
	if r := w.post(t, modern, `{"extensions": `+extensions+`}`); r.text != `{"data":{"hello":"hello"}}` {
		t.Errorf("POST by hash: %s", r.text)
	}
	wrong := w.post(t, modern, `{"query": "{ hello }", "extensions": `+extensions+`}`)
	if wrong.status != 400 || wrong.code() != "BAD_INPUT" {
		t.Errorf("a hash of another text: %d %s", wrong.status, wrong.text)
	}
}
