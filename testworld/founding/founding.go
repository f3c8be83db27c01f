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
	_, err := intake.TellShipped(t.Context(), db, testworld.Model(t), l, Actor)
	testworld.Must(t, err)
}
