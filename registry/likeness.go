package registry

import (
	"slices"
	"strings"
)

// Likeness says how likely it is that two records mean one organisation, and why. It is a ground for asking, never
// for merging.
type Likeness struct {
	Score  float64 // 0 to 1, for putting the likeliest first; not a probability
	Reason string  // for people
}

// LikelySameName compares two names. Alike is false when nothing speaks for one organisation.
func LikelySameName(a, b string) (likeness Likeness, alike bool) {
	key := NameKey(a)
	switch {
	case key == "" || key != NameKey(b):
		return Likeness{}, false
	case Fold(a) == Fold(b):
		return Likeness{Score: 0.95, Reason: "the same name but for capitals, accents and punctuation"}, true
	case WithoutLegalForm(a) == WithoutLegalForm(b):
		return Likeness{Score: 0.9, Reason: "the same name but for the legal form"}, true
	}
	return Likeness{Score: 0.7, Reason: "the same name but for the order of words, a genitive s, or the words i and län"}, true
}

// NameKey gives what likely names of one organisation have in common: names with different keys are not alike, so
// likely duplicates among many names are found by grouping. It is empty for a name without a letter or digit.
//
// In Swedish names a place stands with or without its genitive s ("Lysekil kommun", "Lysekils kommun"), after an i or
// not ("Högskolan i Skövde", "Högskolan Skövde") and as a county or not ("Länsstyrelsen Skåne län").
func NameKey(name string) string {
	words := strings.Fields(WithoutLegalForm(name))
	key := words[:0:0]
	for _, word := range words {
		if word != "i" && word != "lan" {
			key = append(key, withoutGenitive(word))
		}
	}
	if len(key) == 0 {
		key = words
	}
	slices.Sort(key)
	return strings.Join(key, " ")
}

// withoutGenitive drops a final s, save from words too short to be a place with one.
func withoutGenitive(word string) string {
	if len(word) <= 3 {
		return word
	}
	return strings.TrimSuffix(word, "s")
}
