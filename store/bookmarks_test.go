package store_test

import (
	"context"
	"strings"
	"testing"

	"partnernet/store"
	"partnernet/testdb"
)

// Where statements may reach several members of a cluster, what is read is read behind the bookmarks that are brought, and what is written leaves one.
// The cluster is one member that routes to itself.
func TestATrailLeadsToWhatWasWritten(t *testing.T) {
	testdb.Open(t)
	c := testdb.Config(t)
	c.URI = strings.Replace(c.URI, "bolt://", "neo4j://", 1)
	var servers [2]*store.DB
	for i := range servers {
		db, err := store.Open(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close(context.Background()) })
		servers[i] = db
	}
	ctx, trail := store.WithTrail(t.Context(), nil)
	err := servers[0].Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "CREATE (:Marked)"})
		return err
	})
	if err != nil || len(trail.Left()) != 1 || !servers[0].Routed() {
		t.Fatalf("the trail is %v: %v", trail.Left(), err)
	}
	const count = "MATCH (m:Marked) RETURN count(m)"
	ctx, read := store.WithTrail(t.Context(), trail.Left())
	if got, err := servers[1].Read(ctx, store.Statement{Text: count}); err != nil || got != int64(1) || len(read.Left()) != 0 {
		t.Errorf("read were %v, %v, leaving %v", got, err, read.Left())
	}
	ctx, _ = store.WithTrail(t.Context(), []string{"nonsense"})
	if _, err := servers[1].Read(ctx, store.Statement{Text: count}); err == nil {
		t.Error("the database was not told of the bookmark")
	}
}
