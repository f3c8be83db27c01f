package registry

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"
)

// Search is what somebody looks for, ready to be asked of the database.
type Search struct {
	Words       []string     // folded, without the words of legal forms; in letters and digits only
	Whole       []string     // the name looked for as whole lines of a searchText, with each legal form it may have
	Begins      string       // the same as the beginning of a line
	Query       string       // of the full-text index, empty without words
	Identifiers []Identifier // that the text may be
	Forms       []FormWord   // those of Words that stand in legal forms too
	Endings     []string     // what Forms are not to be found in: legal forms as the end of a folded name, twice, since a name may end in two
}

// FormWord is a word that is sought and stands in legal forms too: the Norwegian place Ås is folded as AS is.
type FormWord struct {
	Word  string // folded
	Typed string // in small letters as it was typed, with å as aa, when that is not how a legal form is written; else empty
}

const (
	mostSought    = 12 // words that count; who remembers more remembers a text to filter by
	longestSought = 50 // letters of a word; a longer one is cut
	leastForgiven = 4  // letters of a word in which an error is forgiven, or that is found within another
	leastBegun    = 3  // letters of a word that is found as the beginning of another; a shorter one is found as it is: Ås, Hå, Å
)

// ParseSearch reads what somebody typed to look for. The query's words have letters and digits only, so that nothing that is typed means
// anything to the index but a word to find.
func ParseSearch(text string) Search {
	s := Search{Words: soughtWords(WithoutLegalForm(text)), Identifiers: identifiersIn(text)}
	if len(s.Words) == 0 {
		return s
	}
	name := strings.Join(s.Words, " ")
	s.Begins = "\n" + name
	s.Whole = []string{s.Begins + "\n"}
	for _, form := range legalForms {
		s.Whole = append(s.Whole, s.Begins+" "+Fold(strings.Join(form, " "))+"\n")
	}
	for _, form := range leadingForms {
		s.Whole = append(s.Whole, "\n"+Fold(strings.Join(form, " "))+" "+name+"\n")
	}
	parts := make([]string, len(s.Words))
	for i, word := range s.Words {
		parts[i] = "+(" + word + forgiving(word) + ")"
	}
	s.Query = strings.Join(parts, " ")
	s.Forms, s.Endings = formWords(s.Words, text)
	return s
}

// forgiving finds a word that is long enough as the beginning of another, within a longer one, and with one typing error: a letter that is
// wrong, too many or missing, or two changed over.
func forgiving(word string) string {
	switch letters := utf8.RuneCountInString(word); {
	case letters >= leastForgiven:
		return " " + word + "* *" + word + "* " + word + "~1"
	case letters >= leastBegun:
		return " " + word + "*"
	}
	return ""
}

// formWords gives those of the words that stand in legal forms, and what they are not to be found in.
func formWords(words []string, text string) (forms []FormWord, endings []string) {
	for _, form := range legalForms {
		endings = append(endings, " "+Fold(strings.Join(form, " ")))
	}
	for _, word := range words {
		if !slices.ContainsFunc(endings, func(ending string) bool { return slices.Contains(strings.Fields(ending), word) }) {
			continue
		}
		form := FormWord{Word: word}
		if typed := strings.ReplaceAll(strings.ToLower(norm.NFC.String(typedAs(word, text))), "å", "aa"); typed != word {
			form.Typed = typed
		}
		forms = append(forms, form)
	}
	if forms == nil {
		return nil, nil
	}
	return forms, append(endings, endings...)
}

func soughtWords(folded string) []string {
	words := strings.Fields(folded)
	words = words[:min(len(words), mostSought)]
	for i, word := range words {
		if letters := []rune(word); len(letters) > longestSought {
			words[i] = string(letters[:longestSought])
		}
	}
	return words
}

// identifiersIn gives the identifiers that a text, or one word of it, may be.
func identifiersIn(text string) []Identifier {
	if utf8.RuneCountInString(text) > maxOtherIdentifier {
		return nil
	}
	var found []Identifier
	for _, candidate := range append([]string{text}, strings.Fields(text)...) {
		for _, scheme := range []Scheme{SwedishNumber, NorwegianNumber, LEI, PIC, OtherScheme} {
			if id, err := ParseIdentifier(scheme, candidate); err == nil && !slices.Contains(found, id) {
				found = append(found, id)
			}
		}
	}
	return found
}

// Forgiveness is a difference between what was typed and what was found.
type Forgiveness string

// What is forgiven, the least first. The empty one: nothing.
const (
	ForgivenSpelling Forgiveness = "SPELLING"
	ForgivenEnding   Forgiveness = "WORD_PART"
	ForgivenTyping   Forgiveness = "TYPING_ERROR"
)

var forgivenesses = []Forgiveness{"", ForgivenSpelling, ForgivenEnding, ForgivenTyping}

// mostEdits lets a pair of letters that changed over, two edits to Levenshtein, count as the one error that the index forgives.
const mostEdits = 2

// Found says whether a word that was sought is in a text, and what had to be forgiven.
func Found(word, typed, text string) (forgiven Forgiveness, found bool) {
	folded := Fold(text)
	switch {
	case slices.Contains(strings.Fields(folded), word):
		if strings.Contains(strings.ToLower(text), strings.ToLower(typed)) {
			return "", true
		}
		return ForgivenSpelling, true
	case partOf(word, folded):
		return ForgivenEnding, true
	}
	return ForgivenTyping, utf8.RuneCountInString(word) >= leastForgiven && slices.ContainsFunc(strings.Fields(folded), func(other string) bool {
		return levenshtein.ComputeDistance(word, other) <= mostEdits
	})
}

// partOf says whether a word is part of another one of a folded text, as the index is asked for it.
func partOf(word, folded string) bool {
	switch letters := utf8.RuneCountInString(word); {
	case letters >= leastForgiven:
		return strings.Contains(folded, word)
	case letters >= leastBegun:
		return strings.Contains(" "+folded, " "+word)
	}
	return false
}

// Field is a field of what was found, with its texts.
type Field struct {
	Name  string
	Texts []string
}

// MatchedOn gives the fields in which the words of a search were found with the least to forgive, and what had to be forgiven.
func MatchedOn(text string, fields []Field) (names []string, forgiven []Forgiveness) {
	for _, word := range soughtWords(WithoutLegalForm(text)) {
		least := len(forgivenesses)
		var at []string
		for _, field := range fields {
			kind := leastForgivenIn(word, typedAs(word, text), field)
			if kind < least {
				least, at = kind, nil
			}
			if kind == least && kind < len(forgivenesses) {
				at = append(at, field.Name)
			}
		}
		for _, name := range at {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if least > 0 && least < len(forgivenesses) && !slices.Contains(forgiven, forgivenesses[least]) {
			forgiven = append(forgiven, forgivenesses[least])
		}
	}
	return names, forgiven
}

func leastForgivenIn(word, typed string, field Field) int {
	least := len(forgivenesses)
	for _, text := range field.Texts {
		if kind, found := Found(word, typed, text); found {
			least = min(least, slices.Index(forgivenesses, kind))
		}
	}
	return least
}

// typedAs gives the word as it was typed.
func typedAs(word, text string) string {
	for typed := range strings.FieldsSeq(text) {
		if Fold(typed) == word {
			return typed
		}
	}
	return word
}
