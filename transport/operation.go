package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"

	"partnernet/fault"
)

// operationLimit is how many operations one socket may have going.
const operationLimit = 100

// operation is an operation that the client has not seen the end of.
type operation struct {
	id      string
	cancel  context.CancelFunc
	stopped atomic.Bool // the client wants no more of it
}

func (c *connection) subscribe(m message) {
	if c.operations == nil {
		c.end(closeUnacked, "Unauthorized")
		return
	}
	params, wrong := readParams(m.Payload)
	if wrong != nil {
		c.end(closeInvalid, "Invalid message: "+wrong.Text)
		return
	}
	params.Headers = c.headers
	op := &operation{id: m.ID}
	ctx, cancel := context.WithCancel(c.operations)
	op.cancel = cancel
	going, duplicate := c.register(op)
	if duplicate {
		cancel()
		c.end(closeDuplicate, fmt.Sprintf("Subscriber for %s already exists", m.ID))
		return
	}
	if going > operationLimit {
		// Said by the reader itself, so that a client that floods the socket is held up by its own queue.
		f := fault.New(fault.TooCostly, "A socket may have %d operations going. Complete one first, or open another socket.", operationLimit)
		c.fail(op, dispatch(ctx, c.exec, graphqlError(f)))
		cancel()
		return
	}
	c.parts.Go(func() {
		defer cancel()
		c.operate(ctx, op, params)
	})
}

// operate runs an operation and sends its responses: next for each, then complete, or error when it was refused.
func (c *connection) operate(ctx context.Context, op *operation, params *graphql.RawParams) {
	start := graphql.Now()
	params.ReadTime = graphql.TraceTiming{Start: start, End: start}
	ctx, prepared, refused := prepare(graphql.StartOperationTrace(ctx), c.exec, params)
	if refused != nil {
		c.fail(op, refused)
		return
	}
	for response := range run(ctx, c.exec, prepared) {
		if isRequestError(response) {
			c.fail(op, response)
			return
		}
		text, err := next(op.id, response)
		if err != nil {
			c.fail(op, dispatch(ctx, c.exec, graphqlError(fault.Wrap(fault.Internal, err, "The registry failed to answer."))))
			return
		}
		c.send(queued{text: text, of: op})
	}
	c.send(queued{text: encode(message{ID: op.id, Type: "complete"}), of: op, last: true})
}

// next writes a next message around the response, whose data goes through as it is.
func next(id string, response *graphql.Response) ([]byte, error) {
	var text bytes.Buffer
	quoted, _ := json.Marshal(id) // a string always can be
	fmt.Fprintf(&text, `{"id":%s,"type":"next","payload":`, quoted)
	if err := writeResponse(&text, response); err != nil {
		return nil, err
	}
	text.WriteByte('}')
	return text.Bytes(), nil
}

// fail sends the errors of an operation, which end it.
func (c *connection) fail(op *operation, response *graphql.Response) {
	errs, err := json.Marshal(response.Errors)
	if err != nil {
		errs = []byte(`[{"message":"The registry failed to answer."}]`)
	}
	c.send(queued{text: encode(message{ID: op.id, Type: "error", Payload: errs}), of: op, last: true})
}

// register makes an operation the one of its id and gives how many there are. An id is taken until the client has been sent its last message.
func (c *connection) register(op *operation) (going int, duplicate bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.active[op.id] != nil {
		return 0, true
	}
	c.active[op.id] = op
	return len(c.active), false
}

// release frees the id of an operation for use again.
func (c *connection) release(op *operation) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.active[op.id] == op {
		delete(c.active, op.id)
	}
}

// stop ends an operation at the client's wish: what is still queued of it is not sent. An unknown id is none that counts:
// the operation may have ended while the message was on its way.
func (c *connection) stop(id string) {
	c.mu.Lock()
	op := c.active[id]
	delete(c.active, id)
	c.mu.Unlock()
	if op != nil {
		op.stopped.Store(true)
		op.cancel()
	}
}
