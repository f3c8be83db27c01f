package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/testdb"
)

func TestReadGivesTheOneValue(t *testing.T) {
	db := testdb.Open(t)
	got, err := db.Read(t.Context(), store.Statement{
		Text:   "RETURN {name: $name, members: [1, 2], ended: null} AS value",
		Params: map[string]any{"name": "MITTSEC"},
	})
	must(t, err)
	want := map[string]any{"name": "MITTSEC", "members": []any{int64(1), int64(2)}, "ended": nil}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := read(t, db, "RETURN null AS nothing"); got != nil {
		t.Errorf("null came back as %v", got)
	}
}

func TestStatementsThatAreWrongAreFaultsOfTheRegistry(t *testing.T) {
	db := testdb.Open(t)
	for _, c := range []struct{ text, why string }{
		{"UNWIND [] AS x RETURN x", "a row is missing"},
		{"UNWIND [1, 2] AS x RETURN x", "there is a row too many"},
		{"RETURN 1 AS a, 2 AS b", "there is a column too many"},
		{"RETURN secret", "the variable is not known"},
		{"RETURN $secret AS value", "the parameter is missing"},
		{"CREATE (n:Secret) RETURN n", "a read must not write, wherever it is sent"},
	} {
		_, err := db.Read(t.Context(), store.Statement{Text: c.text})
		if err == nil || fault.CodeOf(err) != fault.Internal {
			t.Errorf("%s: got %v, want an internal fault, because %s", c.text, err, c.why)
		} else if strings.Contains(strings.ToLower(err.Error()), "secret") {
			t.Errorf("%s: the sentence tells what only the log may know: %v", c.text, err)
		} else if errors.Unwrap(err) == nil {
			t.Errorf("%s: the log learns no cause", c.text)
		}
	}
}

func TestReadRowsGivesRowsByName(t *testing.T) {
	got, err := testdb.Open(t).ReadRows(t.Context(), store.Statement{Text: "UNWIND ['SE', 'NO'] AS country RETURN country, size(country) AS length"})
	must(t, err)
	want := []map[string]any{{"country": "SE", "length": int64(2)}, {"country": "NO", "length": int64(2)}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEveryStatementIsObserved(t *testing.T) {
	db := testdb.Open(t)
	var first, second []string
	note := func(list *[]string) store.Observer {
		return func(_ context.Context, s store.Statement, took time.Duration, err error) {
			if took <= 0 {
				t.Errorf("%s took %v", s.Text, took)
			}
			if failed := s.Text == "RETURN x"; failed != (err != nil) {
				t.Errorf("%s was observed with the error %v", s.Text, err)
			}
			*list = append(*list, s.Text)
		}
	}
	one := db.Observed(note(&first))
	two := one.Observed(note(&second))

	read(t, one, "RETURN 1")
	read(t, two, "RETURN 2")
	write(t, two, "CREATE (:Record {id: 'a'})", nil)
	_, _ = two.Read(t.Context(), store.Statement{Text: "RETURN x"})
	read(t, db, "RETURN 3")

	want := []string{"RETURN 2", "CREATE (:Record {id: 'a'})", "RETURN x"}
	if diff := cmp.Diff(want, second); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(append([]string{"RETURN 1"}, want...), first); diff != "" {
		t.Error(diff)
	}
}

// A statement that is to be planned anew says so to the database, by itself and in a transaction.
func TestAStatementIsPlannedAnew(t *testing.T) {
	db := testdb.Open(t)
	for _, replanned := range []bool{false, true} {
		own := store.Statement{Text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'YIELD' RETURN currentQuery AS text", Replanned: replanned}
		rows, err := db.ReadRows(t.Context(), own)
		must(t, err)
		must(t, db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			more, err := tx.Run(ctx, own)
			rows = append(rows, more...)
			return err
		}))
		for _, row := range rows {
			if strings.Contains(row["text"].(string), "replan=force") != replanned {
				t.Errorf("%t was sent as %q", replanned, row["text"])
			}
		}
		if len(rows) != 2 {
			t.Errorf("%d statements were seen", len(rows))
		}
	}
}
