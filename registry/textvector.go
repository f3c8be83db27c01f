package registry

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/swedish"
	"golang.org/x/text/unicode/norm"
)

const (
	vectorSize    = 512 // places that groups of letters are counted in; two groups of one statement seldom share one
	shortestGroup = 3
	longestGroup  = 4
)

// cognates brings what Swedish and Norwegian spell differently by rule to one spelling: säkerhet and sikkerhet still differ, but förvärv
// and forverv, blick and blikk, extra and ekstra, station and stasjon no longer do. Doubled letters become one besides.
var cognates = strings.NewReplacer("ä", "e", "æ", "e", "tion", "sjon", "ssion", "sjon", "sion", "sjon", "ck", "k", "x", "ks",
	"th", "t", "ph", "f", "q", "k", "w", "v", "z", "s", "hv", "v")

// TextVector counts the groups of three and four letters of a text's words, each group at a place that its hash gives, so that the cosine of
// the angle between two vectors says how alike two statements are, be they Swedish or Norwegian. Groups of letters find the parts of compound
// words (reservkraft in reservkraftverk) and need neither a stem nor to know the language; the most common words of both are left out.
// It is nil for a text without words. docs/decisions/scoring-matches.md has what else was tried.
func TextVector(text string) []int {
	var vector []int
	for _, word := range tellingWords(text) {
		letters := []rune(" " + sharedSpelling(word) + " ")
		for size := shortestGroup; size <= longestGroup; size++ {
			for i := 0; i+size <= len(letters); i++ {
				if vector == nil {
					vector = make([]int, vectorSize)
				}
				vector[place(string(letters[i:i+size]))]++
			}
		}
	}
	return vector
}

// place gives a group's place in a vector.
func place(group string) int {
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(group)) // a hash takes everything
	return int(hash.Sum32() % vectorSize)
}

// The least that two words have in common when they speak of one thing.
const (
	sharedWord  = 4 // letters of a word that the other begins with
	sharedBegin = 6 // letters that both begin with
)

// SharedWords gives the words of the second statement that speak of what a word of the first speaks of, as they are written, to say in
// what two statements are alike. One word begins with the other, or both begin alike.
func SharedWords(first, second string) []string {
	var shared []string
	ours := tellingWords(first)
	for _, word := range tellingWords(second) {
		alike := func(our string) bool { return speakOfOne(sharedSpelling(our), sharedSpelling(word)) }
		if slices.ContainsFunc(ours, alike) && !slices.Contains(shared, word) {
			shared = append(shared, word)
		}
	}
	return shared
}

func speakOfOne(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= sharedBegin || n >= sharedWord && (n == len(a) || n == len(b))
}

// tellingWords gives a text's words in small letters, without those that tell nothing.
func tellingWords(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	return slices.DeleteFunc(words, func(word string) bool {
		return utf8.RuneCountInString(word) < 2 || swedish.IsStopWord(word) || norwegian.IsStopWord(word)
	})
}

// sharedSpelling gives a word in the spelling that both languages are compared in.
func sharedSpelling(word string) string {
	letters := []rune(Fold(cognates.Replace(word)))
	return string(slices.Compact(letters))
}
