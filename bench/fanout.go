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

// toldWrites is how many commands are done while subscribers listen, and before them without any.
const toldWrites = 40

// listening are subscribers to changes, each with a connection of its own.
type listening struct {
	streams []net.Conn
	mu      sync.Mutex
	heard   [][]told // by subscriber
	all     chan struct{}
}

// told is a change as a subscriber heard it.
type told struct {
	id string
	at time.Time
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
	alone, _, err := server.timeCommands(ctx, need, written, toldWrites)
	if err != nil {
		return err
	}
	before, err := server.usage.MemoryInfo()
	if err != nil {
		return err
	}
	l, err := server.listen(ctx, subscribers)
	if err != nil {
		return err
	}
	defer l.close()
	behind, err := w.lastChange(ctx)
	if err != nil {
		return err
	}
	heard, answered, err := server.timeCommands(ctx, need, written+toldWrites, toldWrites)
	if err != nil {
		return err
	}
	select {
	case <-l.all:
	case <-time.After(time.Minute):
		return errors.New("not all subscribers have heard of all changes a minute after the last")
	}
	after, err := server.usage.MemoryInfo()
	if err != nil {
		return err
	}
	late, err := w.checkHeard(ctx, l, behind, answered)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\n| subscribers | command with nobody listening, p50 | with them, p50 | × | heard after the answer, p50 | p99 | memory a subscriber |\n|--:|--:|--:|--:|--:|--:|--:|\n")
	one, many := quantile(alone, 0.5), quantile(heard, 0.5)
	fmt.Fprintf(out, "| %d | %s | %s | %.2f | %s | %s | %d KiB |\n", subscribers, milliseconds(float64(one)), milliseconds(float64(many)), float64(many)/float64(one),
		milliseconds(float64(quantile(late, 0.5))), milliseconds(float64(quantile(late, 0.99))), (int64(after.RSS)-int64(before.RSS))/int64(subscribers)>>10)
	return nil
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

// listen opens subscriptions to changes. They begin behind the last change there is.
func (c *child) listen(ctx context.Context, subscribers int) (*listening, error) {
	l := &listening{heard: make([][]told, subscribers), all: make(chan struct{})}
	var missing sync.WaitGroup
	missing.Add(subscribers)
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, nil)
	if err != nil {
		return nil, err
	}
	const query = `{"query": "subscription { changes { cursor node { id action at } } }"}`
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
		lines := bufio.NewReaderSize(stream, 1<<10)
		for line := ""; line != ":\n"; { // the comment that opens the stream
			if line, err = lines.ReadString('\n'); err != nil {
				return nil, errors.Join(fmt.Errorf("subscriber %d: %w", n, err), l.close())
			}
		}
		go l.hear(n, lines, missing.Done)
	}
	go func() {
		missing.Wait()
		close(l.all)
	}()
	// The server opens a stream before it has looked where the log ends.
	select {
	case <-ctx.Done():
	case <-time.After(2 * time.Second):
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
		var event struct {
			Data struct {
				Changes struct{ Node struct{ ID string } }
			}
		}
		if !is || json.Unmarshal([]byte(data), &event) != nil {
			continue
		}
		l.mu.Lock()
		l.heard[n] = append(l.heard[n], told{event.Data.Changes.Node.ID, time.Now()})
		l.mu.Unlock()
		if len(l.heard[n]) == toldWrites {
			all()
		}
	}
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
		for i, change := range heard {
			if change.id != rows[i]["id"] {
				return nil, fmt.Errorf("subscriber %d has heard of %s where %v was due", n, change.id, rows[i]["id"])
			}
			late = append(late, max(0, change.at.Sub(answered[i])))
		}
	}
	return late, nil
}
