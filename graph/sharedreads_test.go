package graph

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

// readsOf gives what many read of a key at once, and how often it was read for them.
func readsOf(t *testing.T, r *sharedReads, keys ...readKey) int64 {
	t.Helper()
	var times atomic.Int64
	var asking sync.WaitGroup
	for _, key := range keys {
		asking.Go(func() {
			read, err := r.read(t.Context(), key, func(context.Context) (sharedRead, error) {
				times.Add(1)
				return sharedRead{reached: key.place + 1}, nil
			})
			if err != nil || read.reached != key.place+1 {
				t.Errorf("at %d: %v %v", key.place, read, err)
			}
		})
	}
	asking.Wait()
	return times.Load()
}

func TestWhoAsksTheSameAtOnePlaceSharesARead(t *testing.T) {
	var r sharedReads
	same := make([]readKey, 100)
	if got := readsOf(t, &r, same...); got != 1 {
		t.Errorf("the same was read %d times", got)
	}
	r.age()
	if got := readsOf(t, &r, same...); got != 0 {
		t.Errorf("what was read a moment ago was read %d times", got)
	}
	r.age()
	r.age()
	if got := readsOf(t, &r, same...); got != 1 {
		t.Errorf("what was read long ago was read %d times", got)
	}
	other := readKey{place: 1}
	rights := readKey{question: [32]byte{1}}
	if got := readsOf(t, &r, readKey{}, other, rights); got != 2 {
		t.Errorf("another place and other rights were read %d times", got)
	}
}

// Who leaves ends the read for nobody else, and a read that failed is done again.
func TestASharedReadOutlivesWhoBeganIt(t *testing.T) {
	var r sharedReads
	begun, goesOn := make(chan struct{}), make(chan struct{})
	leaving, leave := context.WithCancel(t.Context())
	left := make(chan error)
	go func() {
		_, err := r.read(leaving, readKey{}, func(ctx context.Context) (sharedRead, error) {
			close(begun)
			<-goesOn
			return sharedRead{reached: 7}, ctx.Err()
		})
		left <- err
	}()
	<-begun
	leave()
	if err := <-left; !errors.Is(err, context.Canceled) {
		t.Errorf("who leaves is told %v", err)
	}
	close(goesOn)
	read, err := r.read(t.Context(), readKey{}, func(context.Context) (sharedRead, error) { panic("it is read already") })
	if err != nil || read.reached != 7 {
		t.Errorf("who stays is told %v %v", read, err)
	}

	failed := readKey{place: 1}
	if _, err := r.read(t.Context(), failed, func(context.Context) (sharedRead, error) { panic("on purpose") }); err == nil {
		t.Error("a read that panics gives no error")
	}
	if readsOf(t, &r, failed) != 1 {
		t.Error("a read that failed was not done again")
	}
}
