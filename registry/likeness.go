package registry

import (
	"math"
	"slices"
	"strings"
)

// Likeness says how likely it is that two records mean one organisation, and why. It is a ground for asking, never
// for merging.
type Likeness struct {
	Score  float64        // 0 to 1, for putting the likeliest first; not a probability
	Kind   LikenessReason // what speaks for it
	Reason string         // the same for people, more exactly
}

// LikenessReason is what speaks for two records meaning one organisation.
type LikenessReason string

// What can speak for it.
const (
	SameNumber     LikenessReason = "SAME_NUMBER"     // one number, though registers are named differently
	SameName       LikenessReason = "SAME_NAME"       // the same name once case, accents and legal form are dropped
	SimilarName    LikenessReason = "SIMILAR_NAME"    // the same name but for the order of words and the like
	TranslatedName LikenessReason = "TRANSLATED_NAME" // the same name in another language, with another joining word, or with its abbreviation
	MistypedName   LikenessReason = "MISTYPED_NAME"   // the same name but for one letter
	OtherName      LikenessReason = "OTHER_NAME"      // the names that agree are not both their present legal names
	SamePlace      LikenessReason = "SAME_PLACE"      // the same municipality or statistical area
)

// Body is what is known of an organisation that tells it from others.
type Body struct {
	Name    string
	Others  []string // other names that it goes by, or went by
	Country string   // "" when it is not known
	Numbers []Identifier
	Places  []string // its municipality by name, its area by code
}

// Compared is how alike two bodies are, with all that speaks for it.
type Compared struct {
	Score   float64
	Reasons []LikenessReason
}

// What the parts of a comparison count.
const (
	numberScore   = 0.97 // a number is given to one body; the register may have been named wrongly
	placeCloses   = 0.5  // of what is missing to certainty, a common place closes so much
	countryLeaves = 0.5  // of the likeness of names, so much is left when the countries are known to differ
)

// CompareBodies says how likely two records mean one organisation. Alike is false when nothing speaks for it, or when a register is known to
// tell the two apart: it has given each of them a number of its own. A common place alone is no ground, it only strengthens another one.
func CompareBodies(a, b Body) (compared Compared, alike bool) {
	name, named := likestNames(a, b)
	if sameNumber(a.Numbers, b.Numbers) {
		compared = Compared{numberScore, []LikenessReason{SameNumber}}
	} else if _, _, apart := distinct(a.Numbers, b.Numbers); apart {
		return Compared{}, false
	}
	if named {
		if a.Country != "" && b.Country != "" && a.Country != b.Country {
			name.Score *= countryLeaves
		}
		compared.Score = max(compared.Score, name.Score)
		compared.Reasons = append(compared.Reasons, name.Kind)
		if _, is := AlikeNames(a.Name, b.Name); !is {
			compared.Reasons = append(compared.Reasons, OtherName)
		}
	}
	if len(compared.Reasons) == 0 {
		return Compared{}, false
	}
	if slices.ContainsFunc(a.Places, func(place string) bool { return place != "" && slices.Contains(b.Places, place) }) {
		compared.Score += (1 - compared.Score) * placeCloses
		compared.Reasons = append(compared.Reasons, SamePlace)
	}
	compared.Score = math.Round(compared.Score*1000) / 1000
	return compared, true
}

// otherLeaves is what is left of the likeness of two names that are not both the present ones.
const otherLeaves = 0.9

// likestNames compares the names of two bodies, those that they have now and others, and gives the likest pair.
func likestNames(a, b Body) (likest Likeness, alike bool) {
	likest, alike = AlikeNames(a.Name, b.Name)
	for i, one := range append([]string{a.Name}, a.Others...) {
		for j, other := range append([]string{b.Name}, b.Others...) {
			name, is := AlikeNames(one, other)
			if i+j == 0 || !is {
				continue
			}
			if name.Score *= otherLeaves; name.Score > likest.Score {
				likest, alike = name, true
			}
		}
	}
	return likest, alike
}

func sameNumber(a, b []Identifier) bool {
	return slices.ContainsFunc(a, func(x Identifier) bool {
		return slices.ContainsFunc(b, func(y Identifier) bool { return NumberKey(x.Value) == NumberKey(y.Value) })
	})
}

// distinct says whether one register, whose numbers are verified, has given each of the two a number, and which. PIC numbers are given to
// one body more than once, and of other registers nothing is known.
func distinct(a, b []Identifier) (one, other Identifier, apart bool) {
	for _, scheme := range []Scheme{SwedishNumber, NorwegianNumber, LEI} {
		of := func(id Identifier) bool { return id.Scheme == scheme }
		i, j := slices.IndexFunc(a, of), slices.IndexFunc(b, of)
		if i >= 0 && j >= 0 && !sameNumber(a, b) {
			return a[i], b[j], true
		}
	}
	return Identifier{}, Identifier{}, false
}

// NumberKey gives what ways of writing one number have in common, whatever register it is said to be of.
func NumberKey(value string) string {
	key := compact(value)
	for _, form := range []func(string) (string, error){parseSwedishNumber, parseNorwegianNumber} {
		if number, err := form(key); err == nil {
			return number
		}
	}
	return key
}

// LikelySameName compares two names. Alike is false when nothing speaks for one organisation.
func LikelySameName(a, b string) (likeness Likeness, alike bool) {
	key := NameKey(a)
	switch {
	case key == "" || key != NameKey(b):
		return Likeness{}, false
	case Fold(a) == Fold(b):
		return Likeness{Score: 0.95, Kind: SameName, Reason: "the same name but for capitals, accents and punctuation"}, true
	case WithoutLegalForm(a) == WithoutLegalForm(b):
		return Likeness{Score: 0.9, Kind: SameName, Reason: "the same name but for the legal form"}, true
	}
	return Likeness{Score: 0.7, Kind: SimilarName, Reason: "the same name but for the order of words, a genitive s, or the words i and län"}, true
}

// NameKey gives what the ways of writing one name in one language have in common: names with different keys are not LikelySameName, so likely
// duplicates among many names are found by grouping. It is empty for a name without a letter or digit. It is for names of one list, whose rows name
// bodies alike, and for comparing word by word. AlikeKey is for all that is held: that goes by the meaning, and has nothing for an abbreviation, which
// this one keeps.
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
