package decisions

import (
	"context"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// found is a fact as a rule reads it, before it is held against what other rules read.
type found struct {
	kind   string
	values map[string]string // by field; a fact of one value has it as "value"
	from   int               // in the flow, in bytes
	to     int
	rule   *rule
}

// find applies the rules of a language. What stands for a person's name is passed over.
func (d *draftReader) find(ctx context.Context) ([]found, error) {
	original := d.text
	d.text = d.language.withoutOldColumns(d.language.withoutTheirs(d.language.passedOver(original)))
	defer func() { d.text = original }()
	var all []found
	for _, r := range d.language.Rules {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(r.By) > 0 && !slices.ContainsFunc(r.By, func(name string) bool { return strings.Contains(d.text, name) }) {
			continue
		}
		all = append(all, d.apply(r)...)
	}
	all = append(append(append(all, d.fields()...), d.near()...), d.periods()...)
	all = d.ofOneProject(d.joint(d.withoutRefused(withoutMeant(all))))
	return append(all, d.numbered(all)...), nil
}

// withoutMeant leaves out words for somebody who is named elsewhere where a name is to stand: the association.
func withoutMeant(all []found) []found {
	return slices.DeleteFunc(all, func(f found) bool {
		return slices.Contains(named, f.kind) && onlyMeant().MatchString(f.values["value"])
	})
}

// apply gives what one rule reads, from the beginning to the end. Where its words are found and are no value, it looks on from the next one.
func (d *draftReader) apply(r *rule) []found {
	var all []found
	last := len(d.text)
	if r.Within > 0 {
		last = len(firstLines(d.text, r.Within))
	}
	from := 0
	for _, w := range r.pattern.windows(d.index) {
		for from = max(from, w.from); from < min(w.to, last); {
			at := d.next(r, d.text[:min(w.to, last)], from, w.from)
			if at == nil {
				break
			}
			facts := d.read(r, at)
			if len(facts) == 0 {
				_, width := utf8.DecodeRuneInString(d.text[at[0]:])
				from = at[0] + max(width, 1)
				continue
			}
			all = append(all, facts...)
			from = max(at[1], at[0]+1)
			if r.listsOnly() {
				from = max(at[0]+1, facts[len(facts)-1].to) // a list ends where something else begins
			}
		}
	}
	return all
}

// next gives where the rule's words stand from a place on, in a window that begins at another.
func (d *draftReader) next(r *rule, text string, from, window int) []int {
	if r.atName == nil {
		return r.next(text, from, window)
	}
	first, _ := slices.BinarySearch(d.index.names, from)
	for _, begin := range d.index.names[first:] {
		if begin >= len(text) {
			break
		}
		if at := r.atName.FindStringSubmatchIndex(text[begin:]); at != nil {
			return moved(at, begin)
		}
	}
	return nil
}

// next gives where the rule's words stand from a place on, in a window that begins at another. A line begins there only if one does in the text.
func (r *rule) next(text string, from, window int) []int {
	for from < len(text) {
		at := r.pattern.FindStringSubmatchIndex(text[from:])
		switch {
		case at == nil:
			return nil
		case at[0] > 0 || beginsLine(text, from):
			return moved(at, from)
		case from > window && !r.atLineStart:
			if at = r.seenWhole(text, from, at); at != nil {
				return moved(at, from)
			}
			_, width := utf8.DecodeRuneInString(text[from:])
			from += width
		case r.atLineStart:
			line := strings.IndexByte(text[from:], '\n')
			if line < 0 {
				return nil
			}
			from += line + 1
		default: // it may begin before the window
			_, width := utf8.DecodeRuneInString(text[from:])
			from += width
			window = -1
		}
	}
	return nil
}

// seenWhole gives the same place with what stands before it in sight: a pattern that may begin where a line does would find that a line begins wherever
// a text is cut. It is nil where none does.
func (r *rule) seenWhole(text string, from int, at []int) []int {
	if r.afterAny == nil {
		return at
	}
	_, width := utf8.DecodeLastRuneInString(text[:from])
	seen := r.afterAny.FindStringSubmatchIndex(text[from-width:])
	if seen == nil {
		return nil
	}
	seen[0] += width
	return moved(seen, -width)
}

func firstLines(text string, many int) string {
	at := 0
	for range many {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			return text
		}
		at += next + 1
	}
	return text[:at]
}

// read gives the facts of one place where a rule's words stand; none where they are part of other words, or no value.
func (d *draftReader) read(r *rule, at []int) []found {
	from, to := at[0], at[1]
	if !whole(d.text, from, to) || r.unless != nil && r.unless.MatchString(d.sentence(from, to)) || r.without != nil && r.without.MatchString(d.text[from:to]) {
		return nil
	}
	if r.Set["outcome"] == "GRANTED" && d.refuses(d.sentence(from, to)) {
		return nil
	}
	if r.Sentence {
		return d.passage(r, to)
	}
	if r.tells(ofDecision) && d.onCondition(from, to) {
		return nil
	}
	captures, lists, ok := d.captured(r, at)
	switch {
	case !ok:
		return nil
	case len(lists) > 0 || r.listsOnly():
		return lists
	case strings.Contains(r.Pattern, "=dayMonth}") && captures.values["plannedFrom"]["value"] > captures.values["plannedTo"]["value"]:
		return nil // the first day is of another year, which is not told
	}
	for _, name := range slices.Sorted(maps.Keys(r.Set)) {
		kind, field, _ := strings.Cut(name, ".")
		captures.put(kind, field, r.Set[name])
	}
	all := make([]found, len(captures.kinds))
	for i, kind := range captures.kinds {
		all[i] = found{kind, captures.values[kind], from, to, r}
	}
	return all
}

// tellings are the values of facts by kind and field, the kinds in the order in which they were told.
type tellings struct {
	kinds  []string
	values map[string]map[string]string
}

func (t *tellings) put(kind, field, value string) {
	if t.values[kind] == nil {
		t.values[kind] = map[string]string{}
		t.kinds = append(t.kinds, kind)
	}
	t.values[kind][orValue(field)] = value
}

var lastYear = regexp.MustCompile(`\d{4}\b$|\d{4}`)

// captured reads the groups of a rule: single values, and facts of lists. It is not ok where one is no value, or the name of a person.
func (d *draftReader) captured(r *rule, at []int) (captures *tellings, lists []found, ok bool) {
	captures = &tellings{values: map[string]map[string]string{}}
	for i, c := range r.captures {
		group := r.pattern.SubexpIndex(groupName(i))
		begin, end := at[2*group], at[2*group+1]
		if begin < 0 {
			continue
		}
		if c.isList() {
			lists = append(lists, d.listed(r, c, begin, end)...)
			continue
		}
		end = d.nameEnds(c.pattern, begin, end)
		begin = d.nameBegins(c.pattern, begin, end)
		if c.pattern == "amount" {
			begin = amountBegins(d.text, begin)
		}
		value, is := d.value(c.pattern, d.text[begin:end])
		if !is || !whole(d.text, begin, end) && !isGlued(c.pattern, d.text, begin, end) || d.isPartOfName(c.pattern, begin, end) || d.overlapsPerson(begin, end) || d.inOtherColumn(at[0], begin) || d.isNoGrant(c.pattern, begin, end) {
			return nil, nil, false
		}
		if others := d.joinedBefore(begin); c.kind == "partner" && len(r.Set) == 0 && len(others) > 0 {
			for _, other := range append(others, token{span{begin, end}, "", value}) {
				lists = append(lists, found{c.kind, map[string]string{orValue(c.field): other.name}, other.from, other.to, r})
			}
			continue
		}
		switch c.pattern {
		case "monthYear":
			value = dayOfMonth(value, c.kind == "plannedTo")
		case "dayMonth": // its year stands at the end of the words
			value, is = day(value + " " + lastYear.FindString(d.text[at[0]:at[1]]))
		}
		if !is {
			return nil, nil, false
		}
		captures.put(c.kind, c.field, value)
	}
	return captures, lists, true
}

// amountBegins gives where an amount begins of which a rule has found the last groups of digits: 7 999 000.
func amountBegins(text string, begin int) int {
	if !groupOfDigits.MatchString(text[begin:]) {
		return begin
	}
	groups := groupsBefore.FindStringSubmatch(text[max(0, begin-longestAmount):begin])
	if groups == nil {
		return begin
	}
	return begin - len(groups[1])
}

var (
	groupOfDigits = regexp.MustCompile(`^\d{3}\b`)
	groupsBefore  = regexp.MustCompile(`[ \n](\d{1,3}(?:[ .]\d{3})*[ .])$`)
)

// longestAmount is how many bytes the digits of an amount have at most.
const longestAmount = 20

func (r *rule) listsOnly() bool {
	return len(r.captures) > 0 && !slices.ContainsFunc(r.captures, func(c capture) bool { return !c.isList() })
}

// isList says whether a group holds several names: line by line, or in a sentence.
func (c capture) isList() bool { return c.pattern == "list" || c.pattern == "names" }

func orValue(field string) string {
	if field == "" {
		return "value"
	}
	return field
}

// passage gives a fact that is the whole sentence in which a rule's words end.
func (d *draftReader) passage(r *rule, to int) []found {
	begin, end := d.sentenceAround(to-1, to) // a heading that it begins with is none of it
	var all []found
	for _, name := range slices.Sorted(maps.Keys(r.Set)) {
		kind, field, _ := strings.Cut(name, ".")
		if n := len(all); n > 0 && all[n-1].kind == kind {
			all[n-1].values[orValue(field)] = r.Set[name]
			continue
		}
		all = append(all, found{kind, map[string]string{"value": d.withoutPersons(begin, end), orValue(field): r.Set[name]}, begin, end, r})
	}
	for i := range all {
		if all[i].values["value"] == "" || all[i].values["value"] == "SENTENCE" {
			all[i].values["value"] = d.withoutPersons(begin, end)
		}
	}
	return all
}

// wholeName matches what is an organisation's name from beginning to end.
var wholeName = lazily(func() string { return `^\s*(?:` + loose(rules().expanded("organisation")) + `)\s*$` })

// company finds a name that is whole: one with a legal form, or of a public body.
var company = lazily(func() string { return `(?:` + loose(rules().expanded("organisation")) + `)\s*$` })

// whole says whether words begin and end where words do.
func whole(text string, from, to int) bool {
	return !(from > 0 && joins(text, from)) && !(to < len(text) && to > from && joins(text, to))
}

// isGlued says whether a day is written together with the word after it, as copies from web pages have them: 2006-12-14Kammarkollegiet.
func isGlued(pattern, text string, from, to int) bool {
	return pattern == "date" && to-from == len("2006-12-14") && !joins(text, from) && startsCapital.MatchString(text[to:])
}

var startsCapital = regexp.MustCompile(`^\p{Lu}`)

// joins says whether letters or digits stand at both sides of a place.
func joins(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
