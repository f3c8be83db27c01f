package registry

import (
	"testing"
	"time"
)

func TestTodayIsTheDayOnBothSidesOfTheBorder(t *testing.T) {
	for instant, want := range map[string]string{
		"2026-06-01T21:59:59Z": "2026-06-01", "2026-06-01T22:00:00Z": "2026-06-02", "2026-01-01T22:59:59Z": "2026-01-01", "2026-01-01T23:00:00Z": "2026-01-02",
		"2026-06-01T23:30:00-04:00": "2026-06-02",
	} {
		now, err := time.Parse(time.RFC3339, instant)
		if err != nil {
			t.Fatal(err)
		}
		if got := Today(now).String(); got != want {
			t.Errorf("%s: %s, want %s", instant, got, want)
		}
	}
}
