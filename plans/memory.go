// Package plans remembers which statements readers ask, so that the database plans them again after a start before somebody waits for that. The database
// forgets its plans when it stops, and takes up to seconds to make one of a large statement.
package plans

import (
	"context"
	"sync"
	"time"

	"partnernet/fault"
	"partnernet/store"
)

const (
	mostShapes  = 300              // are remembered by the database: those asked most
	mostCounted = 2 * mostShapes   // are counted by a server, whose texts it keeps
	cold        = 5 * time.Minute  // after a start, in which the database plans slowly
	patience    = 30 * time.Second // that a statement may take then which the database has to plan
	longestText = 100_000          // bytes of a statement that is remembered
	longestPlan = 2 * time.Minute  // that the database may take to plan a statement for which nobody waits
)

// shape is a statement without its values.
type shape struct{ text, kinds string }

// Memory counts what is asked. It is safe for use by many at once.
type Memory struct {
	began time.Time
	late  chan shape // one of which there was no plan in time, to be planned while nobody waits for it

	mu      sync.Mutex
	counts  map[shape]int64 // since the start; what is in it has been planned
	unsaved map[shape]int64 // how much of that the database has not been told
	firsts  int64           // answers of a shape that was not in counts
}

// NewMemory gives a memory of nothing.
func NewMemory() *Memory {
	return &Memory{began: time.Now(), late: make(chan shape, 1), counts: map[shape]int64{}, unsaved: map[shape]int64{}}
}

// ReadRows runs a statement that reads, and gives its rows by column name. Right after the start, one of a shape that has not been answered yet may take as
// long as planning takes then, and not only the database's timeout: that is not the fault of whoever asks. One that was not answered in time later is planned
// beside the requests, one after another, so that who tries again is answered: the database keeps no plan that it was not given the time for.
func (m *Memory) ReadRows(ctx context.Context, db *store.DB, s store.Statement) ([]map[string]any, error) {
	wanted, known := shapeOf(s)
	if time.Since(m.began) < cold && !m.has(wanted) {
		db = db.Patient(patience)
	}
	rows, err := db.ReadRows(ctx, s)
	switch {
	case err == nil && known:
		m.note(wanted)
	case known && fault.CodeOf(err) == fault.Unavailable && ctx.Err() == nil && !m.has(wanted):
		m.planLater(wanted)
	}
	return rows, err
}

// planLater has a shape be planned, unless another one waits for that already: whoever asks again will say so again.
func (m *Memory) planLater(s shape) {
	select {
	case m.late <- s:
	default:
	}
}

// planLate has the database plan a shape for which there was no time when it was asked.
func planLate(ctx context.Context, db *store.DB, s shape) error {
	statement, err := s.statement()
	if err == nil {
		_, err = db.Patient(longestPlan).ReadRows(ctx, statement)
	}
	return err
}

func (m *Memory) has(s shape) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.counts[s] > 0
}

// note counts an answer, unless its statement is too long to be remembered. When too many shapes have been asked, it begins anew.
func (m *Memory) note(s shape) {
	if len(s.text) > longestText {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.counts) >= mostCounted && m.counts[s] == 0 {
		clear(m.counts)
		clear(m.unsaved)
	}
	if m.counts[s] == 0 {
		m.firsts++
	}
	m.counts[s]++
	m.unsaved[s]++
}

// Counted tells how many shapes are remembered, and how many statements were the first of theirs, since the start.
func (m *Memory) Counted() (shapes int, firsts int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.counts), m.firsts
}

// take gives how often each shape was asked that the database has not been told of, to tell it.
func (m *Memory) take() map[shape]int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	taken := m.unsaved
	m.unsaved = map[shape]int64{}
	return taken
}

// putBack has what was taken be told another time. What is not counted any more is not told either.
func (m *Memory) putBack(taken map[shape]int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for s, n := range taken {
		if m.counts[s] > 0 {
			m.unsaved[s] += n
		}
	}
}
