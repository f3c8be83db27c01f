// Package intake turns sources into what the ledger can write: every value with the places in the source that tell it,
// every doubt and every refusal with its reason. It invents nothing and decides between nobody.
package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"partnernet/registry"
)

// Rows are the numbers of rows in a file, counted from 1, in ascending order.
type Rows []int

// Locator says where in the source something stands: "row 3" or "rows 3, 7".
func (r Rows) Locator() string {
	word := "rows"
	if len(r) == 1 {
		word = "row"
	}
	return word + " " + strings.Trim(strings.ReplaceAll(fmt.Sprint([]int(r)), " ", ", "), "[]")
}

// SourceValue is what a source tells of one field of one record.
type SourceValue[T comparable] struct {
	Value    *T              // nil when it is not known
	Unknown  registry.Reason // why it is not known; empty beside a value
	Readings []Reading[T]    // every different text the source has for the field, ordered by text
}

// Reading is one text that a source has for a field.
type Reading[T comparable] struct {
	Text  string // as the source has it
	Value *T     // what it means; nil when it cannot be read as a value of the field
	Rows  Rows   // where it stands
}

// rowValue is what one row says of one field; the text is empty when it says nothing.
type rowValue[T comparable] struct {
	text  string
	value *T
}

// combineRows puts together what rows say of one field. Rows in any order give the same, but for the numbers themselves.
func combineRows[T comparable](entries []entry, of func(entry) rowValue[T]) SourceValue[T] {
	readings := map[string]Reading[T]{}
	for _, e := range entries {
		if s := of(e); s.text != "" {
			reading := readings[s.text]
			readings[s.text] = Reading[T]{Text: s.text, Value: s.value, Rows: append(reading.Rows, e.row)}
		}
	}
	value := SourceValue[T]{}
	for _, text := range slices.Sorted(maps.Keys(readings)) {
		reading := readings[text]
		slices.Sort(reading.Rows)
		reading.Rows = slices.Compact(reading.Rows) // a row may tell of two partners
		value.Readings = append(value.Readings, reading)
	}
	value.settle()
	return value
}

// settle gives the value that all readings agree on. Two that mean different things leave it unknown, and so does one
// text that is no value; the readings stay for the claims.
func (t *SourceValue[T]) settle() {
	if len(t.Readings) == 0 {
		t.Unknown = registry.NotInSource
		return
	}
	first := t.Readings[0]
	for _, other := range t.Readings[1:] {
		if first.Value == nil || other.Value == nil || *first.Value != *other.Value {
			t.Unknown = registry.SourcesDisagree
			return
		}
	}
	t.Value = first.Value
	if t.Value == nil {
		t.Unknown = registry.UnclearInSource
	}
}

// withdraw takes back a value that cannot stand beside another one.
func (t *SourceValue[T]) withdraw() {
	t.Value, t.Unknown = nil, registry.SourcesDisagree
}
