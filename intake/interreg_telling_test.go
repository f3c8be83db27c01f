package intake

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"partnernet/ledger"
)

// commsec is the founding case's project as a partner list tells it: with another end, as another kind, and with its owner as lead.
func commsec() fields {
	return partner(fields{"projektnamn": "Commsec", "projekttyp": "Small", "organisationsnamn": "IUC Z-Group AB", "organisationsroll": "LP",
		"startdatum": "2023-05-01", "slutdatum": "2024-06-30", "nuts3": "Jämtlands län", "partnerbudget": 59705})
}

// told gives a disagreement without the id of its record.
func told(o ledger.Outcome) map[string]string {
	fields := map[string]string{}
	for _, d := range o.Disagreements {
		fields[d.Type+"."+d.Field] = d.Current + " | " + d.Given
	}
	return fields
}

func TestTheListMeetsTheFoundingCase(t *testing.T) {
	p := empty(t)
	p.found()
	outcome := p.take(read(t, commsec(), partner(nil)), "list.json")
	want := map[string]string{
		"Project.plannedTo":   "2024-05-31 | 2024-06-30",
		"Project.projectType": "PRE_STUDY | SMALL_SCALE",
		"Participation.role":  "PROJECT_OWNER | LEAD",
	}
	if diff := cmp.Diff(want, told(outcome)); diff != "" {
		t.Errorf("disagreements: %s", diff)
	}
	for _, row := range []struct{ why, where, want string }{
		{"the earlier values stay, and the list's are claims that say where they stand",
			`projects(filter: {acronym: "Commsec"}) { totalCount nodes { plannedTo projectType programme { name } sources { reference }
			   claims { field value locator source { reference } } } }`,
			`{"totalCount": 1, "nodes": [{"plannedTo": "2024-05-31", "projectType": "PRE_STUDY", "programme": {"name": "Interreg Sverige–Norge"},
			   "sources": [{"reference": "list.json"}, {"reference": "RUN/112/2023"}],
			   "claims": [{"field": "plannedTo", "value": "2024-05-31", "locator": null, "source": {"reference": "RUN/112/2023"}},
			              {"field": "plannedTo", "value": "2024-06-30", "locator": "row 1", "source": {"reference": "list.json"}},
			              {"field": "projectType", "value": "PRE_STUDY", "locator": null, "source": {"reference": "RUN/112/2023"}},
			              {"field": "projectType", "value": "SMALL_SCALE", "locator": "row 1", "source": {"reference": "list.json"}}]}]}`},
		{"the programme is the one that was applied to, under whichever of its names",
			`programmes { nodes { name applications { totalCount } projects { nodes { acronym } } } }`,
			`{"nodes": [{"name": "Interreg Sverige–Norge", "applications": {"totalCount": 1}, "projects": {"nodes": [{"acronym": "Bridge"}, {"acronym": "Commsec"}]}}]}`},
		{"one part in the project, whatever the list calls the role; its budget was not known before",
			`participations(filter: {organisation: {text: "iuc z-group"}}) { totalCount nodes { role budget { amount currency } unknown { field } claims { field value } } }`,
			`{"totalCount": 1, "nodes": [{"role": "PROJECT_OWNER", "budget": {"amount": "59705.00", "currency": "EUR"}, "unknown": [{"field": "validFrom"}, {"field": "validTo"}],
			   "claims": [{"field": "role", "value": "LEAD"}, {"field": "role", "value": "PROJECT_OWNER"}]}]}`},
		{"one organisation, of which the place is known now",
			`organisations(filter: {text: "iuc z-group"}) { totalCount nodes { country sectorType location { nuts { code name } } unknown { field } claims { field } } }`,
			`{"totalCount": 1, "nodes": [{"country": "SE", "sectorType": "BUSINESS_SUPPORT", "location": {"nuts": {"code": "SE322", "name": "Jämtlands län"}},
			   "unknown": [{"field": "identifiers"}, {"field": "sizeClass"}], "claims": []}]}`},
		{"a project that only the list tells of",
			`project(acronym: "Bridge") { projectType plannedFrom plannedTo programme { name } participations { nodes { role country organisation { legalName } } } claims { field } }`,
			`{"projectType": "MAIN", "plannedFrom": "2023-05-01", "plannedTo": "2024-06-30", "programme": {"name": "Interreg Sverige–Norge"},
			   "participations": {"nodes": [{"role": "LEAD", "country": "SE", "organisation": {"legalName": "Exempel AB"}}]}, "claims": []}`},
	} {
		got := p.ask("{ it: " + row.where + " }").(map[string]any)["it"]
		if diff := cmp.Diff(expected(t, row.want), got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// What is read again, the list or the founding case, changes nothing.
func TestReadingAgainChangesNothing(t *testing.T) {
	list := func() *PartnerList {
		return read(t, commsec(), partner(nil), partner(fields{"slutdatum": "2024-07-31", "nuts3": "Skåne län", "projekttyp": "Full Application"}),
			partner(fields{"organisationsnamn": "Exempel Aktiebolag"}), partner(fields{"organisationsnamn": nil}))
	}
	p := empty(t)
	p.found()
	p.take(list(), "list.json")
	before := p.dump()
	again := p.take(list(), "list.json")
	p.found()
	if diff := cmp.Diff(before, p.dump()); diff != "" {
		t.Error(diff)
	}
	if len(again.Created)+len(again.Changed)+len(again.Changes) > 0 {
		t.Errorf("the second time: %+v", again)
	}
}

// In the other order the list's values stay, and still both are claims of one project.
func TestTheFoundingCaseAfterTheList(t *testing.T) {
	p := empty(t)
	p.take(read(t, commsec()), "list.json")
	want := map[string]string{
		"Project.plannedTo":   "2024-06-30 | 2024-05-31",
		"Project.projectType": "SMALL_SCALE | PRE_STUDY",
		"Participation.role":  "LEAD | PROJECT_OWNER",
		"Programme.name":      "Sverige-Norge | Interreg Sverige–Norge",
	}
	if diff := cmp.Diff(want, told(p.found())); diff != "" {
		t.Errorf("disagreements: %s", diff)
	}
	got := p.ask(`{
  projects { totalCount nodes { plannedTo projectType awards { state } applications { state } claims { field value locator } } }
  programmes { totalCount nodes { applications { totalCount } } }
  organisations(filter: {text: "iuc"}) { totalCount }
  participations { totalCount } }`)
	if diff := cmp.Diff(expected(t, `{
  "projects": {"totalCount": 1, "nodes": [{"plannedTo": "2024-06-30", "projectType": "SMALL_SCALE", "awards": [{"state": "CONDITIONAL"}],
    "applications": [{"state": "GRANTED"}, {"state": "APPLIED"}],
    "claims": [{"field": "plannedTo", "value": "2024-05-31", "locator": null}, {"field": "plannedTo", "value": "2024-06-30", "locator": null},
               {"field": "projectType", "value": "PRE_STUDY", "locator": null}, {"field": "projectType", "value": "SMALL_SCALE", "locator": null}]}]},
  "programmes": {"totalCount": 1, "nodes": [{"applications": {"totalCount": 1}}]},
  "organisations": {"totalCount": 1},
  "participations": {"totalCount": 2}}`), got); diff != "" {
		t.Error(diff)
	}
	before := p.dump()
	p.found()
	p.take(read(t, commsec()), "list.json")
	if diff := cmp.Diff(before, p.dump()); diff != "" {
		t.Errorf("told again: %s", diff)
	}
}

// Two spellings of what may be one body are two organisations that know of one another.
func TestPossibleDuplicatesAreLinkedAndNotMerged(t *testing.T) {
	p := empty(t)
	p.take(read(t, partner(fields{"organisationsnamn": "Energikontor Syd"}), partner(fields{"organisationsnamn": "Energikontor Syd AB"}), partner(nil)), "list.json")
	got := p.ask(`{ organisations { nodes { legalName possibleDuplicates { legalName } } } }`)
	if diff := cmp.Diff(expected(t, `{"organisations": {"nodes": [
  {"legalName": "Energikontor Syd", "possibleDuplicates": [{"legalName": "Energikontor Syd AB"}]},
  {"legalName": "Energikontor Syd AB", "possibleDuplicates": [{"legalName": "Energikontor Syd"}]},
  {"legalName": "Exempel AB", "possibleDuplicates": []}]}}`), got); diff != "" {
		t.Error(diff)
	}
}

// Rows of one list that disagree give no value, but the reason why there is none and what each row says.
func TestRowsThatDisagreeAreClaims(t *testing.T) {
	p := empty(t)
	p.take(read(t, partner(nil), partner(fields{"slutdatum": "2024-07-31", "nuts3": "Skåne län", "partnerbudget": 1}), partner(nil)), "list.json")
	got := p.ask(`{
  project(acronym: "Bridge") { plannedFrom plannedTo unknown { field reason } claims { field value locator } }
  organisations { nodes { location { municipality } unknown { field reason } claims { field value locator } } }
  participations { nodes { budget { amount } claims { field value locator } } } }`)
	if diff := cmp.Diff(expected(t, `{
  "project": {"plannedFrom": "2023-05-01", "plannedTo": null, "unknown": [{"field": "plannedTo", "reason": "SOURCES_DISAGREE"}],
    "claims": [{"field": "plannedTo", "value": "2024-06-30", "locator": "rows 1, 3"}, {"field": "plannedTo", "value": "2024-07-31", "locator": "row 2"}]},
  "organisations": {"nodes": [{"location": null,
    "unknown": [{"field": "identifiers", "reason": "NOT_IN_SOURCE"}, {"field": "legalForm", "reason": "NOT_IN_SOURCE"}, {"field": "location", "reason": "SOURCES_DISAGREE"}, {"field": "sizeClass", "reason": "NOT_IN_SOURCE"}],
    "claims": [{"field": "location", "value": "Jämtlands län", "locator": "rows 1, 3"}, {"field": "location", "value": "Skåne län", "locator": "row 2"}]}]},
  "participations": {"nodes": [{"budget": null,
    "claims": [{"field": "budget", "value": "1.00 EUR", "locator": "row 2"}, {"field": "budget", "value": "59705.00 EUR", "locator": "rows 1, 3"}]}]}}`), got); diff != "" {
		t.Error(diff)
	}
}

var inAnyOrder = cmpopts.SortSlices(func(a, b any) bool { return fmt.Sprint(a) < fmt.Sprint(b) })

// A later edition of a list is another source: what it tells otherwise is a claim, and what it leaves out stays.
func TestALaterEditionOfTheList(t *testing.T) {
	p := empty(t)
	p.take(read(t, partner(nil), partner(fields{"organisationsnamn": "Andra AB"})), "list-1.json")
	outcome := p.take(read(t, partner(fields{"nuts3": "Skåne län", "partnerbudget": 60000})), "list-2.json")
	if len(outcome.Disagreements) != 2 {
		t.Errorf("disagreements: %+v", outcome.Disagreements)
	}
	got := p.ask(`{ organisations { nodes { legalName location { nuts { code } } claims { field source { reference } } } }
  participations(orderBy: {field: COUNTRY}) { nodes { organisation { legalName } budget { amount } claims { value locator source { reference } } } } }`)
	participations := got.(map[string]any)["participations"].(map[string]any)["nodes"].([]any)
	if len(participations) != 2 {
		t.Errorf("got %v", participations)
	}
	if diff := cmp.Diff(expected(t, `{"nodes": [
  {"legalName": "Andra AB", "location": {"nuts": {"code": "SE322"}}, "claims": []},
  {"legalName": "Exempel AB", "location": {"nuts": {"code": "SE322"}},
   "claims": [{"field": "location", "source": {"reference": "list-1.json"}}, {"field": "location", "source": {"reference": "list-2.json"}}]}]}`), got.(map[string]any)["organisations"], inAnyOrder); diff != "" {
		t.Error(diff)
	}
}

// A project whose days nobody knows may be either of two that a list tells of. It is taken for neither.
func TestAKnownProjectThatMayBeEitherOfTwo(t *testing.T) {
	p := empty(t)
	undated, err := ReadFacts(schema(t), []byte("source: {document: d}\nrecords: [{record: Document, key: d, title: D}, {record: Project, key: p, acronym: SelfCare}]"))
	if err != nil {
		t.Fatal(err)
	}
	p.tell(undated)
	list := func() *PartnerList {
		return read(t, partner(fields{"projektnamn": "SelfCare", "startdatum": "2020-01-01", "slutdatum": "2020-12-31"}),
			partner(fields{"projektnamn": "SelfCare", "startdatum": "2022-01-01", "slutdatum": "2024-12-31"}))
	}
	p.take(list(), "list.json")
	before := p.dump()
	p.take(list(), "list.json")
	if diff := cmp.Diff(before, p.dump()); diff != "" {
		t.Errorf("told again: %s", diff)
	}
	got := p.ask(`{ projects(orderBy: {field: PLANNED_FROM}) { nodes { plannedFrom participations { totalCount } claims { field } } } }`)
	if diff := cmp.Diff(expected(t, `{"projects": {"nodes": [
  {"plannedFrom": "2020-01-01", "participations": {"totalCount": 1}, "claims": []},
  {"plannedFrom": "2022-01-01", "participations": {"totalCount": 1}, "claims": []},
  {"plannedFrom": null, "participations": {"totalCount": 0}, "claims": []}]}}`), got); diff != "" {
		t.Error(diff)
	}
}

// A word that is no value of a field is kept as what the source says, and contradicts nobody.
func TestAWordThatIsNoValueContradictsNobody(t *testing.T) {
	p := empty(t)
	p.found()
	row := commsec()
	row["projekttyp"] = "Full Application"
	outcome := p.take(read(t, row), "list.json")
	if _, disagrees := told(outcome)["Project.projectType"]; disagrees {
		t.Errorf("got %+v", outcome.Disagreements)
	}
	got := p.ask(`{ project(acronym: "Commsec") { projectType unknown { field } claims { field value } } }`)
	if diff := cmp.Diff(expected(t, `{"project": {"projectType": "PRE_STUDY", "unknown": [{"field": "title"}, {"field": "totalBudget"}],
  "claims": [{"field": "plannedTo", "value": "2024-05-31"}, {"field": "plannedTo", "value": "2024-06-30"}, {"field": "projectType", "value": "Full Application"}]}}`), got); diff != "" {
		t.Error(diff)
	}
}
