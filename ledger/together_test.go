package ledger_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
	"partnernet/testdb"
)

// rounds is how many times two tellings are let loose on one another.
const rounds = 5

// Two who tell at once, each through a connection of their own, leave what they would have left one after the other.
func TestTwoAtOnce(t *testing.T) {
	one := func() ledger.Telling {
		return told("Anna", project("p", map[string]any{"title": "One", "plannedTo": day("2024-05-31")}), project("q", nil), organisation("o"))
	}
	other := func() ledger.Telling {
		return told("Bo", project("p", map[string]any{"title": "Other", "plannedFrom": day("2023-05-01")}), organisation("o"), organisation("o2"))
	}
	var possible [][]string
	for _, order := range [][]ledger.Telling{{one(), other()}, {other(), one()}} {
		b := open(t)
		for _, telling := range order {
			b.tell(telling)
		}
		possible = append(possible, b.timeless())
	}
	for range rounds {
		b := open(t)
		writers := []book{over(t, testdb.Connect(t)), over(t, testdb.Connect(t))}
		var wg sync.WaitGroup
		for i, telling := range []ledger.Telling{one(), other()} {
			wg.Go(func() {
				if _, err := writers[i].Tell(t.Context(), telling); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		got := b.timeless()
		if !slices.ContainsFunc(possible, func(want []string) bool { return slices.Equal(want, got) }) {
			t.Errorf("it is not what one after the other leaves: %s\n%s", cmp.Diff(possible[0], got), cmp.Diff(possible[1], got))
		}
	}
}
