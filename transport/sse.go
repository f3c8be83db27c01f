package transport

import (
	"bytes"
	"cmp"
	"context"
	"iter"
	"net/http"
	"runtime"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"partnernet/fault"
)

const (
	defaultKeepAlive = 15 * time.Second
	// writeTimeout is how long a client may take to accept one message of a stream before it is given up.
	writeTimeout = 10 * time.Second
)

// stream answers with server-sent events: "next" for every response, then "complete".
// Errors found before the operation ran come as its only response, as the protocol wants: an EventSource cannot read the body of a 400.
func (x *exchange) stream(ctx context.Context, op *graphql.OperationContext, failed *graphql.Response) {
	leave, ending, ok := x.Streams.enter()
	if !ok {
		x.refuse(ctx, &refusal{status: http.StatusServiceUnavailable, fault: fault.New(fault.Unavailable, "The server is stopping. Try again in a moment.")})
		return
	}
	defer leave()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	events := &events{w: x.w, control: http.NewResponseController(x.w)}
	if events.open() != nil {
		return
	}
	responses := one(failed)
	if failed == nil {
		responses = pump(ctx, run(ctx, x.exec, op))
	}
	defer func() { // the stream has ended when its operation has
		cancel()
		for range responses {
		}
	}()
	quiet := cmp.Or(x.KeepAlive, defaultKeepAlive)
	alive := time.NewTicker(quiet)
	defer alive.Stop()
	for {
		var err error
		select {
		case response, more := <-responses:
			if !more {
				_ = events.complete()
				return
			}
			err = events.nexts(response, responses)
			alive.Reset(quiet)
		case <-alive.C:
			err = events.comment()
		case <-ending:
			// Without "complete" the client knows that there is more to come and connects again.
			return
		case <-ctx.Done():
			return
		}
		if err != nil {
			return
		}
	}
}

// one gives a channel with one response.
func one(response *graphql.Response) <-chan *graphql.Response {
	c := make(chan *graphql.Response, 1)
	c <- response
	close(c)
	return c
}

// pump runs an iteration beside its caller, one response ahead at most, until it ends or ctx is done.
func pump(ctx context.Context, responses iter.Seq[*graphql.Response]) <-chan *graphql.Response {
	c := make(chan *graphql.Response)
	go func() {
		defer close(c)
		for response := range responses {
			select {
			case c <- response:
			case <-ctx.Done():
				return
			}
		}
	}()
	return c
}

// events writes one event stream.
type events struct {
	w       http.ResponseWriter
	control *http.ResponseController
}

func (e *events) open() error {
	header := e.w.Header()
	header.Set("Content-Type", "text/event-stream; charset=utf-8")
	header.Set("X-Accel-Buffering", "no") // a proxy that gathers the answer would hold events back
	// The server's read deadline is for requests: it would cut the stream off. Writers that have no deadlines need none lifted.
	_ = e.control.SetReadDeadline(time.Time{})
	e.w.WriteHeader(http.StatusOK)
	return e.comment() // some browsers wait for the first byte
}

// sentTogether is how many responses are sent at once, when so many wait.
const sentTogether = 16

// nexts sends a response, together with those that wait behind it: to send costs more than to write.
func (e *events) nexts(response *graphql.Response, waiting <-chan *graphql.Response) error {
	for sent, more := 1, true; more; sent++ {
		if err := e.next(response); err != nil {
			return err
		}
		more = false
		if sent < sentTogether {
			runtime.Gosched() // the operation may have the next one ready
			select {
			case response, more = <-waiting:
			default:
			}
		}
	}
	return e.control.Flush()
}

func (e *events) next(response *graphql.Response) error {
	var data bytes.Buffer
	if err := writeResponse(&data, response); err != nil {
		return err
	}
	// JSON has line breaks only between its tokens, and a line break ends the field of an event.
	line := data.Bytes()
	for i, c := range line {
		if c == '\n' || c == '\r' {
			line[i] = ' '
		}
	}
	return e.write([]byte("event: next\ndata: "), line, []byte("\n\n"))
}

// complete has an empty data field, because an EventSource drops events without one.
func (e *events) complete() error { return e.send([]byte("event: complete\ndata: \n\n")) }

func (e *events) comment() error { return e.send([]byte(":\n\n")) }

func (e *events) send(parts ...[]byte) error {
	if err := e.write(parts...); err != nil {
		return err
	}
	return e.control.Flush()
}

func (e *events) write(parts ...[]byte) error {
	_ = e.control.SetWriteDeadline(time.Now().Add(writeTimeout))
	for _, part := range parts {
		if _, err := e.w.Write(part); err != nil {
			return err
		}
	}
	return nil
}
