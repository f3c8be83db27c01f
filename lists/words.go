package lists

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"partnernet/registry"
)

// enumerations are those of the schema that fields have values of.
var enumerations = map[Field]string{FieldRole: "MembershipRole", FieldEndStatus: "EndStatus", FieldStatus: "RelationState", FieldUrgency: "Urgency"}

// regions name countries, by language.
var regions = sync.OnceValue(func() map[string]display.Namer {
	return map[string]display.Namer{"sv": display.Swedish.Regions(), "nb": display.Regions(language.Norwegian), "en": display.English.Regions()}
})

// ValueIn says in a language what a field has: values that the API writes as codes have words, and countries names.
func ValueIn(lang string, field Field, value string) string {
	if enumeration := enumerations[field]; enumeration != "" {
		word, _ := registry.ValueLabel(lang, enumeration, value)
		return word
	}
	region, err := language.ParseRegion(value)
	if namer := regions()[lang]; field == FieldCountry && err == nil && namer != nil {
		return namer.Name(region)
	}
	return value
}

// AboutValues gives values of a field for a text to speak of, by the names of its gaps, in each language.
func AboutValues(field Field, values map[string]string) About {
	about := About{}
	for name, value := range values {
		about[name] = value
		for _, lang := range registry.Languages {
			if word := ValueIn(lang, field, value); word != value {
				about[name+"."+lang] = word
			}
		}
	}
	return about
}

// memberRoles gives the role in a network by its folded word in Swedish, Norwegian and English, or by its name in the API.
var memberRoles = sync.OnceValue(func() map[string]string {
	roles := map[string]string{}
	for role, words := range map[string]string{
		"COORDINATOR": "Samordnare, Koordinator, Nätverkskoordinator, Nettverkskoordinator, Network coordinator, Coordinator, Processledare, Prosessleder",
		"BOARD_MEMBER": "Styrelse, Styrelseledamot, Styrelsemedlem, Styre, Styret, Styremedlem, Styrgrupp, Styrgruppsmedlem, Styringsgruppe, Board, Board member, " +
			"Steering group, Ordförande, Ordf., Vice ordförande, Vice ordf., Styreleder, Leder, Leiar, Nestleder, Nestleiar, Kassör, Kasserer, Chair",
		"MEMBER":     "Medlem, Fullvärdig medlem, Ordinarie medlem, Ordinært medlem, Fullt medlem, Member, Full member",
		"ASSOCIATED": "Associerad, Ass., Associerad medlem, Assosiert, Assosiert medlem, Associated, Associate, Associate member, Associated member, Stödmedlem, Støttemedlem, Supporting member",
		"OBSERVER":   "Observatör, Observatør, Observer",
	} {
		for word := range strings.SplitSeq(words+", "+role, ", ") {
			roles[registry.Fold(word)] = role
		}
		for _, language := range registry.Languages {
			word, _ := registry.ValueLabel(language, "MembershipRole", role)
			roles[registry.Fold(word)] = role
		}
	}
	return roles
})

// months are the months by the first three letters of their folded names in Swedish, Norwegian and English.
var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
	"okt": 10, "oct": 10, "nov": 11, "dec": 12, "des": 12,
}

// seasons are the seasons of the year by which people date things.
var seasons = sync.OnceValue(func() map[string]bool {
	return folded("våren, vår, vårtermin, vårterminen, sommaren, sommar, sommeren, sommer, hösten, höst, høsten, høst, hausten, haust, vintern, vinter, vinteren, spring, summer, autumn, winter")
})

// openEnds are words that say that a membership has no end.
var openEnds = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, word := range []string{"Tills vidare", "Tillsvidare", "Löpande", "Pågående", "Inntil videre", "Løpende", "Pågår", "Until further notice", "Ongoing", "Open"} {
		words[registry.Fold(word)] = true
	}
	return words
})
