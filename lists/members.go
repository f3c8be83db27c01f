package lists

import (
	"io"

	"partnernet/registry"
)

// What a member list can tell, by the schema's names where it has one.
const (
	FieldCountry       Field = "country"
	FieldLegalName     Field = "legalName"
	FieldNumber        Field = "number" // in the register of the organisation's country
	FieldLEI           Field = "lei"
	FieldPIC           Field = "pic"
	FieldMunicipality  Field = "municipality"
	FieldLegalForm     Field = "legalForm"
	FieldHomepage      Field = "homepage"
	FieldIndustryCodes Field = "industryCodes"
	FieldRole          Field = "role"
	FieldCategory      Field = "category"
	FieldValidFrom     Field = "validFrom"
	FieldValidTo       Field = "validTo"
	FieldEndStatus     Field = "endStatus" // no column of its own: it follows from validTo, or from how the member stands
	FieldPeriod        Field = "period"    // validFrom and validTo in one cell
	FieldStatus        Field = "status"    // where the membership stands, where the list tells that
)

// ReadMembers reads a list of a network's members from a workbook or a text file of so many bytes. Headings says what columns mean that
// are not known by their heading: a field by heading, the empty field for a column that is not to be read. A file that is no such list is
// BAD_INPUT as a whole; what is wrong with a row is among its problems.
func ReadMembers(file io.ReaderAt, size int64, headings map[string]string) (*List, error) {
	return memberList.readList(file, size, headings)
}

// What stands above the columns that tell which organisation a row is about.
var (
	organisationHeadings = []string{
		"Organisation", "Organisationsnamn", "Företag", "Företagsnamn", "Bolag", "Bolagsnamn", "Firma", "Firmanamn", "Juridiskt namn",
		"Medlem", "Medlemsorganisation", "Medlemsföretag", "Organisasjon", "Organisasjonsnavn", "Organisasjonens navn", "Bedrift",
		"Bedriftsnavn", "Virksomhet", "Foretak", "Foretaksnavn", "Selskap", "Selskapsnavn", "Firmanavn", "Juridisk navn",
		"Medlemsbedrift", "Medlemsorganisasjon", "Verksemd", "Verksemder", "Føretak", "Føretaksnamn", "Organisasjonsnamn", "Medlemsverksemd", "Föreningens namn",
		"Aktör", "Aktør", "Part", "Parter", "Partnerorganisation", "Organisationens namn", "Namn på organisationen", "Namn på organisation", //nolint:misspell // Swedish
		"Företagets namn", "Virksomhetens navn", "Bedriftens navn", "Navn på organisasjon", "Navn på virksomhet", "Navn på bedrift", "Organisation name", "Name of organisation", "Company", "Company name", "Legal name",
		"Member",
	}
	nameHeadings   = []string{"Namn", "Navn", "Name", "Hvem", "Vem", "Kven", "Förening", "Forening", "Partner", "Deltagare", "Deltakare", "Deltaker", "Deltakar"}
	numberHeadings = []string{
		"Organisationsnummer", "Organisationsnr", "Org.nummer", "Orgnummer", "Org.nr", "Orgnr", "Organisasjonsnummer",
		"Organisasjonsnr", "Foretaksnummer", "Foretaksnr", "Organisation number", "Organisation no", "Org. number", "Org. no",
		"Company number", "Registration number", "Organisation numbers", "Føretaksnummer", "Føretaksnr", "Org/pers.nr", "Org/personnummer", "Org.nr/personnr", "Org.nr/personnummer",
		"Organisations-/personnummer", "Nr. i Enhetsregisteret", "Reg. no", "Reg. number", "Registration no",
	}
)

// memberList is a list of the members of a network. The country is read first: it decides what a number is.
var memberList = newListKind([]Field{FieldLegalName, FieldNumber, FieldLEI, FieldPIC}, "members", (*rowReader).checkMemberRow,
	knownField{field: FieldCountry, read: (*rowReader).country, headings: []string{"Land", "Landskod", "Landkod", "Landkode", "Country", "Country code"}},
	knownField{field: FieldLegalName, read: (*rowReader).name, headings: organisationHeadings, vague: nameHeadings},
	knownField{field: FieldNumber, read: (*rowReader).number, headings: numberHeadings, vague: []string{"VAT number", "VAT no", "VAT", "Momsnummer", "Momsregistreringsnummer", "Momsreg.nr", "MVA-nummer"}},
	knownField{field: FieldLEI, read: (*rowReader).lei, headings: []string{"LEI", "LEI-kod", "LEI-kode", "LEI code"}},
	knownField{field: FieldPIC, read: (*rowReader).pic, headings: []string{"PIC", "PIC-kod", "PIC-kode", "PIC code", "PIC-nummer", "PIC number"}},
	knownField{field: FieldMunicipality, spared: true, read: (*rowReader).municipality, headings: []string{"Kommun", "Kommune", "Hemkommun", "Kommunnamn", "Kommunenavn", "Hjemkommune", "Heimkommune", "Säteskommun", "Sätes kommun", "Säte", "Hemvist", "Kommunetilhørighet", "Municipality"},
		vague: []string{"Kommunkod", "Kommunnummer", "Kommunnr", "Kommunekode", "Kommunenummer", "Kommunenr", "Kommune nr", "Municipality code", "Municipality number"}},
	knownField{field: FieldLegalForm, spared: true, read: (*rowReader).text, headings: []string{"Bolagsform", "Företagsform", "Organisationsform", "Juridisk form", "Organisasjonsform", "Selskapsform", "Legal form"}},
	knownField{field: FieldHomepage, spared: true, read: (*rowReader).homepage, headings: []string{
		"Hemsida", "Webbplats", "Webbsida", "Webb", "Hjemmeside", "Nettside", "Nettsted", "Webside", "Website", "Web site",
		"Homepage", "Web", "URL",
	}},
	knownField{field: FieldIndustryCodes, spared: true, read: (*rowReader).industryCodes, headings: []string{
		"Bransch", "Branschkod", "Näringsgren", "SNI", "SNI-kod", "NACE", "NACE-kod", "NACE-kode", "NACE code", "Næring",
		"Næringskode", "Bransje", "Bransjekode", "Bransch/Næring", "Industry", "Industry code",
	}},
	knownField{field: FieldRole, spared: true, read: (*rowReader).role, headings: []string{
		"Roll", "Rolle", "Role", "Medlemsroll", "Medlemsrolle", "Member role", "Roll i nätverket", "Rolle i nettverket", "Roll i partnerskapet", "Rolle i partnerskapet",
		"Role in the network",
	}},
	knownField{field: FieldCategory, spared: true, read: (*rowReader).text, headings: []string{
		"Kategori", "Medlemskategori", "Medlemstyp", "Medlemstype", "Category", "Member category", "Membership category",
		"Membership type", "Medlemsnivå", "Medlemsgrupp", "Medlemsgruppe", "Medlemsklass", "Medlemsform", "Typ av medlem", "Type medlem", "Partnertype", "Partnertyp",
	}},
	knownField{field: FieldStatus, spared: true, read: (*rowReader).status, headings: []string{"Status", "Medlemsstatus", "Medlemskapsstatus", "Member status", "Membership status", "Aktiv"},
		vague: []string{"Läge", "State"}},
	knownField{field: FieldPeriod, read: (*rowReader).period, headings: []string{"Period", "Medlemskapsperiod", "Medlemsperiod", "Medlemstid", "Medlemskapstid", "Giltighetstid", "Med åren", "Medlem åren", "Medlemsår", "Membership period"}},
	knownField{field: FieldValidFrom, read: (*rowReader).validFrom, headings: []string{
		"Medlem sedan", "Medlem från", "Medlem från och med", "Medlem fr.o.m.", "Medlemskap från", "Inträde", "Inträdesdatum",
		"Medlem siden", "Medlem fra", "Medlem fra og med", "Medlem f.o.m.", "Medlemskap fra", "Innmeldt", "Innmeldingsdato",
		"Member since", "Member from", "Joined", "Startdatum", "Startdato", "Start date", "Gäller från", "Gjelder fra", "Valid from",
		"Första dag", "Første dag", "First day", "Inträdde", "Inträdesdag", "Medlem sidan", "Med sidan", "Med sedan", "Med siden", "Med fr.o.m.", "Med från", "Med fra", "Medl. sedan", "Ansluten",
		"Ansluten sedan", "Anslutningsdatum", "Anslöt", "Tilsluttet", "Tiltrådte", "Innmelding", "Innmeldelse", "Innmeldelsesdato", "Innmeldt dato", "Blev medlem", "Ble medlem", "Gick med",
	}, vague: []string{"Från", "Från och med", "Fr.o.m.", "Fra", "Fra og med", "From", "Since", "Sedan", "Siden", "Avtale inngått", "Avtalsdatum", "Deltatt siden", "Deltar siden", "Deltagit sedan", "Deltar sedan", "Participant since"}},
	knownField{field: FieldValidTo, read: (*rowReader).validTo, headings: []string{
		"Medlem till", "Medlem till och med", "Medlem t.o.m.", "Medlemskap till", "Utträde", "Utträdesdatum", "Medlem til",
		"Medlem til og med", "Medlemskap til", "Utmeldt", "Utmeldingsdato", "Member to", "Member until", "Left", "Slutdatum",
		"Sluttdato", "Avslutsdatum", "Avgick", "Avgång", "Utträdde", "Utträdesdag", "Gick ur", "Utmelding", "Utmeldt dato",
		"Slutade", "Slutat", "Sluttet", "Slutta", "Opphørt", "Med t.o.m.", "Med till", "Med til", "End date", "Gäller till", "Gjelder til", "Valid to", "Sista dag", "Siste dag", "Last day",
	}, vague: []string{"Till", "Till och med", "T.o.m.", "Til", "Til og med", "To", "Until", "Avslutad", "Avslutat", "Avsluttet", "Uppsagd", "Uppsagt", "Oppsagt", "Avtale sagt opp"}},
)

// checkMemberRow looks at a row of a member list as a whole.
func (r *rowReader) checkMemberRow() {
	if r.row.Period().Check() != nil {
		r.refuse(Problem{Code: DayOrder, About: About{"from": r.row.Value(FieldValidFrom), "to": r.row.Value(FieldValidTo)}, Cell: r.row.Values[FieldValidTo].Cell})
	}
	if r.row.Value(FieldValidTo) != "" {
		r.setFollowing(FieldEndStatus, FieldValidTo, string(registry.EndKnown))
	}
	r.checkStanding()
	_, named := r.row.Values[FieldLegalName]
	switch {
	case !named && len(r.row.Identifiers) == 0 && !r.row.Refused():
		r.refuse(Problem{Code: NoOrganisationNamed})
	case named && len(r.row.Values) == 1 && len(r.row.Problems) == 0:
		r.addProblem(Problem{Code: OnlyAName, Cell: r.row.Values[FieldLegalName].Cell})
	}
}

// Period is when the row says that the membership holds.
func (r Row) Period() registry.Period {
	return registry.Period{From: DayOf(r.Value(FieldValidFrom)), To: DayOf(r.Value(FieldValidTo))}
}

// DayOf reads a day as values have it, nil for none.
func DayOf(value string) *registry.Date {
	day, err := registry.ParseDate(value)
	if err != nil {
		return nil
	}
	return &day
}
