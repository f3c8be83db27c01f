package fault

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Violation is one of the rules of the domain that an input breaks.
type Violation struct {
	Field string // of the input
	Rule  string
	Err   error // says what is wrong, and what to do
}

// Parts divides what an error says: first what is wrong, which is one sentence, and then the remedy, "" where nothing follows.
func Parts(said string) (wrong, remedy string) {
	quoted := false
	for i, r := range said {
		switch r {
		case '"':
			quoted = !quoted
		case '.':
			rest, follows := strings.CutPrefix(said[i:], ". ")
			if next, _ := utf8.DecodeRuneInString(rest); follows && !quoted && unicode.IsUpper(next) {
				return said[:i+1], rest
			}
		}
	}
	return said, ""
}
