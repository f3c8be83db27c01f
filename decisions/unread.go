package decisions

import (
	"slices"
	"strings"
	"sync"

	"partnernet/registry"
)

// thing is what may be a fact.
type thing struct {
	holds   string
	pattern *search
}

// telling are the things in a text that may be facts.
var telling = sync.OnceValue(func() []thing {
	return []thing{
		{"amount", newSearch(loose(rules().expanded("amount")))},
		{"date", newSearch(loose(rules().expanded("date")))},
		{"share", newSearch(loose(rules().expanded("percent")))},
		{"name", nil}, // where names of organisations begin
		{"number", newSearch(`\d[\d /:.-]*\d`)},
	}
})

// unread gives the sentences with numbers, days, amounts or names that no rule read, in the order of the text.
func (d *draftReader) unread(all []found) []Passage {
	var understood []span
	for _, f := range all {
		understood = append(understood, span{f.from, f.to})
	}
	understood = merged(append(understood, d.persons...))
	passages := map[int]*Passage{}
	var order []int
	for _, each := range telling() {
		for _, at := range d.places(each.pattern) {
			if !whole(d.text, at[0], at[1]) || touches(understood, at[0], at[1]) || each.holds == "name" && isRead(all, d.text[at[0]:at[1]]) {
				continue
			}
			understood = merged(append(understood, span{at[0], at[1]}))
			begin, end := d.sentenceAround(at[0], at[1])
			if passages[begin] == nil {
				passages[begin] = &Passage{Receipt: d.receipt(begin, end, nil)}
				order = append(order, begin)
			}
			if !slices.Contains(passages[begin].Holds, each.holds) {
				passages[begin].Holds = append(passages[begin].Holds, each.holds)
			}
		}
	}
	slices.Sort(order)
	var unread []Passage
	for _, begin := range order {
		unread = append(unread, *passages[begin])
	}
	return unread
}

// places gives where a pattern is found; of none, the names of organisations.
func (d *draftReader) places(pattern *search) [][]int {
	if pattern != nil {
		return pattern.all(d.text, d.index)
	}
	var all [][]int
	last := 0
	for _, begin := range d.index.names {
		if at := beginsName().FindStringIndex(d.text[begin:]); begin >= last && at != nil {
			all = append(all, moved(at, begin))
			last = at[1]
		}
	}
	return all
}

func touches(spans []span, from, to int) bool {
	return slices.ContainsFunc(spans, func(s span) bool { return s.from < to && from < s.to })
}

// isRead says whether a name is one that a fact holds, or begins with one: it is then only said again.
func isRead(all []found, words string) bool {
	folded := registry.Fold(words)
	return slices.ContainsFunc(all, func(f found) bool {
		for _, value := range f.values {
			if name := registry.Fold(value); len(name) > 3 && strings.HasPrefix(folded, name) {
				return true
			}
		}
		return false
	})
}
