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
