package store_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/testdb"
)

func TestWriteCommitsAllOrNothing(t *testing.T) {
	db := testdb.Open(t)
	refused := fault.New(fault.BadInput, "No.")
	for _, want := range []error{nil, refused} {
		err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			if _, err := tx.Run(ctx, store.Statement{Text: "CREATE (:Record {id: randomUUID()})"}); err != nil {
				return err
			}
			return want
		})
		if !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
	}
	if got := read(t, db, "MATCH (n:Record) RETURN count(n)"); got != int64(1) {
		t.Errorf("%v records are there, want the one of the write that succeeded", got)
	}
}

func TestTxRunGivesRowsAndSeesItsOwnWrites(t *testing.T) {
	db := testdb.Open(t)
	var got []map[string]any
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) (err error) {
		if _, err = tx.Run(ctx, store.Statement{Text: "CREATE (:Record {id: $id})", Params: map[string]any{"id": "a"}}); err != nil {
			return err
		}
		got, err = tx.Run(ctx, store.Statement{Text: "MATCH (n:Record) RETURN n.id AS id"})
		return err
	})
	must(t, err)
	if diff := cmp.Diff([]map[string]any{{"id": "a"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSecondValueThatMustBeUniqueIsAConflict(t *testing.T) {
	db := testdb.Open(t)
	const create = "CREATE (:AccountIdentity {issuer: 'https://id.example.org', subject: '232100-0214'})"
	write(t, db, create, nil)
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: create})
		return err
	})
	if fault.CodeOf(err) != fault.Conflict {
		t.Errorf("got %v, want a Conflict", err)
	}
	if strings.Contains(err.Error(), "232100") {
		t.Errorf("the sentence tells a value that its reader may not see: %v", err)
	}
}

func TestDeadlockIsTriedAgain(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, "CREATE (:Record {id: 'a', n: 0}), (:Record {id: 'b', n: 0})", nil)
	add := func(ctx context.Context, tx store.Tx, id string) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MATCH (r:Record {id: $id}) SET r.n = r.n + 1", Params: map[string]any{"id": id}})
		return err
	}
	// Each writer holds its first record before either goes for its second.
	var bothHold, done sync.WaitGroup
	bothHold.Add(2)
	var attempts [2]int
	for i, ids := range [][2]string{{"a", "b"}, {"b", "a"}} {
		done.Go(func() {
			err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
				attempts[i]++
				if err := add(ctx, tx, ids[0]); err != nil {
					return err
				}
				if attempts[i] == 1 {
					bothHold.Done()
					bothHold.Wait()
				}
				return add(ctx, tx, ids[1])
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	done.Wait()
	if attempts[0]+attempts[1] < 3 {
		t.Errorf("attempts %v: there was no deadlock", attempts)
	}
	if diff := cmp.Diff([]any{int64(2), int64(2)}, read(t, db, "MATCH (r:Record) RETURN collect(r.n)")); diff != "" {
		t.Error(diff)
	}
}

func TestCommitWhoseReplyIsLostIsWrittenOnce(t *testing.T) {
	direct := testdb.Open(t)
	db, wire := openOver(t, 5*time.Second)
	wire.swallowReply.Store(true)
	runs := 0
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		runs++
		first, err := tx.Run(ctx, store.Statement{Text: `
			MERGE (change:Record {id: 'made before the write'})
			ON CREATE SET change.run = $run
			WITH change WHERE change.run = $run
			RETURN true AS first`, Params: map[string]any{"run": runs}})
		if err != nil || len(first) == 0 {
			return err
		}
		_, err = tx.Run(ctx, store.Statement{Text: "CREATE (:Written)"})
		return err
	})
	must(t, err)
	if runs != 2 || wire.swallowed.Load() != 1 {
		t.Errorf("%d runs and %d lost replies: the reply to the commit was not lost", runs, wire.swallowed.Load())
	}
	if got := read(t, direct, "MATCH (n:Written) RETURN count(n)"); got != int64(1) {
		t.Errorf("written %v times, want once", got)
	}
}

func TestCommitThatIsNeverConfirmedIsNotCalledFailed(t *testing.T) {
	testdb.Open(t)
	db, wire := openOver(t, 2*time.Second) // enough to come as far as the commit
	blocked := false
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MERGE (:Record {id: 'a'})"})
		if !blocked {
			wire.blocked.Lock()
			blocked = true
		}
		return err
	})
	wire.blocked.Unlock()
	if fault.CodeOf(err) != fault.Unavailable || !strings.Contains(err.Error(), "may have been") {
		t.Errorf("got %v, want an Unavailable that says that the outcome is not known", err)
	}
}

// Whatever server of a cluster a statement reaches, it sees what this process wrote before.
func TestReadSeesTheWriteBeforeItOverRouting(t *testing.T) {
	testdb.Open(t)
	c := testdb.Config(t)
	c.URI = strings.Replace(c.URI, "bolt://", "neo4j://", 1)
	db := open(t, c)
	for n := range 50 {
		write(t, db, "MERGE (r:Record {id: 'a'}) SET r.n = $n", map[string]any{"n": n})
		if got := read(t, db, "MATCH (r:Record {id: 'a'}) RETURN r.n"); got != int64(n) {
			t.Fatalf("read %v after writing %d", got, n)
		}
	}
}
