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
		"ALREADY_PARTNERS":       "The two are partners already, so this is old news.",
		"ALREADY_INTRODUCED":     "The two have been introduced to each other already, so this is old news.",
		"DECLINED_BEFORE":        "One of the two has declined to be introduced to the other before. Ask first whether that has changed.",
		"SAME_THEME":             "The offer is about the theme of the need.",
		"NEIGHBOURING_THEME":     "The offer is about a theme directly above or below that of the need.",
		"RELATED_THEME":          "The offer is about a theme related to that of the need.",
		"ALIKE_TEXT":             "The texts of need and offer are alike.",
		"ALIKE_WORDS":            "Need and offer speak of the same things; the offer says %s.",
		"ACROSS_BORDER":          "The two are on different sides of the border.",
		"READY_TO_DELIVER":       "What is offered is ready to be delivered.",
		"KNOWN_TO_EACH_OTHER":    "The two share a network or a project, so somebody can introduce them.",
		"NEARBY":                 "It is only %d km from the one to the other.",
		"LONG_UNCONFIRMED":       "Need or offer was last confirmed more than a year ago. Ask whether it still holds.",
		"EXPIRES_SOON":           "Need or offer expires within 30 days.",
		"OVERDUE":                "The last day for this has passed. Ask how far it has come.",
		"EXPIRED":                "This is past its last day. Ask whether it still holds, and renew or close it.",
		"CONTRADICTED":           "Sources disagree about the %s. Ask which of them is right.",
		"POSSIBLE_DUPLICATE":     "This may be the same as another record. Judge whether the two are one.",
		"UNVERIFIED":             "Nobody has confirmed this yet. Ask those whom it is about.",
		"STALE":                  "This was last confirmed long ago. Ask whether it still holds.",
		"INCOMPLETE":             "Not known: %s. Ask for it.",
	},
	language.Swedish: {
		"DECIDED_ON_APPLICATION": "Stödet beviljades på ansökan %s.",
		"CONDITION_FAILS":        "Stödet gäller bara om övrig finansiering ordnas, och det beror på %s.",
		"NO_FUNDING_LEFT":        "Utan %s har projektet inget stöd kvar och ingen annan ansökan på gång.",
		"ARISES_FROM_PROJECT":    "Partnerskapet kommer ur projektet %s.",
		"ALREADY_PARTNERS":       "De två är redan partner, så det här är inget nytt.",
		"ALREADY_INTRODUCED":     "De två har redan presenterats för varandra, så det här är inget nytt.",
		"DECLINED_BEFORE":        "En av de två har tidigare avböjt att presenteras för den andra. Fråga först om det har ändrats.",
		"SAME_THEME":             "Erbjudandet gäller behovets tema.",
		"NEIGHBOURING_THEME":     "Erbjudandet gäller ett tema närmast över eller under behovets.",
		"RELATED_THEME":          "Erbjudandet gäller ett tema som är släkt med behovets.",
		"ALIKE_TEXT":             "Behovets och erbjudandets texter liknar varandra.",
		"ALIKE_WORDS":            "Behov och erbjudande talar om samma saker; erbjudandet säger %s.",
		"ACROSS_BORDER":          "De två finns på var sin sida om gränsen.",
		"READY_TO_DELIVER":       "Det som erbjuds kan levereras nu.",
		"KNOWN_TO_EACH_OTHER":    "De två har ett nätverk eller ett projekt gemensamt, så någon kan presentera dem för varandra.",
		"NEARBY":                 "Det är bara %d km mellan dem.",
		"LONG_UNCONFIRMED":       "Behovet eller erbjudandet bekräftades för mer än ett år sedan. Fråga om det gäller än.",
		"EXPIRES_SOON":           "Behovet eller erbjudandet går ut inom 30 dagar.",
		"OVERDUE":                "Sista dagen för det här har passerat. Fråga hur långt det har kommit.",
		"EXPIRED":                "Det här har gått ut. Fråga om det gäller än, och förnya eller avsluta det.",
		"CONTRADICTED":           "Källorna säger olika om %s. Fråga vilken som har rätt.",
		"POSSIBLE_DUPLICATE":     "Det kan vara samma som en annan post. Avgör om de två är en.",
		"UNVERIFIED":             "Ingen har bekräftat det än. Fråga dem som det gäller.",
		"STALE":                  "Det var länge sedan det bekräftades. Fråga om det gäller än.",
		"INCOMPLETE":             "Det saknas uppgift om %s. Fråga efter den.",
	},
	language.MustParse("nb"): {
		"DECIDED_ON_APPLICATION": "Støtten ble innvilget på søknaden %s.",
		"CONDITION_FAILS":        "Støtten gjelder bare hvis øvrig finansiering ordnes, og det avhenger av %s.",
		"NO_FUNDING_LEFT":        "Uten %s har prosjektet ingen støtte igjen og ingen annen søknad på gang.",
		"ARISES_FROM_PROJECT":    "Partnerskapet kommer ut av prosjektet %s.",
		"ALREADY_PARTNERS":       "De to er allerede partnere, så dette er ikke noe nytt.",
		"ALREADY_INTRODUCED":     "De to er allerede introdusert for hverandre, så dette er ikke noe nytt.",
		"DECLINED_BEFORE":        "En av de to har tidligere avslått å bli introdusert for den andre. Spør først om det har endret seg.",
		"SAME_THEME":             "Tilbudet gjelder behovets tema.",
		"NEIGHBOURING_THEME":     "Tilbudet gjelder et tema rett over eller under behovets.",
		"RELATED_THEME":          "Tilbudet gjelder et tema i slekt med behovets.",
		"ALIKE_TEXT":             "Tekstene til behovet og tilbudet ligner hverandre.",
		"ALIKE_WORDS":            "Behov og tilbud handler om det samme; tilbudet sier %s.",
		"ACROSS_BORDER":          "De to er på hver sin side av grensen.",
		"READY_TO_DELIVER":       "Det som tilbys, kan leveres nå.",
		"KNOWN_TO_EACH_OTHER":    "De to har et nettverk eller et prosjekt felles, så noen kan introdusere dem for hverandre.",
		"NEARBY":                 "Det er bare %d km mellom dem.",
		"LONG_UNCONFIRMED":       "Behovet eller tilbudet ble bekreftet for mer enn ett år siden. Spør om det fortsatt gjelder.",
		"EXPIRES_SOON":           "Behovet eller tilbudet går ut innen 30 dager.",
		"OVERDUE":                "Fristen for dette er gått ut. Spør hvor langt det er kommet.",
		"EXPIRED":                "Dette er utløpt. Spør om det fortsatt gjelder, og forny eller avslutt det.",
		"CONTRADICTED":           "Kildene sier forskjellige ting om %s. Spør hvilken som har rett.",
		"POSSIBLE_DUPLICATE":     "Dette kan være det samme som en annen post. Avgjør om de to er én.",
		"UNVERIFIED":             "Ingen har bekreftet dette ennå. Spør dem det gjelder.",
		"STALE":                  "Det er lenge siden dette ble bekreftet. Spør om det fortsatt gjelder.",
		"INCOMPLETE":             "Det mangler opplysning om %s. Spør etter det.",
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
