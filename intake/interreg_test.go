package intake

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"partnernet/registry"
)

// fields are the fields of one row in the list's own names.
type fields map[string]any

// partner is a whole row; over changes some of its fields, a nil one is null.
func partner(over fields) fields {
	row := fields{
		"program": "Sverige-Norge", "projektnamn": "Bridge", "projekttyp": "Regular",
		"startdatum": "2023-05-01", "slutdatum": "2024-06-30",
		"organisationsnamn": "Exempel AB", "organisationsroll": "LP", "organisationstyp": "Business support organisation",
		"nuts3": "Jämtlands län", "land": "Sverige", "partnerbudget": 59705,
		"id": 1, "aktiv": "Nej",
	}
	maps.Copy(row, over)
	return row
}

func read(t interface{ Fatal(...any) }, rows ...fields) *PartnerList {
	text, err := json.Marshal(rows)
	if err != nil {
		t.Fatal(err)
	}
	list, err := ReadPartnerList(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestAWholeRowIsRead(t *testing.T) {
	list := read(t, partner(nil))
	rows := Rows{1}
	programme, organisation := ProgrammeKey("Sverige-Norge"), organisationKey("Exempel AB")
	project := naturalKey("project", programme, "Bridge", "2023-05-01")
	country := known("SE", "Sverige", rows)
	want := &PartnerList{
		Title: "Svenska partner i Interregprojekt", RowsRead: 1,
		Programmes: []ListedProgramme{{Key: programme, Name: "Sverige-Norge", Rows: rows}},
		Projects: []ListedProject{{
			Key: project, Programme: programme, Title: "Bridge", Type: known("MAIN", "Regular", rows), Rows: rows,
			From: known(date("2023-05-01"), "2023-05-01", rows), To: known(date("2024-06-30"), "2024-06-30", rows),
			Total: SourceValue[registry.Money]{Unknown: registry.NotInSource},
		}},
		Organisations: []ListedOrganisation{{
			Key: organisation, Name: "Exempel AB", Country: country, Rows: rows,
			SectorType: known("BUSINESS_SUPPORT", "Business support organisation", rows), NUTS: known("SE322", "Jämtlands län", rows),
		}},
		Participations: []ListedParticipation{{
			Key: naturalKey("participation", project, "Exempel AB", "LEAD"), Project: project, Organisation: organisation,
			Role: "LEAD", Country: country, Budget: known(registry.Money{MinorUnits: 5970500, Currency: "EUR"}, "59705", rows), Rows: rows,
		}},
	}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
}

func TestARowThatCannotBePlacedIsRefused(t *testing.T) {
	long := strings.Repeat("x", maxTextRunes+1)
	for _, row := range []struct {
		over         fields
		code         RefusalCode
		projectStays bool
		why          string
	}{
		{fields{"organisationsnamn": nil}, NoOrganisation, true, "nameless: nobody takes part, but the project exists"},
		{fields{"organisationsnamn": " \u00a0 "}, NoOrganisation, true, "a name of spaces"},
		{fields{"organisationsnamn": "Okänd"}, NoOrganisation, true, "a word for nobody"},
		{fields{"organisationsnamn": "n/a"}, NoOrganisation, true, "a sign for nobody"},
		{fields{"organisationsroll": "XX"}, UnknownRole, true, "takes part, but as what?"},
		{fields{"organisationsroll": nil}, UnknownRole, true, "no role at all"},
		{fields{"program": nil}, NoProgramme, false, "a title alone does not tell which project"},
		{fields{"projektnamn": ""}, NoProject, false, "takes part, but in what?"},
		{fields{"organisationsnamn": 5}, UnreadableRow, true, "a number for a name"},
		{fields{"organisationsnamn": long}, UnreadableRow, false, "not a name, and more than an index holds"},
		{fields{"projektnamn": fields{}}, UnreadableRow, false, "an object for a title"},
	} {
		list := read(t, partner(nil), partner(row.over))
		if len(list.Refused) != 1 || list.Refused[0].Row != 2 || list.Refused[0].Code != row.code || list.Refused[0].Reason == "" {
			t.Errorf("%s: got %+v, want row 2 refused as %s", row.why, list.Refused, row.code)
		}
		if stays := len(list.Projects[0].Rows) == 2; stays != row.projectStays {
			t.Errorf("%s: project rests on %v", row.why, list.Projects[0].Rows)
		}
		if len(list.Participations) != 1 || len(list.Organisations) != 1 {
			t.Errorf("%s: something of the refused row was taken: %+v", row.why, list.Participations)
		}
	}
}

func TestAProjectOfNamelessRowsAloneCounts(t *testing.T) {
	list := read(t, partner(fields{"organisationsnamn": nil}))
	if len(list.Projects) != 1 || len(list.Programmes) != 1 || len(list.Organisations) != 0 {
		t.Errorf("got %d projects, %d programmes, %d organisations", len(list.Projects), len(list.Programmes), len(list.Organisations))
	}
}

// What a word or a value of the list means, and when the registry does not know.
func TestValues(t *testing.T) {
	sector := func(l *PartnerList) (any, registry.Reason) { return shown(l.Organisations[0].SectorType) }
	county := func(l *PartnerList) (any, registry.Reason) { return shown(l.Organisations[0].NUTS) }
	country := func(l *PartnerList) (any, registry.Reason) { return shown(l.Organisations[0].Country) }
	kind := func(l *PartnerList) (any, registry.Reason) { return shown(l.Projects[0].Type) }
	from := func(l *PartnerList) (any, registry.Reason) { return shown(l.Projects[0].From) }
	to := func(l *PartnerList) (any, registry.Reason) { return shown(l.Projects[0].To) }
	budget := func(l *PartnerList) (any, registry.Reason) { return shown(l.Participations[0].Budget) }
	euro := func(cents int64) registry.Money { return registry.Money{MinorUnits: cents, Currency: "EUR"} }
	const missing, unclear, split = registry.NotInSource, registry.UnclearInSource, registry.SourcesDisagree
	for _, row := range []struct {
		field   string
		told    any
		of      func(*PartnerList) (any, registry.Reason)
		want    any
		unknown registry.Reason
		doubted bool
		why     string
	}{
		{"projekttyp", "Feasibility study", kind, "PRE_STUDY", "", false, "a pre-study by another name"},
		{"projekttyp", "Small", kind, "SMALL_SCALE", "", false, "a small-scale project"},
		{"projekttyp", "Full Application", kind, nil, unclear, false, "a stage of applying tells no kind of project"},
		{"projekttyp", "Gigantic", kind, nil, unclear, true, "a word nobody has seen"},
		{"organisationstyp", "Small or medium-sized enterprise (SME)", sector, "SME", "", false, "the same in both lists"},
		{"organisationstyp", "Enterprise, except SME", sector, "LARGE_ENTERPRISE", "", false, "what is no SME is large"},
		{"organisationstyp", "Higher education and research institution", sector, nil, unclear, false, "university or institute?"},
		{"organisationstyp", "Local public authority", sector, nil, unclear, false, "municipalities' companies are called so too"},
		{"organisationstyp", nil, sector, nil, missing, false, "not told"},
		{"nuts3", "Skåne län", county, "SE224", "", false, "a county by its name"},
		{"nuts3", "Trøndelag", county, nil, unclear, true, "not a Swedish county"},
		{"land", "Norge", country, "NO", "", false, "a country by its Swedish name"},
		{"land", "Atlantis", country, nil, unclear, true, "no country"},
		{"startdatum", nil, from, nil, missing, false, "not told"},
		{"slutdatum", "2027-02-31", to, nil, unclear, true, "no such day: not moved to the nearest one"},
		{"slutdatum", "2023-04-30", to, nil, split, true, "ends before it begins: one of the days is wrong, but which?"},
		{"slutdatum", "2023-04-30", from, nil, split, true, "so the other is not known either"},
		{"slutdatum", "2023-05-01", to, date("2023-05-01"), "", false, "a project of one day"},
		{"partnerbudget", json.Number("19519.5"), budget, euro(1951950), "", false, "one decimal is ten cents"},
		{"partnerbudget", json.Number("295564.23"), budget, euro(29556423), "", false, "exact: never a floating-point number"},
		{"partnerbudget", 0, budget, euro(0), "", false, "told, and nothing: an associated partner"},
		{"partnerbudget", "100.10", budget, euro(10010), "", false, "a number written as text"},
		{"partnerbudget", nil, budget, nil, missing, false, "not told"},
		{"partnerbudget", json.Number("1.005"), budget, nil, unclear, true, "half a cent is not rounded away"},
		{"partnerbudget", -5, budget, nil, unclear, true, "a negative budget"},
		{"partnerbudget", json.Number("1e999999999"), budget, nil, unclear, true, "a short text for a number that fills the memory"},
		{"partnerbudget", "secret", budget, nil, unclear, true, "no number"},
	} {
		list := read(t, partner(fields{row.field: row.told}))
		got, unknown := row.of(list)
		if diff := cmp.Diff(row.want, got); diff != "" || unknown != row.unknown {
			t.Errorf("%s %v (%s): got %v, unknown %q; want %v, %q", row.field, row.told, row.why, got, unknown, row.want, row.unknown)
		}
		if doubted := len(list.Doubts) == 1 && list.Doubts[0].Field == row.field; doubted != row.doubted || len(list.Refused) != 0 {
			t.Errorf("%s %v (%s): doubts %+v, refused %+v", row.field, row.told, row.why, list.Doubts, list.Refused)
		}
	}
}

func TestRowsThatDisagreeLeaveAValueUnknownAndKeepTheClaims(t *testing.T) {
	list := read(t,
		partner(fields{"slutdatum": "2026-10-31", "nuts3": "Uppsala län", "partnerbudget": 1}),
		partner(fields{"slutdatum": "2024-06-30", "nuts3": nil, "projekttyp": "Small"}),
		partner(fields{"slutdatum": "2026-10-31", "nuts3": "Skåne län", "partnerbudget": 1}),
	)
	want := SourceValue[registry.Date]{Unknown: registry.SourcesDisagree, Readings: []Reading[registry.Date]{
		{"2024-06-30", new(date("2024-06-30")), Rows{2}},
		{"2026-10-31", new(date("2026-10-31")), Rows{1, 3}},
	}}
	if diff := cmp.Diff(want, list.Projects[0].To); diff != "" {
		t.Error(diff)
	}
	for what, unknown := range map[string]registry.Reason{
		"type": list.Projects[0].Type.Unknown, "NUTS": list.Organisations[0].NUTS.Unknown, "budget": list.Participations[0].Budget.Unknown,
	} {
		if unknown != registry.SourcesDisagree {
			t.Errorf("%s: got %q, want %q", what, unknown, registry.SourcesDisagree)
		}
	}
	if got := list.Projects[0].From; got.Value == nil || len(list.Projects) != 1 || len(list.Participations) != 1 {
		t.Errorf("what the rows agree on: got %+v", got)
	}
}

// One title is one project where periods overlap, and several where they lie apart.
func TestTitlesAndProjects(t *testing.T) {
	period := func(from, to any) fields { return partner(fields{"startdatum": from, "slutdatum": to}) }
	for _, row := range []struct {
		rows              []fields
		projects, refused int
		why               string
	}{
		{[]fields{period("2023-06-01", "2023-11-30"), period("2024-09-01", "2027-08-31")}, 2, 0, "a feasibility study and a later main project"},
		{[]fields{period("2023-06-21", "2027-01-31"), period("2023-11-01", "2026-10-31")}, 1, 0, "rows of one project that disagree on its days"},
		{[]fields{period("2024-06-30", "2024-06-30"), period("2022-06-16", "2024-06-30")}, 1, 0, "a period of one day within the other"},
		{[]fields{period("2020-01-01", "2020-12-31"), period("2022-01-01", "2022-12-31"), period("2020-06-01", "2022-06-30")}, 1, 0, "joined by a third"},
		{[]fields{period("2020-01-01", "2020-12-31"), period("2022-01-01", "2022-12-31"), period("2022-06-01", nil)}, 2, 0, "a row without an end that fits only one"},
		{[]fields{period("2020-01-01", "2020-12-31"), period("2022-01-01", "2022-12-31"), period(nil, nil)}, 2, 1, "a row that fits both"},
		{[]fields{period("2020-01-01", "2020-12-31"), period("2021-06-01", nil)}, 1, 1, "a row that fits none: begun after the end"},
		{[]fields{period("2020-01-01", "2020-12-31"), period("2023-09-01", "2023-08-31")}, 1, 0, "days that contradict each other exclude nothing"},
		{[]fields{period("2027-02-31", nil), period(nil, nil)}, 1, 0, "no whole period at all"},
		{[]fields{partner(nil), partner(fields{"program": "URBACT IV"})}, 2, 0, "one title in two programmes"},
		{[]fields{partner(nil), partner(fields{"program": "Interreg Sverige–Norge"})}, 1, 0, "a programme with and without its brand"},
		{[]fields{partner(nil), partner(fields{"projektnamn": "BRIDGE"})}, 2, 0, "another spelling is another title"},
		{[]fields{partner(nil), partner(fields{"projektnamn": " Bridge\n"})}, 1, 0, "spaces are no spelling"},
	} {
		list := read(t, row.rows...)
		if len(list.Projects) != row.projects || len(list.Refused) != row.refused {
			t.Errorf("%s: got %d projects, refused %+v; want %d, %d", row.why, len(list.Projects), list.Refused, row.projects, row.refused)
		}
		for _, refusal := range list.Refused {
			if refusal.Code != AmbiguousProject {
				t.Errorf("%s: got %+v, want %s", row.why, refusal, AmbiguousProject)
			}
		}
	}
}

func TestSpellingsOfOneBodyAreReportedAndNotMerged(t *testing.T) {
	list := read(t,
		partner(fields{"organisationsnamn": "Energikontor Syd"}),
		partner(fields{"organisationsnamn": "Energikontor Syd AB"}),
		partner(fields{"organisationsnamn": "Region Skåne"}),
	)
	want := []PossibleDuplicate{{organisationKey("Energikontor Syd"), organisationKey("Energikontor Syd AB"), list.PossibleDuplicates[0].Likeness}}
	if diff := cmp.Diff(want, list.PossibleDuplicates); diff != "" || len(list.Organisations) != 3 {
		t.Errorf("%d organisations, %s", len(list.Organisations), diff)
	}
}

func TestProgrammesUnderTwoNames(t *testing.T) {
	list := read(t, partner(nil), partner(fields{"program": "Interreg Sverige–Norge"}))
	want := []ListedProgramme{{ProgrammeKey("Sverige-Norge"), "Interreg Sverige–Norge", []string{"Sverige-Norge"}, Rows{1, 2}}}
	if diff := cmp.Diff(want, list.Programmes); diff != "" {
		t.Error(diff)
	}
}

func TestLocator(t *testing.T) {
	for want, rows := range map[string]Rows{"row 3": {3}, "rows 3, 7": {3, 7}} {
		if got := rows.Locator(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func known[T comparable](value T, text string, rows Rows) SourceValue[T] {
	return SourceValue[T]{Value: &value, Readings: []Reading[T]{{Text: text, Value: &value, Rows: rows}}}
}

func shown[T comparable](told SourceValue[T]) (any, registry.Reason) {
	if told.Value == nil {
		return nil, told.Unknown
	}
	return *told.Value, told.Unknown
}

func date(text string) registry.Date {
	day, err := registry.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return day
}
