package decisions

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// letterhead is the rule of an authority's name that goes on over the lines of a letter's head, beside other columns.
var letterhead = &rule{Name: "letterhead", Rank: 2, Within: letterheadLines}

// letterheadLines are the lines of a letter's head, and nameLines how many of them a name goes on over.
const letterheadLines, nameLines = 8, 3

// wholeAuthority matches what is an authority's name from beginning to end.
var wholeAuthority = lazily(func() string { return `^(?:` + loose(rules().expanded("authority")) + `)$` })

// letterheads gives the authority whose name stands in one column of a letter's head, a part to a line.
func (d *draftReader) letterheads(lines [][]cell) []found {
	for n := range min(letterheadLines, len(lines)) {
		for _, first := range lines[n] {
			words := d.text[first.from:first.to]
			if wholeAuthority().MatchString(words) {
				continue
			}
			if name, last := d.nameBelow(lines, n, first); name != "" {
				value, _ := d.organisation(name)
				return []found{{"madeBy", map[string]string{"value": value}, first.from, last.to, letterhead}}
			}
		}
	}
	return nil
}

// nameBelow gives the longest name of an authority that a cell begins and those below it in its column go on; "" where they do not.
func (d *draftReader) nameBelow(lines [][]cell, n int, first cell) (name string, last cell) {
	words := []string{d.words(first)}
	for _, below := range lines[n+1 : min(n+nameLines, len(lines))] {
		next, there := inColumn(below, first.column)
		if !there {
			break
		}
		words = append(words, d.words(next))
		longer := strings.Join(words, " ")
		if longer == strings.ToUpper(longer) {
			longer = inSmallLetters(longer)
		}
		if wholeAuthority().MatchString(longer) {
			name, last = longer, next
		}
	}
	return name, last
}

// inSmallLetters writes a name that stands in capitals with one at the beginning of each longer word but the last: Länsstyrelsen Västra Götalands län.
func inSmallLetters(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, word := range words {
		if first, width := utf8.DecodeRuneInString(word); i < len(words)-1 && len(word) > len("och") {
			words[i] = string(unicode.ToUpper(first)) + word[width:]
		}
	}
	return strings.Join(words, " ")
}

// inColumn gives the cell of a line that begins in a column.
func inColumn(row []cell, column int) (cell, bool) {
	for _, c := range row {
		if c.column == column {
			return c, true
		}
	}
	return cell{}, false
}
