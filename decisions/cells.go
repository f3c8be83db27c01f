package decisions

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// label says which fact stands beside, or below, words that head a field of a form.
type label struct {
	Kind   string   `yaml:"fact"`
	Field  string   `yaml:"field"`
	As     string   `yaml:"as"` // the pattern of what stands there
	Rank   int      `yaml:"rank"`
	Words  []string `yaml:"words"`
	Theirs bool     `yaml:"theirs"` // what stands there is the other side's
	Set    map[string]string
	rule   *rule
	values *regexp.Regexp
}

// cell is a part of a line between wide gaps, as columns have them.
type cell struct {
	from, to int // in the flow
	column   int // characters before it on its line
	label    *label
	value    int // where on the same cell its value begins; at its end where there is none
	colon    bool
	unit     string // what a label says in brackets: (kr)
}

var gaps = regexp.MustCompile(` {2,}|\t+| *\| *`)

// cells gives a text's lines by their columns. Empty lines have none.
func (l *languageRules) cells(text string) [][]cell {
	var lines [][]cell
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		bare := strings.TrimRight(line, "\n ")
		var row []cell
		begin := 0
		for _, gap := range append(gaps.FindAllStringIndex(bare, -1), []int{len(bare), len(bare)}) {
			if gap[0] > begin {
				c := cell{from: at + begin, to: at + gap[0], column: utf8.RuneCountInString(bare[:begin])}
				l.head(&c, text)
				row = append(row, c)
			}
			begin = gap[1]
		}
		lines = append(lines, row)
		at += len(line)
	}
	return lines
}

// head sees whether a cell begins with a label.
func (l *languageRules) head(c *cell, text string) {
	words := text[c.from:c.to]
	c.value = c.to
	at := l.labels.FindStringSubmatchIndex(words)
	if at == nil {
		return
	}
	known := l.labelled[strings.ToLower(oneLine(words[at[2]:at[3]]))]
	rest := strings.TrimLeft(words[at[1]:], " ")
	c.colon = at[8] >= 0
	first, _ := utf8.DecodeRuneInString(words)
	if unicode.IsLower(first) && strings.HasSuffix(words, ".") {
		return // the last words of a sentence
	}
	if joins(words, at[3]) || !c.colon && rest != "" && !known.isWhole(rest) {
		return // a sentence that begins with the same word
	}
	c.label, c.value = known, c.to-len(rest)
	for _, group := range []int{4, 6} {
		if at[group] >= 0 {
			c.unit = words[at[group]:at[group+1]]
		}
	}
}

// isWhole says whether words are a number, a day or the like and nothing else, so that they need no colon before them.
func (l *label) isWhole(words string) bool {
	if l.values == nil || !l.isNumber() {
		return false
	}
	at := l.values.FindStringIndex(words)
	return at != nil && strings.Trim(words[at[1]:], " .") == ""
}

// isHead says whether a label stands at the beginning of words.
func (d *draftReader) isHead(from, to int) bool {
	for from < to && d.text[from] == ' ' {
		from++
	}
	c := cell{from: from, to: to}
	d.language.head(&c, d.text)
	return c.label != nil
}

// isLabel says whether words head a field of a form.
func (l *languageRules) isLabel(words string) bool {
	return l.labelled[strings.ToLower(strings.TrimRight(words, " :."))] != nil
}

// isNumber says whether what stands beside a label is told by its digits.
func (l *label) isNumber() bool {
	return slices.Contains([]string{"amount", "date", "case", "percent", "period", "number10"}, l.As)
}

// fields gives the facts that labels tell: of what stands after them, in the next column, or below.
func (d *draftReader) fields() []found {
	var all []found
	lines := d.language.cells(d.text)
	all = append(append(append(all, d.indicators(lines)...), append(d.letterheads(lines), d.years(lines)...)...), append(d.balance(lines), d.reportRows(lines)...)...)
	heads := d.partyHeads(lines)
	all = append(append(all, d.parties(lines, heads)...), d.addressees(lines)...)
	stacked, isStacked := d.stacks(lines)
	all = append(all, stacked...)
	for n, row := range lines {
		if heads[n] >= 0 {
			continue // what heads its columns is of each party
		}
		all = append(all, d.sum(lines, n)...)
		for i, c := range row {
			if c.label == nil || c.label.Kind == "" || isStacked[n] || headsMany(lines, n, i) {
				continue
			}
			switch from, to := d.due(c.label, row, i, lines, n); {
			case c.label.As == "list":
				all = append(all, d.fieldList(lines, n, i)...)
			case c.label.As == "passage":
				all = append(all, d.fieldPassage(lines, n, i)...)
			case from < to:
				all = append(all, d.field(c, from, to)...)
			}
		}
	}
	return all
}

// headsMany says whether a label heads a column of names in a table of several rows, which are of as many cases.
func headsMany(lines [][]cell, n, i int) bool {
	c := lines[n][i]
	if c.colon || c.value < c.to || !slices.Contains([]string{"nameField", "nameCell"}, c.label.As) || len(lines[n]) < tableColumns {
		return false
	}
	return n+2 < len(lines) && len(lines[n+1]) >= tableColumns && len(lines[n+2]) >= tableColumns
}

// due gives where the value of a label stands. Of a row that tells the period of a report and the day that it is due, that day.
func (d *draftReader) due(l *label, row []cell, i int, lines [][]cell, n int) (from, to int) {
	from, to = beside(d.text, lines, n, i)
	if l.Kind != "obligation" || from >= to || !isPeriod().MatchString(d.text[from:to]) {
		return from, to
	}
	for _, c := range row[i+1:] {
		if c.from > from && isDay().MatchString(d.words(c)) {
			return c.from, c.to
		}
	}
	return 0, 0
}

// fieldPassage gives the first sentence of what stands beside a label, or below it as under a heading.
func (d *draftReader) fieldPassage(lines [][]cell, n, i int) []found {
	row := lines[n]
	c := row[i]
	from := c.value
	switch {
	case c.value < c.to:
	case i+1 < len(row):
		from = row[i+1].from
	default:
		below := n + 1
		if below < len(lines) && len(lines[below]) == 0 {
			below++
		}
		if below >= len(lines) || len(lines[below]) == 0 || lines[below][0].label != nil {
			return nil
		}
		from = lines[below][0].from
	}
	_, to := d.sentenceAround(from, from+1)
	words := d.withoutPersons(from, to)
	if first, _ := utf8.DecodeRuneInString(words); !unicode.IsUpper(first) && !beginsAim().MatchString(words) || len(words) < leastPassage || asDescribed().MatchString(words) {
		return nil
	}
	return []found{{c.label.Kind, map[string]string{"value": words}, from, to, c.label.rule}}
}

// beginsAim finds an aim that is told after its label in small letters: Syfte: att alla ska ha vatten.
var beginsAim = vocabulary("beginsAim")

// asDescribed finds that a text only says where something is described.
var asDescribed = vocabulary("asDescribed")

// leastPassage is how many letters a passage has at least: fewer are a name, a number or a heading.
const leastPassage = 15

// beside gives where the value of a label stands.
func beside(text string, lines [][]cell, n, i int) (from, to int) {
	row := lines[n]
	c := row[i]
	if c.value < c.to {
		return c.value, c.to
	}
	if i+1 < len(row) && row[i+1].label == nil && text[row[i+1].to-1] != ':' && (c.colon || len(row) == 2 || !c.label.isNumber() || c.label.fits(text[row[i+1].from:row[i+1].to])) {
		return row[i+1].from, row[i+1].to
	}
	until := 1 << 20 // the column where the next label begins
	if i+1 < len(row) {
		until = row[i+1].column
	}
	for _, below := range lines[n+1 : min(n+3, len(lines))] {
		for _, under := range below {
			if under.column >= c.column-3 && under.column < until-3 {
				if under.label != nil {
					return 0, 0
				}
				if !c.colon && !c.label.isNumber() && len(row) == 1 && n+3 < len(lines) && goesOn(lines[n+2]) && !c.label.beginsList(text[under.from:under.to]) {
					return 0, 0 // a heading, with a text below it
				}
				return under.from, under.to
			}
		}
		if len(below) > 0 {
			break
		}
	}
	return 0, 0
}

// fits says whether words begin with what stands beside such a label.
func (l *label) fits(words string) bool { return l.values == nil || l.values.MatchString(words) }

// beginsList says whether words that stand below a label are the first name of its list.
func (l *label) beginsList(words string) bool {
	return l.As == "list" && beginsWithName().MatchString(words)
}

// goesOn says whether a line is the next one of a text.
func goesOn(row []cell) bool {
	return len(row) == 1 && row[0].label == nil && row[0].to-row[0].from > 40
}

// fieldList reads the names that stand beside a label and in the lines below them.
func (d *draftReader) fieldList(lines [][]cell, n, i int) []found {
	if head := d.tableHead(lines, n); head > 0 && i == 0 {
		return d.partnersOf(lines[n][i].label, lines, head)
	}
	from, to := beside(d.text, lines, n, i)
	if from >= to {
		return nil
	}
	withinSentence := inSentence.MatchString(d.text[from:to])
	column := -1
	for _, below := range lines[n+1:] {
		if len(below) == 0 || below[0].label != nil {
			break
		}
		if below[0].to <= to {
			continue
		}
		if column < 0 {
			column = below[0].column
		}
		if len(below) > 1 || below[0].column != column || withinSentence && below[0].column == 0 && !strings.HasSuffix(strings.TrimRight(d.text[from:to], " "), ",") {
			break
		}
		to = below[0].to
	}
	l := lines[n][i].label
	all := d.listed(l.rule, capture{l.Kind, l.Field, "list"}, from, to)
	for i := range all {
		maps.Copy(all[i].values, l.Set)
	}
	return all
}

// inSentence finds names that stand one after the other on a line; what is said of one of them is no further name.
var inSentence = regexp.MustCompile(`[,;]\s*(?:\p{Lu}|\d|$)`)

// field reads what stands beside a label.
func (d *draftReader) field(c cell, from, to int) []found {
	l := c.label
	words := d.text[from:to]
	if at := l.values.FindStringSubmatchIndex(words); at != nil {
		if facts := d.fieldValue(l, from, at, ""); facts != nil {
			return facts
		}
	}
	if at := bareNumber.FindStringIndex(words); l.As == "amount" && at != nil {
		unit := c.unit
		if grouped := strings.ContainsAny(words, " ."); unit == "" && grouped && l.Rank == 0 && len(words) > len("9 999") && !otherUnit().MatchString(d.text) {
			unit = d.language.Currency
		}
		if unit != "" {
			return d.fieldValue(l, from, []int{at[0], at[1], at[0], at[1]}, " "+unit)
		}
	}
	return nil
}

// otherUnit finds that a text counts in another currency or in thousands somewhere: an amount without its unit may be in that.
var otherUnit = vocabulary("otherUnit")

var bareNumber = regexp.MustCompile(`^\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?$|^\d+(?:,\d{1,3})?$`)

// fieldValue gives the facts of a place that a label's pattern has found.
func (d *draftReader) fieldValue(l *label, from int, at []int, unit string) []found {
	begin, end := from+at[2], from+at[3]
	if l.As == "period" {
		return d.periodIn(begin, end, l.rule)
	}
	value, is := d.value(l.As, d.text[begin:end]+unit)
	if !is || !whole(d.text, begin, end) || d.overlapsPerson(begin, end) || d.isNoGrant(l.As, begin, end) || l.As == "amount" && d.goesOnBefore(begin) {
		return nil
	}
	if l.As == "monthYear" {
		value = dayOfMonth(value, l.Kind == "plannedTo")
	}
	values := map[string]string{orValue(l.Field): value}
	maps.Copy(values, l.Set)
	return []found{{l.Kind, values, begin, end, l.rule}}
}

// compileLabels reads the labels of a language.
func (l *languageRules) compileLabels(set *ruleSet) {
	l.labelled = map[string]*label{}
	var words []string
	for _, each := range l.Labels {
		for _, word := range each.Words {
			l.labelled[strings.ToLower(word)] = each
			words = append(words, word)
		}
		each.rule = &rule{Name: l.Language + "-field-" + each.Kind, Rank: each.Rank}
		switch each.As {
		case "", "list", "passage":
		case "period":
			each.values = regexp.MustCompile(`^(?i:från |fra |fr\.o\.m\.? |den )?([^\n]+)$`)
		default:
			each.values = regexp.MustCompile(`^(?i:(?:inntil|opptil|høyst|högst|max(?:imalt)?|maks(?:imalt)?|totalt|ca|om|på|den)\.? )*(` + loose(set.expanded(each.As)) + `)`)
		}
	}
	l.labels = regexp.MustCompile(`(?i)^(?:[-•*–] ?|\d{1,2}[.)] )?(?:[\p{L}. ]{2,25}/)??(` + strings.ReplaceAll(quoted(words), " ", " +") + `)(?: (?i:i|for|för) (?i:prosjektet|projektet))?\.?(?: ?\(([^)\n]{1,30})\)|(?:,| i) (kr|kronor|kroner|NOK|SEK|EUR|tkr|euro))?\.?(?: ?(:))?`)
}
