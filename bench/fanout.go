package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"partnernet/store"
)

// deliveredWrites is how many commands are done while subscribers listen, and before them without any.
const deliveredWrites = 40

// listening are subscribers to changes, each with a connection of its own.
type listening struct {
	streams []net.Conn
	mu      sync.Mutex
	heard   [][]delivery // by subscriber
	all     chan struct{}
}

// delivery is an event as a subscriber heard it: it is read only when all is over, since the subscribers share the processor with the server.
type delivery struct {
	data string
	at   time.Time
}

// change gives the id of the change that is told.
func (t delivery) change() (string, error) {
	var event struct {
		Data struct {
			Changes struct{ Node struct{ ID string } }
		}
	}
	err := json.Unmarshal([]byte(t.data), &event)
	return event.Data.Changes.Node.ID, err
}

// compareFanOut measures commands while many subscribers listen to changes, beside the same commands while nobody does, and how long after a command's answer the
// subscribers hear of it. Each must hear every change once and in order.
func (w *world) compareFanOut(ctx context.Context, server *child, subscribers, scale int, out io.Writer) (err error) {
	writes, err := readWrites(scale)
	if err != nil {
		return err
	}
	began := time.Now().UTC()
	defer func() { err = errors.Join(err, w.takeAway(ctx, began)) }()
	need := &writes[slices.IndexFunc(writes, func(o write) bool { return o.name == "recordNeed" })]
	if _, _, err := server.timeCommands(ctx, need, 0, written); err != nil { // the database's to learn from
		return err
	}
	alone, _, err := server.timeCommands(ctx, need, written, deliveredWrites)
	if err != nil {
		return err
	}
	before, err := server.usage.MemoryInfo()
	if err != nil {
		return err
	}
	delivered, err := w.tell(ctx, server, subscribers, need)
	if err != nil {
		return err
	}
	one, many := quantile(alone, 0.5), quantile(delivered.times, 0.5)
	fmt.Fprintf(out, "\n| subscribers | command with nobody listening, p50 | with them, p50 | × | heard after the answer, p50 | p99 | memory a subscriber |\n|--:|--:|--:|--:|--:|--:|--:|\n")
	fmt.Fprintf(out, "| %d | %s | %s | %.2f | %s | %s | %d KiB |\n", subscribers, milliseconds(float64(one)), milliseconds(float64(many)), float64(many)/float64(one),
		milliseconds(float64(quantile(delivered.late, 0.5))), milliseconds(float64(quantile(delivered.late, 0.99))), (delivered.memory-int64(before.RSS))/int64(subscribers)>>10)
	return nil
}

// deliveredCommands are commands that subscribers heard of.
type deliveredCommands struct {
	times  []time.Duration // that each took
	late   []time.Duration // how long after its answer each subscriber heard of each
	memory int64           // resident, of the server, meanwhile
}

// tell does commands while subscribers listen.
func (w *world) tell(ctx context.Context, server *child, subscribers int, o *write) (t deliveredCommands, err error) {
	cursor, err := server.lastCursor(ctx, o)
	if err != nil {
		return t, err
	}
	l, err := server.listen(ctx, subscribers, cursor)
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, l.close()) }()
	behind, err := w.lastChange(ctx)
	if err != nil {
		return t, err
	}
	var answered []time.Time
	if t.times, answered, err = server.timeCommands(ctx, o, written+deliveredWrites, deliveredWrites); err != nil {
		return t, err
	}
	select {
	case <-l.all:
	case <-time.After(time.Minute):
		return t, l.missing()
	}
	memory, err := server.usage.MemoryInfo()
	if err != nil {
		return t, err
	}
	t.memory = int64(memory.RSS)
	t.late, err = w.checkHeard(ctx, l, behind, answered)
	return t, err
}

// timeCommands does a command so many times, from a number on, and gives how long each took and when each was answered.
func (c *child) timeCommands(ctx context.Context, o *write, from, many int) (times []time.Duration, answered []time.Time, err error) {
	e, err := c.commanding()
	if err != nil {
		return nil, nil, err
	}
	for number := from; number < from+many; number++ {
		start := time.Now()
		if err := e.command(ctx, o, number); err != nil {
			return nil, nil, err
		}
		times, answered = append(times, time.Since(start)), append(answered, time.Now())
	}
	return times, answered, nil
}

// lastCursor does a command, and gives the cursor of its change: the last one.
func (c *child) lastCursor(ctx context.Context, o *write) (string, error) {
	since := time.Now().UTC()
	if _, _, err := c.timeCommands(ctx, o, written+2*deliveredWrites, 1); err != nil {
		return "", err
	}
	e, err := c.commanding()
	if err != nil {
		return "", err
	}
	body, err := e.send(ctx, fmt.Appendf(nil, `{"query": "{ changes(since: \"%s\") { edges { cursor } } }"}`, since.Format(time.RFC3339Nano)))
	if err != nil {
		return "", err
	}
	var answer struct {
		Data struct {
			Changes struct{ Edges []struct{ Cursor string } }
		}
	}
	if err := json.Unmarshal(body, &answer); err != nil || len(answer.Data.Changes.Edges) == 0 {
		return "", errors.Join(fmt.Errorf("there is no last change: %s", body), err)
	}
	edges := answer.Data.Changes.Edges
	return edges[len(edges)-1].Cursor, nil
}

// listen opens subscriptions to changes behind a cursor.
func (c *child) listen(ctx context.Context, subscribers int, cursor string) (*listening, error) {
	l := &listening{heard: make([][]delivery, subscribers), all: make(chan struct{})}
	var missing sync.WaitGroup
	missing.Add(subscribers)
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, nil)
	if err != nil {
		return nil, err
	}
	query := fmt.Sprintf(`{"query": "subscription { changes(after: \"%s\") { cursor node { id action at } } }"}`, cursor)
	text := fmt.Sprintf("POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s", request.URL.Path, request.Host, len(query), query)
	for n := range subscribers {
		stream, err := (&net.Dialer{}).DialContext(ctx, "tcp", request.Host)
		if err != nil {
			return nil, errors.Join(err, l.close())
		}
		l.streams = append(l.streams, stream)
		if _, err := io.WriteString(stream, text); err != nil {
			return nil, errors.Join(err, l.close())
		}
		response, err := http.ReadResponse(bufio.NewReaderSize(stream, 1<<10), request)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("subscriber %d: %w", n, err), l.close())
		}
		go l.hear(n, bufio.NewReaderSize(response.Body, 1<<10), missing.Done)
	}
	go func() {
		missing.Wait()
		close(l.all)
	}()
	// A server opens a stream before its subscriber waits: this is for all of them to do so.
	select {
	case <-ctx.Done():
	case <-time.After(5 * time.Second):
	}
	return l, ctx.Err()
}

// hear takes down what one subscriber hears until its stream ends. It says when that is all.
func (l *listening) hear(n int, lines *bufio.Reader, all func()) {
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return
		}
		data, is := strings.CutPrefix(line, "data: ")
		if !is {
			continue
		}
		l.mu.Lock()
		l.heard[n] = append(l.heard[n], delivery{data, time.Now()})
		last := len(l.heard[n]) == deliveredWrites
		l.mu.Unlock()
		if last {
			all()
		}
	}
}

// missing says how many subscribers have heard of how many changes.
func (l *listening) missing() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	subscribers := map[int]int{}
	for _, heard := range l.heard {
		subscribers[len(heard)]++
	}
	return fmt.Errorf("not all subscribers have heard of %d changes a minute after the last; how many have heard of how many: %v", deliveredWrites, subscribers)
}

func (l *listening) close() error {
	var errs []error
	for _, stream := range l.streams {
		errs = append(errs, stream.Close())
	}
	return errors.Join(errs...)
}

// lastChange gives the position of the last change.
func (w *world) lastChange(ctx context.Context) (any, error) {
	return w.db.Read(ctx, store.Statement{Text: "MATCH (lock:Lock {name: 'ledger'}) RETURN lock.position AS position"})
}

// checkHeard asks that every subscriber has heard every change behind a position once and in order, and gives how long after the answers they did.
func (w *world) checkHeard(ctx context.Context, l *listening, behind any, answered []time.Time) (late []time.Duration, err error) {
	rows, err := w.db.ReadRows(ctx, store.Statement{
		Text:   "MATCH (change:Change) WHERE change.position > $behind RETURN change.id AS id ORDER BY change.position",
		Params: map[string]any{"behind": behind},
	})
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for n, heard := range l.heard {
		if len(heard) != len(rows) {
			return nil, fmt.Errorf("subscriber %d has heard of %d changes, and there are %d", n, len(heard), len(rows))
		}
		for i, event := range heard {
			if id, err := event.change(); err != nil || id != rows[i]["id"] {
				return nil, errors.Join(fmt.Errorf("subscriber %d has heard %q where %v was due", n, event.data, rows[i]["id"]), err)
			}
			late = append(late, max(0, event.at.Sub(answered[i])))
		}
	}
	return late, nil
}
