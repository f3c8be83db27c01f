package decisions

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// cue is what a value is, by the words nearest to it in its sentence.
type cue struct {
	Of     string            `yaml:"of"`     // the pattern of the value: amount, date, percent
	Kind   string            `yaml:"fact"`   // "" of what is no fact
	Field  string            `yaml:"field"`  // of a fact of several fields
	Set    map[string]string `yaml:"set"`    // what the words tell beside the value
	Before string            `yaml:"before"` // words that stand before it
	After  string            `yaml:"after"`  // words that follow it at once
	Unless string            `yaml:"unless"` // not in a sentence that says this
	Rank   int               `yaml:"rank"`

	before, after, unless *regexp.Regexp
	rule                  *rule
}

// The words that tell what a value is stand at most so many bytes before it.
const cueReach = 220

// near gives the facts that the words nearest to a value tell: each amount, day and share is what the last such words before it say, or those that
// follow it at once.
func (d *draftReader) near() []found {
	var all []found
	for _, pattern := range []string{"amount", "date", "percent"} {
		last, before := 0, []found(nil)
		for _, at := range valuePatterns()[pattern].all(d.text, d.index) {
			if !whole(d.text, at[0], at[1]) || pattern == "percent" && d.inTable(at[0]) {
				continue
			}
			f, ok := d.nearest(pattern, last, at[0], at[1])
			if f.kind == "obligation" && rangeAfter().MatchString(d.text[at[1]:]) {
				ok, f = false, found{} // the first day of a period
			}
			switch {
			case len(before) > 0 && before[0].kind == "obligation" && further().MatchString(d.text[last:at[0]]):
				before = d.another(before, pattern, at[0], at[1])
			case ok:
				before = append([]found{f}, d.together(f, last, at[0], at[1])...)
			default:
				before = nil
			}
			all = append(all, before...)
			last = at[1]
		}
	}
	return append(all, d.onTheSameDate()...)
}

// onTheSameDate gives what is to be delivered by the day that was told last: innen samme dato.
func (d *draftReader) onTheSameDate() []found {
	var all []found
	days := valuePatterns()["date"].all(d.text, d.index)
	for _, at := range sameDate().FindAllStringIndex(d.text, -1) {
		last := slices.IndexFunc(days, func(day []int) bool { return day[0] > at[0] })
		if last < 0 {
			last = len(days)
		}
		if last == 0 || at[0]-days[last-1][1] > cueReach {
			continue
		}
		day, ok := d.value("date", d.text[days[last-1][0]:days[last-1][1]])
		begin, _ := d.sentenceAround(at[0], at[1])
		before := d.text[max(begin, days[last-1][1]):at[1]]
		for _, c := range d.language.Cues {
			if ok && c.Kind == "obligation" && c.before != nil && c.Set["type"] != "REPORT" && c.before.MatchString(before) {
				all = append(all, found{c.Kind, map[string]string{"type": c.Set["type"], "dueOn": day}, at[0], at[1], c.rule})
			}
		}
	}
	return all
}

// sameDate finds words that stand for the day that was told last.
var sameDate = vocabulary("sameDate")

// sameDay finds that something else is to be delivered with what a day is told of: senast 30 april, samtidigt med slutrapport.
var sameDay = vocabulary("sameDay")

// rangeAfter finds that a day is the first of two.
var rangeAfter = vocabulary("rangeAfter")

// further finds what joins a day to the one before it: 1 november 2023 och 1 november 2024.
var further = vocabulary("further")

// together gives what is to be delivered on the same day, where words before a day name more than one thing.
func (d *draftReader) together(f found, last, from, to int) []found {
	if f.kind != "obligation" {
		return nil
	}
	begin, end := d.sentenceAround(from, to)
	before := d.text[max(begin, last):from]
	if sameDay().MatchString(d.text[to:end]) {
		before += d.text[to:end]
	}
	var all []found
	for _, c := range d.language.Cues {
		if c.Kind == f.kind && c.before != nil && c.Set["type"] != f.values["type"] && c.Set["type"] != "REPORT" && c.before.MatchString(before) {
			all = append(all, found{f.kind, map[string]string{"type": c.Set["type"], "dueOn": f.values["dueOn"]}, from, to, c.rule})
		}
	}
	return all
}

// another gives a further day of the same obligations.
func (d *draftReader) another(same []found, pattern string, from, to int) []found {
	value, ok := d.value(pattern, d.text[from:to])
	if !ok {
		return nil
	}
	var all []found
	for _, f := range same {
		all = append(all, found{f.kind, map[string]string{"type": f.values["type"], "dueOn": value}, from, to, f.rule})
	}
	return all
}

// valuePatterns find the values that words near to them tell of.
var valuePatterns = sync.OnceValue(func() map[string]*search {
	return map[string]*search{
		"amount":  newSearch(loose(rules().expanded("amount"))),
		"date":    newSearch(loose(rules().expanded("date"))),
		"percent": newSearch(loose(rules().expanded("percent"))),
	}
})

// nearest tells what one value is. Words before the value that stands before it tell of that one.
func (d *draftReader) nearest(pattern string, last, from, to int) (found, bool) {
	begin, end := d.sentenceAround(from, to)
	sentence := d.text[begin:end]
	begin = max(begin, last, from-cueReach, d.formLine(from))
	for begin > 0 && begin < from && d.text[begin]&0xC0 == 0x80 {
		begin++
	}
	before, after := d.text[begin:from], d.text[to:end]
	if line := strings.IndexByte(after, '\n'); line >= 0 && columns.MatchString(d.text[strings.LastIndexByte(d.text[:from], '\n')+1:to]) {
		after = after[:line] // the next row of a form tells of something else
	}
	if lineOver.MatchString(after) {
		after = "" // what stands on the next line begins anew
	}
	var best *cue
	place := -1
	for _, c := range d.language.Cues {
		if c.Of != pattern || c.unless != nil && c.unless.MatchString(sentence) {
			continue
		}
		if c.after != nil && c.after.MatchString(after) {
			best = c
			break
		}
		if c.before == nil {
			continue
		}
		if all := c.before.FindAllStringIndex(before, -1); len(all) > 0 && all[len(all)-1][1] > place {
			best, place = c, all[len(all)-1][1]
		}
	}
	if best == nil || best.Kind == "" || d.overlapsPerson(from, to) {
		return found{}, false
	}
	value, ok := d.value(pattern, d.text[from:to])
	if !ok || d.isNoGrant(pattern, from, to) || best.Kind == "cap" && d.onCondition(from, to) {
		return found{}, false
	}
	values := map[string]string{orValue(best.Field): value}
	maps.Copy(values, best.Set)
	return found{best.Kind, values, from, to, best.rule}, true
}

// inTable says whether a place is in a row of a table, whose columns tell what stands there.
func (d *draftReader) inTable(at int) bool {
	begin := strings.LastIndexByte(d.text[:at], '\n') + 1
	line, _, _ := strings.Cut(d.text[begin:], "\n")
	return len(columnsOf(strings.TrimSpace(line))) >= tableColumns
}

// tableColumns is how many columns a row has at least that is none of a form.
const tableColumns = 4

// lineOver finds that a line ends and the next one begins anew.
var lineOver = regexp.MustCompile(`^ *\n *(?:[-•*–] *)?[\p{Lu}\d]`)

// formLine gives where the line of a value begins, if it is one of a form: what stands above it tells of something else. 0 where it is none.
func (d *draftReader) formLine(from int) int {
	begin := strings.LastIndexByte(d.text[:from], '\n') + 1
	if formHead.MatchString(d.text[begin:from]) {
		return begin
	}
	return 0
}

// formHead finds what heads the value of a form on the same line: words and a colon, or a gap.
var formHead = regexp.MustCompile(`^ *(?:[-•*–] )?\p{Lu}[^:\n.]{2,45}(?:: +| {3,})$`)

// compileCues reads the cues of a language.
func (l *languageRules) compileCues(set *ruleSet) {
	for _, c := range l.Cues {
		c.rule = &rule{Name: strings.Join([]string{l.Language, "near", c.Of, c.Kind, c.Set["type"]}, "-"), Rank: c.Rank}
		c.before, c.after, c.unless = set.optional("(?i)", c.Before), set.optional("(?i)^", c.After), set.optional("(?i)", c.Unless)
	}
}

// optional compiles a pattern with what it begins with; none where there is none.
func (s *ruleSet) optional(begins, pattern string) *regexp.Regexp {
	if pattern == "" {
		return nil
	}
	return regexp.MustCompile(begins + "(?:" + loose(s.filled(pattern)) + ")")
}

// filled puts the patterns in place of their names.
func (s *ruleSet) filled(pattern string) string {
	return placeholder.ReplaceAllStringFunc(pattern, func(place string) string {
		return "(?:" + s.expanded(placeholder.FindStringSubmatch(place)[3]) + ")"
	})
}
