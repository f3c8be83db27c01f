package lists

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"

	"partnernet/fault"
	"partnernet/registry"
)

// Numbers whose check digits are right.
const (
	swedish, swedishToo     = "5560912148", "2321000214"
	norwegian, norwegianToo = "974760673", "972417920"
)

// lines writes rows as a .csv file.
func lines(t failer, rows ...[]string) string {
	var text strings.Builder
	writer := csv.NewWriter(&text)
	writer.Comma = ';'
	if err := writer.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// members reads a .csv file of these rows.
func members(t failer, rows ...[]string) *List {
	return membersOf(t, lines(t, rows...), nil)
}

func membersOf(t failer, content string, headings map[string]string) *List {
	list, err := ReadMembers(strings.NewReader(content), int64(len(content)), headings)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// codes are the codes of a row's problems.
func codes(problems []Problem) []ProblemCode {
	var all []ProblemCode
	for _, p := range problems {
		all = append(all, p.Code)
	}
	return all
}

func TestAWholeMemberRowIsRead(t *testing.T) {
	list := members(t,
		[]string{"Org.nr", "Företag", "Land", "Kommun", "Roll", "Medlem sedan", "Medlem till", "Hemsida", "Bransch", "Bolagsform", "Kategori", "E-post", "LEI", "PIC", "Kod"},
		[]string{"556091-2148", " Exempel  AB ", "Sverige", "Åre", "Styrelseledamot", "31/5 2019", "2024-05-31", "www.Example.org", "25.40; 62.01", "AB", "Guld", "a@b.se", "", "999999999", "x"})
	want := Row{
		Number: 2,
		Values: map[Field]Value{
			FieldNumber:        {"A2", "556091-2148", swedish},
			FieldLegalName:     {"B2", "Exempel  AB", "Exempel AB"},
			FieldCountry:       {"C2", "Sverige", "SE"},
			FieldMunicipality:  {"D2", "Åre", "Åre"},
			FieldRole:          {"E2", "Styrelseledamot", "BOARD_MEMBER"},
			FieldValidFrom:     {"F2", "31/5 2019", "2019-05-31"},
			FieldValidTo:       {"G2", "2024-05-31", "2024-05-31"},
			FieldEndStatus:     {"G2", "", "KNOWN"},
			FieldHomepage:      {"H2", "www.Example.org", "https://www.example.org"},
			FieldIndustryCodes: {"I2", "25.40; 62.01", "25.40, 62.01"},
			FieldLegalForm:     {"J2", "AB", "AB"},
			FieldCategory:      {"K2", "Guld", "Guld"},
			FieldPIC:           {"N2", "999999999", "999999999"},
		},
		Identifiers: []registry.Identifier{{Scheme: registry.SwedishNumber, Value: swedish}, {Scheme: registry.PIC, Value: "999999999"}},
		Problems:    []Problem{{Code: HomepageCompleted, Cell: "H2"}},
	}
	if diff := cmp.Diff([]Row{want}, list.Rows); diff != "" {
		t.Error(diff)
	}
	notRead := map[string]bool{}
	for _, column := range list.Columns {
		if column.Field == "" && column.Note.In("sv") != "" {
			notRead[column.Heading] = true
		}
	}
	if diff := cmp.Diff(map[string]bool{"E-post": true, "Kod": true}, notRead); diff != "" {
		t.Error(diff)
	}
}

func TestHeadings(t *testing.T) {
	row := func(cells ...string) []string { return cells }
	for _, each := range []struct {
		rows  [][]string
		asked map[string]string
		names []string // of the members
		from  []string // since when
		why   string
	}{
		{[][]string{row("Navn", "Org. nr"), row("Exempel AS", "")}, nil, []string{"Exempel AS"}, nil, "Norwegian"},
		{[][]string{row("NAME OF ORGANIZATION", "Org. no"), row("Exempel AS", "")}, nil, []string{"Exempel AS"}, nil, "English, and American"},
		{[][]string{row("Namn *", "Org.nr (10 siffror)"), row("Exempel AB", "")}, nil, []string{"Exempel AB"}, nil, "explained and starred"},
		{[][]string{row("Företag"), row("Exempel AB")}, nil, []string{"Exempel AB"}, nil, "one column is enough when it is the only one"},
		{[][]string{row("Företag", "Namn", "Kommun"), row("Exempel AB", "Eva Ek", "Åre")}, nil, []string{"Exempel AB"}, nil, "beside a company, a name is a person's"},
		{[][]string{row("Namn", "Kommun", "Företag"), row("Eva Ek", "Åre", "Exempel AB")}, nil, []string{"Exempel AB"}, nil, "wherever it stands"},
		{[][]string{row("Medlemmar i MITTSEC, 2024", ""), row("", ""), row("Företag", "Kommun"), row("Exempel AB", "Åre")}, nil, []string{"Exempel AB"}, nil, "below a title and a blank row"},
		{[][]string{row("Företag", "Medlem", ""), row("", "från", "till"), row("Exempel AB", "2019-05-31", "2024-05-31")}, nil, []string{"Exempel AB"}, []string{"2019-05-31"},
			"two lines, one merged over the other: Medlem is no name here"},
		{[][]string{row("Organisation", "", "Medlemskap", ""), row("Namn", "Org.nr", "Från", "Till"), row("Exempel AB", "", "2019-05-31", "")}, nil, []string{"Exempel AB"}, []string{"2019-05-31"},
			"the lower of two lines says it all"},
		{[][]string{row("Företag", "Kommun"), row("Exempel AB", "Åre"), row("Företag", "Kommun"), row("Annan AB", "Åre")}, nil, []string{"Exempel AB", "Annan AB"}, nil, "said again on each page"},
		{[][]string{row("Organisation", "Medlemskap", ""), row("Namn", "Från", "Till"), row("Exempel AB", "2019-05-31", ""), row("Namn", "Från", "Till"), row("Annan AB", "", ""),
			row("Organisation", "Medlemskap", ""), row("Namn", "Från", "Till")}, nil, []string{"Exempel AB", "Annan AB"}, []string{"2019-05-31"}, "two lines said again, or the lower one"},
		{[][]string{row("Aktör", "Ort"), row("Exempel AB", "Åre")}, map[string]string{"aktör": "legalName"}, []string{"Exempel AB"}, nil, "a map says what nobody else knows"},
		{[][]string{row("Företag", "Bolag"), row("Exempel AB", "Moder AB")}, map[string]string{"Bolag": ""}, []string{"Exempel AB"}, nil, "a map leaves a column out"},
		{[][]string{row("Företag", "Roll"), row("Exempel AB", "Medlem"), row("Annan AB", "Medlem")}, nil, []string{"Exempel AB", "Annan AB"}, nil, "a value that could be a heading is none"},
		{[][]string{row("Kommun", "Företag", ""), row("Åre", "Exempel AB", "")}, nil, []string{"Exempel AB"}, nil, "a blank column at the end"},
	} {
		list := membersOf(t, lines(t, each.rows...), each.asked)
		var names, from []string
		for _, r := range list.Rows {
			names = append(names, r.Value(FieldLegalName))
			if day := r.Value(FieldValidFrom); day != "" {
				from = append(from, day)
			}
		}
		if diff := cmp.Diff(each.names, names); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
		if diff := cmp.Diff(each.from, from); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
	}
}

func TestWhatIsNoMemberListIsRefused(t *testing.T) {
	for _, each := range []struct {
		content string
		asked   map[string]string
		says    string
		why     string
	}{
		{"a;b\n1;2\n", nil, "headings", "no heading is known"},
		{"Spelare;Roll\nExempel;Medlem\nAnnan;Medlem\n", nil, "headings", "nothing names the organisation, and the value Medlem is no heading"},
		{strings.Repeat("x;y\n", headerWithin) + "Företag;Kommun\n", nil, "headings", "the headings stand too far down"},
		{"Företag;Bolag\nExempel;Annan\n", nil, "A (Företag) and B (Bolag)", "two columns mean one field"},
		{"Företag;Kommun\n", map[string]string{"Aktör": "legalName"}, "Aktör", "the map names a heading that is not there"},
		{"Företag;Ort\n", map[string]string{"Ort": "municipality", "ORT": "homepage"}, "of ORT and Ort", "the map says two things of one heading"},
		{"Företag;Kommun\n", map[string]string{"Kommun": "town"}, "municipality", "the map names a field that does not exist, and the ones that do are told"},
		{"", nil, "empty", "nothing"},
		{"\n;;\n", nil, "Nothing stands in the file", "blank cells"},
		{"FÃ¶retag;Kommun\nExempel;Åre\n", nil, "letters were lost", "headings that were read in the wrong encoding"},
	} {
		_, err := ReadMembers(strings.NewReader(each.content), int64(len(each.content)), each.asked)
		var f *fault.Fault
		if !errors.As(err, &f) || f.Code != fault.BadInput || !strings.Contains(f.Text, each.says) {
			t.Errorf("%s: got %v", each.why, err)
		}
	}
}

// A text tells the same in a workbook; what only a workbook can hold is told too.
func TestMembersInAWorkbook(t *testing.T) {
	f := excelize.NewFile()
	rows := [][]any{{"Info"}, {"Skriven av Eva"}}
	other := [][]any{{"Medlemmar"}, {}, {"Organisationsnummer", "Namn", "Medlem sedan"}, {5560912148, "Exempel AB", 45443}, {}, {swedishToo, nil, "31.05.2024"}}
	_, err := f.NewSheet("Lista")
	for sheet, rows := range map[string][][]any{"Sheet1": rows, "Lista": other} {
		for i, row := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			err = errors.Join(err, f.SetSheetRow(sheet, cell, &row))
		}
	}
	var file bytes.Buffer
	if err := errors.Join(err, f.SetCellFormula("Lista", "B6", "A1"), f.Write(&file)); err != nil {
		t.Fatal(err)
	}
	list := membersOf(t, file.String(), nil)
	want := []Row{
		{Number: 4, Values: map[Field]Value{FieldNumber: {"A4", swedish, swedish}, FieldLegalName: {"B4", "Exempel AB", "Exempel AB"},
			FieldValidFrom: {"C4", "45443", "2024-05-31"}, FieldCountry: {"A4", "", "SE"}}},
		{Number: 6, Values: map[Field]Value{FieldNumber: {"A6", swedishToo, swedishToo}, FieldLegalName: {Cell: "B6"},
			FieldValidFrom: {"C6", "31.05.2024", "2024-05-31"}, FieldCountry: {"A6", "", "SE"}}},
	}
	if diff := cmp.Diff(want, list.Rows, cmpopts.IgnoreFields(Row{}, "Identifiers", "Problems")); diff != "" {
		t.Error(diff)
	}
	for i, want := range [][]ProblemCode{{CountryFromNumber, DayFromSerial}, {CountryFromNumber, NoValue}} {
		if diff := cmp.Diff(want, codes(list.Rows[i].Problems)); diff != "" {
			t.Error(diff)
		}
	}
	missing := list.Rows[1].Problems[1]
	if says := missing.Sentence("sv"); says != "Filen har inte det som ska stå i cellen: en formels resultat, eller en text." || missing.Suggestion("sv") == "" {
		t.Errorf("of a formula without its result: %s", says)
	}
	if list.Sheet != "Lista" || !slices.Equal(list.Others, []string{"Sheet1"}) {
		t.Errorf("read %s, and not %v", list.Sheet, list.Others)
	}
}

func TestValuesOfMembers(t *testing.T) {
	for _, each := range []struct {
		heading, text string
		field         Field
		want          string
		problem       ProblemCode
		refused       bool
		why           string
	}{
		{"Land", "NORGE", FieldCountry, "NO", "", false, "a name, whatever its capitals"},
		{"Land", "Sweden", FieldCountry, "SE", "", false, "in English"},
		{"Land", "Sverige", FieldCountry, "SE", "", false, "in Swedish, and Norwegian"},
		{"Land", "Tyskland", FieldCountry, "DE", "", false, "another country"},
		{"Land", "no", FieldCountry, "NO", "", false, "two letters"},
		{"Land", "SWE", FieldCountry, "SE", "", false, "three letters"},
		{"Land", "–", FieldCountry, "", "", false, "a dash tells nothing"},
		{"Land", "Jämtland", FieldCountry, "", CountryUnknown, true, "no country"},
		{"Rolle", "Styremedlem", FieldRole, "BOARD_MEMBER", "", false, "in Norwegian"},
		{"Roll", "OBSERVER", FieldRole, "OBSERVER", "", false, "as the API writes it"},
		{"Roll", "VD", FieldRole, "", RoleUnknown, false, "a person's role: the member is still one"},
		{"Roll", "Styrgrupp, ordförande", FieldRole, "BOARD_MEMBER", "", false, "two words for one role"},
		{"Roll", "Observatör / ordförande", FieldRole, "", RoleUnknown, false, "two roles"},
		{"Land", "S", FieldCountry, "SE", "", false, "the sign of vehicles"},
		{"Hemsida", "ftp://example.org", FieldHomepage, "", HomepageUnreadable, false, "no web address: the member is still one"},
		{"Hemsida", "javascript:alert(1)", FieldHomepage, "", HomepageUnreadable, false, "a link that does something"},
		{"Hemsida", "https://example.org/a", FieldHomepage, "https://example.org/a", "", false, "whole"},
		{"Bransch", "C25.40", FieldIndustryCodes, "25.40", "", false, "with its section"},
		{"SNI", "25.400", FieldIndustryCodes, "25.400", "", false, "SNI has a digit more"},
		{"SNI", "62010, 25400", FieldIndustryCodes, "25.400, 62.010", "", false, "SNI without a point, twice"},
		{"Bransch", "25,4", FieldIndustryCodes, "25.4", "", false, "a group, with a decimal comma"},
		{"Næring", "43.222", FieldIndustryCodes, "43.222", "", false, "and the Norwegian standard"},
		{"SNI", "00.100", FieldIndustryCodes, "", IndustryUnreadable, false, "no division of NACE has this number"},
		{"Bransch", "Metall", FieldIndustryCodes, "", IndustryUnreadable, false, "words: the member is still one"},
		{"Kategori", "=1+1", FieldCategory, "=1+1", FormulaLike, false, "data, whatever it looks like"},
		{"Kategori", "Fï¿½ring Ã…re", FieldCategory, "", DamagedLetters, false, "UTF-8 read as something else: the member is still one"},
		{"Kategori", "F\ufffdrening", FieldCategory, "", DamagedLetters, false, "a letter that is lost"},
		{"Kategori", strings.Repeat("x", registry.MaxName+1), FieldCategory, "", TooLong, false, "too long to be stored"},
		{"Kommunenr", "5006", FieldMunicipality, "Steinkjer", "", false, "a municipality by its number"},
		{"Kommune", "5006 Steinkjer", FieldMunicipality, "Steinkjer", "", false, "by number and name"},
		{"Kommun", "Östersund (2380)", FieldMunicipality, "Östersund", "", false, "by name and number"},
		{"Kommunenummer", "301", FieldMunicipality, "Oslo", "", false, "a number that has lost its zero"},
		{"Kommunkod", "1860", FieldMunicipality, "", MunicipalityUnknown, false, "the number of one in each country"},
		{"Kommunkod", "9999", FieldMunicipality, "", MunicipalityUnknown, false, "the number of none"},
		{"Kommun", "Östersund 5006", FieldMunicipality, "Östersund 5006", "", false, "a number that is not the name's"},
		{"Kommun", "\x1aÅre", FieldMunicipality, "", UnreadableCharacters, false, "damaged: the member is still one"},
		{"Roll", "Med\x00lem", FieldRole, "", UnreadableCharacters, false, "damaged: the member is still one"},
	} {
		row := members(t, []string{"Företag", each.heading}, []string{"Exempel AB", each.text}).Rows[0]
		if got := row.Value(each.field); got != each.want || row.Refused() != each.refused {
			t.Errorf("%s: got %q, refused: %v", each.why, got, row.Refused())
		}
		var want []ProblemCode
		if each.problem != "" {
			want = []ProblemCode{each.problem}
		}
		problems := row.Problems
		wholly(t, problems)
		if each.want == "" && each.problem == "" {
			problems = nil // that nothing but a name is told is another matter
		}
		if diff := cmp.Diff(want, codes(problems)); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
	}
}

func TestRowsThatAreNoMembers(t *testing.T) {
	for _, each := range []struct {
		row     []string
		want    []ProblemCode
		refused bool
		why     string
	}{
		{[]string{"", "Åre", ""}, []ProblemCode{NoOrganisationNamed}, true, "nobody is named"},
		{[]string{"Summa", "37", ""}, []ProblemCode{NameIsNoName}, true, "the last line"},
		{[]string{"-\"- Fastigheter AB", "Åre", ""}, []ProblemCode{NameIsNoName}, true, "a mark for what stands above"},
		{[]string{"Gösta Modig (hedersmedlem)", "Åre", ""}, []ProblemCode{NameIsNoName}, true, "a person whom the association honours"},
		{[]string{"37", "Åre", ""}, []ProblemCode{NameIsNoName}, true, "a number for a name"},
		{[]string{"Jämtlands räddningstjänst", "", ""}, []ProblemCode{OnlyAName}, false, "it may be a heading between the members, which people must see"},
		{[]string{"Totalförsvarets forskningsinstitut", "Åre", ""}, nil, false, "begins like a sum and is none"},
		{[]string{"Exempel", " Annan AB", "Åre", "x"}, []ProblemCode{BeyondHeadings}, true, "the name has the delimiter in it: all that follows is shifted"},
	} {
		row := members(t, []string{"Företag", "Kommun", "Medlem sedan"}, []string{"Första AB", "Åre", ""}, each.row).Rows[1]
		if diff := cmp.Diff(each.want, codes(row.Problems)); diff != "" || row.Refused() != each.refused {
			t.Errorf("%s: refused: %v %s", each.why, row.Refused(), diff)
		}
	}
}

// failer is a test, or a case of a property test.
type failer interface {
	Fatal(...any)
}

// One theme that cannot be read refuses its list, so the row says why.
func TestThemesOfAList(t *testing.T) {
	read := func(content string) *List {
		list, err := ReadThemes(strings.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	rows := read("Teman\n\nKod;Överordnat tema;Svenska;Kommentar\nwind;energy;Vind;x\n\nKod;Överordnat tema;Svenska;Kommentar\nsun;;Sol;\n").Rows
	if len(rows) != 2 || rows[1].Number != 7 || rows[0].Value(FieldBroader) != "energy" || rows[1].Value(FieldSwedish) != "Sol" || rows[0].Refusal() != nil {
		t.Errorf("read %+v", rows)
	}
	err := read("kod;svenska\nwind;V\ufffdnd\n").Rows[0].Refusal()
	if fault.CodeOf(err) != fault.BadInput || !strings.Contains(err.Error(), "B2: Letters of this text were lost") {
		t.Errorf("damaged letters: %v", err)
	}
}
