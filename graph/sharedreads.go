package graph

import (
	"context"
	"crypto/sha256"
	"fmt"
	"sync"

	"partnernet/cypher"
)

// sharedReads are the reads of the log under way, and those of a moment ago. Subscribers come to a place at about the same time; one of them reads
// for all.
type sharedReads struct {
	mu              sync.Mutex
	latest, earlier map[readKey]*readUnderWay
}

// readKey tells one read from another: what is asked and by which rights, and from which place in the log on.
type readKey struct {
	question [sha256.Size]byte
	place    int64
}

// sharedRead is what a read brought. It is for several subscribers, and none of them changes it.
type sharedRead struct {
	items   []cypher.FeedItem
	reached int64 // up to this place in the log there are no others
}

type readUnderWay struct {
	done chan struct{} // closed when it is known what it brought
	sharedRead
	err error
}

// read gives what the read of a key brings. It is read once for all who ask meanwhile and a moment later; a read that failed is not kept. Nobody who
// leaves ends it for the others.
func (r *sharedReads) read(ctx context.Context, key readKey, read func(context.Context) (sharedRead, error)) (sharedRead, error) {
	r.mu.Lock()
	under, known := r.latest[key]
	if !known {
		under, known = r.earlier[key]
	}
	if !known {
		under = &readUnderWay{done: make(chan struct{})}
		if r.latest == nil {
			r.latest = map[readKey]*readUnderWay{}
		}
		r.latest[key] = under
		go r.fill(context.WithoutCancel(ctx), key, under, read)
	}
	r.mu.Unlock()
	select {
	case <-ctx.Done():
		return sharedRead{}, ctx.Err()
	case <-under.done:
		return under.sharedRead, under.err
	}
}

// fill does a read for all who wait for it.
func (r *sharedReads) fill(ctx context.Context, key readKey, under *readUnderWay, read func(context.Context) (sharedRead, error)) {
	defer close(under.done)
	defer func() {
		if p := recover(); p != nil { // nobody else would: this is a goroutine of its own
			under.err = fmt.Errorf("panic: %v", p)
		}
		if under.err != nil {
			r.drop(key, under)
		}
	}()
	under.sharedRead, under.err = read(ctx)
}

// drop has a read that failed be done again for the next who asks.
func (r *sharedReads) drop(key readKey, failed *readUnderWay) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, all := range []map[readKey]*readUnderWay{r.latest, r.earlier} {
		if all[key] == failed {
			delete(all, key)
		}
	}
}

// age drops what has been kept since before the last call.
func (r *sharedReads) age() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.latest, r.earlier = nil, r.latest
}

// clear drops all that is kept.
func (r *sharedReads) clear() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.latest, r.earlier = nil, nil
}
