package limits_test

import (
	"testing"
	"time"

	"partnernet/limits"
)

func TestOften(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	often := limits.NewOften[string](2, time.Minute, func() time.Time { return now })
	for i, step := range []struct {
		who         string
		after, wait time.Duration
	}{{"a", 0, 0}, {"a", 0, 0}, {"a", 0, time.Minute}, {"b", 0, 0}, {"a", 15 * time.Second, 45 * time.Second}, {"a", 45 * time.Second, 0}, {"a", 0, time.Minute}} {
		now = now.Add(step.after)
		if wait := often.Take(step.who); wait != step.wait {
			t.Errorf("%d: %s waits %s, want %s", i, step.who, wait, step.wait)
		}
	}
}

// What came to nothing is not counted, though it took a while.
func TestWhatCameToNothingIsNotCounted(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	often := limits.NewOften[string](2, time.Hour, func() time.Time { return now })
	for range 5 {
		wait, undo := often.Begin("a")
		if wait > 0 {
			t.Fatalf("a waits %s", wait)
		}
		now = now.Add(time.Second)
		undo()
	}
	for range 2 {
		if wait := often.Take("a"); wait > 0 {
			t.Errorf("a waits %s", wait)
		}
	}
	if often.Take("a") == 0 {
		t.Error("a does it three times at once")
	}
}
