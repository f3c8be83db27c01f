package lists

import (
	"slices"
	"strings"
	"unicode"

	"partnernet/registry"
	"partnernet/sheet"
)

// What headings between the members of a list are made of, folded: what they call members, where those are, and which of them they are.
var (
	groupWords = folded("medlem, medlemmar, medlemmer, medlemmene, medlemmarna, medlemsföretag, medlemsbedrifter, medlemsorganisationer, medlemsorganisasjoner, member, members, " +
		"företag, företagen, foretak, bedrift, bedrifter, bedriftene, virksomheter, verksamheter, bolag, selskap, selskaper, companies, " +
		"organisationer, organisasjoner, organisations, organizations, kommuner, kommunar, municipalities, regioner, regionar, regions, fylker, föreningar, foreninger, frivilligorganisationer, frivillige, universitet, högskolor, høgskoler, skolor, skoler, sida, side, myndigheter, authorities, " +
		"partner, partners, partnere, parter, deltagare, deltakere, participants, aktörer, aktører, actors, observatörer, observatører, observers")
	countries  = folded("sverige, sverge, norge, noreg, danmark, finland, island, sweden, norway, denmark, iceland, norden")
	qualifiers = folded("svensk, svenska, svenske, norsk, norska, norske, dansk, danska, danske, finsk, finska, finske, swedish, norwegian, nordiska, nordiske, nordic, " +
		"ny, nya, nye, new, tidigare, tidligere, former, övriga, øvrige, andra, andre, other, ordinarie, ordinära, ordinære, fullvärdiga, full, " +
		"associerade, assosierte, associated, stödjande, støttende, aktiva, aktive, active, potentiella, potensielle, potential, privata, private, " +
		"offentliga, offentlige, public, våra, våre, our, alla, alle, all, från, fra, from, i, in, på, av, of, och, og, and, the, samt, sidan, siden")
)

func folded(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.SplitSeq(words, ", ") {
		set[registry.Fold(word)] = true
	}
	return set
}

// isSubheading tells whether a row stands between the members of a list as a heading of those below it: nothing else stands in it, and it
// says so by its words, ends with a colon, or stands alone between a blank row and a row that tells more. A row that names a legal form is a
// member's.
func isSubheading(rows []sheet.Row, at int) (text string, is bool) {
	text, alone := onlyText(rows[at])
	switch {
	case !alone || namesLegalForm(text):
		return text, false
	case strings.HasSuffix(text, ":") || namesGroup(text) || namesStanding(text):
		return text, true
	}
	return text, standsAlone(rows, at)
}

// standsAlone tells a row between blocks: there is a block above it, then a blank row, and right below it a row that tells more.
func standsAlone(rows []sheet.Row, at int) bool {
	if at == 0 || at+1 == len(rows) {
		return false
	}
	above, here, below := rows[at-1], rows[at], rows[at+1]
	return here.Number > above.Number+1 && below.Number == here.Number+1 && filledCells(below) > 1
}

// onlyText gives the one text of a row in which nothing else stands.
func onlyText(row sheet.Row) (text string, alone bool) {
	if filledCells(row) != 1 {
		return "", false
	}
	last := row.Cells[len(row.Cells)-1]
	text = registry.Plain(last.Text)
	letters := strings.ContainsFunc(text, unicode.IsLetter)
	digits := len(onlyDigits(text)) > len("2024")
	return text, last.Kind == sheet.Text && letters && !digits
}

// namesStanding tells whether a short text says that those below it are members no more, or not yet.
func namesStanding(text string) bool {
	stands := standingOf(text)
	return (stands == standsNoMore || stands == standsNotYet) && len(strings.Fields(text)) <= 6
}

func filledCells(row sheet.Row) int {
	filled := 0
	for _, cell := range row.Cells {
		if cell != (sheet.Cell{}) {
			filled++
		}
	}
	return filled
}

func namesLegalForm(name string) bool { return registry.WithoutLegalForm(name) != registry.Fold(name) }

// bodies are words that names of public bodies and associations have, folded; companies are told by their legal forms.
var bodies = folded("kommun, kommune, kommunen, region, regionen, fylkeskommune, länsstyrelsen, statsforvalteren, universitet, universitetet, högskolan, høgskolen, förening, föreningen, foreningen, stiftelsen, lag, laget, " +
	"municipality, county, university, association")

// namesOrganisation tells whether a text has a legal form, or a word that public bodies and associations have.
func namesOrganisation(text string) bool {
	return namesLegalForm(text) || hasAny(strings.Fields(registry.Fold(text)), bodies)
}

// namesGroup tells whether a text is made of the words of such headings, and of numbers, and names a country or what members are called.
func namesGroup(text string) bool {
	named := false
	for word := range strings.FieldsSeq(registry.Fold(text)) {
		group := groupWords[word] || countries[word]
		named = named || group
		if !group && !qualifiers[word] && onlyDigits(word) != word {
			return false
		}
	}
	return named
}

// dividesRows tells whether rows of a kind of list have headings between them: those that name organisations do.
func (k *listKind) dividesRows() bool {
	return slices.ContainsFunc(k.fields, func(f knownField) bool { return f.field == FieldLegalName })
}
