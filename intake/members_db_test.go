package intake

import (
	"maps"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
)

// admit records a member list, and gives the verdicts of its rows and what was written.
func (p place) admit(network string, list *MemberList, file string) ([]Verdict, ledger.Outcome) {
	p.t.Helper()
	known := p.knownMembers(network)
	judged := list.Judge(known, civil.DateOf(today))
	told := list.Telling(SourceFile{Path: "/somewhere/" + file, SHA256: "digest of " + file, ReadAt: today}, known, judged, "COORDINATORS")
	var verdicts []Verdict
	for _, j := range judged {
		verdicts = append(verdicts, j.Verdict)
	}
	return verdicts, p.tell(told)
}

func (p place) knownMembers(network string) *KnownMembers {
	p.t.Helper()
	k, err := ReadKnownMembers(p.t.Context(), p.db, network)
	if err != nil {
		p.t.Fatal(err)
	}
	return k
}

func TestAMemberListIsRecorded(t *testing.T) {
	p := empty(t)
	p.found()
	list := members(t, []string{"Organisation", "Org.nr", "Land", "Kommun", "Roll", "Medlem sedan", "Medlem till", "Hemsida", "Bransch"},
		[]string{"IUC Z-Group AB", swedish, "Sverige", "Östersund", "Samordnare", "2023-05-01", "tills vidare", "example.org", "70.22, 25.40"},
		[]string{"Exempel AB", swedishToo, "", "Åre", "", "2019", "", "", ""},
		[]string{"Forening uten nummer", "", "Norge", "", "Observatør", "31.05.2019", "2022-12-31", "", ""},
		[]string{"Fel nummer AB", "556091-2149", "", "", "", "", "", "", ""},
		[]string{"Future innovations", "", "", "", "", "", "", "", ""})
	verdicts, outcome := p.admit("MITTSEC", list, "members.csv")
	if diff := cmp.Diff([]Verdict{Changed, New, New, Refused, Conflict}, verdicts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"Organisation": 2, "Membership": 3, "Document": 1, "Source": 1}, outcome.Created); diff != "" {
		t.Error(diff)
	}
	for _, row := range []struct{ why, where, want string }{
		{"whoever was held is the same organisation, with what the list adds and where the list says so",
			`organisation(identifier: {scheme: SE_ON, value: "` + swedish + `"}) { legalName country homepage industryCodes sensitivity location { municipality } unknown { field }
			   sources { reference title } history { nodes { fields { name after } source { title } } } }`,
			`{"legalName": "IUC Z-Group AB", "country": "SE", "homepage": "https://example.org", "industryCodes": ["25.40", "70.22"], "sensitivity": "PUBLIC",
			   "location": {"municipality": "Östersund"}, "unknown": [{"field": "sectorType"}, {"field": "sizeClass"}],
			   "sources": [{"reference": null, "title": "members.csv"}, {"reference": "RUN/112/2023", "title": "Medfinansiering till projektet Commsec"}],
			   "history": {"nodes": [
			     {"fields": [{"name": "country", "after": "SE"}, {"name": "legalForm", "after": "AB"}, {"name": "legalName", "after": "IUC Z-Group AB"}], "source": {"title": "Medfinansiering till projektet Commsec"}},
			     {"fields": [{"name": "homepage", "after": "https://example.org"}, {"name": "industryCodes", "after": "25.40, 70.22"}, {"name": "identifiers", "after": "SE_ON, 5560912148"}, {"name": "location", "after": "Östersund"}],
			      "source": {"title": "members.csv"}}]}}`},
		{"an open end is open, in the role told",
			`network(acronym: "MITTSEC") { memberships(filter: {role: COORDINATOR}) { nodes { member { ... on Organisation { legalName } } state validFrom validTo endStatus sensitivity unknown { field } claims { field } } } }`,
			`{"memberships": {"nodes": [{"member": {"legalName": "IUC Z-Group AB"}, "state": "CLAIMED", "validFrom": "2023-05-01", "validTo": null, "endStatus": "OPEN", "sensitivity": "COORDINATORS", "unknown": [], "claims": []}]}}`},
		{"a year is a claim, and the day is unknown",
			`network(acronym: "MITTSEC") { memberships(filter: {role: MEMBER}) { nodes { validFrom unknown { field reason } claims { field value locator source { title } } } } }`,
			`{"memberships": {"nodes": [{"validFrom": null, "unknown": [{"field": "validFrom", "reason": "NOT_IN_SOURCE"}, {"field": "validTo", "reason": "NOT_IN_SOURCE"}],
			   "claims": [{"field": "validFrom", "value": "2019", "locator": "cell F3", "source": {"title": "members.csv"}}]}]}}`},
		{"a membership that is over has ended",
			`network(acronym: "MITTSEC", asOf: "2020-01-01") { memberships(filter: {role: OBSERVER}) { nodes { member { ... on Organisation { legalName identifiers { value } unknown { field } } } state validFrom validTo endStatus } } }`,
			`{"memberships": {"nodes": [{"member": {"legalName": "Forening uten nummer", "identifiers": [], "unknown": [{"field": "identifiers"}, {"field": "legalForm"}, {"field": "location"}, {"field": "sectorType"}, {"field": "sizeClass"}]},
			   "state": "ENDED", "validFrom": "2019-05-31", "validTo": "2022-12-31", "endStatus": "KNOWN"}]}}`},
	} {
		got := p.ask("{ it: " + row.where + " }").(map[string]any)["it"]
		if diff := cmp.Diff(expected(t, row.want), got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// The same file again changes nothing, and neither does another file that tells the same.
func TestAMemberListRecordedTwiceChangesNothing(t *testing.T) {
	p := empty(t)
	p.found()
	rows := [][]string{{"Organisation", "Org.nr", "Kommun", "Medlem sedan", "Hemsida"},
		{"IUC Z-Group", swedish, "Östersund", "2023-05-01", ""},
		{"Exempel AB", swedishToo, "Åre", "2019", "example.org"},
		{"Utan nummer", "", "", "31.05.2019", ""}}
	rows[1][0] = "IUC Z-Group AB"
	p.admit("MITTSEC", members(t, rows...), "members.csv")
	before := p.dump()
	rows[2][4], rows[3][0] = "www.example.org/", "UTAN NUMMER"
	for _, file := range []string{"members.csv", "members-2.csv"} {
		verdicts, outcome := p.admit("MITTSEC", members(t, rows...), file)
		if diff := cmp.Diff([]Verdict{Same, Same, Same}, verdicts); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
		if file == "members.csv" {
			if diff := cmp.Diff(before, p.dump()); diff != "" {
				t.Error(diff)
			}
		} else if diff := cmp.Diff(map[string]int{"Document": 1, "Source": 1}, outcome.Created); diff != "" {
			t.Error(diff)
		}
	}
}

// What the registry holds is read as it was told, so that nothing told is new.
func TestWhatIsHeldOfMembersIsRead(t *testing.T) {
	p := empty(t)
	p.found()
	p.admit("MITTSEC", members(t, []string{"Organisation", "Org.nr", "Kommun", "Roll", "Kategori", "Medlem sedan", "Medlem till", "Hemsida", "SNI", "Bolagsform", "LEI"},
		[]string{"Exempel AB", swedishToo, "Åre", "Observatör", "Guld", "2019-05-31", "2030-05-31", "example.org", "25.40", "AB", "5299000J2N45DDNE4Y28"}), "members.csv")
	k := p.knownMembers("MITTSEC")
	var exempel HeldOrganisation
	for _, o := range k.Organisations {
		if o.Name == "Exempel AB" {
			exempel = o
		}
	}
	want := map[MemberField]string{FieldCountry: "SE", FieldMunicipality: "Åre", FieldHomepage: "https://example.org", FieldIndustryCodes: "25.40", FieldLegalForm: "AB"}
	if diff := cmp.Diff(want, exempel.Values); diff != "" {
		t.Error(diff)
	}
	if len(exempel.Identifiers) != 2 || len(k.Memberships) != 1 || k.Memberships[0].Organisation != exempel.ID {
		t.Fatalf("%+v %+v", exempel, k.Memberships)
	}
	want = map[MemberField]string{FieldRole: "OBSERVER", FieldCategory: "Guld", FieldValidFrom: "2019-05-31", FieldValidTo: "2030-05-31", FieldEndStatus: "KNOWN"}
	if diff := cmp.Diff(want, k.Memberships[0].Values); diff != "" {
		t.Error(diff)
	}
	networks := map[string]string{}
	for _, n := range k.Networks {
		networks[n.Acronym] = n.Lifecycle
	}
	if diff := cmp.Diff(map[string]string{"MITTSEC": "PLANNED", "MIDSEC": "ESTABLISHED"}, networks); diff != "" {
		t.Error(diff)
	}
	for field := range maps.Keys(k.Memberships[0].Disputed) {
		t.Error(field, "is disputed")
	}
}

// Where sources disagree about a value, a list does not settle it, and does not seem to add it again and again.
func TestAListDoesNotSettleWhatSourcesDisputeAbout(t *testing.T) {
	p := empty(t)
	p.found()
	row := []string{"Exempel AB", swedish, "https://example.org"}
	list := members(t, []string{"Organisation", "Org.nr", "Hemsida"}, row)
	p.admit("MITTSEC", list, "members.csv")
	id := p.knownMembers("MITTSEC").Memberships[0].Organisation
	p.tell(ledger.Telling{Actor: "test", Action: "test", Overwrites: true, Source: ledger.DerivedID("member list source: digest of members.csv"),
		Records: []ledger.Record{{Type: "Organisation", ID: id, Values: map[string]any{"homepage": nil}, Unknown: map[string]registry.Reason{"homepage": "SOURCES_DISAGREE"}}}})
	verdicts, _ := p.admit("MITTSEC", list, "members-2.csv")
	if diff := cmp.Diff([]Verdict{Same}, verdicts); diff != "" {
		t.Error(diff)
	}
}

func TestAListOfANetworkThatIsNotHeld(t *testing.T) {
	p := empty(t)
	p.found()
	_, err := ReadKnownMembers(t.Context(), p.db, "mittsec")
	if fault.CodeOf(err) != fault.NotFound || !strings.Contains(err.Error(), "mittsec") {
		t.Error(err)
	}
}
