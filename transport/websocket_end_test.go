package transport_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"partnernet/fault"
	"partnernet/transport"
)

func TestTooManyOperationsAreRefused(t *testing.T) {
	w := newWorld(t)
	s := w.connect(t)
	const most = 100
	for i := range most {
		s.say(subscribe(fmt.Sprint(i), "subscription { events }"))
		await(t, w.begun)
	}
	s.say(subscribe("more", "{ hello }"))
	if text := s.next(); !strings.Contains(text, `"id":"more","type":"error"`) || !strings.Contains(text, "TOO_COSTLY") {
		t.Errorf("got %s", text)
	}
	s.say(`{"id":"0","type":"complete"}`)
	await(t, w.ended)
	s.say(subscribe("more", "{ hello }"))
	s.hear(`{"id":"more","type":"next","payload":{"data":{"hello":"hello"}}}`)
}

func TestSubscriptionsEndWithTheirSocket(t *testing.T) {
	w := newWorld(t)
	for why, leave := range map[string]func(socket){
		"the client closes":     func(s socket) { _ = s.Close(websocket.StatusNormalClosure, "") },
		"the client disappears": func(s socket) { _ = s.CloseNow() },
		"the client misbehaves": func(s socket) { s.say("x") },
	} {
		t.Run(why, func(t *testing.T) {
			s := w.connect(t)
			s.say(subscribe("1", "subscription { events }"))
			await(t, w.begun)
			leave(s)
			await(t, w.ended)
		})
	}
}

func TestClientsThatGiveNoSignOfLifeAreGivenUp(t *testing.T) {
	w := newWorld(t, func(_ *transport.HTTP, ws *transport.WebSocket) { ws.Ping = 10 * time.Millisecond })
	s := w.connect(t)
	s.say(subscribe("1", "subscription { events }"))
	await(t, w.begun)
	// A client that does not read does not answer pings.
	await(t, w.ended)
}

func TestStoppingEndsSockets(t *testing.T) {
	w := newWorld(t)
	s := w.connect(t)
	s.say(subscribe("1", "subscription { events }"))
	await(t, w.begun)
	stopped := make(chan error, 1)
	go func() { stopped <- w.streams.Shutdown(t.Context()) }()
	s.ends(1001, "The server is stopping")
	if err := await(t, stopped); err != nil {
		t.Error(err)
	}
	await(t, w.ended)
	if _, response, err := websocket.Dial(t.Context(), w.URL, nil); err == nil || response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a socket opened on a server that is stopping: %v", err)
	}
}

// Whoever opened a socket and may not go on is told so; a client that is told 4403 does not come back by itself.
func TestASocketEndsWithWhatItsRequestEndsWith(t *testing.T) {
	w := newWorld(t)
	served := w.Config.Handler
	ends := make(chan context.CancelCauseFunc, 1)
	w.Config.Handler = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		ctx, end := context.WithCancelCause(r.Context())
		ends <- end
		served.ServeHTTP(rw, r.WithContext(ctx))
	})
	s := w.connect(t)
	await(t, ends)(fault.New(fault.Unauthenticated, "Your session has ended."))
	s.ends(4403, "Your session has ended.")
}

func TestOriginsAreChecked(t *testing.T) {
	w := newWorld(t, func(_ *transport.HTTP, ws *transport.WebSocket) { ws.Origins = []string{"friend.example"} })
	for _, row := range []struct {
		why, origin string
		accepted    bool
	}{
		{"no page at all", "", true},
		{"the server's own page", w.URL, true},
		{"a page that was allowed", "https://friend.example", true},
		{"any other page", "https://evil.example", false},
	} {
		t.Run(row.why, func(t *testing.T) {
			header := http.Header{}
			if row.origin != "" {
				header.Set("Origin", row.origin)
			}
			conn, _, err := websocket.Dial(t.Context(), w.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: header})
			if (err == nil) != row.accepted {
				t.Errorf("origin %q: %v", row.origin, err)
			}
			if err == nil {
				_ = conn.CloseNow()
			}
		})
	}
}
