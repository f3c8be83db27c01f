package intake

import (
	"context"

	"partnernet/ledger"
	"partnernet/model"
	"partnernet/store"
)

// Shipped gives what the project ships as entries for the ledger, in the order in which they rest on each other: the vocabulary of themes, the founding
// case, and what the areas that it names are made up of.
func Shipped(m *model.Model, known *Known) ([]ledger.Telling, error) {
	themes, err := Vocabulary(known)
	if err != nil {
		return nil, err
	}
	founding, err := ReadFacts(m, Founding)
	if err != nil {
		return nil, err
	}
	areas, err := ReadFacts(m, Areas)
	return []ledger.Telling{themes, known.Recognise(founding), known.Recognise(areas)}, err
}

// TellShipped records what the project ships that a database does not hold yet, on behalf of an actor. Doing it again changes nothing.
func TellShipped(ctx context.Context, db *store.DB, m *model.Model, l *ledger.Ledger, actor string) ([]ledger.Outcome, error) {
	known, err := ReadKnown(ctx, db)
	if err != nil {
		return nil, err
	}
	tellings, err := Shipped(m, known)
	if err != nil {
		return nil, err
	}
	var outcomes []ledger.Outcome
	for _, telling := range tellings {
		telling.Actor, telling.Action = actor, "seed"
		outcome, err := l.Tell(ctx, telling)
		if err != nil {
			return nil, err
		}
		outcomes = append(outcomes, outcome)
	}
	return outcomes, nil
}
