package transport

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
)

// subprotocol is the name of the protocol of the graphql-ws project.
const subprotocol = "graphql-transport-ws"

const (
	defaultReadLimit   = 1 << 20
	defaultInitTimeout = 3 * time.Second
	defaultPing        = 25 * time.Second
)

// WebSocket serves queries, mutations and subscriptions by the graphql-transport-ws protocol.
type WebSocket struct {
	// ReadLimit is the longest message taken from a client, in bytes; 1 MiB when 0. A longer one ends the socket with code 1009.
	ReadLimit int64
	// InitTimeout is how long a client may take to send connection_init; 3 s when 0.
	InitTimeout time.Duration
	// Ping is the pause between two signs of life asked of the client, and the time it has to give one; 25 s when 0.
	Ping time.Duration
	// Origins are the hosts, besides the server's own, whose web pages may connect; patterns as in path.Match.
	Origins []string
	// Init judges the payload of connection_init and gives the context of the socket's operations, derived from ctx.
	// An error ends the socket with code 4403 and the error's text. May be nil: everyone may connect.
	Init func(ctx context.Context, payload map[string]any) (context.Context, error)
	// Streams is told of sockets, so that they end when the server stops; may be nil.
	Streams *Streams
}

var _ graphql.Transport = WebSocket{}

// Supports takes requests that ask to become a WebSocket.
func (WebSocket) Supports(r *http.Request) bool {
	return slices.ContainsFunc(r.Header.Values("Upgrade"), func(value string) bool {
		return strings.Contains(strings.ToLower(value), "websocket")
	})
}

// Do opens the socket and serves it until it ends.
func (t WebSocket) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	leave, ending, ok := t.Streams.enter()
	if !ok {
		http.Error(w, "The server is stopping.", http.StatusServiceUnavailable)
		return
	}
	defer leave()
	// Accept checks the handshake and the origin, and answers the request itself when it refuses.
	ws, err := websocket.Accept(w, r, &websocket.AcceptOptions{Subprotocols: []string{subprotocol}, OriginPatterns: t.Origins})
	if err != nil {
		return
	}
	if ws.Subprotocol() != subprotocol {
		_ = ws.Close(closeSubprotocol, "Subprotocol not acceptable")
		return
	}
	ws.SetReadLimit(cmp.Or(t.ReadLimit, defaultReadLimit))
	newConnection(t, ws, r, exec).serve(ending)
}

// The close codes of the protocol.
const (
	closeInvalid     websocket.StatusCode = 4400
	closeUnacked     websocket.StatusCode = 4401
	closeForbidden   websocket.StatusCode = 4403
	closeSubprotocol websocket.StatusCode = 4406
	closeInitTimeout websocket.StatusCode = 4408
	closeDuplicate   websocket.StatusCode = 4409
	closeManyInits   websocket.StatusCode = 4429
)

// message is one message of the protocol.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// readMessage reads a message from a client and checks its form; wrong says what is wrong with it.
func readMessage(kind websocket.MessageType, text []byte) (m message, wrong string) {
	properties, ok := readObject(text)
	if kind != websocket.MessageText || !ok {
		return m, "a message is a JSON object sent as text"
	}
	if decode(orNull(properties["type"]), &m.Type) != nil || decode(orNull(properties["id"]), &m.ID) != nil {
		return m, "type and id are strings"
	}
	m.Payload = orNull(properties["payload"])
	switch m.Type {
	case "connection_init", "ping", "pong":
		var payload map[string]any
		if decode(m.Payload, &payload) != nil {
			return m, "the payload of " + m.Type + " is an object"
		}
	case "subscribe", "complete":
		if m.ID == "" {
			return m, m.Type + " needs an id"
		}
	default:
		return m, "unknown type of message"
	}
	return m, ""
}

func orNull(value json.RawMessage) json.RawMessage {
	if value == nil {
		return json.RawMessage("null")
	}
	return value
}
