package decisions

import (
	"regexp"
	"slices"
	"strings"
)

// A sentence ends at a full stop with a blank and a capital after it, at an empty line, or where a list goes on.
var sentenceEnd = regexp.MustCompile(`[.!?]["”»]?(?:\s+)(?:\p{Lu}|\d+\.\s|$)|\n\s*\n|\n\s*(?:[-•–*]|\d+[.)]|[a-z]\)|att {2})\s`)

// notEnds are short words after which a full stop ends no sentence.
var notEnds = vocabulary("notEnds")

// dayAfter finds a day at the beginning of a line, which is no number of a list.
var dayAfter = lazily(func() string { return `^\n\s*\d{1,2}\. ?` + rules().expanded("month") })

// ends gives where sentences end, in bytes of the text, in order.
func ends(text string) []int {
	var all []int
	for from := 0; from < len(text); {
		at := sentenceEnd.FindStringIndex(text[from:])
		if at == nil {
			break
		}
		begin, end := from+at[0], from+at[1]
		stop := text[begin] != '\n'
		if !stop && dayAfter().MatchString(text[begin:]) {
			from = begin + 1
			continue
		}
		if stop && notEnds().MatchString(text[max(0, begin-8):begin]) {
			from = begin + 1
			continue
		}
		if stop {
			begin++ // the full stop belongs to it
		}
		all = append(all, begin)
		from = max(begin+1, min(end-1, len(text)))
		if !stop {
			from = begin + 1
		}
	}
	for _, at := range heading.FindAllStringSubmatchIndex(text, -1) {
		all = append(all, at[3])
	}
	slices.Sort(all)
	return append(slices.Compact(all), len(text))
}

// heading finds a short line below an empty one, with a text below it that begins anew.
var heading = regexp.MustCompile(`\n[ ]*\n[ ]*(?:\d{1,2}\.? )?(\p{Lu}[^\n.,:;/\d]{2,48}[^\n.,:;\s])[ ]*\n[ ]*\p{Lu}[^\n]{30}`)

// sentenceAround gives the sentence or sentences that a part of the text stands in.
func (d *draftReader) sentenceAround(from, to int) (begin, end int) {
	at, _ := slices.BinarySearch(d.ends, from+1)
	if at > 0 {
		begin = d.ends[at-1]
	}
	last, _ := slices.BinarySearch(d.ends, to)
	end = d.ends[min(last, len(d.ends)-1)]
	for begin < from && strings.ContainsRune(" \n\t-•–.", rune(d.text[begin])) {
		begin++
	}
	return begin, max(end, to)
}

func (d *draftReader) sentence(from, to int) string {
	begin, end := d.sentenceAround(from, to)
	return d.text[begin:end]
}

// ofDecision are the kinds of fact that what a sentence makes its condition does not tell: under förutsättning att regionen beviljar 300 000 kronor.
var ofDecision = []string{"outcome", "cap", "madeBy", "recipient"}

// tells says whether a rule reads facts of one of these kinds.
func (r *rule) tells(kinds []string) bool {
	for name := range r.Set {
		if kind, _, _ := strings.Cut(name, "."); slices.Contains(kinds, kind) {
			return true
		}
	}
	return slices.ContainsFunc(r.captures, func(c capture) bool { return slices.Contains(kinds, c.kind) })
}

// onCondition says whether words stand after those that begin a condition in their sentence. One that begins the sentence ends with a comma.
func (d *draftReader) onCondition(from, to int) bool {
	begin, _ := d.sentenceAround(from, to)
	if begin >= from {
		return false
	}
	all := conditional().FindAllStringIndex(d.text[begin:from], -1)
	if len(all) == 0 {
		return false
	}
	last := all[len(all)-1]
	return last[0] > 0 || !strings.Contains(d.text[begin+last[1]:from], ",")
}

// conditional finds what begins a condition.
var conditional = vocabulary("conditional")
