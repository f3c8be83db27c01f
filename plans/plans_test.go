package plans

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

var (
	now    = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	secret = "Exempel AB"
	values = map[string]any{
		"text": secret, "none": nil, "empty": "", "yes": true, "count": 7, "position": int64(70), "rate": 0.37, "bytes": []byte(secret), "day": dbtype.Date(now), "at": now,
		"texts": []string{secret, secret}, "numbers": []int64{1, 2, 3}, "nothing": []any{}, "rows": []any{map[string]any{"id": secret}}, "filter": map[string]any{"name": secret},
	}
)

// A shape tells nothing of the values, and is the same for values of the same kinds.
func TestAShapeHasNoValues(t *testing.T) {
	one, known := shapeOf(store.Statement{Text: "RETURN $text", Params: values})
	if !known {
		t.Fatal("values that the registry sends are not known")
	}
	if strings.Contains(one.kinds, secret) || strings.Contains(one.kinds, "37") {
		t.Errorf("%s tells a value", one.kinds)
	}
	for _, c := range []struct {
		why  string
		a, b any
		same bool
	}{
		{"texts of two characters and of eleven", "ab", "abcdefghijk", true},
		{"no text and some", "", "a", true},
		{"lists of two and nine", []int64{1, 2}, make([]int64, 9), true},
		{"an empty list and one of one", []any{}, []any{int64(1)}, false},
		{"lists of other things", []any{int64(1)}, []any{"a"}, false},
		{"a number and a text", int64(1), "1", false},
		{"a text and nothing, which are entries of one map", "a", nil, true},
		{"a number and nothing", int64(1), nil, false},
		{"days", dbtype.Date(now), dbtype.Date(now.AddDate(1, 0, 0)), true},
	} {
		a, _ := shapeOf(store.Statement{Params: map[string]any{"p": c.a}})
		b, _ := shapeOf(store.Statement{Params: map[string]any{"p": c.b}})
		if (a == b) != c.same {
			t.Errorf("%s: %s and %s", c.why, a.kinds, b.kinds)
		}
	}
	if _, known := shapeOf(store.Statement{Params: map[string]any{"p": struct{}{}}}); known {
		t.Error("a value of another type is taken for known")
	}
}

// What stands in for values has their shape.
func TestStandInsHaveTheShape(t *testing.T) {
	one, _ := shapeOf(store.Statement{Text: "RETURN $text", Params: values})
	statement, err := one.statement()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := shapeOf(statement); again != one {
		t.Errorf("%s became %s", one.kinds, again.kinds)
	}
}

// What was asked is planned again by a server that starts later, most asked first; what the database does not understand any more is forgotten.
func TestWhatWasAskedIsPlannedAgain(t *testing.T) {
	db := testdb.Open(t)
	before := NewMemory()
	for i, text := range []string{"MATCH (n:Organisation {legalName: $name}) RETURN n.id", "MATCH (n:Network {acronym: $name}) RETURN n.id"} {
		for range i + 1 {
			if _, err := before.ReadRows(t.Context(), db, store.Statement{Text: text, Params: map[string]any{"name": secret}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	before.note(shape{"MATCH (n:Organisation) WHERE oldFunction(n) RETURN n", "{}"})
	for range 2 { // the second has nothing to add
		if err := before.Save(t.Context(), db, now); err != nil {
			t.Fatal(err)
		}
	}
	if dump := strings.Join(testdb.Dump(t, db), "\n"); strings.Contains(dump, secret) || !strings.Contains(dump, "Organisation {legalName: $name}") {
		t.Errorf("what was asked is kept with values, or not at all: %s", dump)
	}
	for _, want := range [][]string{
		{"MATCH (n:Network {acronym: $name}) RETURN n.id", "MATCH (n:Organisation {legalName: $name}) RETURN n.id", "MATCH (n:Organisation) WHERE oldFunction(n) RETURN n"},
		{"MATCH (n:Network {acronym: $name}) RETURN n.id", "MATCH (n:Organisation {legalName: $name}) RETURN n.id"},
	} {
		var asked []string
		watched := db.Observed(func(_ context.Context, s store.Statement, _ time.Duration, _ error) {
			if !strings.Contains(s.Text, "AskedStatement") {
				asked = append(asked, s.Text)
			}
		})
		planned, err := Replan(t.Context(), watched)
		if err != nil || planned != 2 {
			t.Fatalf("%d are planned: %v", planned, err)
		}
		if diff := cmp.Diff(want, asked); diff != "" {
			t.Error(diff)
		}
	}
}

// The database remembers what was asked most, and lately.
func TestWhatIsAskedLeastIsForgotten(t *testing.T) {
	db := testdb.Open(t)
	m := NewMemory()
	m.note(shape{"RETURN 'long ago'", "{}"})
	if err := m.Save(t.Context(), db, now.Add(-2*forgotten)); err != nil {
		t.Fatal(err)
	}
	for i := range mostShapes + 10 {
		for range 1 + i/mostShapes {
			m.note(shape{fmt.Sprintf("RETURN %d", i), "{}"})
		}
	}
	if err := m.Save(t.Context(), db, now); err != nil {
		t.Fatal(err)
	}
	const kept = "MATCH (s:AskedStatement) RETURN [count(s), count(CASE WHEN s.asked = 2 THEN s END), count(CASE WHEN s.text = \"RETURN 'long ago'\" THEN s END)]"
	got, err := db.Read(t.Context(), store.Statement{Text: kept})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{int64(mostShapes), int64(10), int64(0)}, got); diff != "" {
		t.Error(diff)
	}
}

// What the database could not be told is told the next time, together with what has been asked since. What is too long to be remembered is not counted.
func TestAFailedSavingLosesNothing(t *testing.T) {
	db := testdb.Open(t)
	m := NewMemory()
	const asked = "RETURN 1 AS one"
	ask := func(text string) {
		t.Helper()
		if _, err := m.ReadRows(t.Context(), db, store.Statement{Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	ask(asked)
	ended, end := context.WithCancel(t.Context())
	end()
	if err := m.Save(ended, db, now); err == nil {
		t.Fatal("it is saved though nobody waits for that")
	}
	ask(asked)
	ask(asked + " //" + strings.Repeat("x", longestText))
	if shapes, firsts := m.Counted(); shapes != 1 || firsts != 1 {
		t.Errorf("%d shapes are counted, with %d firsts", shapes, firsts)
	}
	for range 2 { // the second has nothing to add
		if err := m.Save(t.Context(), db, now); err != nil {
			t.Fatal(err)
		}
	}
	got, err := db.Read(t.Context(), store.Statement{Text: "MATCH (s:AskedStatement) RETURN collect([s.text, s.asked])"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{[]any{asked, int64(2)}}, got); diff != "" {
		t.Error(diff)
	}
}

// What takes longer to plan than anybody may wait is planned meanwhile, and answered when it is asked again.
func TestWhatIsPlannedTooLateIsAnsweredTheNextTime(t *testing.T) {
	testdb.Open(t)
	config := testdb.Config(t)
	config.Timeout = 200 * time.Millisecond // less than the database takes to plan some hundred subqueries
	db, err := store.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(context.Background()); err != nil {
			t.Error(err)
		}
	}()
	m := NewMemory()
	m.began = m.began.Add(-cold)
	asked := store.Statement{Text: fmt.Sprintf("RETURN %d%s AS sum", time.Now().UnixNano(), strings.Repeat(" + COUNT { MATCH (a:Organisation)-[:HAS_LOCATION]->(b:Location) WHERE a.legalName = b.municipality }", 200))}
	if _, err := m.ReadRows(t.Context(), db, asked); fault.CodeOf(err) != fault.Unavailable {
		t.Fatalf("got %v, want the fault of a database that has not answered in time", err)
	}
	ctx, end := context.WithCancel(t.Context())
	var keeping sync.WaitGroup
	keeping.Go(func() { m.Keep(ctx, testdb.Connect(t), slog.New(slog.NewTextHandler(t.Output(), nil))) })
	for err = fault.New(fault.Unavailable, ""); fault.CodeOf(err) == fault.Unavailable && t.Context().Err() == nil; {
		_, err = m.ReadRows(t.Context(), db, asked)
	}
	if err != nil {
		t.Error(err)
	}
	end()
	keeping.Wait()
}
