package intake

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"partnernet/registry"
)

// The headings that lists on either side of the border have, as people write them; capitals, accents and punctuation are forgiven.
var memberHeadings = map[MemberField][]string{
	FieldLegalName: {
		"Organisation", "Organisationsnamn", "Företag", "Företagsnamn", "Bolag", "Bolagsnamn", "Firma", "Firmanamn",
		"Juridiskt namn", "Medlem", "Medlemsorganisation", "Medlemsföretag", "Organisasjon", "Organisasjonsnavn", "Organisasjonens navn",
		"Bedrift", "Bedriftsnavn", "Virksomhet", "Foretak", "Foretaksnavn", "Selskap", "Selskapsnavn", "Firmanavn", "Juridisk navn",
		"Medlemsbedrift", "Medlemsorganisasjon", "Organisation name", "Name of organisation", "Company", "Company name", "Legal name", "Member",
	},
	FieldNumber: {
		"Organisationsnummer", "Organisationsnr", "Org.nummer", "Orgnummer", "Org.nr", "Orgnr", "Organisasjonsnummer", "Organisasjonsnr",
		"Foretaksnummer", "Foretaksnr", "Organisation number", "Organisation no", "Org. number", "Org. no", "Company number", "Registration number",
	},
	FieldLEI:          {"LEI", "LEI-kod", "LEI-kode", "LEI code"},
	FieldPIC:          {"PIC", "PIC-kod", "PIC-kode", "PIC code", "PIC-nummer", "PIC number"},
	FieldCountry:      {"Land", "Landskod", "Landkod", "Landkode", "Country", "Country code"},
	FieldMunicipality: {"Kommun", "Kommune", "Hemkommun", "Kommunnamn", "Kommunenavn", "Hjemkommune", "Municipality"},
	FieldLegalForm:    {"Bolagsform", "Företagsform", "Organisationsform", "Juridisk form", "Organisasjonsform", "Selskapsform", "Legal form"},
	FieldHomepage:     {"Hemsida", "Webbplats", "Webbsida", "Webb", "Hjemmeside", "Nettside", "Nettsted", "Webside", "Website", "Web site", "Homepage", "Web", "URL"},
	FieldIndustryCodes: {
		"Bransch", "Branschkod", "Näringsgren", "SNI", "SNI-kod", "NACE", "NACE-kod", "NACE-kode", "NACE code", "Næring", "Næringskode",
		"Bransje", "Bransjekode", "Bransch/Næring", "Industry", "Industry code",
	},
	FieldRole: {
		"Roll", "Rolle", "Role", "Medlemsroll", "Medlemsrolle", "Member role", "Roll i nätverket", "Rolle i nettverket", "Role in the network",
	},
	FieldCategory: {"Kategori", "Medlemskategori", "Medlemstyp", "Medlemstype", "Category", "Member category", "Membership category", "Membership type"},
	FieldValidFrom: {
		"Medlem sedan", "Medlem från", "Medlem från och med", "Medlem fr.o.m.", "Medlemskap från", "Inträde", "Inträdesdatum", "Medlem siden", "Medlem fra",
		"Medlem fra og med", "Medlem f.o.m.", "Medlemskap fra", "Innmeldt", "Innmeldingsdato", "Member since", "Member from", "Joined", "Startdatum", "Startdato", "Start date",
		"Gäller från", "Gjelder fra", "Valid from",
	},
	FieldValidTo: {
		"Medlem till", "Medlem till och med", "Medlem t.o.m.", "Medlemskap till", "Utträde", "Utträdesdatum", "Medlem til", "Medlem til og med", "Medlemskap til",
		"Utmeldt", "Utmeldingsdato", "Member to", "Member until", "Left", "Slutdatum", "Sluttdato", "End date", "Gäller till", "Gjelder til", "Valid to",
	},
}

// Headings that mean a field only when no other column says it better: beside an organisation, a name is a person's.
var vagueHeadings = map[MemberField][]string{
	FieldLegalName: {"Namn", "Navn", "Name"},
	FieldNumber:    {"VAT number", "VAT no", "Momsnummer", "Momsregistreringsnummer", "MVA-nummer"},
	FieldValidFrom: {"Från", "Från och med", "Fr.o.m.", "Fra", "Fra og med", "From", "Since", "Sedan", "Siden"},
	FieldValidTo:   {"Till", "Till och med", "T.o.m.", "Til", "Til og med", "To", "Until"},
}

// Headings of data about persons, which are not read at all.
var personalHeadings = []string{
	"E-post", "Epost", "E-postadress", "E-postadresse", "E-mail", "Email", "Email address", "Mejl", "Mail", "Mailadress", "Mailadresse",
	"Telefon", "Telefonnummer", "Telefonnr", "Tel", "Tfn", "Tlf", "Mobil", "Mobiltelefon", "Mobilnummer", "Phone", "Phone number", "Mobile",
	"Kontakt", "Kontaktperson", "Kontaktpersoner", "Contact", "Contact person", "Contact name", "Ansvarig", "Ansvarlig", "VD", "Daglig leder", "CEO",
	"Förnamn", "Efternamn", "Fornavn", "Etternavn", "First name", "Last name", "Surname", "Personnummer", "Fødselsnummer", "Personal number",
	"Födelsedatum", "Fødselsdato", "Date of birth",
}

// headingMeaning is what a heading means.
type headingMeaning struct {
	field    MemberField
	vague    bool
	personal bool
}

// knownHeadings gives the meaning of each known heading by its folded text.
var knownHeadings = sync.OnceValue(func() map[string]headingMeaning {
	meanings := map[string]headingMeaning{}
	add := func(headings []string, meaning headingMeaning) {
		for _, heading := range headings {
			meanings[foldHeading(heading)] = meaning
		}
	}
	for field, headings := range memberHeadings {
		add(headings, headingMeaning{field: field})
	}
	for field, headings := range vagueHeadings {
		add(headings, headingMeaning{field: field, vague: true})
	}
	add(personalHeadings, headingMeaning{personal: true})
	return meanings
})

// foldHeading forgives what registry.Fold does, and the American spelling.
func foldHeading(heading string) string {
	return strings.ReplaceAll(registry.Fold(heading), "organiz", "organis")
}

// inBrackets is what explains a heading: "Org.nr (10 siffror)".
var inBrackets = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)

// mapping says what headings mean that somebody has said it of, by their folded text.
type mapping map[string]asked

// asked is what somebody says of a heading: the empty field for a column that is to be left out.
type asked struct {
	heading string
	field   MemberField
}

// meaning tells what a heading means; known is false when nothing says.
func (m mapping) meaning(heading string) (meaning headingMeaning, known bool) {
	if said, ok := m[foldHeading(heading)]; ok {
		return headingMeaning{field: said.field}, true
	}
	for _, text := range []string{heading, inBrackets.ReplaceAllString(heading, " ")} {
		if meaning, known := knownHeadings()[foldHeading(text)]; known {
			return meaning, true
		}
	}
	return headingMeaning{}, false
}

// fieldNames lists the fields that a column can have, for people.
func fieldNames() string {
	names := make([]string, len(memberFields))
	for i, field := range slices.Sorted(slices.Values(memberFields)) {
		names[i] = string(field)
	}
	return strings.Join(names, ", ")
}

// sortedKeys gives the keys in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
