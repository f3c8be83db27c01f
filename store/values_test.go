package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/store"
)

// What a statement collected is read as far as it is what was due; the rest is as if it were not there.
func TestValuesOfCollectedRows(t *testing.T) {
	day := dbtype.Date(time.Date(2024, 5, 31, 0, 0, 0, 0, time.UTC))
	for _, row := range []struct {
		value any
		texts []string
		days  []string
		why   string
	}{
		{nil, nil, nil, "nothing was collected"},
		{[]any{[]any{"a", day}, []any{nil, nil}}, []string{"a", ""}, []string{"2024-05-31", "none"}, "values, and none"},
		{[]any{[]any{int64(1), "2024-05-31"}}, []string{""}, []string{"none"}, "a number is no text, and a text no day"},
	} {
		var texts, days []string
		for _, r := range store.RowsIn(row.value) {
			texts = append(texts, store.TextIn(r, 0))
			if d := store.DayIn(r, 1); d != nil {
				days = append(days, d.String())
			} else {
				days = append(days, "none")
			}
		}
		if diff := cmp.Diff([][]string{row.texts, row.days}, [][]string{texts, days}); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}
