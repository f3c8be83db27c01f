package main

import (
	"context"

	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/store"
)

// actor is who the changes are recorded under that this machine's keeper makes from the command line.
const actor = "local coordinator"

// loadFounding records the founding case. Doing it again changes nothing.
func loadFounding(ctx context.Context, db *database) (ledger.Outcome, error) {
	telling, err := recognised(ctx, db, intake.Founding)
	if err != nil {
		return ledger.Outcome{}, err
	}
	telling.Actor, telling.Action = actor, "seed"
	return db.tell(ctx, telling)
}

// recognised reads facts, under the ids of what the registry holds of them already.
func recognised(ctx context.Context, db *database, facts []byte) (ledger.Telling, error) {
	telling, err := intake.ReadFacts(db.model, facts)
	if err != nil {
		return telling, err
	}
	known, err := intake.ReadKnown(ctx, db.DB)
	if err != nil {
		return telling, err
	}
	return known.Recognise(telling), nil
}

// empty says whether the database holds no record.
func empty(ctx context.Context, db *database) (bool, error) {
	value, err := db.Read(ctx, store.Statement{Text: "RETURN NOT EXISTS { (:Record) } AS value"})
	none, _ := value.(bool)
	return none, err
}
