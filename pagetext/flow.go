package pagetext

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a part of a page: characters are counted from 0, and To is the first that no longer belongs to it.
type Span struct {
	Page     int // counted from 1
	From, To int
}

// Flow is a text in one piece: of what is printed at the head and foot of every page only the first head, and with words whole that were divided
// at the end of a line. Lines stay apart. Every place in it is a place on a page.
type Flow struct {
	Text   string
	pieces []piece
}

// piece says where bytes of a flow stand: from start on, one line of a page or a part of it.
type piece struct {
	start int // in the flow, in bytes
	page  int
	from  int    // in the page, in characters
	text  string // as in the flow
}

// edge is how many lines at the head and at the foot of a page may be printed on every page.
const edge = 4

// Flow gives the text in one piece.
func (t *Text) Flow() *Flow {
	w := &flowWriter{flow: &Flow{}}
	repeated := repeatedLines(t.Pages)
	for i, page := range t.Pages {
		at := 0
		lines := strings.Split(page, "\n")
		edges := edgesOf(lines)
		w.spaced = isSpaced(lines)
		for n, line := range lines {
			if strings.TrimSpace(line) == "" && w.goesOn(lines[n:]) {
				at += len([]rune(line)) + 1
				continue
			}
			foot := n > len(lines)/2
			repeats := edges[n] && (isPageNumber(line) || (i > 0 || foot) && repeated[generalised(line)])
			if !repeats {
				w.line(i+1, at, line)
			}
			at += len([]rune(line)) + 1
		}
		if w.cut == nil {
			w.write(i+1, at, "\n")
		}
	}
	w.flow.Text = w.text.String()
	return w.flow
}

// unfinished are words that end no sentence and no heading.
var unfinished = regexp.MustCompile(`(?:^|\s)(?:med|av|för|for|och|og|under|på|i|att|å|om|till|til|enligt|ifølge|från|fra|som|den|det|de|ett|en|et|eller|samt|inom|innen|inntil|högst)\s*$`)

// goesOn says whether a sentence goes on beyond empty lines, as it does where a list or a table was laid out.
func (w *flowWriter) goesOn(rest []string) bool {
	next := ""
	for _, line := range rest {
		if next = strings.TrimSpace(line); next != "" {
			break
		}
	}
	before := strings.TrimRight(w.last, " \n")
	if next == "" || before == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(next)
	if unfinished.MatchString(before) || unicode.IsLower(first) && (unicode.IsLower(last) || last == ',') {
		return true
	}
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return w.spaced && utf8.RuneCountInString(line) >= fullLine && (unicode.IsLower(last) || unicode.IsDigit(last)) && !unicode.IsUpper(first)
}

// fullLine is how many characters a line has at least that goes on in the next one, where an empty line stands between all of them.
const fullLine = 45

// isSpaced says whether an empty line stands below each line of a page, as in copies from web pages: it ends no paragraph there.
func isSpaced(lines []string) bool {
	many, tight := 0, 0
	for n, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		many++
		if n+1 < len(lines) && strings.TrimSpace(lines[n+1]) != "" {
			tight++
		}
	}
	return many >= leastLines && tight*tightShare <= many
}

// A page of so many lines is spaced where at most one in so many stands close above the next.
const leastLines, tightShare = 8, 10

// edgesOf tells which lines are among the first or last of a page that say something.
func edgesOf(lines []string) map[int]bool {
	edges := map[int]bool{}
	for step, at := range map[int]int{1: 0, -1: len(lines) - 1} {
		for many := 0; many < edge && at >= 0 && at < len(lines); at += step {
			if strings.TrimSpace(lines[at]) != "" {
				edges[at] = true
				many++
			}
		}
	}
	return edges
}

// repeatedLines gives the lines that stand at the edge of more than one page, whatever numbers they have.
func repeatedLines(pages []string) map[string]bool {
	seen, repeated := map[string]bool{}, map[string]bool{}
	for _, page := range pages {
		lines, here := strings.Split(page, "\n"), map[string]bool{}
		edges := edgesOf(lines)
		for n, line := range lines {
			if key := generalised(line); edges[n] && key != "" {
				here[key] = true
			}
		}
		for key := range here {
			repeated[key] = repeated[key] || seen[key]
			seen[key] = true
		}
	}
	return repeated
}

var (
	pageCount = regexp.MustCompile(`(?i)(?:sida|side|page|s\.)\s*\d+|\d+\s*(?:\(|/|av|of)\s*\d+\s*\)?`)
	pageNo    = regexp.MustCompile(`(?i)^\s*(?:(?:sida|side|page|s\.)\s*\d{1,3}(?:\s*(?:\(\d+\)|(?:/|av|of)\s*\d+))?|-\s*\d{1,3}\s*-|\d{1,3}\s*\(\d{1,3}\)|\d{1,3}\s*/\s*\d{1,3})\s*$`)
)

func isPageNumber(line string) bool { return pageNo.MatchString(line) }

// generalised gives what a line has in common with the same on another page: the page's own number is left out.
func generalised(line string) string {
	return strings.Join(strings.Fields(pageCount.ReplaceAllString(line, "#")), " ")
}

type flowWriter struct {
	spaced bool // an empty line stands below each line of the page
	flow   *Flow
	text   strings.Builder
	last   string // what was written last that can be seen
	cut    *piece // the hyphen that the last line ended with, where that was within a word
}

// joined are the words after which a hyphen at the end of a line is the end of a part of a word: små- och medelstora.
var joined = regexp.MustCompile(`^(?:och|og|eller|samt|resp\p{L}*)(?:\s|$)`)

func (w *flowWriter) write(page, from int, text string) {
	if text != "" {
		w.flow.pieces = append(w.flow.pieces, piece{w.text.Len(), page, from, text})
		w.text.WriteString(text)
		if strings.TrimSpace(text) != "" {
			w.last = text
		}
	}
}

// line writes a line and its end. After a line that was cut within a word, the word goes on where this one begins.
func (w *flowWriter) line(page, at int, line string) {
	whole := []rune(line)
	if w.cut != nil {
		for len(whole) > 0 && whole[0] == ' ' {
			whole, at = whole[1:], at+1
		}
		if len(whole) == 0 {
			return
		}
		w.goOn(whole)
	}
	text := strings.TrimRight(string(whole), " ")
	ended := []rune(text)
	if n := len(ended); n > 1 && (ended[n-1] == softHyphen || ended[n-1] == '-') && isWord(ended[n-2]) {
		ended = ended[:n-1]
		w.cut = &piece{page: page, from: at + n - 1}
	}
	w.soft(page, at, ended)
	if w.cut == nil {
		w.write(page, at+len(ended), "\n")
	}
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// goOn writes of the hyphen at the end of the last line what belongs to the text: it divided one word, ended a part of one, or joined two names.
func (w *flowWriter) goOn(line []rune) {
	switch {
	case joined.MatchString(string(line)):
		w.write(w.cut.page, w.cut.from, "- ")
	case !unicode.IsLower(line[0]):
		w.write(w.cut.page, w.cut.from, "-")
	}
	w.cut = nil
}

// soft writes characters without the hyphens that are only seen at the end of a line.
func (w *flowWriter) soft(page, at int, characters []rune) {
	begin := 0
	for i, r := range characters {
		if r == softHyphen {
			w.write(page, at+begin, string(characters[begin:i]))
			begin = i + 1
		}
	}
	w.write(page, at+begin, string(characters[begin:]))
}

// Spans gives where a part of the flow stands, one span for each page that it is on. From and to are bytes of the flow.
func (f *Flow) Spans(from, to int) []Span {
	var spans []Span
	first := sort.Search(len(f.pieces), func(i int) bool { return f.pieces[i].start+len(f.pieces[i].text) > from })
	for _, p := range f.pieces[first:] {
		if p.start >= to {
			break
		}
		begin, end := max(from-p.start, 0), min(to-p.start, len(p.text))
		span := Span{p.page, p.from + len([]rune(p.text[:begin])), p.from + len([]rune(p.text[:end]))}
		if n := len(spans); n > 0 && spans[n-1].Page == p.page {
			spans[n-1].To = max(spans[n-1].To, span.To)
			continue
		}
		spans = append(spans, span)
	}
	return spans
}
