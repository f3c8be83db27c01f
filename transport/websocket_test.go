package transport_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/transport"
)

// patience is how long a test waits for something that must come before it gives up.
const patience = 10 * time.Second

// socket is a client of graphql-transport-ws that sends and sees single messages.
type socket struct {
	*websocket.Conn
	t *testing.T
}

// dial opens a socket and does nothing more.
func (w *world) dial(t *testing.T) socket {
	t.Helper()
	conn, _, err := websocket.Dial(t.Context(), w.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.CloseNow() })
	return socket{conn, t}
}

// connect opens a socket that is ready for operations.
func (w *world) connect(t *testing.T) socket {
	t.Helper()
	s := w.dial(t)
	s.say(`{"type":"connection_init"}`)
	s.hear(`{"type":"connection_ack"}`)
	return s
}

func (s socket) say(text string) {
	s.t.Helper()
	if err := s.Write(s.t.Context(), websocket.MessageText, []byte(text)); err != nil {
		s.t.Fatal(err)
	}
}

// next gives the next message.
func (s socket) next() string {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	_, text, err := s.Read(ctx)
	if err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

// hear expects the next message to be this JSON.
func (s socket) hear(want string) {
	s.t.Helper()
	got := s.next()
	if diff := cmp.Diff(parsed(s.t, want), parsed(s.t, got)); diff != "" {
		s.t.Errorf("got %s\n%s", got, diff)
	}
}

func parsed(t *testing.T, text string) (value any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return value
}

// ends expects the server to close the socket with this code and reason.
func (s socket) ends(code int, reason string) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	for {
		_, _, err := s.Read(ctx)
		if err == nil {
			continue // messages on their way before the end
		}
		if got := websocket.CloseStatus(err); int(got) != code || !strings.Contains(err.Error(), reason) {
			s.t.Errorf("closed with %v, want %d %s", err, code, reason)
		}
		return
	}
}

func subscribe(id, query string) string {
	payload, _ := json.Marshal(map[string]string{"query": query})
	return fmt.Sprintf(`{"id":%q,"type":"subscribe","payload":%s}`, id, payload)
}

// await takes one value of a channel that must get one.
func await[T any](t *testing.T, c <-chan T) (value T) {
	t.Helper()
	select {
	case value = <-c:
	case <-time.After(patience):
		t.Fatal("nothing came")
	}
	return value
}

func TestSocketsEndWithTheCodesOfTheProtocol(t *testing.T) {
	w := newWorld(t, func(_ *transport.HTTP, ws *transport.WebSocket) { ws.ReadLimit = 1000 })
	const init, again = `{"type":"connection_init"}`, `{"type":"connection_init","payload":{}}`
	running := subscribe("1", "subscription { events }")
	for _, row := range []struct {
		why    string
		say    []string
		code   int
		reason string
	}{
		{"operations wait for the acknowledgement", []string{running}, 4401, "Unauthorized"},
		{"one initialisation only", []string{init, again}, 4429, "Too many initialisation requests"},
		{"an id that is going, query or subscription", []string{init, running, subscribe("1", "{ hello }")}, 4409, "Subscriber for 1 already exists"},
		{"a reason no longer than a close frame", []string{init, subscribe(strings.Repeat("é", 90), "subscription { events }"), subscribe(strings.Repeat("é", 90), "{ hello }")}, 4409, "Subscriber for éé"},
		{"no JSON", []string{`{"type"`}, 4400, "Invalid message"},
		{"no object", []string{`[]`}, 4400, "Invalid message"},
		{"no type", []string{`{}`}, 4400, "unknown type"},
		{"a type that is no string", []string{`{"type": 1}`}, 4400, "strings"},
		{"an unknown type", []string{`{"type":"start"}`}, 4400, "unknown type"},
		{"a type that only servers send", []string{init, `{"type":"next","id":"1","payload":{}}`}, 4400, "unknown type"},
		{"a payload that is no object", []string{`{"type":"connection_init","payload":"x"}`}, 4400, "payload"},
		{"a ping whose payload is no object", []string{`{"type":"ping","payload":[]}`}, 4400, "payload"},
		{"subscribe without id", []string{init, `{"type":"subscribe","payload":{"query":"{ hello }"}}`}, 4400, "needs an id"},
		{"subscribe with an empty id", []string{init, `{"id":"","type":"subscribe","payload":{"query":"{ hello }"}}`}, 4400, "needs an id"},
		{"an id that is a number", []string{init, `{"id":1,"type":"subscribe","payload":{"query":"{ hello }"}}`}, 4400, "strings"},
		{"complete without id", []string{init, `{"type":"complete"}`}, 4400, "needs an id"},
		{"subscribe without payload", []string{init, `{"id":"1","type":"subscribe"}`}, 4400, "Invalid message"},
		{"subscribe without query", []string{init, `{"id":"1","type":"subscribe","payload":{}}`}, 4400, "query is missing"},
		{"variables that are no object", []string{init, `{"id":"1","type":"subscribe","payload":{"query":"{ hello }","variables":[]}}`}, 4400, "variables"},
		{"a message too long", []string{`{"type":"ping","payload":{"x":"` + strings.Repeat("x", 1000) + `"}}`}, 1009, ""},
	} {
		t.Run(row.why, func(t *testing.T) {
			s := w.dial(t)
			for _, text := range row.say {
				s.say(text)
			}
			s.ends(row.code, row.reason)
		})
	}
	t.Run("binary messages", func(t *testing.T) {
		s := w.dial(t)
		if err := s.Write(t.Context(), websocket.MessageBinary, []byte(init)); err != nil {
			t.Fatal(err)
		}
		s.ends(4400, "sent as text")
	})
	t.Run("another subprotocol", func(t *testing.T) {
		conn, _, err := websocket.Dial(t.Context(), w.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-ws"}})
		if err != nil {
			t.Fatal(err)
		}
		socket{conn, t}.ends(4406, "Subprotocol not acceptable")
	})
}

func TestSocketsThatAreNotInitialisedInTimeEnd(t *testing.T) {
	w := newWorld(t, func(_ *transport.HTTP, ws *transport.WebSocket) { ws.InitTimeout = time.Millisecond })
	s := w.dial(t)
	s.ends(4408, "Connection initialisation timeout")
}

func TestInitialisationIsJudged(t *testing.T) {
	w := newWorld(t, func(_ *transport.HTTP, ws *transport.WebSocket) {
		ws.Init = func(ctx context.Context, payload map[string]any) (context.Context, error) {
			switch payload["token"] {
			case "right":
				return context.WithValue(ctx, viewerKey{}, "known"), nil
			case "old":
				return nil, fault.New(fault.Unauthenticated, "The token has expired.")
			}
			return nil, fmt.Errorf("a secret of the house")
		}
	})
	for token, reason := range map[string]string{"old": "The token has expired.", "wrong": "Forbidden"} {
		s := w.dial(t)
		s.say(`{"type":"connection_init","payload":{"token":"` + token + `"}}`)
		s.ends(4403, reason)
	}
	s := w.dial(t)
	s.say(`{"type":"connection_init","payload":{"token":"right"}}`)
	s.hear(`{"type":"connection_ack"}`)
	s.say(subscribe("1", "{ viewer }")) // operations run in the context that the initialisation gave
	s.hear(`{"id":"1","type":"next","payload":{"data":{"viewer":"known"}}}`)
	s.hear(`{"id":"1","type":"complete"}`)
}

func TestOperationsOverASocket(t *testing.T) {
	w := newWorld(t)
	s := w.connect(t)
	for _, row := range []struct {
		why, query string
		hear       []string
	}{
		{"a query has one result", "{ hello }", []string{`{"id":"1","type":"next","payload":{"data":{"hello":"hello"}}}`, `{"id":"1","type":"complete"}`}},
		{"so has a mutation", "mutation { write }", []string{`{"id":"1","type":"next","payload":{"data":{"write":"written"}}}`, `{"id":"1","type":"complete"}`}},
		{"errors beside data are a result", "{ fails }", []string{`{"id":"1","type":"next","payload":{"errors":[{"message":"no value"}],"data":{"fails":null}}}`, `{"id":"1","type":"complete"}`}},
		{"errors before execution end the operation", "query($x: ID!) { echo(id: $x) }", []string{`{"id":"1","type":"error","payload":[{"message":"Variable $x: must be defined.","extensions":{"code":"BAD_INPUT"}}]}`}},
		{"so do errors of the source", "subscription { broken }", []string{`{"id":"1","type":"error","payload":[{"message":"no such source"}]}`}},
		{"and faults of the server, without their causes", "{ panics }", []string{`{"id":"1","type":"error","payload":[{"message":"The registry failed to answer.","extensions":{"code":"INTERNAL"}}]}`}},
	} {
		t.Run(row.why, func(t *testing.T) {
			s.t = t
			s.say(subscribe("1", row.query)) // each time the same id: it is free again once the operation has ended
			for _, want := range row.hear {
				s.hear(want)
			}
		})
	}
}

func TestSubscriptionsOverASocket(t *testing.T) {
	w := newWorld(t)
	s := w.connect(t)
	s.say(subscribe("1", "subscription { events }"))
	await(t, w.begun)
	for _, event := range []string{"a", "b"} {
		w.events <- event
		s.hear(`{"id":"1","type":"next","payload":{"data":{"events":"` + event + `"}}}`)
	}
	s.say(subscribe("2", "{ hello }"))
	s.hear(`{"id":"2","type":"next","payload":{"data":{"hello":"hello"}}}`)
	s.hear(`{"id":"2","type":"complete"}`)

	s.say(`{"id":"1","type":"complete"}`)
	await(t, w.ended)
	// Completing what is over or never was is no fault.
	s.say(`{"id":"1","type":"complete"}`)
	s.say(`{"id":"unknown","type":"complete"}`)

	s.say(subscribe("1", "subscription { events }"))
	await(t, w.begun)
	close(w.events)
	s.hear(`{"id":"1","type":"complete"}`)
}

func TestPings(t *testing.T) {
	w := newWorld(t)
	s := w.dial(t)
	s.say(`{"type":"ping"}`)
	s.hear(`{"type":"pong"}`)
	s.say(`{"type":"pong"}`)
	s.say(`{"type":"connection_init","payload":null}`)
	s.hear(`{"type":"connection_ack"}`)
	s.say(`{"type":"ping","payload":{"at":1}}`)
	s.hear(`{"type":"pong","payload":{"at":1}}`)
}
