package store

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Trail is where somebody has been in the log of transactions of a cluster. What is read or written under it is read and written behind that, at whatever
// member of the cluster, so that everybody reads what they have written.
type Trail struct {
	seen []string

	mu   sync.Mutex
	left []string
}

type trailKey struct{}

// WithTrail has statements and transactions under ctx be done behind the bookmarks that somebody has brought, and keeps those that they leave.
func WithTrail(ctx context.Context, seen []string) (context.Context, *Trail) {
	t := &Trail{seen: seen}
	return context.WithValue(ctx, trailKey{}, t), t
}

// Left gives the bookmarks of what was written; none where nothing was.
func (t *Trail) Left() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.left)
}

// leave keeps what a session that wrote has come to.
func (t *Trail) leave(session neo4j.SessionWithContext) {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.left = neo4j.BookmarksToRawValues(session.LastBookmarks())
}

// Routed says whether statements may reach different members of a cluster. One server of a database needs no bookmarks to see its own writes, and
// several over one database need none either.
func (d *DB) Routed() bool { return d.session.BookmarkManager != nil }

// behind gives a session as the trail of a context asks for it, and that trail; nil where there is none, or none is needed.
func (d *DB) behind(ctx context.Context, session neo4j.SessionConfig) (neo4j.SessionConfig, *Trail) {
	t, _ := ctx.Value(trailKey{}).(*Trail)
	if t == nil || !d.Routed() {
		return session, nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	session.Bookmarks = neo4j.BookmarksFromRawValues(slices.Concat(t.seen, t.left)...)
	return session, t
}

// routed says whether an address is that of a cluster.
func routed(address string) bool { return strings.HasPrefix(address, "neo4j") }
