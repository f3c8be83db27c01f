package graph

import (
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// sentences are the texts that the registry itself writes, by the code that they are about, in the languages of both sides and English.
var sentences = map[language.Tag]map[string]string{
	language.English: {
		"DECIDED_ON_APPLICATION": "The award was granted on the application %s.",
		"CONDITION_FAILS":        "The award holds only if other financing is arranged, and that depends on %s.",
		"NO_FUNDING_LEFT":        "The project would have no award left and no other application under way without %s.",
		"ARISES_FROM_PROJECT":    "The partnership arises from the project %s.",
		"SAME_THEME":             "The offer is about the theme of the need.",
		"NEIGHBOURING_THEME":     "The offer is about a theme next to that of the need.",
		"ACROSS_BORDER":          "The two are on different sides of the border.",
		"READY_TO_DELIVER":       "What is offered is ready to be delivered.",
		"CONTRADICTED":           "Sources disagree about %s. Ask which of them is right.",
		"POSSIBLE_DUPLICATE":     "This may be the same as another record. Judge whether the two are one.",
		"UNVERIFIED":             "Nobody has confirmed this yet. Ask those whom it is about.",
		"STALE":                  "This was last confirmed long ago. Ask whether it still holds.",
		"INCOMPLETE":             "It is not known what %s is. Ask for it.",
	},
	language.Swedish: {
		"DECIDED_ON_APPLICATION": "Stödet beviljades på ansökan %s.",
		"CONDITION_FAILS":        "Stödet gäller bara om övrig finansiering ordnas, och det beror på %s.",
		"NO_FUNDING_LEFT":        "Utan %s har projektet inget stöd kvar och ingen annan ansökan på gång.",
		"ARISES_FROM_PROJECT":    "Partnerskapet kommer ur projektet %s.",
		"SAME_THEME":             "Erbjudandet gäller behovets tema.",
		"NEIGHBOURING_THEME":     "Erbjudandet gäller ett tema som ligger intill behovets.",
		"ACROSS_BORDER":          "De två finns på var sin sida om gränsen.",
		"READY_TO_DELIVER":       "Det som erbjuds kan levereras nu.",
		"CONTRADICTED":           "Källorna säger olika om %s. Fråga vilken som har rätt.",
		"POSSIBLE_DUPLICATE":     "Det kan vara samma som en annan post. Avgör om de två är en.",
		"UNVERIFIED":             "Ingen har bekräftat det än. Fråga dem som det gäller.",
		"STALE":                  "Det var länge sedan det bekräftades. Fråga om det gäller än.",
		"INCOMPLETE":             "Det är inte känt vad %s är. Fråga efter det.",
	},
	language.MustParse("nb"): {
		"DECIDED_ON_APPLICATION": "Støtten ble innvilget på søknaden %s.",
		"CONDITION_FAILS":        "Støtten gjelder bare hvis øvrig finansiering ordnes, og det avhenger av %s.",
		"NO_FUNDING_LEFT":        "Uten %s har prosjektet ingen støtte igjen og ingen annen søknad på gang.",
		"ARISES_FROM_PROJECT":    "Partnerskapet kommer ut av prosjektet %s.",
		"SAME_THEME":             "Tilbudet gjelder behovets tema.",
		"NEIGHBOURING_THEME":     "Tilbudet gjelder et tema som ligger ved siden av behovets.",
		"ACROSS_BORDER":          "De to er på hver sin side av grensen.",
		"READY_TO_DELIVER":       "Det som tilbys, kan leveres nå.",
		"CONTRADICTED":           "Kildene sier forskjellige ting om %s. Spør hvilken som har rett.",
		"POSSIBLE_DUPLICATE":     "Dette kan være det samme som en annen post. Avgjør om de to er én.",
		"UNVERIFIED":             "Ingen har bekreftet dette ennå. Spør dem det gjelder.",
		"STALE":                  "Det er lenge siden dette ble bekreftet. Spør om det fortsatt gjelder.",
		"INCOMPLETE":             "Det er ikke kjent hva %s er. Spør etter det.",
	},
}

var texts = newCatalog()

func newCatalog() catalog.Catalog {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for tag, byCode := range sentences {
		for code, text := range byCode {
			if err := b.SetString(tag, code, text); err != nil {
				panic(err) // the texts are part of the binary
			}
		}
	}
	return b
}

// sentence says in a language what a code means; about fills the sentence's gap, if it has one.
func sentence(lang, code string, about ...any) string {
	return message.NewPrinter(language.Make(lang), message.Catalog(texts)).Sprintf(message.Key(code, code), about...)
}
