// Package founding records for tests what the project ships: the founding case and the vocabulary.
package founding

import (
	"testing"

	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/store"
	"partnernet/testworld"
)

// Actor is who has recorded what a register holds when a test begins: whoever keeps it from the command line.
const Actor = "local coordinator"

// Load records what is shipped that a database does not hold yet.
func Load(t testing.TB, db *store.DB, l *ledger.Ledger) {
	t.Helper()
	known, err := intake.ReadKnown(t.Context(), db)
	testworld.Must(t, err)
	tellings, err := intake.Shipped(testworld.Model(t), known)
	testworld.Must(t, err)
	for _, telling := range tellings {
		telling.Actor, telling.Action = Actor, "seed"
		_, err := l.Tell(t.Context(), telling)
		testworld.Must(t, err)
	}
}
