package graph

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"partnernet/store"
	"partnernet/stored"
)

// Thousands of subscribers that are all told at once would take the processor from those who write and read meanwhile: a command waits for the database
// several times, and behind all of them each time. So they are told one after another, so many a second, and a few at once.
const (
	wakesASecond = 10_000
	wakesAtOnce  = 32
)

// logEnd is how far the log of changes has come, as far as this server knows: by its own writes, and by looking for those of others.
type logEnd struct {
	mu       sync.Mutex
	position int64         // of the last change
	rights   int64         // the version of what decides who may see what
	moved    chan struct{} // closed when position moves
	turns    *rate.Limiter // of those who are told
	forget   func(int64)   // drops what is known of who may see what as of a version or an earlier one
}

func newLogEnd() *logEnd {
	return &logEnd{moved: make(chan struct{}), turns: rate.NewLimiter(wakesASecond, wakesAtOnce)}
}

// move tells that the log has come so far, so that all of it can be read, and that what decides who may see what is of a version. It may be told late, and never
// takes back what was told before.
func (e *logEnd) move(position, rights int64) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if rights > e.rights {
		e.rights = rights
		e.forget(rights - 1)
	}
	if position > e.position {
		e.position = position
		close(e.moved)
		e.moved = make(chan struct{})
	}
}

// wait waits until there is a change behind a position and it is this subscriber's turn to be told, and gives the last one's. It ends with ctx.
func (e *logEnd) wait(ctx context.Context, seen int64) (int64, error) {
	position, moved := e.now()
	for position <= seen {
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-moved:
		}
		position, moved = e.now()
	}
	if err := e.turns.Wait(ctx); err != nil {
		return 0, err
	}
	position, _ = e.now() // there may be more by now
	return position, nil
}

// now gives the position of the last change, and what is closed when it moves.
func (e *logEnd) now() (int64, chan struct{}) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.position, e.moved
}

// overtaken says whether something has been changed since a version that decides who may see what.
func (e *logEnd) overtaken(version int64) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.rights > version
}

// endOfLog is how far the log has come, as the database tells it.
type endOfLog struct {
	position int64 // of the last change
	rights   int64 // the version of what decides who may see what
	whole    bool  // all changes up to the position can be found
}

// While a transaction is being committed, what it has stored is read by others a moment before the indexes have it: the position is there, and the changes cannot be
// found yet. Positions have no gaps, so that counting the changes tells whether all of them can be found.
//
// The position is read before the version of rights: of whoever hears of a change it is known which rights were taken away before it.
const readEnd = `
WITH head(COLLECT { MATCH (lock:Lock {name: 'ledger'}) RETURN lock.position }) AS position
WITH position, COUNT {
  MATCH (c:Change)
  USING INDEX c:Change(position)
  WHERE c.position > $known
    AND c.position > position - $counted
    AND c.position <= position
} AS found
RETURN position, found, head(COLLECT { MATCH (access:Access) RETURN access.version }) AS rights`

const (
	// counted is how many changes are counted at most: more than one transaction has.
	counted = 200_000
	// mostGaps is how often in turn a log is found not to be whole before it is taken as it is: half a minute, for a log of which somebody has deleted changes.
	mostGaps = int(30 * time.Second / feedPause)
)

// readEnd reads how far the log has come, which is known to be whole up to a position.
func (f *Feed) readEnd(ctx context.Context, known int64) (endOfLog, error) {
	rows, err := f.db.ReadRows(ctx, store.Statement{Text: readEnd, Params: map[string]any{"known": known, "counted": counted}})
	if err != nil {
		return endOfLog{}, err
	}
	end := endOfLog{position: stored.Number(rows[0]["position"]), rights: stored.Number(rows[0]["rights"])}
	end.whole = stored.Number(rows[0]["found"]) >= min(end.position-known, counted)
	return end, nil
}
