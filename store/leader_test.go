package store_test

import (
	"context"
	"fmt"
	"net/url"
	"sync"
	"testing"
	"time"

	"partnernet/store"
	"partnernet/testdb"
)

// openCluster gives the database as it is seen through a cluster.
func openCluster(t *testing.T) (*store.DB, *cluster) {
	t.Helper()
	testdb.Open(t)
	c := testdb.Config(t)
	uri, err := url.Parse(c.URI)
	must(t, err)
	of := newCluster(t, uri.Host)
	c.URI, c.Timeout = "neo4j://"+of.members[0].address(), time.Minute
	return open(t, c), of
}

// marked writes a node of a name, once however often it is run, and gives the bookmark of that.
func marked(ctx context.Context, db *store.DB, name string) ([]string, error) {
	ctx, trail := store.WithTrail(ctx, nil)
	err := db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MERGE (m:Organisation {id: $name}) SET m.times = coalesce(m.times, 0) + 1", Params: map[string]any{"name": name}})
		return err
	})
	return trail.Left(), err
}

const countMarked = "MATCH (m:Organisation) WHERE m.id STARTS WITH 'm' RETURN count(m) AS value"

// Writes find the member of a cluster that leads, and the one that leads after it, be the former one still there or not. What is read is read at the others,
// behind the bookmark of what was written.
func TestALeaderThatMoves(t *testing.T) {
	db, c := openCluster(t)
	address := c.members[0].address()
	for i, step := range []struct {
		why    string
		before func()
		leader int32
	}{
		{"the first one leads", func() {}, 0},
		{"another one leads, and the first one is there", func() {}, 1},
		{"the first one leads again", func() {}, 0},
		{"the first one is away", c.members[0].stop, 2},
		{"it is back, and does not lead", func() { c.members[0].start(t, address) }, 2},
		{"it is back, and leads", func() {}, 0},
	} {
		step.before()
		c.leader.Store(step.leader)
		left, err := marked(t.Context(), db, fmt.Sprintf("m%d", i))
		if err != nil || len(left) != 1 {
			t.Fatalf("%s: it is written with %v, leaving %v", step.why, err, left)
		}
		ctx, _ := store.WithTrail(t.Context(), left)
		if got, err := db.Read(ctx, store.Statement{Text: countMarked}); err != nil || got != int64(i+1) {
			t.Errorf("%s: read are %v, %v", step.why, got, err)
		}
		behind := false
		for _, m := range c.members {
			behind = behind || m.number != step.leader && m.wasReadBehind(left[0])
		}
		if !behind {
			t.Errorf("%s: it was not read at one of the others, behind %s", step.why, left[0])
		}
	}
	if c.refused.Load() == 0 {
		t.Error("no member has refused a write, so nothing was tried")
	}
}

// While the leader moves again and again, writers notice nothing but that it takes longer, and each write is there once.
func TestALeaderThatMovesWhileMuchIsWritten(t *testing.T) {
	db, c := openCluster(t)
	const writers, each = 4, 25
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := range each {
				if _, err := marked(t.Context(), db, fmt.Sprintf("m%d-%d", w, n)); err != nil {
					t.Errorf("writer %d, write %d: %v", w, n, err)
				}
			}
		})
	}
	over := make(chan struct{})
	go func() {
		all.Wait()
		close(over)
	}()
	move := time.NewTicker(100 * time.Millisecond)
	defer move.Stop()
	for next, moving := int32(1), true; moving; next++ {
		select {
		case <-move.C:
			c.leader.Store(next % int32(len(c.members)))
		case <-over:
			moving = false
		}
	}
	if got := read(t, db, countMarked); got != int64(writers*each) {
		t.Errorf("%v are there, of %d", got, writers*each)
	}
	if got := read(t, db, "MATCH (m:Organisation) WHERE m.times <> 1 RETURN count(m) AS value"); got != int64(0) {
		t.Errorf("%v were written more than once", got)
	}
	t.Logf("%d writes came to a member that did not lead", c.refused.Load())
}
