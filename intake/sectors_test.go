package intake

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
)

func TestTheListsWordForABodyIsMappedByATable(t *testing.T) {
	for _, row := range []struct{ word, name, want string }{
		{"Local public authority", "Exempels kommun", "MUNICIPALITY"},
		{"Local public authority", "EXEMPEL KOMMUN, Arbetsmarknadsenheten", "MUNICIPALITY"},
		{"Local public authority", "Exempels stad", "MUNICIPALITY"},
		{"Local public authority", "City Of Exempel", "MUNICIPALITY"},
		{"Local public authority", "Exempel kommun fastigheter AB", ""},
		{"Local public authority", "Exempel Energi AB", ""},
		{"Local public authority", "Exempelbygdens kommunalförbund", "OTHER"},
		{"Local public authority", "Länsstyrelsen Västra Götaland", "STATE_AUTHORITY"},
		{"Regional public authority", "Region Jämtland Härjedalen", "REGION"},
		{"Regional public authority", "Västra Götalandsregionen", "REGION"},
		{"Regional public authority", "LÄNSSTYRELSEN I VÄSTRA GÖTALANDS LÄN", "STATE_AUTHORITY"},
		{"Regional public authority", "Exempelregionen turism AB", ""},
		{"National public authority", "Skogsstyrelsen", "STATE_AUTHORITY"},
		{"National public authority", "Högskolan i Exempel", "UNIVERSITY"},
		{"National public authority", "Exempel Sweden AB", ""},
		{"national, regional and local authorities", "Exempel municipality", "MUNICIPALITY"},
		{"Higher education and research institution", "Mittuniversitetet", "UNIVERSITY"},
		{"Higher education and research institution", "Exempels universitet", "UNIVERSITY"},
		{"Higher education and research institution", "Chalmers tekniska högskola AB", "UNIVERSITY"},
		{"Higher education and research institution", "RISE Research Institute of Sweden", "RESEARCH_INSTITUTE"},
		{"Higher education and research institution", "Exempel botaniska trädgård", ""},
		{"Education and research institution", "Exempels folkhögskola", "EDUCATION_PROVIDER"},
		{"Bodies governed by public law", "Exempel University", "UNIVERSITY"},
		{"Interest groups including NGOs", "Exempel ekonomisk förening", ""},
		{"Interest groups including NGOs", "Riksföreningen Exempel", "CIVIL_SOCIETY"},
		{"Other", "Stiftelsen Exempel", "CIVIL_SOCIETY"},
		{"Other", "Exempel AB", ""},
		{"NGO", "Exempel", "CIVIL_SOCIETY"},
		{"Sectoral agency", "Exempel", ""},
	} {
		list := read(t, partner(fields{"organisationstyp": row.word, "organisationsnamn": row.name}))
		got, reason := shown(list.Organisations[0].SectorType)
		if row.want == "" {
			if got != nil || reason != registry.UnclearInSource || len(list.Doubts) > 0 {
				t.Errorf("%s, %s: got %v, %s, doubts %v; want it unclear, and the word known", row.word, row.name, got, reason, list.Doubts)
			}
		} else if got != row.want {
			t.Errorf("%s, %s: got %v; want %s", row.word, row.name, got, row.want)
		}
	}
}

func TestWordsThatMeanNoOneKindAreCounted(t *testing.T) {
	list := read(t,
		partner(fields{"organisationsnamn": "A AB", "organisationstyp": "Local public authority"}),
		partner(fields{"organisationsnamn": "B AB", "organisationstyp": "Local public authority"}),
		partner(fields{"organisationsnamn": "C", "organisationstyp": "EGTC"}),
		partner(fields{"organisationsnamn": "D kommun", "organisationstyp": "Local public authority"}))
	if diff := cmp.Diff([]Wordless{{"Local public authority", 2}, {"EGTC", 1}}, list.UnmappedSectors()); diff != "" {
		t.Error(diff)
	}
}

// A register from before the table says that the source does not tell the kind of a body. Reading the list again adds the kind, or
// says that the source tells it unclearly.
func TestReadingAgainMendsWhatIsSaidNotToBeInTheSource(t *testing.T) {
	p := empty(t)
	list := func() *PartnerList {
		return read(t, partner(fields{"organisationsnamn": "Exempels kommun", "organisationstyp": "Local public authority"}),
			partner(fields{"organisationsnamn": "Exempel Energi AB", "organisationstyp": "Local public authority"}))
	}
	before := list()
	for i := range before.Organisations {
		before.Organisations[i].SectorType = SourceValue[string]{Unknown: registry.NotInSource}
	}
	p.take(before, "list.json")
	p.take(list(), "list.json")
	want := `[{"legalName": "Exempel Energi AB", "sectorType": null, "unknown": [{"field": "identifiers", "reason": "NOT_IN_SOURCE"}, {"field": "legalForm", "reason": "NOT_IN_SOURCE"},
	    {"field": "sectorType", "reason": "UNCLEAR_IN_SOURCE"}, {"field": "sizeClass", "reason": "NOT_IN_SOURCE"}], "claims": [{"field": "sectorType", "value": "Local public authority"}]},
	  {"legalName": "Exempels kommun", "sectorType": "MUNICIPALITY", "unknown": [{"field": "identifiers", "reason": "NOT_IN_SOURCE"}, {"field": "legalForm", "reason": "NOT_IN_SOURCE"},
	    {"field": "sizeClass", "reason": "NOT_IN_SOURCE"}], "claims": []}]`
	got := p.ask(`{ organisations { nodes { legalName sectorType unknown { field reason } claims { field value } } } }`)
	if diff := cmp.Diff(expected(t, want), got.(map[string]any)["organisations"].(map[string]any)["nodes"]); diff != "" {
		t.Error(diff)
	}
	if outcome := p.take(list(), "list.json"); len(outcome.Created)+len(outcome.Changed) > 0 {
		t.Errorf("the third time changed %v, created %v", outcome.Changed, outcome.Created)
	}
}
