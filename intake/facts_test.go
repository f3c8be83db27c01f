package intake

import (
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
)

// file gives a facts file of records that follow a document and an organisation.
func file(records string) string {
	return `
source: {document: d}
records:
  - {record: Document, key: d, title: D}
  - {record: Organisation, key: o, legalName: O}
` + records
}

func TestEachKindOfFactIsRead(t *testing.T) {
	id := ledger.DerivedID
	for _, row := range []struct {
		record string
		want   ledger.Record
		why    string
	}{
		{`{record: Project, key: p, acronym: P, projectType: PRE_STUDY, plannedFrom: 2024-02-29, totalBudget: {amount: "12.50", currency: EUR}}`,
			ledger.Record{Type: "Project", ID: id("p"), Values: map[string]any{"acronym": "P", "projectType": "PRE_STUDY", "plannedFrom": date("2024-02-29"),
				"totalBudget": registry.Money{MinorUnits: 1250, Currency: "EUR"}}}, "text, enumeration, day, money"},
		{`{record: Award, key: a, state: CONDITIONAL, aidRate: "0.350", cap: {amount: 100, currency: SEK}, recipient: o}`,
			ledger.Record{Type: "Award", ID: id("a"), Values: map[string]any{"state": "CONDITIONAL", "aidRate": "0.35", "cap": registry.Money{MinorUnits: 10000, Currency: "SEK"}},
				Links: map[string][]string{"recipient": {id("o")}}}, "a decimal in its canonical form, whole money, a relation"},
		{`{record: Organisation, key: x, legalName: X, aliases: [Ex, "7"], industryCodes: ["25.40"], homepage: "HTTPS://Example.org/A", country: "NO"}`,
			ledger.Record{Type: "Organisation", ID: id("x"), Values: map[string]any{"legalName": "X", "aliases": []string{"Ex", "7"}, "industryCodes": []string{"25.40"},
				"homepage": "https://example.org/A", "country": "NO"}}, "lists, an address, a country"},
		{`{record: Organisation, key: x, legalName: X, identifiers: [{scheme: SE_ON, value: 556091-2148}], location: {municipality: Åre, nuts: a}}`,
			ledger.Record{Type: "Organisation", ID: id("x"), Values: map[string]any{"legalName": "X"}, Parts: map[string][]ledger.Part{
				"identifiers": {{Key: map[string]any{"scheme": "SE_ON", "value": "5560912148"}, Values: map[string]any{"scheme": "SE_ON", "value": "5560912148"}}},
				"location":    {{Values: map[string]any{"municipality": "Åre"}, Links: map[string][]string{"nuts": {id("a")}}}}}}, "an identifier in its canonical form, and a location: there is one, so nothing tells it apart"},
		{`{record: Organisation, key: x, legalName: X, formerNames: [{name: W, kind: LEGAL_NAME, validTo: 2019-12-31}]}`,
			ledger.Record{Type: "Organisation", ID: id("x"), Values: map[string]any{"legalName": "X"}, Parts: map[string][]ledger.Part{
				"formerNames": {{Key: map[string]any{"name": "W", "kind": "LEGAL_NAME"}, Values: map[string]any{"name": "W", "kind": "LEGAL_NAME", "validTo": date("2019-12-31")}}}}},
			"a former name of which nobody knows the first day"},
		{`{record: Output, key: u, type: REPORT, plannedCount: 0, project: p, unknown: {title: NOT_ASKED}}`,
			ledger.Record{Type: "Output", ID: id("u"), Values: map[string]any{"type": "REPORT", "plannedCount": int64(0)}, Links: map[string][]string{"project": {id("p")}},
				Unknown: map[string]registry.Reason{"title": registry.NotAsked}}, "a number, and what is not known"},
		{`{record: Source, key: s, document: d, retrievedAt: 2026-01-31T10:00:00+01:00}`,
			ledger.Record{Type: "Source", ID: id("s"), Values: map[string]any{"retrievedAt": time.Date(2026, 1, 31, 9, 0, 0, 0, time.UTC)},
				Links: map[string][]string{"document": {id("d")}}}, "an instant, in UTC"},
		{`{record: Activity, key: v, title: V, networks: [n1, n2], sensitivity: MEMBERS}`,
			ledger.Record{Type: "Activity", ID: id("v"), Audience: "MEMBERS", Values: map[string]any{"title": "V"}, Links: map[string][]string{"networks": {id("n1"), id("n2")}}},
			"several relations, and who may see it"},
	} {
		telling, err := ReadFacts(schema(t), []byte(file("  - "+row.record)))
		if err != nil {
			t.Errorf("%s: %v", row.why, err)
			continue
		}
		got := telling.Records[len(telling.Records)-1]
		if diff := cmp.Diff(row.want, got, sameWhenEmpty); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// Every record of a file is as sensitive as the file says, and rests on the file's source.
func TestAFactsFileSaysItForAllItsRecords(t *testing.T) {
	telling, err := ReadFacts(schema(t), []byte("sensitivity: COORDINATORS"+file("  - {record: Theme, key: t, code: t, sensitivity: PUBLIC}")))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range telling.Records {
		got[r.Type] = string(r.Audience)
	}
	want := map[string]string{"Source": "COORDINATORS", "Document": "COORDINATORS", "Organisation": "COORDINATORS", "Theme": "PUBLIC"}
	if diff := cmp.Diff(want, got); diff != "" || telling.Source != telling.Records[0].ID || telling.Records[0].Type != "Source" {
		t.Errorf("%s; the telling rests on %s", diff, telling.Source)
	}
}

// wrongFile is a facts file that something is wrong in.
type wrongFile struct {
	file string
	told []string
	why  string
}

func wrongFacts() []wrongFile {
	record := func(fields string) string { return file("  - " + fields) }
	return []wrongFile{
		{"", []string{"source"}, "an empty file"},
		{"records: []", []string{"source"}, "no source"},
		{"source: {locator: page 3}", []string{"source", "document"}, "a source without a document"},
		{"source: {document: d, colour: red}", []string{"source", "colour"}, "a source with a field that is none"},
		{"source: {document: d}\nrecord: []", []string{"record"}, "a part of a file that is none"},
		{"source: {document: d", []string{"cannot be read"}, "no YAML"},
		{"source: {document: d}\nsensitivity: SECRET", []string{"sensitivity", "SECRET"}, "nobody's sensitivity"},
		{record(`{record: Organization, key: x}`), []string{"Record 3", "Organization", "x"}, "no type"},
		{record(`{record: Identifier, key: x}`), []string{"Record 3", "Identifier", "x"}, "a part for a record"},
		{record(`{record: Record, key: x}`), []string{"Record 3"}, "every record at once"},
		{record(`{record: Project, acronym: P}`), []string{"Record 3", "Project", "key"}, "no key"},
		{record(`{record: Project, key: 7, acronym: P}`), []string{"Record 3", "key"}, "a number for a key: written otherwise it is another text"},
		{record(`{record: Project, key: o, acronym: P}`), []string{"Record 3", "record 2", "key"}, "the key of another record"},
		{record(`{record: Project, key: p, colour: red}`), []string{"Record 3 (Project p)", "colour"}, "a field that is none"},
		{record(`{record: Project, key: p, durationMonths: 13}`), []string{"Record 3 (Project p)", "durationMonths"}, "a field that is worked out"},
		{record(`{record: Output, key: p, deliveredCount: 1}`), []string{"Record 3 (Output p)", "deliveredCount"}, "a field that is counted"},
		{record(`{record: Partnership, key: p, crossBorder: true}`), []string{"crossBorder"}, "a field that is an expression"},
		{record(`{record: Project, key: p, id: "1"}`), []string{"Record 3 (Project p)", "id"}, "an id is nobody's to choose"},
		{record(`{record: Project, key: p, version: 7}`), []string{"version"}, "nor a version"},
		{record(`{record: Project, key: p, createdAt: 2020-01-01T00:00:00Z}`), []string{"createdAt"}, "nor when it was recorded"},
		{record(`{record: Project, key: p, sources: [s]}`), []string{"sources"}, "the file's source is the source"},
		{record(`{record: Project, key: p, claims: [{field: title, value: T}]}`), []string{"claims"}, "claims are the ledger's"},
		{record(`{record: Project, key: p, plannedFrom: 2023-02-29}`), []string{"Record 3 (Project p)", "plannedFrom", "2023-02-29"}, "no such day"},
		{record(`{record: Project, key: p, plannedFrom: 20230201}`), []string{"plannedFrom"}, "a number for a day"},
		{record(`{record: Project, key: p, totalBudget: {amount: "1.005", currency: SEK}}`), []string{"totalBudget"}, "more decimals than the currency has"},
		{record(`{record: Project, key: p, totalBudget: {amount: "1", currency: KRONOR}}`), []string{"totalBudget", "KRONOR"}, "no currency"},
		{record(`{record: Project, key: p, totalBudget: {amount: 0.1, currency: SEK}}`), []string{"totalBudget.amount"}, "a floating-point number is not exact"},
		{record(`{record: Project, key: p, totalBudget: "100 SEK"}`), []string{"totalBudget"}, "money in one text"},
		{record(`{record: Award, key: p, aidRate: 35 %}`), []string{"aidRate"}, "no decimal"},
		{record(`{record: Award, key: p, aidRate: 0.35}`), []string{"aidRate", "quotes"}, "a floating-point number for a decimal"},
		{record(`{record: Network, key: p, country: Sverige}`), []string{"country", "Sverige"}, "no country code"},
		{record(`{record: Organisation, key: p, homepage: example.org}`), []string{"homepage"}, "no whole address"},
		{record(`{record: Project, key: p, projectType: BIG}`), []string{"projectType", "BIG", "ProjectType"}, "none of an enumeration"},
		{record(`{record: Output, key: p, plannedCount: five}`), []string{"plannedCount", "five"}, "a word for a number"},
		{record(`{record: Output, key: p, plannedCount: 4294967296}`), []string{"plannedCount"}, "more than an Int holds"},
		{record(`{record: Output, key: p, plannedCount: -1}`), []string{"plannedCount"}, "less than none"},
		{record(`{record: Project, key: p, title: }`), []string{"title", "unknown"}, "no value"},
		{record(`{record: Project, key: p, title: 1984}`), []string{"title", "quotes"}, "a number for a text"},
		{record(`{record: Organisation, key: p, industryCodes: [25.40]}`), []string{"industryCodes", "quotes"}, "a number in a list of texts: it would become 25.4"},
		{record(`{record: Organisation, key: p, aliases: P}`), []string{"aliases", "list"}, "one for a list"},
		{record(`{record: Project, key: p, title: [a, b]}`), []string{"title"}, "a list for one"},
		{record(`{record: Project, key: p, title: {sv: a}}`), []string{"title"}, "an object for a text"},
		{record(`{record: Project, key: p, programme: [a, b]}`), []string{"programme"}, "two where there is room for one"},
		{record(`{record: Project, key: p, programme: 7}`), []string{"programme"}, "a number for a key"},
		{record(`{record: Project, key: p, programme: {name: G}}`), []string{"programme"}, "a record written out in place"},
		{record(`{record: Organisation, key: p, location: oslo}`), []string{"location"}, "a key for a part"},
		{record(`{record: Organisation, key: p, location: {city: Oslo}}`), []string{"location.city"}, "a part's field that is none"},
		{record(`{record: Organisation, key: p, location: {nuts: 3}}`), []string{"location.nuts"}, "a part's relation to a number"},
		{record(`{record: Organisation, key: p, location: {point: {latitude: 63.1, longitude: 14.5}}}`), []string{"location.point"}, "what a facts file has no form for"},
		{record(`{record: Organisation, key: p, identifiers: [{scheme: SE_ON, value: 556091-2149}]}`), []string{"identifiers", "check digit"}, "a wrong check digit"},
		{record(`{record: Organisation, key: p, identifiers: [{scheme: SE_ON}]}`), []string{"identifiers"}, "an identifier without its number"},
		{record(`{record: Organisation, key: p, identifiers: [{value: "5560912148"}]}`), []string{"identifiers"}, "an identifier without its scheme"},
		{record(`{record: Partnership, key: p, parties: [{party: o, role: PARTNER}]}`), []string{"parties", "position"}, "a part that nothing tells from the others"},
		{record(`{record: Project, key: p, unknown: [title]}`), []string{"unknown"}, "fields without reasons"},
		{record(`{record: Project, key: p, unknown: {titel: NOT_IN_SOURCE}}`), []string{"untold", "titel"}, "an unknown field that is none"},
		{record(`{record: Project, key: p, unknown: {title: DUNNO}}`), []string{"unknown.title", "DUNNO"}, "no reason"},
		{record(`{record: Project, key: p, title: T, unknown: {title: NOT_IN_SOURCE}}`), []string{"title", "unknown"}, "told and not known"},
		{record(`{record: Project, key: p, sensitivity: SECRET}`), []string{"Record 3 (Project p)", "sensitivity", "SECRET"}, "a record that nobody could see"},
		{record(`{record: Grant, key: p, role: ADMINISTRATOR}`), []string{"Record 3 (Grant p)"}, "what may be done is not told"},
		{record(`{record: Account, key: p, kind: PERSON, state: ACTIVE}`), []string{"Record 3 (Account p)"}, "nor who may do it"},
	}
}

// What is wrong is told with the record and the field that it is in.
func TestWhatIsWrongInAFactsFileIsTold(t *testing.T) {
	for _, row := range wrongFacts() {
		_, err := ReadFacts(schema(t), []byte(row.file))
		if err == nil || fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: got %v, want BAD_INPUT", row.why, err)
			continue
		}
		for _, text := range row.told {
			if !strings.Contains(err.Error(), text) {
				t.Errorf("%s: %q does not tell of %q", row.why, err, text)
			}
		}
	}
}

// A facts file may be JSON.
func TestFactsInJSON(t *testing.T) {
	text, err := yaml.YAMLToJSON(Founding)
	if err != nil {
		t.Fatal(err)
	}
	written, err := ReadFacts(schema(t), Founding)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ReadFacts(schema(t), text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(written, read); diff != "" {
		t.Error(diff)
	}
}

// What the founding case says is not known is neither told nor led to.
func TestWhatTheFoundingCaseDoesNotKnowItDoesNotTell(t *testing.T) {
	telling, err := ReadFacts(schema(t), Founding)
	if err != nil {
		t.Fatal(err)
	}
	reasons := 0
	for _, r := range telling.Records {
		for field, reason := range r.Unknown {
			reasons++
			if reason != registry.NotInSource {
				t.Errorf("%s.%s is unknown because %s: the decision was read, so it can only be NOT_IN_SOURCE", r.Type, field, reason)
			}
		}
	}
	if reasons == 0 {
		t.Error("nothing is unknown, which cannot be")
	}
}
