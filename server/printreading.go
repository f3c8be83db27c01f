package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"partnernet/ledger"
)

// printReading tells people what a file holds.
func printReading(w io.Writer, r reading) error {
	var text bytes.Buffer
	fmt.Fprintln(&text, r.summary)
	for _, each := range r.remarks {
		each.print(&text)
	}
	_, err := text.WriteTo(w)
	return err
}

// print leaves out a heading with nothing under it.
func (r remarks) print(w io.Writer) {
	if len(r.lines) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s (%d):\n", r.heading, len(r.lines))
	for _, line := range r.lines {
		fmt.Fprintf(w, "  %s\n", line)
	}
}

// printOutcome tells people what was written, by one telling or several.
func printOutcome(w io.Writer, outcomes ...ledger.Outcome) error {
	var text bytes.Buffer
	disagreements := remarks{heading: "Values that the registry holds differently; what it holds stays, and both are claims"}
	refused := remarks{heading: "Left out, as they break rules of the register"}
	created, changed, same := map[string]int{}, map[string]int{}, map[string]int{}
	for _, o := range outcomes {
		for _, v := range o.Refused {
			refused.add("%s", v)
		}
		for _, d := range o.Disagreements {
			disagreements.add("%s %s, %s: %s is held, %s is told", d.Type, d.ID, d.Field, d.Current, d.Given)
		}
		addTo(created, o.Created)
		addTo(changed, o.Changed)
		addTo(same, o.Same)
	}
	disagreements.print(&text)
	refused.print(&text)
	fmt.Fprintf(&text, "\nNew: %s\nChanged: %s\nAs before: %s\n", counts(created), counts(changed), counts(same))
	_, err := text.WriteTo(w)
	return err
}

func addTo(sum, counts map[string]int) {
	for name, n := range counts {
		sum[name] += n
	}
}

// counts lists how many records there are of each type, by the names of the types.
func counts(byType map[string]int) string {
	if len(byType) == 0 {
		return "nothing"
	}
	parts := make([]string, 0, len(byType))
	for _, name := range slices.Sorted(maps.Keys(byType)) {
		parts = append(parts, fmt.Sprintf("%d %s", byType[name], name))
	}
	return strings.Join(parts, ", ")
}
