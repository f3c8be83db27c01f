package registry

import (
	"regexp"
	"strings"
	"unicode"

	"partnernet/fault"
)

// RuleNameOfNobody is the rule of names that name no organisation, as named in a fault.
const RuleNameOfNobody = "name-of-nobody"

// nobody are the texts, folded, by which people fill a cell when they know no name.
var nobody = wordSet(
	"ukjent, ukjend, okänd, okänt, unknown, not known, inte känd, ej känd, ikke kjent, ikkje kjend",
	"okänd organisation, okänt företag, ukjent organisasjon, ukjent virksomhet, ukjent bedrift, unknown organisation, unknown organization, unknown company", //nolint:misspell // people write it so too
	"n/a, na, i/a, e/a, none, nil, null, nan, ingen, inget, ingenting, nobody, nothing",
	"ej angivet, ej angiven, inte angivet, ikke angitt, ikke oppgitt, ikkje oppgitt, not specified, not given, not stated, unspecified, uspesifisert, ospecificerad",
	"saknas, namn saknas, uppgift saknas, uppgifter saknas, mangler, navn mangler, missing, blank, tom, empty",
	"vet ej, vet inte, vet ikke, veit ikkje, don't know",
	"ej aktuellt, inte aktuellt, ej tillämpligt, ikke aktuelt, ikke relevant, not applicable, not relevant",
	"tbd, tba, tbc, to be decided, to be announced, to be confirmed, ej klart, ikke avklart, kommer senare, kommer senere",
	"anonym, anonymt, anonymous",
)

func wordSet(lists ...string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.SplitSeq(strings.Join(lists, ", "), ", ") {
		set[Fold(word)] = true
	}
	return set
}

// crosses is what stands where a text is to come: xxx. A number after a word for nobody only tells nobodies apart: okänd 2.
var (
	crosses = regexp.MustCompile(`^x+$`)
	counted = regexp.MustCompile(` [0-9]+$`)
)

// NamesNobody says whether a text that stands for a name says that there is none, or that nobody knows it: "okänd", "N/A", "-". A text
// without a letter or a digit names nobody. A name that only contains such a word, as Okänd AB does, is a name.
func NamesNobody(name string) bool {
	folded := counted.ReplaceAllString(Fold(name), "")
	return folded == "" || nobody[folded] || crosses.MatchString(folded)
}

// HasLetter says whether a name has a letter in it, as the names of organisations do: a number or a day alone is none.
func HasLetter(name string) bool { return strings.ContainsFunc(Fold(name), unicode.IsLetter) }

// CheckNamed refuses the name of an organisation that names nobody, or is a number or a day.
func CheckNamed(name string) error {
	if NamesNobody(name) || !HasLetter(name) {
		return fault.New(fault.BadInput, "%.100q names no organisation. Give the name that it is registered under, or leave the organisation out until somebody knows it.", name).
			Breaking(RuleNameOfNobody)
	}
	return nil
}
