package registry

import (
	_ "embed"
	"encoding/csv"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/unicode/norm"
)

// translations has the words of the region's languages that mean one, among those that names of bodies are made of.
//
//go:embed translations.csv
var translations string

// joining are words that a name may have or leave out.
var joining = []string{"och", "og", "and", "i", "in", "of", "the", "for", "av", "at", "pa", "lan", "o"}

// compounds are what long words are made of that a translation writes as a word of its own.
var compounds = []string{"universitetet", "universitet", "regionen"}

const (
	leastMistyped    = 6 // letters of a word in which a letter may be wrong, the first one being right
	leastMistypedAny = 8 // the same, whichever letter is wrong
	leastUnaccented  = 5 // letters of a word of which the accents may be left out: Habo and Håbo are two
	mostAbbreviation = 5 // letters of an abbreviation
)

// concepts gives the words of concepts by what they are written as; phrases are the same in the order in which they are looked for.
var concepts = sync.OnceValues(func() (map[string]string, []string) {
	of := map[string]string{}
	rows, err := csv.NewReader(strings.NewReader(translations)).ReadAll()
	if err != nil {
		panic("registry/translations.csv cannot be read: " + err.Error()) // it is part of the program
	}
	var phrases []string
	for _, row := range rows[1:] {
		for written := range strings.SplitSeq(row[1], "|") {
			of[Fold(written)] = row[0]
			if strings.Contains(written, " ") {
				phrases = append(phrases, Fold(written))
			}
		}
	}
	slices.SortFunc(phrases, func(a, b string) int { return len(b) - len(a) })
	return of, phrases
})

// longConcepts are the words of concepts in which a letter may be wrong, whichever it is.
var longConcepts = sync.OnceValue(func() []string {
	of, _ := concepts()
	return slices.DeleteFunc(slices.Sorted(maps.Keys(of)), func(written string) bool {
		return len(written) < leastMistypedAny || strings.Contains(written, " ")
	})
})

// AlikeKey gives what names have in common that mean one body in different languages and ways of writing: the words, translated, without the
// legal form, joining words and an abbreviation that stands beside the name. It is empty for a name that is nothing but an abbreviation. Names that
// NameKey keeps apart may share it: what it finds is less likely to be one (AlikeNames).
func AlikeKey(name string) string { return strings.Join(alikeWords(name), " ") }

// AlikeKeys gives, beside that key, those that a name with one wrong letter may share with it: all words but one, and how that one begins or ends.
// They are stored with organisations, so that the database finds those that may be one; AlikeNames then judges each pair.
func AlikeKeys(name string) []string {
	words := alikeWords(name)
	if len(words) == 0 {
		return nil
	}
	keys := []string{strings.Join(words, " ")}
	for i, word := range words {
		letters := []rune(word)
		if !mayBeMistyped(word) {
			continue
		}
		others := strings.Join(slices.Delete(slices.Clone(words), i, i+1), " ")
		for _, n := range untouched(len(letters)) {
			keys = append(keys, others+" "+string(letters[:n])+"~", others+" ~"+string(letters[len(letters)-n:]))
		}
	}
	return keys
}

// untouched gives how many letters at the beginning or the end of a word of so many stand as they are, whichever one is wrong. Two words of
// which the one has a letter more have one of these numbers in common.
func untouched(letters int) []int {
	switch {
	case letters < 7:
		return []int{2}
	case letters == 7:
		return []int{2, 3}
	case letters == 8:
		return []int{3}
	case letters == 9:
		return []int{3, 4}
	}
	return []int{4}
}

// mayBeMistyped says whether a letter of a word may be wrong: it is long, it is no number, and it is no word of the table, which is known.
func mayBeMistyped(word string) bool {
	of, _ := concepts()
	return utf8.RuneCountInString(word) >= leastMistyped-1 && !strings.ContainsFunc(word, unicode.IsNumber) && of[word] == ""
}

// AlikeNames says whether two names may mean one body, and how likely.
func AlikeNames(a, b string) (likeness Likeness, alike bool) {
	one, other := alikeWords(a), alikeWords(b)
	switch {
	case len(one) == 0 || len(other) == 0 || accentsApart(a, b):
		return Likeness{}, false
	case slices.Equal(one, other):
		if named, same := LikelySameName(a, b); same {
			return named, true
		}
		return Likeness{Score: 0.65, Kind: TranslatedName, Reason: "the same name but for the language, joining words or an abbreviation beside it"}, true
	case mistyped(one, other):
		return Likeness{Score: 0.6, Kind: MistypedName, Reason: "the same name but for one letter"}, true
	}
	return Likeness{}, false
}

// alikeWords gives the words of an AlikeKey, sorted.
func alikeWords(name string) []string {
	plain := withoutAbbreviation(norm.NFC.String(name))
	if plain == "" {
		return nil
	}
	of, phrases := concepts()
	text := " " + WithoutLegalForm(strings.ReplaceAll(plain, "&", " ")) + " "
	for _, phrase := range phrases {
		text = strings.ReplaceAll(text, " "+phrase+" ", " "+of[phrase]+" ")
	}
	var words []string
	for word := range strings.FieldsSeq(text) {
		words = append(words, meaning(word)...)
	}
	words = slices.DeleteFunc(words, func(word string) bool { return slices.Contains(joining, word) })
	slices.Sort(words)
	return slices.Compact(words)
}

// meaning gives the concepts of a folded word: as it is in the table, with a letter wrong, or as part of a longer word; or the word itself.
func meaning(word string) []string {
	of, _ := concepts()
	for _, form := range []string{word, withoutGenitive(word)} {
		if concept := of[form]; concept != "" {
			return strings.Fields(concept)
		}
	}
	for _, last := range compounds {
		if first, is := strings.CutSuffix(word, last); is && len(first) > len("folk") {
			return []string{withoutGenitive(first), of[last]}
		}
	}
	if utf8.RuneCountInString(word) >= leastMistypedAny {
		for _, written := range longConcepts() {
			if oneEdit(word, written) {
				return strings.Fields(of[written])
			}
		}
	}
	return []string{withoutGenitive(word)}
}

// withoutAbbreviation takes away an abbreviation that stands beside a name: in brackets, or made of the name's own letters. A name that is
// an abbreviation alone has nothing left.
func withoutAbbreviation(name string) string {
	if open, end := strings.IndexByte(name, '('), strings.LastIndexByte(name, ')'); open > 0 && end > open {
		if inside := strings.Fields(name[open+1 : end]); len(inside) > 0 && isAbbreviation(inside[0]) {
			name = name[:open] + " " + name[end+1:]
		}
	}
	if first, last, is := strings.Cut(name, ","); is && shortName(strings.TrimSpace(last), first) {
		name = first
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '/' || r == ';' })
	words = slices.DeleteFunc(words, func(word string) bool { return Fold(word) == "" })
	kept := slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		return isAbbreviation(word) && len(words) > 1 && abbreviates(word, words)
	})
	named := strings.Fields(WithoutLegalForm(strings.Join(kept, " ")))
	if len(named) == 0 || len(named) == 1 && isAbbreviation(kept[0]) {
		return ""
	}
	return strings.Join(kept, " ")
}

// shortName says whether one word after a name is made of the name's own letters: "Luftfartsverket, Lfv".
func shortName(word, name string) bool {
	letters, of := []rune(Fold(word)), []rune(strings.ReplaceAll(Fold(name), " ", ""))
	return len(letters) >= 2 && len(letters) <= mostAbbreviation && !slices.Contains(letters, ' ') && len(of) >= 2*len(letters) &&
		letters[0] == of[0] && within(letters, of)
}

// isAbbreviation says whether a word is written as one: short, and in capitals or of three letters at most.
func isAbbreviation(word string) bool {
	letters := utf8.RuneCountInString(word)
	return letters >= 2 && letters <= mostAbbreviation && strings.ToUpper(word) == word && strings.ContainsFunc(word, unicode.IsLetter)
}

// abbreviates says whether a word has the letters that others among the words begin with, in any order, or their letters in theirs.
func abbreviates(word string, words []string) bool {
	var initials []rune
	var rest strings.Builder
	for _, other := range words {
		folded := Fold(other)
		if other == word || folded == "" || slices.Contains(joining, folded) || WithoutLegalForm("x "+other) == "x" {
			continue
		}
		initials = append(initials, []rune(folded)[0])
		rest.WriteString(folded)
	}
	letters := []rune(Fold(word))
	if len(initials) < 2 && rest.Len() < 2*len(letters) || rest.Len() == 0 {
		return false
	}
	sorted := slices.Sorted(slices.Values(letters))
	slices.Sort(initials)
	return slices.Equal(sorted, initials) || letters[0] == []rune(rest.String())[0] && within(letters, []rune(rest.String()))
}

// within says whether letters come in a text in their order.
func within(letters, text []rune) bool {
	at := 0
	for _, r := range text {
		if at < len(letters) && letters[at] == r {
			at++
		}
	}
	return at == len(letters)
}

// mistyped says whether two lists of words differ in one letter of one word.
func mistyped(one, other []string) bool {
	if len(one) != len(other) {
		return false
	}
	left := slices.DeleteFunc(slices.Clone(one), func(word string) bool { return slices.Contains(other, word) })
	right := slices.DeleteFunc(slices.Clone(other), func(word string) bool { return slices.Contains(one, word) })
	if len(left) != 1 || len(right) != 1 || !mayBeMistyped(left[0]) || !mayBeMistyped(right[0]) {
		return false
	}
	a, b := []rune(left[0]), []rune(right[0])
	longer := max(len(a), len(b))
	return oneEdit(left[0], right[0]) && longer >= leastMistyped && (a[0] == b[0] || longer >= leastMistypedAny)
}

// oneEdit says whether two words differ in one letter that is wrong, missing or too many, or in two that are changed over.
func oneEdit(a, b string) bool {
	if letters := utf8.RuneCountInString(a) - utf8.RuneCountInString(b); letters < -1 || letters > 1 {
		return false
	}
	switch levenshtein.ComputeDistance(a, b) {
	case 1:
		return true
	case mostEdits:
		x, y := []rune(a), []rune(b)
		return len(x) == len(y) && slices.Equal(slices.Sorted(slices.Values(x)), slices.Sorted(slices.Values(y))) && changedOver(x, y)
	}
	return false
}

// changedOver says whether two words of the same letters differ in two that stand side by side.
func changedOver(x, y []rune) bool {
	for i := range len(x) - 1 {
		if x[i] != y[i] {
			return x[i] == y[i+1] && x[i+1] == y[i]
		}
	}
	return false
}

// accentsApart says whether a short word of the two names differs in nothing but accents: then these tell two places apart.
func accentsApart(a, b string) bool {
	accented := func(name string) map[string]string {
		of := map[string]string{}
		for word := range strings.FieldsSeq(strings.ToLower(norm.NFC.String(name))) {
			if utf8.RuneCountInString(word) < leastUnaccented {
				of[Fold(word)] = strings.NewReplacer("ø", "ö", "æ", "ä").Replace(word)
			}
		}
		return of
	}
	other := accented(b)
	for folded, word := range accented(a) {
		if written, is := other[folded]; is && folded != "" && written != word {
			return true
		}
	}
	return false
}
