package registry

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// legalForms are the words of Swedish and Norwegian legal forms at the end of a name, in small letters and with their
// accents: "AS" is a legal form, "Ås" a municipality. Words that belong to who the body is, such as kommun,
// universitet or sameby, are not among them.
var legalForms = [][]string{
	{"ideell", "förening"}, {"ideella", "föreningen"}, {"ekonomisk", "förening"}, {"ekonomiska", "föreningen"},
	{"ek", "förening"}, {"ek", "för"}, {"ek", "for"}, {"a", "s"},
	{"aktiebolag"}, {"aktiebolaget"}, {"ab"}, {"publ"}, {"svb"},
	{"handelsbolag"}, {"hb"}, {"kommanditbolag"}, {"kb"}, {"stiftelsen"}, {"stiftelse"},
	{"aksjeselskap"}, {"allmennaksjeselskap"}, {"as"}, {"asa"}, {"ans"}, {"da"}, {"sa"}, {"ba"}, {"iks"}, {"kf"},
}

// leadingForms are those that also stand before a name: "Stiftelsen Jamtli", "AB Östgötatrafiken".
var leadingForms = [][]string{
	{"ideella", "föreningen"}, {"aktiebolaget"}, {"ab"}, {"stiftelsen"}, {"stiftelse"},
}

// WithoutLegalForm gives a name folded and without the words of its legal form, for finding names that may mean one
// organisation: "IUC Z-Group AB" and "Iuc Z-group Aktiebolag" are both "iuc z group". A name of nothing else is
// kept. It does not tell the legal form: that is a fact for a source to state.
func WithoutLegalForm(name string) string {
	return Fold(strings.Join(withoutForms(nameWords(name)), " "))
}

// SoughtText gives what is looked for within a searchText by who asks for a text: the text folded, without the words of a legal form, since
// the name may be kept with another form, at its other end, or with none. A text of nothing but a form is looked for as it is.
func SoughtText(text string) string {
	folded, words := Fold(text), nameWords(text)
	if rest := withoutForms(words); len(rest) < len(words) {
		return cmp.Or(Fold(strings.Join(rest, " ")), folded)
	}
	return folded
}

// nameWords gives the words of a name in small letters, with their accents.
func nameWords(name string) []string {
	return strings.FieldsFunc(withoutApostrophes.Replace(strings.ToLower(norm.NFC.String(name))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}

// withoutForms takes all legal forms away from the end and the beginning of the words of a name.
func withoutForms(words []string) []string {
	for again := true; again; {
		words, again = dropForm(words)
	}
	return words
}

// dropForm takes one legal form away from the end or the beginning and reports whether there was one.
func dropForm(words []string) ([]string, bool) {
	for _, form := range legalForms {
		if rest := len(words) - len(form); rest > 0 && slices.Equal(words[rest:], form) {
			return words[:rest], true
		}
	}
	for _, form := range leadingForms {
		if len(words) > len(form) && slices.Equal(words[:len(form)], form) {
			return words[len(form):], true
		}
	}
	return words, false
}
