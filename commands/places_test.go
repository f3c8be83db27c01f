package commands_test

import (
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// An organisation is somewhere: in a municipality, in a statistical area, at a point.
func TestWhereAnOrganisationIs(t *testing.T) {
	w := register.New(t)
	const where = "organisation { location { municipality nuts { code name } point { latitude longitude } } }"
	jamtland := object{"name": "Jämtlands län", "codeSystem": "NUTS_2024", "code": "SE322", "country": "SE"}
	id := w.Make("registerOrganisation", object{"legalName": "A", "location": object{"municipality": "Åre", "nuts": object{"new": jamtland}}}, "organisation")
	at := func(municipality, point any) object {
		return object{"location": object{"municipality": municipality, "nuts": object{"code": "SE322", "name": "Jämtlands län"}, "point": point}}
	}
	for _, step := range []struct {
		why      string
		location any
		want     object
	}{
		{"a point as well", object{"point": object{"latitude": 63.4, "longitude": 13}}, at("Åre", object{"latitude": 63.4, "longitude": 13.0})},
		{"moved", object{"municipality": "Östersund", "nuts": object{"nutsCode": "SE322"}}, at("Östersund", object{"latitude": 63.4, "longitude": 13.0})},
		{"nobody knows any more", nil, object{"location": nil}},
		{"nobody knew before", nil, object{"location": nil}},
		{"only the area", object{"nuts": object{"new": jamtland}}, at(nil, nil)},
	} {
		got := w.Command("updateOrganisation", object{"id": id, "location": step.location}, where).Good()
		if diff := cmp.Diff(any(step.want), got["organisation"]); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
	w.Command("updateOrganisation", object{"id": id, "location": object{"nuts": nil}}, where).Fails("BAD_INPUT", "", "input.location.nuts")
	if n := w.Count("Area"); n != 1 {
		t.Errorf("there are %d areas of one code", n)
	}
	place := func(location object) register.Answer {
		return w.Command("updateOrganisation", object{"id": id, "location": location}, where)
	}
	place(object{"point": object{"latitude": 91, "longitude": 0}}).Fails("BAD_INPUT", "point-on-earth", "input.location.point")
	place(object{"nuts": object{"nutsCode": "SE999"}}).Fails("NOT_FOUND", "", "input.location.nuts.nutsCode")
	place(object{"nuts": object{"id": id}}).Fails("NOT_FOUND", "", "input.location.nuts.id")
	place(object{"municipality": " "}).Fails("BAD_INPUT", "required", "input.location.municipality")
	w.Command("registerOrganisation", object{"legalName": "B", "location": object{"municipality": ""}}, where).Fails("BAD_INPUT", "required", "input.location.municipality")
}

// A place of which nothing is told is as one that is left out.
func TestAPlaceOfNothingIsLeftOut(t *testing.T) {
	w := register.New(t)
	const where = "organisation { location { municipality } }"
	for _, location := range []object{{}, {"municipality": nil}} {
		got := w.Command("registerOrganisation", object{"legalName": "A", "location": location}, where).Good()
		if diff := cmp.Diff(any(object{"location": nil}), got["organisation"]); diff != "" {
			t.Errorf("%v: %s", location, diff)
		}
	}
	update := func(id string) any {
		return w.Command("updateOrganisation", object{"id": id, "location": object{}}, where).Good()["organisation"]
	}
	if diff := cmp.Diff(any(object{"location": nil}), update(w.Organisation("B"))); diff != "" {
		t.Errorf("of one of which no place is known: %s", diff)
	}
	somewhere := w.Make("registerOrganisation", object{"legalName": "C", "location": object{"municipality": "Lund"}}, "organisation")
	if diff := cmp.Diff(any(object{"location": object{"municipality": "Lund"}}), update(somewhere)); diff != "" {
		t.Errorf("what is known stays: %s", diff)
	}
}

// A municipality lies in one county, of which there is one record whoever names it first; of one that may lie in several, none is told.
func TestAMunicipalityGivesItsArea(t *testing.T) {
	w := register.New(t)
	const where = "organisation { location { municipality nuts { code name country } } }"
	for _, row := range []struct {
		name, municipality string
		country            any
		nuts               any
	}{
		{"A", "Östersund", "SE", object{"code": "SE322", "name": "Jämtlands län", "country": "SE"}},
		{"B", "Åre kommun", nil, object{"code": "SE322", "name": "Jämtlands län", "country": "SE"}},
		{"C", "Trondheim", "NO", object{"code": "NO060", "name": "Trøndelag/Trööndelage", "country": "NO"}},
		{"D", "Våler", "NO", nil},
		{"E", "Lund", nil, nil},
	} {
		got := w.Command("registerOrganisation", object{"legalName": row.name, "country": row.country, "location": object{"municipality": row.municipality}}, where).Good()
		if diff := cmp.Diff(any(object{"location": object{"municipality": row.municipality, "nuts": row.nuts}}), got["organisation"]); diff != "" {
			t.Errorf("%s: %s", row.municipality, diff)
		}
	}
	const reasons = "organisation { unknown { field reason } location { nuts { code } } }"
	unclear := w.Command("registerOrganisation", object{"legalName": "G", "country": "NO", "location": object{"municipality": "Våler"}}, "organisation { id unknown { field reason } }").Good()
	if diff := cmp.Diff(any([]any{object{"field": "location.nuts", "reason": "UNCLEAR_IN_SOURCE"}}), register.At(unclear, "organisation", "unknown")); diff != "" {
		t.Errorf("a name that two municipalities have is a reason: %s", diff)
	}
	told := w.Command("updateOrganisation", object{"id": register.At(unclear, "organisation", "id"), "location": object{"municipality": "Våler", "nuts": object{"nutsCode": "NO060"}}}, reasons).Good()
	if diff := cmp.Diff(any(object{"unknown": []any{}, "location": object{"nuts": object{"code": "NO060"}}}), told["organisation"]); diff != "" {
		t.Errorf("what is told is not unknown: %s", diff)
	}
	if n := w.Count("Area"); n != 2 {
		t.Errorf("there are %d areas", n)
	}
	id := w.Make("registerOrganisation", object{"legalName": "F", "country": "NO", "location": object{"municipality": "Lund"}}, "organisation")
	got := w.Command("updateOrganisation", object{"id": id, "location": object{"municipality": "Steinkjer"}}, where).Good()
	if diff := cmp.Diff(any("NO060"), register.At(got, "organisation", "location", "nuts", "code")); diff != "" {
		t.Error(diff)
	}
}

// A ground says who stands for it, and how the registry came by it.
func TestWhoStandsForAGround(t *testing.T) {
	w := register.New(t)
	author := w.Organisation("Region")
	said := func(document object) register.Answer {
		document["title"] = "Letter"
		return w.Command("registerOrganisation", object{"legalName": "A", "source": object{"document": document}},
			"organisation { sources { locator retrievedAt assertedBy { legalName } } }")
	}
	retrieved := register.Today.AddDate(0, 0, -3).Format("2006-01-02T15:04:05Z")
	got := said(object{"assertedBy": author, "locator": "page 3", "retrievedAt": retrieved}).Good()
	want := []any{object{"locator": "page 3", "retrievedAt": retrieved, "assertedBy": object{"legalName": "Region"}}}
	if diff := cmp.Diff(any(want), register.At(got, "organisation", "sources")); diff != "" {
		t.Error(diff)
	}
	said(object{"assertedBy": "nobody"}).Fails("NOT_FOUND", "", "input.source.document.assertedBy")
	said(object{"retrievedAt": register.Today.AddDate(0, 0, 1).Format("2006-01-02T15:04:05Z")}).Fails("BAD_INPUT", "not-future", "input.source.document.retrievedAt")
}

func TestProgrammesAndApplicationsAreUpdated(t *testing.T) {
	w := register.New(t)
	w.Make("registerProgramme", object{"name": "Taken", "cci": "2021TC16RFCB000"}, "programme")
	programme := w.Make("registerProgramme", object{"name": "Interreg", "period": "2014–2020", "managingOrganisation": w.Organisation("Authority")}, "programme")
	update := func(input object) register.Answer {
		input["id"] = programme
		return w.Command("updateProgramme", input, "programme { name period cci managingOrganisation { legalName } version }")
	}
	got := update(object{"period": "2021–2027", "managingOrganisation": nil, "cci": "2021TC16RFCB001", "expectedVersion": 1}).Good()
	want := object{"name": "Interreg", "period": "2021–2027", "cci": "2021TC16RFCB001", "managingOrganisation": nil, "version": 2.0}
	if diff := cmp.Diff(any(want), got["programme"]); diff != "" {
		t.Error(diff)
	}
	update(object{"cci": "2021TC16RFCB001"}).Good()
	update(object{"cci": "2021TC16RFCB000"}).Fails("CONFLICT", "programme-cci-unique", "input.cci")
	update(object{"name": nil}).Fails("BAD_INPUT", "required", "input.name")
	update(object{"name": "N", "expectedVersion": 1}).Fails("CONFLICT", "", "input.expectedVersion")

	application := w.Make("recordApplication", object{"project": w.Project("P"), "appliedTo": programme, "state": "DRAFT"}, "application")
	apply := func(input object) register.Answer {
		input["id"] = application
		return w.Command("updateApplication", input, "application { state caseNumber submittedOn amountAppliedFor { amount } applicant { legalName } }")
	}
	apply(object{"submittedOn": register.DayFrom(0)}).Fails("BAD_INPUT", "application-draft-submitted", "input.submittedOn")
	apply(object{"state": "APPLIED", "submittedOn": register.DayFrom(1)}).Fails("BAD_INPUT", "not-future", "input.submittedOn")
	got = apply(object{"state": "APPLIED", "submittedOn": register.DayFrom(0), "caseNumber": "C 1", "amountAppliedFor": register.SEK("12.50"), "applicant": w.Organisation("Firm")}).Good()
	want = object{"state": "APPLIED", "caseNumber": "C 1", "submittedOn": register.DayFrom(0), "amountAppliedFor": object{"amount": "12.50"}, "applicant": object{"legalName": "Firm"}}
	if diff := cmp.Diff(any(want), got["application"]); diff != "" {
		t.Error(diff)
	}
	apply(object{"amountAppliedFor": register.SEK("0.00")}).Fails("BAD_INPUT", "amount-positive", "input.amountAppliedFor")
	w.Outcome(application, "GRANTED")
	apply(object{"state": "DRAFT"}).Fails("CONFLICT", "application-outcome", "input.state")
	apply(object{"caseNumber": "C 2"}).Good()
}

// What a coordinator may not see is not there for commands either: nor is what hangs on it.
func TestWhatHangsOnSomethingHiddenIsNotThere(t *testing.T) {
	w := register.New(t)
	hidden := w.Make("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "RESTRICTED"}, "organisation")
	membership := w.Make("admitMember", object{"member": hidden, "network": w.Network("N", "FORMING"), "sensitivity": "PUBLIC"}, "membership")
	seen := w.As("COORDINATORS")
	seen.Command("endMembership", object{"id": membership}, "membership { id }").Fails("NOT_FOUND", "", "input.id")
	seen.Command("renewConfirmation", object{"id": membership, "lastConfirmedOn": register.DayFrom(0)}, "changes { id }").Fails("NOT_FOUND", "", "input.id")
	w.Command("endMembership", object{"id": membership}, "membership { id }").Good()
}
