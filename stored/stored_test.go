package stored_test

import (
	"testing"
	"time"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/stored"
)

// Each reader gives the value that it is for, and nothing for what is not there or of another kind.
func TestValues(t *testing.T) {
	at := time.Date(2024, 1, 15, 12, 0, 0, 0, time.UTC)
	day, date := civil.DateOf(at), dbtype.Date(at)
	read := func(v any) []any {
		return []any{stored.Text(v), stored.Number(v), stored.Day(v), stored.Time(v), stored.Texts(v), stored.Days(v), stored.Rows(v), stored.Lists(v)}
	}
	nothing := func(i int, value any) []any {
		all := []any{"", int64(0), (*civil.Date)(nil), time.Time{}, []string{}, []civil.Date(nil), []map[string]any{}, [][]any{}}
		if i >= 0 {
			all[i] = value
		}
		return all
	}
	for _, row := range []struct {
		stored any
		i      int
		want   any
	}{
		{nil, -1, nil},
		{true, -1, nil},
		{"MITTSEC", 0, "MITTSEC"},
		{int64(7), 1, int64(7)},
		{date, 2, &day},
		{day, 2, &day},
		{at, 3, at},
		{[]string{"a"}, 4, []string{"a"}},
	} {
		if diff := cmp.Diff(nothing(row.i, row.want), read(row.stored)); diff != "" {
			t.Errorf("%v: %s", row.stored, diff)
		}
	}
	mixed := []any{"a", date, map[string]any{"b": 1}, []any{"c"}}
	if diff := cmp.Diff([]any{[]string{"a"}, []civil.Date{day}, []map[string]any{nil, nil, {"b": 1}, nil}, [][]any{nil, nil, nil, {"c"}}},
		[]any{stored.Texts(mixed), stored.Days(mixed), stored.Rows(mixed), stored.Lists(mixed)}); diff != "" {
		t.Error(diff)
	}
}
