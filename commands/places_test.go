package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// An organisation is somewhere: in a municipality, in a statistical area, at a point.
func TestWhereAnOrganisationIs(t *testing.T) {
	w := newWorld(t)
	const where = "organisation { location { municipality nuts { code name } point { latitude longitude } } }"
	jamtland := object{"name": "Jämtlands län", "codeSystem": "NUTS_2024", "code": "SE322", "country": "SE"}
	id := w.make("registerOrganisation", object{"legalName": "A", "location": object{"municipality": "Åre", "nuts": object{"new": jamtland}}}, "organisation")
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
		got := w.command("updateOrganisation", object{"id": id, "location": step.location}, where).good()
		if diff := cmp.Diff(any(step.want), got["organisation"]); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
	if n := w.count("Area"); n != 1 {
		t.Errorf("there are %d areas of one code", n)
	}
	place := func(location object) answer {
		return w.command("updateOrganisation", object{"id": id, "location": location}, where)
	}
	place(object{"point": object{"latitude": 91, "longitude": 0}}).fails("BAD_INPUT", "point-on-earth", "input.location.point")
	place(object{"nuts": object{"nutsCode": "SE999"}}).fails("NOT_FOUND", "", "input.location.nuts.nutsCode")
	place(object{"nuts": object{"id": id}}).fails("NOT_FOUND", "", "input.location.nuts.id")
}

// A municipality lies in one county, of which there is one record whoever names it first; of one that may lie in several, none is told.
func TestAMunicipalityGivesItsArea(t *testing.T) {
	w := newWorld(t)
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
		got := w.command("registerOrganisation", object{"legalName": row.name, "country": row.country, "location": object{"municipality": row.municipality}}, where).good()
		if diff := cmp.Diff(any(object{"location": object{"municipality": row.municipality, "nuts": row.nuts}}), got["organisation"]); diff != "" {
			t.Errorf("%s: %s", row.municipality, diff)
		}
	}
	const reasons = "organisation { unknown { field reason } location { nuts { code } } }"
	unclear := w.command("registerOrganisation", object{"legalName": "G", "country": "NO", "location": object{"municipality": "Våler"}}, "organisation { id unknown { field reason } }").good()
	if diff := cmp.Diff(any([]any{object{"field": "location.nuts", "reason": "UNCLEAR_IN_SOURCE"}}), at(unclear, "organisation", "unknown")); diff != "" {
		t.Errorf("a name that two municipalities have is a reason: %s", diff)
	}
	told := w.command("updateOrganisation", object{"id": at(unclear, "organisation", "id"), "location": object{"municipality": "Våler", "nuts": object{"nutsCode": "NO060"}}}, reasons).good()
	if diff := cmp.Diff(any(object{"unknown": []any{}, "location": object{"nuts": object{"code": "NO060"}}}), told["organisation"]); diff != "" {
		t.Errorf("what is told is not unknown: %s", diff)
	}
	if n := w.count("Area"); n != 2 {
		t.Errorf("there are %d areas", n)
	}
	id := w.make("registerOrganisation", object{"legalName": "F", "country": "NO", "location": object{"municipality": "Lund"}}, "organisation")
	got := w.command("updateOrganisation", object{"id": id, "location": object{"municipality": "Steinkjer"}}, where).good()
	if diff := cmp.Diff(any("NO060"), at(got, "organisation", "location", "nuts", "code")); diff != "" {
		t.Error(diff)
	}
}

// A ground says who stands for it, and how the registry came by it.
func TestWhoStandsForAGround(t *testing.T) {
	w := newWorld(t)
	author := w.organisation("Region")
	said := func(document object) answer {
		document["title"] = "Letter"
		return w.command("registerOrganisation", object{"legalName": "A", "source": object{"document": document}},
			"organisation { sources { locator retrievedAt assertedBy { legalName } } }")
	}
	retrieved := today.AddDate(0, 0, -3).Format("2006-01-02T15:04:05Z")
	got := said(object{"assertedBy": author, "locator": "page 3", "retrievedAt": retrieved}).good()
	want := []any{object{"locator": "page 3", "retrievedAt": retrieved, "assertedBy": object{"legalName": "Region"}}}
	if diff := cmp.Diff(any(want), at(got, "organisation", "sources")); diff != "" {
		t.Error(diff)
	}
	said(object{"assertedBy": "nobody"}).fails("NOT_FOUND", "", "input.source.document.assertedBy")
	said(object{"retrievedAt": today.AddDate(0, 0, 1).Format("2006-01-02T15:04:05Z")}).fails("BAD_INPUT", "not-future", "input.source.document.retrievedAt")
}

func TestProgrammesAndApplicationsAreUpdated(t *testing.T) {
	w := newWorld(t)
	w.make("registerProgramme", object{"name": "Taken", "cci": "2021TC16RFCB000"}, "programme")
	programme := w.make("registerProgramme", object{"name": "Interreg", "period": "2014–2020", "managingOrganisation": w.organisation("Authority")}, "programme")
	update := func(input object) answer {
		input["id"] = programme
		return w.command("updateProgramme", input, "programme { name period cci managingOrganisation { legalName } version }")
	}
	got := update(object{"period": "2021–2027", "managingOrganisation": nil, "cci": "2021TC16RFCB001", "expectedVersion": 1}).good()
	want := object{"name": "Interreg", "period": "2021–2027", "cci": "2021TC16RFCB001", "managingOrganisation": nil, "version": 2.0}
	if diff := cmp.Diff(any(want), got["programme"]); diff != "" {
		t.Error(diff)
	}
	update(object{"cci": "2021TC16RFCB001"}).good()
	update(object{"cci": "2021TC16RFCB000"}).fails("CONFLICT", "programme-cci-unique", "input.cci")
	update(object{"name": nil}).fails("BAD_INPUT", "required", "input.name")
	update(object{"name": "N", "expectedVersion": 1}).fails("CONFLICT", "", "input.expectedVersion")

	application := w.make("recordApplication", object{"project": w.project("P"), "appliedTo": programme, "state": "DRAFT"}, "application")
	apply := func(input object) answer {
		input["id"] = application
		return w.command("updateApplication", input, "application { state caseNumber submittedOn amountAppliedFor { amount } applicant { legalName } }")
	}
	apply(object{"submittedOn": dayFrom(0)}).fails("BAD_INPUT", "application-draft-submitted", "input.submittedOn")
	apply(object{"state": "APPLIED", "submittedOn": dayFrom(1)}).fails("BAD_INPUT", "not-future", "input.submittedOn")
	got = apply(object{"state": "APPLIED", "submittedOn": dayFrom(0), "caseNumber": "C 1", "amountAppliedFor": sek("12.50"), "applicant": w.organisation("Firm")}).good()
	want = object{"state": "APPLIED", "caseNumber": "C 1", "submittedOn": dayFrom(0), "amountAppliedFor": object{"amount": "12.50"}, "applicant": object{"legalName": "Firm"}}
	if diff := cmp.Diff(any(want), got["application"]); diff != "" {
		t.Error(diff)
	}
	apply(object{"amountAppliedFor": sek("0.00")}).fails("BAD_INPUT", "amount-positive", "input.amountAppliedFor")
	w.outcome(application, "GRANTED")
	apply(object{"state": "DRAFT"}).fails("CONFLICT", "application-outcome", "input.state")
	apply(object{"caseNumber": "C 2"}).good()
}

// What a coordinator may not see is not there for commands either: nor is what hangs on it.
func TestWhatHangsOnSomethingHiddenIsNotThere(t *testing.T) {
	w := newWorld(t)
	hidden := w.make("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "RESTRICTED"}, "organisation")
	membership := w.make("admitMember", object{"member": hidden, "network": w.network("N", "FORMING"), "sensitivity": "PUBLIC"}, "membership")
	seen := w.as("COORDINATORS")
	seen.command("endMembership", object{"id": membership}, "membership { id }").fails("NOT_FOUND", "", "input.id")
	seen.command("renewConfirmation", object{"id": membership, "lastConfirmedOn": dayFrom(0)}, "changes { id }").fails("NOT_FOUND", "", "input.id")
	w.command("endMembership", object{"id": membership}, "membership { id }").good()
}
