package store

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// RowsIn gives a list of lists that a statement collected.
func RowsIn(v any) [][]any {
	items, _ := v.([]any)
	rows := make([][]any, len(items))
	for i, item := range items {
		rows[i], _ = item.([]any)
	}
	return rows
}

// TextIn gives the text at a place of a row, "" for none.
func TextIn(row []any, i int) string {
	text, _ := row[i].(string)
	return text
}

// DayIn gives the day at a place of a row, nil for none.
func DayIn(row []any, i int) *civil.Date {
	stored, known := row[i].(dbtype.Date)
	if !known {
		return nil
	}
	day := civil.DateOf(time.Time(stored))
	return &day
}
