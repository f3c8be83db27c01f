package main

import (
	"context"

	"partnernet/graph"
	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/store"
)

// actor is who the changes are recorded under that this machine's keeper makes from the command line.
var actor = graph.Coordinator.Name

// loadFounding records what the project ships: the vocabulary of themes and the founding case. Doing it again changes nothing.
func loadFounding(ctx context.Context, db *database) ([]ledger.Outcome, error) {
	return intake.TellShipped(ctx, db.DB, db.model, db.ledger(), actor)
}

// empty says whether the database holds nothing yet but the accounts of those who keep it.
func empty(ctx context.Context, db *database) (bool, error) {
	value, err := db.Read(ctx, store.Statement{Text: "RETURN NOT EXISTS { (:Organisation|Network|Project|Theme) } AS value"})
	none, _ := value.(bool)
	return none, err
}
