package registry

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Letters of the region that Unicode does not take apart into a base letter and a mark: Danish and Norwegian ø and
// æ, Icelandic ð and þ, Sami đ, ŋ and ŧ, Polish ł, German ß.
var undecomposed = strings.NewReplacer("ø", "o", "æ", "a", "œ", "o", "ð", "d", "đ", "d", "þ", "th", "ŋ", "n", "ŧ", "t", "ł", "l", "ß", "ss")

// Who has no å, ä/æ or ö/ø on the keyboard writes aa, ae or oe.
var (
	writtenOutA = regexp.MustCompile(`a[ae]+`)
	writtenOutO = regexp.MustCompile(`oe+`)
)

// Fold brings a text into the form in which texts are searched and compared: small letters, no accents, words
// separated by one space. Spellings of either side of the border meet: å and aa are a; ä, æ and ae are a; ö, ø and oe
// are o. Folding a folded text changes nothing.
func Fold(text string) string {
	// By way of capitals, since some small letters share one: final sigma, dotless i.
	plain := norm.NFKD.String(strings.ToLower(strings.ToUpper(norm.NFKD.String(text))))
	words := strings.FieldsFunc(strings.Map(dropMarks, withoutApostrophes.Replace(plain)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	folded := undecomposed.Replace(strings.Join(words, " "))
	return writtenOutO.ReplaceAllString(writtenOutA.ReplaceAllString(folded, "a"), "o")
}

// withoutApostrophes takes away apostrophes: what stands before and behind one is one word.
var withoutApostrophes = strings.NewReplacer("'", "", "’", "")

// dropMarks takes away combining marks.
func dropMarks(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// SearchText gives the texts that a record is searched by: each folded, on a line of its own, so that a search can tell where a name begins
// and ends.
func SearchText(texts []string) string {
	var lines []string
	for _, text := range texts {
		if line := Fold(text); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
