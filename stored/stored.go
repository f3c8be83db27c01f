// Package stored reads values as the database gives them, in rows of statements and in properties of records. What is not there, or is of another
// kind, reads as nothing: "", 0, nil.
package stored

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// Text gives a text.
func Text(v any) string {
	text, _ := v.(string)
	return text
}

// OrNull gives a text as it is stored: null for none.
func OrNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// Number gives a whole number.
func Number(v any) int64 {
	number, _ := v.(int64)
	return number
}

// Day gives a day. One that was written as a day of the calendar, and not read yet, is one too.
func Day(v any) *civil.Date {
	switch date := v.(type) {
	case dbtype.Date:
		day := civil.DateOf(time.Time(date))
		return &day
	case civil.Date:
		return &date
	}
	return nil
}

// Time gives an instant.
func Time(v any) time.Time {
	at, _ := v.(time.Time)
	return at
}

// List gives a list.
func List(v any) []any {
	items, _ := v.([]any)
	return items
}

// Texts gives the texts of a list; what is none in it, such as null, is left out. A list that was written as one, and not read yet, is one too.
func Texts(v any) []string {
	if texts, ok := v.([]string); ok {
		return texts
	}
	texts := []string{}
	for _, item := range List(v) {
		if text, is := item.(string); is {
			texts = append(texts, text)
		}
	}
	return texts
}

// Days gives the days of a list, as far as they are known.
func Days(v any) []civil.Date {
	var days []civil.Date
	for _, item := range List(v) {
		if day := Day(item); day != nil {
			days = append(days, *day)
		}
	}
	return days
}

// Rows gives a list of rows by column name.
func Rows(v any) []map[string]any {
	return each(v, func(item any) map[string]any {
		row, _ := item.(map[string]any)
		return row
	})
}

// Lists gives a list of lists: rows without column names.
func Lists(v any) [][]any { return each(v, List) }

func each[T any](v any, read func(any) T) []T {
	items := List(v)
	all := make([]T, len(items))
	for i, item := range items {
		all[i] = read(item)
	}
	return all
}
