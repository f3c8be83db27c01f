package decisions

import (
	"regexp"
	"slices"
	"strings"

	"partnernet/registry"
)

// telling are the things in a text that may be facts.
var telling = []struct {
	holds   string
	pattern *regexp.Regexp
}{
	{"amount", regexp.MustCompile(loose(rules.expanded("amount")))},
	{"date", regexp.MustCompile(loose(rules.expanded("date")))},
	{"share", regexp.MustCompile(loose(rules.expanded("percent")))},
	{"name", regexp.MustCompile(loose(rules.expanded("organisation")))},
	{"number", regexp.MustCompile(`\d[\d /:.-]*\d`)},
}

// unread gives the sentences with numbers, days, amounts or names that no rule read, in the order of the text.
func (d *draftReader) unread(all []found) []Passage {
	var understood []span
	for _, f := range all {
		understood = append(understood, span{f.from, f.to})
	}
	understood = merged(append(understood, d.persons...))
	passages := map[int]*Passage{}
	var order []int
	for _, each := range telling {
		for _, at := range each.pattern.FindAllStringIndex(d.text, -1) {
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
