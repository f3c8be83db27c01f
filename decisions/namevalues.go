package decisions

import (
	"regexp"
	"strings"
)

// nameInCell reads the name of an organisation in a field of a form: what follows a comma, a bracket or a number is no part of it.
func (r reader) nameInCell(words string) (string, bool) {
	if codeFirst().MatchString(words) {
		return "", false
	}
	if at := afterName().FindStringIndex(words); at != nil {
		words = words[:at[0]]
	}
	if words = strings.TrimSpace(words); strings.HasSuffix(words, ".") && !strings.HasSuffix(words, "för.") || len(words) > 90 || !looksNamed(words) || r.language.isLabel(words) {
		return "", false
	}
	return r.organisation(words)
}

// nameOnLine reads a name that begins a line and ends with a sign. A sentence is none.
func (r reader) nameOnLine(words string) (string, bool) {
	if noName().MatchString(words) {
		return "", false
	}
	return r.nameInCell(words)
}

// greeted reads the name of an organisation that a letter greets: one that says what it is, and no person's.
func (r reader) greeted(words string) (string, bool) {
	parts := strings.Fields(words)
	if len(parts) == 0 || !wholeName().MatchString(words) && !namedAs().MatchString(parts[len(parts)-1]) {
		return "", false
	}
	return r.nameInCell(words)
}

// titled writes a name in small letters that stands in capitals: INNLANDET FYLKESKOMMUNE.
func titled(words []string) string {
	for i, word := range words {
		lower := []rune(strings.ToLower(word))
		if i < len(words)-1 || i == 0 {
			lower[0] = []rune(strings.ToUpper(string(lower[0])))[0]
		}
		words[i] = string(lower)
	}
	return strings.Join(words, " ")
}

// nameInForm reads a name that stands between two fields of a form which has lost its lines. With the head of a further field in it, it is none.
func (r reader) nameInForm(words string) (string, bool) {
	words = strings.Trim(beyondName().Split(words, 2)[0], " ”\"“«»–-,:.")
	for _, at := range capitalWord.FindAllStringIndex(words, -1) {
		if r.language.labels.MatchString(words[at[0]+1:]) {
			return "", false
		}
	}
	return words, len([]rune(words)) > 1 && len([]rune(words)) <= 120 && !noProject().MatchString(words)
}

// capitalWord finds where a further word of a name begins with a capital.
var capitalWord = regexp.MustCompile(` \p{Lu}`)
