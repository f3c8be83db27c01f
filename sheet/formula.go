package sheet

import "strings"

// formulaSigns are what a cell begins with that spreadsheet programs take for a formula, or skip before one.
const formulaSigns = "=+-@\t\r\n＝＋－＠"

// guard is what is written before a text so that spreadsheet programs take it for a text, as people write it themselves.
const guard = "'"

// likeFormula says whether a text would be taken for a formula, after any guards.
func likeFormula(text string) bool {
	rest := strings.TrimLeft(text, guard)
	return rest != "" && strings.ContainsRune(formulaSigns, []rune(rest)[0])
}

// Guarded gives a text as it may stand in a text file that a spreadsheet program opens: never as a formula. Unguarded gives it back.
func Guarded(text string) string {
	if likeFormula(text) {
		return guard + text
	}
	return text
}

// Unguarded gives the text that is meant by one in a text file.
func Unguarded(text string) string {
	if rest, guarded := strings.CutPrefix(text, guard); guarded && likeFormula(text) {
		return rest
	}
	return text
}
