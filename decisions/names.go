package decisions

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameEnds gives where a name ends: before a line of a form, which has columns or is headed by a label, and before an address.
func (d *draftReader) nameEnds(pattern string, begin, end int) int {
	broken := strings.IndexByte(d.text[begin:end], '\n')
	if broken < 0 {
		return end
	}
	line, _, _ := strings.Cut(d.text[begin+broken+1:], "\n")
	if d.isHead(begin+broken+1, begin+broken+1+len(line)) {
		return begin + broken
	}
	if pattern == "name" && columns.MatchString(line) || slices.Contains(organisations, pattern) && address().MatchString(line) {
		return begin + broken
	}
	return end
}

// inOtherColumn says whether words that stand beside others on their line, as the head of a column does, are followed on the next line by what stands
// in another column.
func (d *draftReader) inOtherColumn(head, value int) bool {
	for head < value && strings.IndexByte(" \n", d.text[head]) >= 0 {
		head++
	}
	before := d.text[strings.LastIndexByte(d.text[:head], '\n')+1 : head]
	if !strings.Contains(d.text[head:value], "\n") || !strings.HasSuffix(before, "  ") || strings.TrimSpace(before) == "" {
		return false
	}
	below := d.text[strings.LastIndexByte(d.text[:value], '\n')+1 : value]
	return max(utf8.RuneCountInString(before), utf8.RuneCountInString(below))-min(utf8.RuneCountInString(before), utf8.RuneCountInString(below)) > columnShift
}

// columnShift is how many characters the words of a column may begin beside its head.
const columnShift = 3

// organisations are the patterns of organisations' names.
var organisations = []string{"organisation", "company", "authority", "body", "freeOrg", "freeTitle"}

// address finds a line of a postal address.
var address = vocabulary("address")

// nameBegins gives where an organisation's name begins. What stands alone on the line above it is a heading and no part of the name.
func (d *draftReader) nameBegins(pattern string, begin, end int) int {
	if at := strings.IndexByte(d.text[begin:end], '\n'); strings.HasPrefix(pattern, "free") && at > 0 && wholeName().MatchString(d.text[begin:begin+at]) {
		return begin + at + 1 // a list, line by line
	}
	if !slices.Contains(organisations, pattern) {
		return begin
	}
	if at := and().FindStringIndex(d.text[begin:end]); at != nil && !strings.HasPrefix(pattern, "free") && !isPlace(d.text[begin:end], at[0]) && wholeName().MatchString(d.text[begin:begin+at[0]]) {
		if next, _ := utf8.DecodeRuneInString(d.text[begin+at[1]:]); unicode.IsUpper(next) {
			return begin + at[1] // two names
		}
	}
	broken := strings.LastIndexByte(d.text[begin:end], '\n')
	if broken < 0 {
		return begin
	}
	if row := d.text[strings.LastIndexByte(d.text[:begin], '\n')+1 : begin+broken]; columns.MatchString(row) {
		return begin + broken + 1 // the row above is one of a table
	}
	above, line := "", d.text[:begin]
	if at := strings.LastIndexByte(line, '\n'); at >= 0 {
		above, line = strings.TrimRight(line[:at+1], " "), line[at+1:]
	}
	if above != "" && !headingAfter.MatchString(above) {
		return begin // the name is broken in a sentence that goes on here
	}
	if rest := d.text[begin+broken+1 : end]; strings.Trim(line, " 0123456789.") == "" && wholeName().MatchString(rest) {
		return begin + broken + 1
	}
	return begin
}

// joinedBefore gives the names that commas and an "and" join to the one that begins at a place: what is said of it is said of them, too.
func (d *draftReader) joinedBefore(begin int) []token {
	var names []token
	first, _ := slices.BinarySearch(d.index.names, begin)
	for i := first - 1; i >= 0 && d.index.names[i] > begin-longGroup; i-- {
		from := d.index.names[i]
		at := beginsName().FindStringIndex(d.text[from:begin])
		if at == nil || !joinsNames.MatchString(d.text[from+at[1]:begin]) || names == nil && !strings.ContainsAny(d.text[from+at[1]:begin], "oa") {
			continue
		}
		if i > 0 && d.nameEndsAt(d.index.names[i-1], from+at[1]) {
			continue // the last words of a longer name
		}
		if value, ok := d.organisation(oneLine(d.text[from : from+at[1]])); ok && !d.overlapsPerson(from, from+at[1]) {
			names = append([]token{{span{from, from + at[1]}, "", value}}, names...)
			begin = from
		}
	}
	return names
}

// nameEndsAt says whether a name that begins at one place ends at another.
func (d *draftReader) nameEndsAt(begin, end int) bool {
	if begin < end-longGroup {
		return false
	}
	at := beginsName().FindStringIndex(d.text[begin:min(len(d.text), end+1)])
	return at != nil && begin+at[1] == end
}

// joinsNames matches what stands between two names of one list.
var joinsNames = regexp.MustCompile(`^(?:,| och| og| samt)\s+$`)

// isPartOfName says whether words are a body's name only as a part of a longer one: Gränskommittén Østfold-Bohuslän/Dalsland, Acta Region Øst.
func (d *draftReader) isPartOfName(pattern string, begin, end int) bool {
	if !slices.Contains(organisations, pattern) || strings.HasPrefix(pattern, "free") {
		return false
	}
	if slashAfter.MatchString(d.text[end:]) || strings.HasSuffix(d.text[begin:end], "s") && boardAfter().MatchString(d.text[end:]) {
		return true
	}
	before := wordBefore.FindStringSubmatch(d.text[max(0, begin-longWord):begin])
	return before != nil && strings.HasPrefix(d.text[begin:], "Region ") && !isOpening(before[1])
}

var (
	boardAfter = vocabulary("boardAfter") // a board after the name of whose it is: Region Dalarnas regionala utvecklingsnämnd
	slashAfter = regexp.MustCompile(`^/\p{L}`)
	wordBefore = regexp.MustCompile(`(?:^|[^\p{L}])(\p{Lu}\p{L}{2,}) $`)
)

// isOpening says whether a word stands before names and is no part of one.
func isOpening(word string) bool {
	known := rules().values
	return slices.Contains(known.Openings, word) || slices.Contains(known.Headings, word) || slices.Contains(known.Closings, word)
}

// headingAfter is how a text ends before a heading: with an empty line or a sentence.
var headingAfter = regexp.MustCompile(`(?:\n\s*|[.:!?] *)\n$|^\n$`)

// longerNames gives projects the name that they have wherever they are named, where a rule has read a part of it: one that goes on in the same words at
// each place, and ends there with a line or a part of a sentence.
func (d *draftReader) longerNames(facts []found) []found {
	for i, f := range facts {
		if f.kind != "project" || f.rule.Rank == 0 {
			continue
		}
		if more := d.goesOnAs(f.values["value"]); more != "" {
			facts[i].values["value"] += more
		}
	}
	return facts
}

// goesOnAs gives the words with which a name goes on at each of several places; "" where it does not.
func (d *draftReader) goesOnAs(name string) string {
	same, many, ended := "", 0, false
	for from := 0; ; {
		at := strings.Index(d.text[from:], name)
		if at < 0 {
			break
		}
		from += at + len(name)
		rest := untilNameEnd.FindString(d.text[from:])
		if many++; many == 1 {
			same = rest
		}
		same = wordsInCommon(same, rest)
		ended = ended || same == rest
	}
	if many < 2 || !ended || !strings.Contains(strings.TrimSpace(same), " ") {
		return ""
	}
	return strings.TrimRight(same, " ")
}

// untilNameEnd finds what follows on a line up to the next sign.
var untilNameEnd = regexp.MustCompile(`^(?: [\p{L}\d-]+)*`)

// wordsInCommon gives the words that two texts both begin with.
func wordsInCommon(a, b string) string {
	x, y := strings.SplitAfter(a, " "), strings.SplitAfter(b, " ")
	many := 0
	for many < min(len(x), len(y)) && strings.TrimSpace(x[many]) == strings.TrimSpace(y[many]) {
		many++
	}
	return strings.Join(x[:many], "")
}
