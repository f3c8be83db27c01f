package ledger_test

import (
	"context"
	"testing"

	"partnernet/ledger"
	"partnernet/store"
)

// A register from before names had keys is compared once; doing so again changes nothing.
func TestOrganisationsFromBeforeAreCompared(t *testing.T) {
	b := open(t)
	named := func(id, name string) ledger.Record {
		return ledger.Record{Type: "Organisation", ID: id, Values: map[string]any{"legalName": name}}
	}
	b.tell(told("Anna", named("a", "Lunds universitet"), named("b", "Lund University"), named("c", "Umeå universitet")))
	want := b.count("POSSIBLE_DUPLICATE_OF")
	for _, text := range []string{"MATCH (k:LikenessKey) DETACH DELETE k", "MATCH ()-[like:POSSIBLE_DUPLICATE_OF]->() DELETE like"} {
		if err := b.db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Run(ctx, store.Statement{Text: text})
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		if err := b.CompareAll(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := b.count("POSSIBLE_DUPLICATE_OF"); got != want || want != 1 {
			t.Errorf("%d pairs, and %d when they were told", got, want)
		}
	}
}

// What has been compared is not compared again at the next start, whether or not its name has anything that others could have in common with it.
func TestWhatHasBeenComparedIsNotComparedAgain(t *testing.T) {
	b := open(t)
	named := func(id, name string) ledger.Record {
		return ledger.Record{Type: "Organisation", ID: id, Values: map[string]any{"legalName": name}}
	}
	b.tell(told("Anna", named("a", "KTH"), named("b", "NTNU"), named("c", "Umeå universitet")))
	value, err := b.db.Read(t.Context(), store.Statement{Text: "RETURN COUNT { MATCH (o:Organisation) WHERE NOT EXISTS { (o)-[:ALIKE_BY]->(:LikenessKey) } }"})
	if err != nil {
		t.Fatal(err)
	}
	if value != int64(0) {
		t.Errorf("%v organisations would be compared again", value)
	}
	if pairs := b.count("POSSIBLE_DUPLICATE_OF"); pairs != 0 {
		t.Errorf("%d pairs of abbreviations", pairs)
	}
}

// count gives how many relationships there are of a type.
func (b book) count(relation string) int64 {
	b.t.Helper()
	value, err := b.db.Read(b.t.Context(), store.Statement{Text: "RETURN COUNT { ()-[link WHERE type(link) = $type]->() }", Params: map[string]any{"type": relation}})
	if err != nil {
		b.t.Fatal(err)
	}
	n, _ := value.(int64)
	return n
}
