package decisions

import "regexp"

// columns finds the gap between two columns of a line.
var columns = regexp.MustCompile(`[^\n ] {3,}[^\n ]`)

// passedOver blanks what is of another case or another time. What was decided before is read where the decision changes it.
func (l *languageRules) passedOver(text string) string {
	over := l.earlier
	if l.changes(text) {
		over = l.passed
	}
	if over == nil {
		return text
	}
	return over.ReplaceAllStringFunc(text, func(words string) string {
		if columns.MatchString(words) {
			return words // a table, and no sentence
		}
		return blankOf(words)
	})
}

// changes says whether a decision is about an earlier one: it changes or takes back what was granted, or pays it out.
func (l *languageRules) changes(text string) bool {
	return l.changing != nil && l.changing.MatchString(firstLines(text, headLines))
}

// headLines are the lines of a letter in which it says what it is about.
const headLines = 30

// blankOf gives blanks for words that are passed over, in as many bytes and lines.
func blankOf(words string) string {
	bytes := []byte(words)
	for i, b := range bytes {
		if b != '\n' {
			bytes[i] = ' '
		}
	}
	return string(bytes)
}
