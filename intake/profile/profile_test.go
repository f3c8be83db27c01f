package profile

import (
	"slices"
	"strings"
	"testing"

	"partnernet/model"
	"partnernet/registry"
	"partnernet/testworld"
)

var schema = testworld.Model

// told gives what a list tells by a profile.
func told(t *testing.T, m *model.Model, profile, list string) Reading {
	t.Helper()
	p, err := Read(m, "p.yaml", []byte(profile))
	if err != nil {
		t.Fatal(err)
	}
	table, err := p.Table(strings.NewReader(list), int64(len(list)))
	if err != nil {
		t.Fatal(err)
	}
	return p.Tell(table)
}

const small = `
title: Projects
nothing: ["-"]
records:
  - record: Project
    key: [Name]
    fields:
      acronym: {column: Name}
      plannedFrom: {column: From, form: [DD.MM.YYYY, YYYY]}
      totalBudget: {column: Budget, decimal: comma, currency: SEK, currencyColumn: Currency}
      projectType: {column: Kind, words: {huvud: MAIN}}
`

func TestValuesOfAProject(t *testing.T) {
	m := schema(t)
	sek, err := registry.ParseMoney("1234.50", "SEK")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		why, rows, field string
		value            any
		unknown          registry.Reason
		claims, doubts   int
	}{
		{"a day in a form that is named", "A;31.05.2024;;;", "plannedFrom", registry.Date{Year: 2024, Month: 5, Day: 31}, "", 0, 0},
		{"a day of a workbook", "A;2024-05-31;;;", "plannedFrom", registry.Date{Year: 2024, Month: 5, Day: 31}, "", 0, 0},
		{"a year is no day, and nobody need look", "A;2024;;;", "plannedFrom", nil, registry.UnclearInSource, 1, 0},
		{"no day", "A;spring;;;", "plannedFrom", nil, registry.UnclearInSource, 1, 1},
		{"an error of a spreadsheet, as text", "A;#N/A;;;", "plannedFrom", nil, registry.UnclearInSource, 1, 1},
		{"a damaged cell", "A;20\x0124;;;", "plannedFrom", nil, registry.NotInSource, 0, 1},
		{"a blank", "A;;;;", "plannedFrom", nil, registry.NotInSource, 0, 0},
		{"a text that says nothing", "A;-;;;", "plannedFrom", nil, registry.NotInSource, 0, 0},
		{"an amount", "A;;1 234,50;;", "totalBudget", sek, "", 0, 0},
		{"an amount in an unknown currency", "A;;1;CROWNS;", "totalBudget", nil, registry.UnclearInSource, 1, 1},
		{"a word", "A;;;;Huvud", "projectType", "MAIN", "", 0, 0},
		{"a word that the profile does not know", "A;;;;bi", "projectType", nil, registry.UnclearInSource, 1, 1},
		{"two rows that agree", "A;;;;huvud\nA;;;;HUVUD", "projectType", "MAIN", "", 0, 0},
		{"two rows that do not", "A;2024-01-01;;;\nA;2024-01-02;;;", "plannedFrom", nil, registry.SourcesDisagree, 2, 1},
		{"three rows, two of which agree", "A;2024-01-01;;;\nA;2024-01-02;;;\nA;2024-01-02;;;", "plannedFrom", nil, registry.SourcesDisagree, 2, 1},
		{"three rows, none of which agree", "A;2024-01-01;;;\nA;2024-01-02;;;\nA;2024-01-03;;;", "plannedFrom", nil, registry.SourcesDisagree, 3, 2},
		{"a day and no day", "A;spring;;;\nA;2024-01-02;;;", "plannedFrom", nil, registry.SourcesDisagree, 2, 1},
		{"two spellings of what must be told", "A;;;;\na;;;;", "acronym", "A", "", 2, 1},
		{"three spellings of what must be told", "Åa;;;;\nåa;;;;\nÅA;;;;", "acronym", "Åa", "", 3, 2},
	} {
		t.Run(row.why, func(t *testing.T) {
			got := told(t, m, small, "Name;From;Budget;Currency;Kind\n"+row.rows+"\n")
			if len(got.Telling.Records) != 1 {
				t.Fatalf("%d records", len(got.Telling.Records))
			}
			r := got.Telling.Records[0]
			if r.Values[row.field] != row.value || r.Unknown[row.field] != row.unknown || len(r.Claims) != row.claims || len(got.Doubts) != row.doubts {
				t.Errorf("got %v, %q, %v, %v", r.Values[row.field], r.Unknown[row.field], r.Claims, got.Doubts)
			}
		})
	}
}

// Where rows disagree, each text beside the first is told with its rows and with what the first says; numbers are not repeated.
func TestRowsThatDisagreeAreTold(t *testing.T) {
	const text = `
title: Organisations
records:
  - record: Organisation
    key: [Name]
    fields:
      legalName: {column: Name}
      homepage: {column: Web}
      identifiers: {column: Number, scheme: SE_ON}
`
	got := told(t, schema(t), text, "Name;Web;Number\nA;https://a.se;556091-2148\nA;https://a.se;556091-2148\nA;https://b.se;232100-0214\na;;\n")
	var doubts []string
	for _, d := range got.Doubts {
		doubts = append(doubts, d.Rows.Locator()+", "+d.Field+" "+d.Text+": "+d.Reason)
	}
	want := []string{
		`row 4, Organisation.homepage https://b.se: It is "https://a.se" in rows 2, 3. Neither is taken.`,
		`row 4, Organisation.identifiers : It is another one in rows 2, 3. Neither is taken.`,
		`row 5, Organisation.legalName a: It is "A" in rows 2, 3, 4, which is taken.`,
	}
	if !slices.Equal(doubts, want) {
		t.Errorf("got %q", doubts)
	}
}

func TestARowWithoutKeyIsRefused(t *testing.T) {
	got := told(t, schema(t), small, "Title of the list\nName;Kind\nA;huvud\n;huvud\n")
	if len(got.Refused) != 1 || got.Refused[0].Rows.Locator() != "row 4" || len(got.Telling.Records) != 1 {
		t.Errorf("got %+v", got)
	}
}

// A record without what it cannot do without is left out and told, and so is what must lead to it; the rest of the list is taken.
func TestARecordThatLacksWhatItNeedsIsLeftOut(t *testing.T) {
	text := `
title: Partners
records:
  - {record: Project, key: [Name], fields: {acronym: {column: Name}}}
  - {record: Organisation, key: [Partner], fields: {legalName: {column: Legal name}, country: {constant: SE}}}
  - record: Participation
    key: [Name, Partner]
    fields:
      project: {of: Project}
      organisation: {of: Organisation}
      role: {column: Role, words: {lead: LEAD}}
`
	got := told(t, schema(t), text, "Name;Partner;Legal name;Role\nP;a;A AB;guest\nP;a;A AB;lead\nP;b;B AB;guest\nP;c;;lead\n")
	var types, refused []string
	for _, r := range got.Telling.Records {
		types = append(types, r.Type)
	}
	for _, d := range got.Refused {
		refused = append(refused, d.Rows.Locator()+" "+d.Reason)
	}
	if !slices.Equal(types, []string{"Project", "Organisation", "Participation", "Organisation"}) || !slices.Equal(refused, []string{
		"row 4 tells no Participation: what it has for Role is no value", "row 5 tells no Organisation: it has nothing for Legal name", "row 5 tells no Participation: it has nothing for Organisation"}) {
		t.Errorf("told are %v, refused %q", types, refused)
	}
}

func TestFaultsOfAProfileSayTheLine(t *testing.T) {
	m := schema(t)
	for _, row := range []struct{ old, new, says string }{
		{"record: Project", "record: Account", `p.yaml, line 5: "Account" is no record that a list can tell. Write one of`},
		{"acronym: {column: Name}", "title: {column: Name}", "p.yaml, line 5: Project needs acronym"},
		{"plannedFrom:", "begins:", `p.yaml, line 9: Project has no field "begins"`},
		{"plannedFrom:", "createdAt:", `p.yaml, line 9: Project has no field "createdAt"`},
		{"huvud: MAIN", "huvud: CHIEF", `p.yaml, line 11: "CHIEF" is no value of projectType. Write one of PRE_STUDY`},
		{"[DD.MM.YYYY, YYYY]", "[dd/mm]", `p.yaml, line 9: "dd/mm" is no form of a day`},
		{"decimal: comma, currency: SEK, currencyColumn: Currency", "decimal: comma", "p.yaml, line 10: totalBudget needs a currency"},
		{"column: Kind, ", "", "p.yaml, line 11: projectType needs a column or a constant"},
		{"title: Projects", "titel: Projects", "titel"},
		{"plannedFrom: {column: From", "programme: {of: Programme", `p.yaml, line 9: no record before this one is called "Programme"`},
	} {
		_, err := Read(m, "p.yaml", []byte(strings.Replace(small, row.old, row.new, 1)))
		if err == nil || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%s: got %v, want %s", row.new, err, row.says)
		}
	}
}

func TestAListWithoutTheColumnsIsRefused(t *testing.T) {
	p, err := Read(schema(t), "p.yaml", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	list := "Kind;From\nhuvud;2024\n"
	if _, err := p.Table(strings.NewReader(list), int64(len(list))); err == nil || !strings.Contains(err.Error(), `no column "Name"`) {
		t.Errorf("got %v", err)
	}
}
