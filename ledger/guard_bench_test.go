package ledger_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"partnernet/ledger"
	"partnernet/testdb"
	"partnernet/testworld"
)

// BenchmarkGuard tells what the guard adds to a command: the same is written with and without it by turns, to an embedded Neo4j. It gives the
// medians, and how many times as long it takes with the guard.
func BenchmarkGuard(b *testing.B) {
	guarded := ledger.New(testdb.Open(b), testworld.Model(b), time.Now)
	ways := []*ledger.Ledger{guarded.Unguarded(), guarded}
	if _, err := guarded.Tell(b.Context(), told("Anna", network("n", "ESTABLISHED"))); err != nil {
		b.Fatal(err)
	}
	members := 0
	b.Run("a member is admitted", func(b *testing.B) {
		byTurns(b, ways, func() ledger.Telling {
			members++
			o := organisation(fmt.Sprintf("o%d", members))
			if _, err := guarded.Tell(b.Context(), told("Anna", o)); err != nil {
				b.Fatal(err)
			}
			return told("Anna", membership(fmt.Sprintf("m%d", members), "n", o.ID, map[string]any{"validFrom": day("2024-01-01")}))
		})
	})
	corrections := 0
	b.Run("a membership is corrected", func(b *testing.B) {
		byTurns(b, ways, func() ledger.Telling {
			corrections++
			t := told("Anna", ledger.Record{Type: "Membership", ID: "m1", Values: map[string]any{"category": fmt.Sprintf("Category %d", corrections)}})
			t.Overwrites = true
			return t
		})
	})
}

// byTurns has each of two ledgers write by turns, and reports the medians and their ratio.
func byTurns(b *testing.B, ways []*ledger.Ledger, next func() ledger.Telling) {
	b.Helper()
	took := make([][]time.Duration, len(ways))
	for b.Loop() {
		for i, l := range ways {
			telling := next()
			start := time.Now()
			if _, err := l.Tell(b.Context(), telling); err != nil {
				b.Fatal(err)
			}
			took[i] = append(took[i], time.Since(start))
		}
	}
	median := func(of []time.Duration) float64 {
		slices.Sort(of)
		return of[len(of)/2].Seconds() * 1_000
	}
	without, with := median(took[0]), median(took[1])
	b.ReportMetric(without, "ms/unguarded")
	b.ReportMetric(with, "ms/guarded")
	b.ReportMetric(with/without, "guarded/unguarded")
}
