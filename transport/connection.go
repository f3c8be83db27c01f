package transport

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"

	"partnernet/fault"
)

const (
	// queueLength is how many messages wait for a slow client; operations wait when it is full.
	queueLength = 16
	// closeReasonLimit is what a close frame holds, in bytes.
	closeReasonLimit = 123
)

// connection is one open socket.
//
// Four things go on beside each other: serve waits for the end and closes the socket, read takes the client's messages in order,
// write sends what is queued, and ping asks for signs of life. Each operation runs beside them.
// Whoever finds a reason to end the socket calls end; the first reason counts.
type connection struct {
	WebSocket
	ws      *websocket.Conn
	exec    graphql.GraphExecutor
	headers http.Header

	ctx    context.Context // done when the socket is to end
	cancel context.CancelCauseFunc
	parts  sync.WaitGroup
	queue  chan queued

	inited     atomic.Bool     // connection_init has come
	operations context.Context // what operations run in; nil until the connection is acknowledged

	mu     sync.Mutex
	active map[string]*operation
}

// queued is a message on its way to the client.
type queued struct {
	text []byte
	of   *operation // nil: of the connection itself
	last bool       // the operation ends with it
}

// closing is why a socket ends, told to the client.
type closing struct {
	code   websocket.StatusCode
	reason string
}

func (c closing) Error() string { return c.reason }

// errGone says that the client is no longer there to be told anything.
var errGone = errors.New("the client is gone")

func newConnection(t WebSocket, ws *websocket.Conn, r *http.Request, exec graphql.GraphExecutor) *connection {
	c := &connection{WebSocket: t, ws: ws, exec: exec, headers: r.Header, queue: make(chan queued, queueLength), active: map[string]*operation{}}
	c.ctx, c.cancel = context.WithCancelCause(r.Context())
	return c
}

// serve runs the socket until it ends and everything started for it has ended too.
func (c *connection) serve(ending <-chan struct{}) {
	late := time.AfterFunc(cmp.Or(c.InitTimeout, defaultInitTimeout), func() {
		if !c.inited.Load() {
			c.end(closeInitTimeout, "Connection initialisation timeout")
		}
	})
	defer late.Stop()
	c.parts.Go(c.read)
	c.parts.Go(c.write)
	c.parts.Go(c.ping)
	select {
	case <-ending:
		c.cancel(context.Canceled)
	case <-c.ctx.Done():
	}
	if why := context.Cause(c.ctx); !errors.Is(why, errGone) {
		reason := closing{websocket.StatusGoingAway, "The server is stopping"}
		if over, ok := errors.AsType[*fault.Fault](why); ok { // whoever opened it may not go on
			reason = closing{closeForbidden, over.Text}
		}
		_ = errors.As(why, &reason)
		_ = c.ws.Close(reason.code, reason.reason)
	}
	_ = c.ws.CloseNow()
	c.parts.Wait()
}

// end ends the socket with a close code. Reasons are cut to what a close frame holds.
func (c *connection) end(code websocket.StatusCode, reason string) {
	if len(reason) > closeReasonLimit {
		reason = strings.ToValidUTF8(reason[:closeReasonLimit], "")
	}
	c.cancel(closing{code, reason})
}

// read takes the client's messages one after another. Its reads have no context: the socket's end, not ctx, breaks them off,
// because a read cut off by its context would take the close frame with it.
func (c *connection) read() {
	for {
		kind, text, err := c.ws.Read(context.Background())
		if err != nil {
			c.cancel(errGone)
			return
		}
		if c.ctx.Err() != nil {
			continue // the socket is closing; reading on lets the closing handshake end
		}
		m, wrong := readMessage(kind, text)
		if wrong != "" {
			c.end(closeInvalid, "Invalid message: "+wrong)
			continue
		}
		c.take(m)
	}
}

func (c *connection) take(m message) {
	switch m.Type {
	case "connection_init":
		c.init(m)
	case "ping":
		c.send(queued{text: encode(message{Type: "pong", Payload: unlessNull(m.Payload)})})
	case "subscribe":
		c.subscribe(m)
	case "complete":
		c.stop(m.ID)
	}
}

func (c *connection) init(m message) {
	if c.inited.Swap(true) {
		c.end(closeManyInits, "Too many initialisation requests")
		return
	}
	ctx := c.ctx
	if c.Init != nil {
		var payload map[string]any
		_ = decode(m.Payload, &payload) // readMessage has seen that it is an object
		var err error
		if ctx, err = c.Init(c.ctx, payload); err != nil {
			c.end(closeForbidden, publicText(err))
			return
		}
	}
	c.operations = ctx
	c.send(queued{text: encode(message{Type: "connection_ack"})})
}

// publicText gives the sentence of an error that is meant for people, and no other.
func publicText(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.Text
	}
	return "Forbidden"
}

// send queues a message; it waits while the queue is full, and gives up when the socket ends.
func (c *connection) send(q queued) {
	select {
	case c.queue <- q:
	case <-c.ctx.Done():
	}
}

// write sends what is queued. A client that does not take a message in time is given up, so a queue cannot stand still.
func (c *connection) write() {
	for {
		select {
		case q := <-c.queue:
			if q.of != nil && q.of.stopped.Load() {
				continue
			}
			if q.last {
				c.release(q.of)
			}
			ctx, cancel := context.WithTimeout(context.Background(), writeTimeout)
			err := c.ws.Write(ctx, websocket.MessageText, q.text)
			cancel()
			if err != nil {
				c.cancel(errGone)
			}
		case <-c.ctx.Done():
			return
		}
	}
}

// ping asks the client for a sign of life from time to time and gives it up when none comes.
func (c *connection) ping() {
	every := cmp.Or(c.Ping, defaultPing)
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			ctx, cancel := context.WithTimeout(context.Background(), every)
			err := c.ws.Ping(ctx)
			cancel()
			if err != nil {
				c.cancel(errGone)
			}
		case <-c.ctx.Done():
			return
		}
	}
}

// encode writes a message. Its parts are JSON already or plain text, so it cannot fail.
func encode(m message) []byte {
	text, _ := json.Marshal(m)
	return text
}

// unlessNull leaves the payload of a pong out when the ping had none.
func unlessNull(payload json.RawMessage) json.RawMessage {
	if string(payload) == "null" {
		return nil
	}
	return payload
}
