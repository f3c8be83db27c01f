package decisions

import (
	"cmp"
	"math"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// search is a pattern that is looked for only near words that all that it finds must hold: a rule that begins with any organisation's name is
// asked only near its verb. So a long text costs no more for each character than a short one, and most rules nothing in most texts.
type search struct {
	*regexp.Regexp
	near *needed // nil where nothing is sure to stand in what it finds
}

// needed are words of which what a pattern finds holds at least one, with how far it may begin before that word and end after its beginning.
type needed struct {
	words         []word
	before, after int // bytes
}

// word stands in a text as it is, or in one of its other forms.
type word struct {
	text string
	in   form
}

// form is how a text is looked at.
type form int

const (
	asItIs  form = iota
	folded       // in small letters
	counted      // each digit as a nought
)

// The most bytes that are looked at before and after a word. What repeats without end is taken to be no longer than these.
const (
	farthest    = 450
	longGroup   = 200
	longClass   = 240 // of characters among which there is a blank
	shortGroup  = 7
	longWord    = 40
	widestLine  = 400 // a window goes on to where lines begin and end, if that is so near
	commonWords = 0.6 // words that are more common than this tell nothing
)

// newSearch compiles a pattern.
func newSearch(text string) *search {
	parsed, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		panic(err) // the rules are part of the binary
	}
	s := &search{Regexp: regexp.MustCompile(text)}
	if _, near := needs(parsed); near != nil && near.common() < commonWords {
		near.before, near.after = min(near.before, farthest), min(near.after, farthest)
		s.near = near
	}
	return s
}

// rarity says how much rarer each further letter or digit makes a word.
var rarity = map[form]float64{asItIs: 8, folded: 4, counted: 3}

// common says how common words are, by how short they are: the less the better.
func (n *needed) common() float64 {
	sum := 0.0
	for _, w := range n.words {
		sum += math.Pow(rarity[w.in], -float64(utf8.RuneCountInString(w.text)))
	}
	return sum
}

// needs gives how many bytes a pattern finds at most, and the rarest words of which what it finds holds one.
func needs(p *syntax.Regexp) (longest int, near *needed) {
	switch p.Op {
	case syntax.OpLiteral:
		return literal(p)
	case syntax.OpCharClass:
		if isDigits(p) {
			return 1, &needed{[]word{{"0", counted}}, 0, 1}
		}
		return 3, nil
	case syntax.OpAnyCharNotNL, syntax.OpAnyChar:
		return 3, nil
	case syntax.OpCapture:
		return needs(p.Sub[0])
	case syntax.OpConcat:
		return needsOfAll(p.Sub)
	case syntax.OpAlternate:
		return needsOfAny(p.Sub)
	case syntax.OpStar, syntax.OpQuest, syntax.OpPlus, syntax.OpRepeat:
		return needsOfRepeated(p)
	}
	return 0, nil
}

// literal gives a word that stands as it is. Blanks and points tell nothing.
func literal(p *syntax.Regexp) (longest int, near *needed) {
	text, in := string(p.Rune), asItIs
	if p.Flags&syntax.FoldCase != 0 {
		text, in = foldedText(text), folded
	}
	longest = len(text) + 1
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune("%@§", r) }) {
		return longest, nil
	}
	return longest, &needed{[]word{{text, in}}, 0, longest}
}

// needsOfAll chooses the rarest words among the parts that follow each other.
func needsOfAll(parts []*syntax.Regexp) (longest int, near *needed) {
	for _, part := range parts {
		length, of := needs(part)
		if near != nil {
			near.after += length
		}
		if of != nil && (near == nil || of.common() < near.common()) {
			near = &needed{of.words, of.before + longest, of.after}
		}
		longest += length
	}
	return longest, near
}

// needsOfAny gives the words of all alternatives; none where one has none.
func needsOfAny(parts []*syntax.Regexp) (longest int, near *needed) {
	near = &needed{}
	for _, part := range parts {
		length, of := needs(part)
		longest = max(longest, length)
		if of == nil || near == nil {
			near = nil
			continue
		}
		near = &needed{append(slices.Clone(near.words), of.words...), max(near.before, of.before), max(near.after, of.after)}
	}
	return longest, near
}

// needsOfRepeated gives the words of what stands there at least once.
func needsOfRepeated(p *syntax.Regexp) (longest int, near *needed) {
	once, of := needs(p.Sub[0])
	endless := longGroup
	if once <= shortGroup {
		endless = longWord
	}
	if holds(p.Sub[0], ' ') {
		endless = longClass
	}
	switch {
	case p.Op == syntax.OpQuest:
		return once, nil
	case p.Op == syntax.OpRepeat && p.Max > 0:
		longest = once * p.Max
		if p.Max > 8 {
			longest = min(once, 2) * p.Max // a few of them are the long ones
		}
	default:
		longest = endless
	}
	if of == nil || p.Op == syntax.OpStar || p.Op == syntax.OpRepeat && p.Min == 0 {
		return longest, nil
	}
	if isDigits(p.Sub[0]) {
		return longest, &needed{[]word{{strings.Repeat("0", max(p.Min, 1)), counted}}, longest, longest}
	}
	return longest, &needed{of.words, of.before + longest, of.after + longest}
}

// isDigits says whether a class is that of digits.
func isDigits(p *syntax.Regexp) bool {
	return p.Op == syntax.OpCharClass && slices.Equal(p.Rune, []rune("09"))
}

// holds says whether a class of characters has this one.
func holds(p *syntax.Regexp, r rune) bool {
	if p.Op == syntax.OpAnyCharNotNL {
		return true
	}
	for i := 0; p.Op == syntax.OpCharClass && i+1 < len(p.Rune); i += 2 {
		if p.Rune[i] <= r && r <= p.Rune[i+1] {
			return true
		}
	}
	return false
}

// foldedText gives a text in small letters, each in as many bytes as before.
func foldedText(text string) string {
	return strings.Map(func(r rune) rune {
		if lower := unicode.ToLower(r); utf8.RuneLen(lower) == utf8.RuneLen(r) {
			return lower
		}
		return r
	}, text)
}

// index says where words stand in a text. It serves all patterns, so that each word is looked for once.
type index struct {
	text  string
	forms map[form]string
	at    map[word][]int
	names []int // where names of organisations begin
}

func newIndex(text string) *index {
	return &index{text, map[form]string{asItIs: text, folded: foldedText(text), counted: countedText(text)}, map[word][]int{}, namesIn(text)}
}

// countedText gives a text with a nought for each digit.
func countedText(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, text)
}

// beginsName matches where an organisation's name begins.
var beginsName = lazily(func() string { return `\A(?:` + loose(rules().expanded("organisation")) + `)` })

// namesIn gives where names of organisations begin in a text. Many rules begin with one, and are asked there alone.
func namesIn(text string) []int {
	var all []int
	before := ' '
	for at, r := range text {
		if (unicode.IsUpper(r) || unicode.IsDigit(r)) && !isWord(before) && beginsName().MatchString(text[at:min(len(text), at+farthest)]) {
			all = append(all, at)
		}
		before = r
	}
	return all
}

// places gives where a word stands, in bytes.
func (x *index) places(w word) []int {
	if known, is := x.at[w]; is {
		return known
	}
	text := x.forms[w.in]
	var all []int
	for from := 0; ; {
		next := strings.Index(text[from:], w.text)
		if next < 0 {
			break
		}
		all = append(all, from+next)
		from += next + 1
	}
	x.at[w] = all
	return all
}

// windows gives the parts of a text in which a pattern is looked for.
func (s *search) windows(x *index) []span {
	if s.near == nil {
		return []span{{0, len(x.text)}}
	}
	var all []span
	for _, w := range s.near.words {
		for _, at := range x.places(w) {
			all = append(all, span{max(0, at-s.near.before), min(len(x.text), at+s.near.after)})
		}
	}
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	for i, each := range all {
		all[i] = span{lineFrom(x.text, each.from), lineTo(x.text, each.to)}
	}
	return merged(all)
}

// lineFrom gives where a window begins: with its line, or, where that is long, with a word.
func lineFrom(text string, at int) int {
	near := max(0, at-widestLine)
	if begin := strings.LastIndexByte(text[near:at], '\n'); begin >= 0 {
		return near + begin + 1
	} else if near == 0 {
		return 0
	}
	return near + max(0, strings.LastIndexByte(text[near:at], ' '))
}

// lineTo gives where a window ends.
func lineTo(text string, at int) int {
	near := min(len(text), at+widestLine)
	if end := strings.IndexByte(text[at:near], '\n'); end >= 0 {
		return at + end + 1
	} else if end := strings.IndexByte(text[at:near], ' '); near < len(text) && end >= 0 {
		return at + end
	}
	return near
}

// all gives every place of a text where the pattern is found, as FindAllStringSubmatchIndex does. The index may be of the same text with more in it.
func (s *search) all(text string, x *index) [][]int {
	var all [][]int
	for _, w := range s.windows(x) {
		for _, at := range s.FindAllStringSubmatchIndex(text[w.from:w.to], -1) {
			if at[0] == 0 && !beginsLine(text, w.from) {
				continue // it may begin before
			}
			all = append(all, moved(at, w.from))
		}
	}
	return all
}

func beginsLine(text string, at int) bool { return at == 0 || text[at-1] == '\n' }

// moved gives places of a part of a text in the text.
func moved(at []int, by int) []int {
	for i := range at {
		if at[i] >= 0 {
			at[i] += by
		}
	}
	return at
}
