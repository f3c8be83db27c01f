package intake

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/registry"
)

func readPairsFile(t *testing.T) *PartnerList {
	t.Helper()
	file, err := os.Open("testdata/pairs.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	list, err := ReadPartnerList(file)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestAListOfPairsIsRecognisedByItsContent(t *testing.T) {
	list := readPairsFile(t)
	if list.RowsRead != 6 || len(list.Projects) != 5 || len(list.Participations) != 7 {
		t.Errorf("%d rows, %d projects, %d participations", list.RowsRead, len(list.Projects), len(list.Participations))
	}
	refused := map[int]RefusalCode{}
	for _, r := range list.Refused {
		refused[r.Row] = r.Code
	}
	if diff := cmp.Diff(map[int]RefusalCode{4: NoOrganisation, 6: NoProject}, refused); diff != "" {
		t.Error(diff)
	}
	doubted := map[string]int{}
	for _, d := range list.Doubts {
		doubted[d.Field] = d.Row
	}
	if diff := cmp.Diff(map[string]int{"start": 5, "total_eur": 5}, doubted); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Rows{1, 2, 4}, list.Homeless); diff != "" {
		t.Errorf("rows with grants that have no home: %s", diff)
	}
}

func TestDelimitedTextThatIsNoListOfPairsIsRefused(t *testing.T) {
	for _, text := range []string{"id;program\n1;AURORA", "project,owner\nA,B", "project,se_owner,no_owner\n\"A,B\n"} {
		if list, err := ReadPartnerList(strings.NewReader(text)); fault.CodeOf(err) != fault.BadInput || list != nil {
			t.Errorf("%q: got %v, %v", text, list, err)
		}
	}
}

// The two halves of Interreg, one after the other, in either order: one project each, more than one tie across the border, and nothing
// new when they are read again.
func TestBothHalvesOfInterregTieTheCountriesTogether(t *testing.T) {
	partners := func() *PartnerList {
		return read(t, commsec(), partner(fields{"projektnamn": "Exempelbron", "organisationsnamn": "Exempel AB", "startdatum": "2023-01-01", "slutdatum": "2025-12-31"}))
	}
	for _, order := range [][]func() *PartnerList{
		{partners, func() *PartnerList { return readPairsFile(t) }},
		{func() *PartnerList { return readPairsFile(t) }, partners},
	} {
		p := empty(t)
		p.found()
		for i, list := range order {
			p.take(list(), []string{"first", "second"}[i])
		}
		got := p.ask(`{
  projects { totalCount }
  networkMetrics(filter: {countryKnown: true}, asOf: "2024-01-15") { crossBorderTies }
  norwegian: organisations(filter: {country: "NO"}) { nodes { legalName } }
  commsec: project(acronym: "Commsec") { plannedTo claims { field value } areas { name } participations { nodes { role country organisation { legalName } } } }
  bridge: project(acronym: "Exempelbron") { totalBudget { amount currency } programme { name } participations(filter: {country: "SE"}) { nodes { country budget { amount } } } } }`)
		want := expected(t, `{"projects": {"totalCount": 5}, "networkMetrics": {"crossBorderTies": 4},
  "norwegian": {"nodes": [{"legalName": "Eksempel Industri"}, {"legalName": "Eksempel kommune"}, {"legalName": "Eksempel museum"}, {"legalName": "Eksempel universitet"}, {"legalName": "Future innovations AS"}]},
  "commsec": {"plannedTo": "2024-05-31", "claims": [{"field": "plannedTo", "value": "2024-05-31"}, {"field": "plannedTo", "value": "2024-06-30"}, {"field": "plannedTo", "value": "2024-06-30"}, {"field": "projectType", "value": "PRE_STUDY"}, {"field": "projectType", "value": "SMALL_SCALE"}],
    "areas": [{"name": "Mellansverige"}, {"name": "Mellersta Norge"}, {"name": "Nordens gröna bälte"}],
    "participations": {"nodes": [{"role": "PROJECT_OWNER", "country": "SE", "organisation": {"legalName": "IUC Z-Group AB"}},
      {"role": "PROJECT_OWNER", "country": "NO", "organisation": {"legalName": "Eksempel Industri"}},
      {"role": "PARTNER", "country": "NO", "organisation": {"legalName": "Future innovations AS"}}]}},
  "bridge": {"totalBudget": {"amount": "2500.25", "currency": "EUR"}, "programme": {"name": "Interreg Sverige–Norge"}, "participations": {"nodes": [{"country": "SE", "budget": {"amount": "59705.00"}}]}}}`)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		before := p.dump()
		for i, list := range order {
			if again := p.take(list(), []string{"first", "second"}[i]); len(again.Created)+len(again.Changed) > 0 {
				t.Errorf("reading again created %v, changed %v", again.Created, again.Changed)
			}
		}
		if diff := cmp.Diff(before, p.dump()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestARowsOwnSourceIsItsLocator(t *testing.T) {
	list := readPairsFile(t)
	telling := list.Telling(SourceFile{Path: "pairs.csv"}, &Known{})
	for _, r := range telling.Records {
		if r.Type == "Project" && r.Values["acronym"] == "Exempelbron" {
			if diff := cmp.Diff("row 2 (programsidan ?portfolio=exempelbron)", r.Locators["plannedFrom"]); diff != "" {
				t.Error(diff)
			}
			if r.Values["totalBudget"] != (registry.Money{MinorUnits: 250025, Currency: "EUR"}) {
				t.Errorf("total budget %v", r.Values["totalBudget"])
			}
			return
		}
	}
	t.Error("the project is not told")
}
