package profile

import (
	"fmt"
	"maps"
	"slices"

	"partnernet/intake"
)

// Doubt is what people should look at.
type Doubt struct {
	Rows   intake.Rows
	Field  string
	Text   string // as the list has it
	Reason string
}

// refuse notes that a row tells no record, and why.
func (t *teller) refuse(row int, r Record, why string) {
	note(t.refused, row, r.As, "", fmt.Sprintf("tells no %s: %s", r.As, why))
}

// noteOthers notes each value that rows tell beside the first one. What is no value has been noted already.
func (t *teller) noteOthers(as string, f Field, all []said, taken string) {
	values := slices.DeleteFunc(slices.Clone(all), func(s said) bool { return s.value == nil })
	for _, other := range values[min(1, len(values)):] {
		if agree([]said{values[0], other}) {
			continue
		}
		text, first := other.text, fmt.Sprintf("%q", values[0].text)
		if f.def.Name == "identifiers" {
			text, first = "", "another one"
		}
		for _, row := range other.rows {
			note(t.doubts, row, as+"."+f.def.Name, text, fmt.Sprintf("It is %s in %s%s", first, values[0].rows.Locator(), taken))
		}
	}
}

// note adds a row to what is doubtful about a text.
func note(noted map[string]*Doubt, row int, field, text, reason string) {
	key := field + "\n" + text + "\n" + reason
	if noted[key] == nil {
		noted[key] = &Doubt{Field: field, Text: text, Reason: reason}
	}
	noted[key].Rows = append(noted[key].Rows, row)
}

func ordered(noted map[string]*Doubt) []Doubt {
	var all []Doubt
	for _, key := range slices.Sorted(maps.Keys(noted)) {
		all = append(all, *noted[key])
	}
	slices.SortStableFunc(all, func(a, b Doubt) int { return a.Rows[0] - b.Rows[0] })
	return all
}
