package transport_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"partnernet/transport"
)

// stream opens an event stream with a POST.
func (w *world) stream(t *testing.T, document string) *http.Response {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), "POST", w.URL, strings.NewReader(query(document)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", plain)
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	if kind := response.Header.Get("Content-Type"); response.StatusCode != 200 || kind != "text/event-stream; charset=utf-8" {
		t.Fatalf("status %d, %s", response.StatusCode, kind)
	}
	return response
}

// event reads up to the end of one event or comment.
func event(t *testing.T, from *bufio.Reader) string {
	t.Helper()
	var text strings.Builder
	for {
		line, err := from.ReadString('\n')
		if err != nil {
			t.Fatalf("after %q: %v", text.String(), err)
		}
		text.WriteString(line)
		if line == "\n" {
			return text.String()
		}
	}
}

func TestEventStreams(t *testing.T) {
	w := newWorld(t)
	const complete = "event: complete\ndata: \n\n"
	for _, row := range []struct{ why, query, next string }{
		{"a query", "{ hello }", `{"data":{"hello":"hello"}}`},
		{"a mutation", "mutation { write }", `{"data":{"write":"written"}}`},
		{"a document that is not valid", "{ nosuch }", `{"errors":[{"message":"Cannot query field \"nosuch\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"BAD_INPUT"}}]}`},
		{"a source that fails", "subscription { broken }", `{"errors":[{"message":"no such source"}]}`},
	} {
		t.Run(row.why, func(t *testing.T) {
			got, err := io.ReadAll(w.stream(t, row.query).Body)
			if err != nil {
				t.Fatal(err)
			}
			if want := ":\n\nevent: next\ndata: " + row.next + "\n\n" + complete; string(got) != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
	t.Run("a subscription", func(t *testing.T) {
		body := bufio.NewReader(w.stream(t, "subscription { events }").Body)
		await(t, w.begun)
		if got := event(t, body); got != ":\n\n" {
			t.Errorf("got %q", got)
		}
		for _, each := range []string{"a", "b"} {
			w.events <- each
			if got, want := event(t, body), "event: next\ndata: {\"data\":{\"events\":\""+each+"\"}}\n\n"; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		}
		close(w.events)
		if got := event(t, body); got != complete {
			t.Errorf("got %q", got)
		}
	})
}

// Events that come faster than they are sent are sent together, each once and in order.
func TestManyEventsComeInOrder(t *testing.T) {
	w := newWorld(t)
	body := bufio.NewReader(w.stream(t, "subscription { events }").Body)
	await(t, w.begun)
	const many = 100
	go func() {
		defer close(w.events)
		for n := range many {
			w.events <- strconv.Itoa(n)
		}
	}()
	if got := event(t, body); got != ":\n\n" {
		t.Errorf("got %q", got)
	}
	for n := range many {
		if got, want := event(t, body), fmt.Sprintf("event: next\ndata: {\"data\":{\"events\":\"%d\"}}\n\n", n); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
	if got := event(t, body); got != "event: complete\ndata: \n\n" {
		t.Errorf("got %q", got)
	}
}

func TestEventStreamsByOtherWays(t *testing.T) {
	w := newWorld(t)
	events := "?" + url.Values{"query": {"{ hello }"}}.Encode()
	if r := w.ask(t, "GET", events, "", map[string]string{"Accept": "text/event-stream"}); r.kind != "text/event-stream" || !strings.Contains(r.text, "event: complete") {
		t.Errorf("an EventSource can only GET: %d %s", r.status, r.text)
	}
	// A request that is not well formed is refused before a stream begins.
	r := w.ask(t, "POST", "", "{", map[string]string{"Accept": "text/event-stream", "Content-Type": plain})
	if r.status != 400 || r.kind != plain || r.code() != "BAD_INPUT" {
		t.Errorf("%d %s %s", r.status, r.kind, r.text)
	}
	// Clients that name all forms they know get JSON for a query and events for a subscription.
	close(w.events)
	r = w.ask(t, "POST", "", query("subscription { events }"), map[string]string{"Accept": modern + ", text/event-stream", "Content-Type": plain})
	if r.status != 200 || r.kind != "text/event-stream" {
		t.Errorf("%d %s %s", r.status, r.kind, r.text)
	}
}

func TestSilentStreamsAreKeptAlive(t *testing.T) {
	w := newWorld(t, func(h *transport.HTTP, _ *transport.WebSocket) { h.KeepAlive = time.Millisecond })
	body := bufio.NewReader(w.stream(t, "subscription { events }").Body)
	for range 5 {
		if got := event(t, body); got != ":\n\n" {
			t.Errorf("got %q", got)
		}
	}
}

func TestStreamsEndWithTheirClient(t *testing.T) {
	w := newWorld(t)
	response := w.stream(t, "subscription { events }")
	await(t, w.begun)
	response.Body.Close()
	await(t, w.ended)
}

func TestStoppingEndsStreams(t *testing.T) {
	w := newWorld(t)
	body := w.stream(t, "subscription { events }").Body
	await(t, w.begun)
	if err := w.streams.Shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	await(t, w.ended)
	// The stream ends without "complete", so that the client connects again.
	if got, err := io.ReadAll(body); err != nil || string(got) != ":\n\n" {
		t.Errorf("got %q, %v", got, err)
	}
	r := w.ask(t, "POST", "", query("{ hello }"), map[string]string{"Accept": "text/event-stream", "Content-Type": plain})
	if r.status != 503 || r.code() != "UNAVAILABLE" {
		t.Errorf("a stream began on a server that is stopping: %d %s", r.status, r.text)
	}
}
