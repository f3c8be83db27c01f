package intake

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
)

// held is what answers are judged against here.
func heldStakeholders(t *testing.T) *Known {
	t.Helper()
	id, err := registry.ParseIdentifier(registry.SwedishNumber, "232100-0214")
	if err != nil {
		t.Fatal(err)
	}
	s := noStakeholders()
	s.numbers[id] = "region"
	s.named = map[string][]string{"region": {"region"}, "verkstan": {"a", "b"}}
	s.groups = map[string][]string{"sma foretag": {"group"}}
	s.mappings = map[string]knownMapping{"enkat": {"held", "HELD"}, "planerad": {"planned", "PLANNED"}}
	s.needs = map[string]knownNeed{ledger.DerivedID("need: enkat: region: hallet"): {urgency: "HIGH"}}
	return &Known{stakeholders: s, themes: map[string]knownTheme{"energy": {id: "theme", names: []string{"Energiförsörjning", "Energiforsyning", "Energy supply"}}}}
}

func TestAnswersAreJudged(t *testing.T) {
	for _, row := range []struct {
		why, content string
		verdicts     []lists.Verdict
		says         string // of the last need's reason or doubts
	}{
		{"by name, and by the theme's name", "Organisation;Behov;Tema\nRegion;Reservkraft;energiforsyning\n", []lists.Verdict{lists.New}, ""},
		{"by number, in Norwegian", "Organisasjonsnummer;Behov;Hastegrad\n2321000214;Nødstrøm;Høy\n", []lists.Verdict{lists.New}, ""},
		{"by a group that is held", "Målgrupp;Behov\nSmå företag;Ramavtal\n", []lists.Verdict{lists.New}, ""},
		{"by a group that is new", "Målgrupp;Behov\nStora företag;Ramavtal\n", []lists.Verdict{lists.New}, ""},
		{"several needs in a row", "Organisation;Behov 1;Behov 2;Behov 3\nRegion;Ett;;Tre\n", []lists.Verdict{lists.New, lists.New}, ""},
		{"headings below a title", "Enkät\n\nOrganisation;Behov\nRegion;Ett\n", []lists.Verdict{lists.New}, ""},
		{"in a held mapping", "Organisation;Behov;Kartläggning\nRegion;Ett;Enkät\n", []lists.Verdict{lists.New}, ""},
		{"in one that is only planned", "Organisation;Behov;Kartläggning\nRegion;Ett;Planerad\n", []lists.Verdict{lists.Refused}, "has not been held"},
		{"by nobody known", "Organisation;Behov\nOkända verken;Ett\n", []lists.Verdict{lists.Refused}, "0 organisations are called Okända verken"},
		{"by one of two", "Organisation;Behov\nVerkstan;Ett\n", []lists.Verdict{lists.Refused}, "2 organisations"},
		{"a number with a wrong digit", "Orgnr;Behov\n232100-0215;Ett\n", []lists.Verdict{lists.Refused}, "check digit"},
		{"by nobody", "Organisation;Behov\n;Ett\n", []lists.Verdict{lists.Refused}, "does not tell who"},
		{"no need", "Organisation;Behov\nRegion;\n", []lists.Verdict{lists.Refused}, "tells no need"},
		{"twice", "Organisation;Behov\nRegion;Reservkraft\nRegion;reservkraft!\n", []lists.Verdict{lists.New, lists.Same}, ""},
		{"twice, and not alike", "Organisation;Behov;Prioritet\nRegion;Reservkraft;hög\nRegion;reservkraft!;låg\n", []lists.Verdict{lists.New, lists.Conflict}, "Row 2 tells it already"},
		{"by a word for nobody", "Organisation;Behov\nokänd;Ett\n-;Två\n", []lists.Verdict{lists.Refused, lists.Refused}, "does not tell who"},
		{"held already", "Organisation;Behov;Prioritet;Kartläggning\nRegion;Hållet;hög;Enkät\n", []lists.Verdict{lists.Same}, ""},
		{"held, with less", "Organisation;Behov;Kartläggning\nRegion;Hållet;Enkät\n", []lists.Verdict{lists.Same}, ""},
		{"held, and its theme is new", "Organisation;Behov;Tema;Kartläggning\nRegion;Hållet;energy;Enkät\n", []lists.Verdict{lists.Changed}, ""},
		{"held, and pressing otherwise", "Organisation;Behov;Prioritet;Kartläggning\nRegion;Hållet;låg;Enkät\n", []lists.Verdict{lists.Conflict}, "holds HIGH as urgency"},
		{"a damaged theme stays unknown", "Organisation;Behov;Tema\nRegion;Ett;ene\x1argy\n", []lists.Verdict{lists.New}, "damaged"},
		{"no such theme", "Organisation;Behov;Tema\nRegion;Ett;Drakar\n", []lists.Verdict{lists.New}, "There is no theme Drakar"},
		{"words that do not tell how pressing", "Organisation;Behov;Prioritet\nRegion;Ett;snart\n", []lists.Verdict{lists.New}, "does not say how pressing"},
		{"no day", "Organisation;Behov;Datum\nRegion;Ett;i våras\n", []lists.Verdict{lists.New}, "This is no day"},
		{"headings in two lines", "Organisation;Behov;\n;1;2\nRegion;Ett;Två\n", []lists.Verdict{lists.New, lists.New}, ""},
		{"headings said again", "Organisation;Behov\nRegion;Ett\nOrganisation;Behov\nRegion;Två\n", []lists.Verdict{lists.New, lists.New}, ""},
		{"a blank row, and a column about a person", "Organisation;Behov;E-post\n;;\nRegion;Ett;a@b.se\n", []lists.Verdict{lists.New}, ""},
		{"a number that a spreadsheet spoiled", "Orgnr;Behov\n2,321E+09;Ett\n", []lists.Verdict{lists.Refused}, "shortened this number"},
		{"a number that can be mended", "Orgnr;Behov\n2321000214,0;Ett\n", []lists.Verdict{lists.New}, "undone"},
		{"a person's number", "Orgnr;Behov 1;Behov 2\n850101-1232;Ett;Två\n", []lists.Verdict{lists.Refused, lists.Refused}, "sole trader"},
		{"a day that is a number", "Organisation;Behov;Datum\nRegion;Ett;45443\n", []lists.Verdict{lists.New}, "2024-05-31"},
		{"cells beyond the headings", "Organisation;Behov\nRegion;Ett;två\n", []lists.Verdict{lists.Refused}, "more cells"},
		{"over before it began", "Organisation;Behov;Datum;Gäller till\nRegion;Ett;2026-02-01;2026-01-01\n", []lists.Verdict{lists.Refused}, "before it begins"},
	} {
		answers, err := lists.ReadAnswers(strings.NewReader(row.content), int64(len(row.content)), nil)
		if err != nil {
			t.Errorf("%s: %v", row.why, err)
			continue
		}
		var verdicts []lists.Verdict
		said := ""
		for _, j := range JudgeAnswers(answers, heldStakeholders(t)) {
			verdicts, said = append(verdicts, j.Verdict), j.Refusal.In("en")
			for _, doubt := range j.Doubts {
				said += doubt.In("en")
			}
			if (j.Verdict == lists.Refused || j.Verdict == lists.Conflict) != (j.Refusal.ToDo("en") != "") {
				t.Errorf("%s: refused with %v", row.why, j.Refusal)
			}
		}
		if diff := cmp.Diff(row.verdicts, verdicts); diff != "" || !strings.Contains(said, row.says) || row.says == "" && said != "" {
			t.Errorf("%s: %s %q", row.why, diff, said)
		}
	}
}

// The sample's answers go in once, beside the sample itself; what cannot be placed is told.
func TestTheSampleAndItsAnswers(t *testing.T) {
	p := empty(t)
	p.found()
	sample := p.sample()
	p.tell(p.known().Recognise(sample))
	before := p.dump()
	p.tell(p.known().Recognise(sample))
	if diff := cmp.Diff(before, p.dump()); diff != "" {
		t.Errorf("loading the sample again changes something: %s", diff)
	}
	for _, want := range []map[lists.Verdict]int{{lists.New: 4, lists.Refused: 1}, {lists.Same: 4, lists.Refused: 1}} {
		got := p.answers("../docs/sample/answers.csv")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	got := p.ask(`{ needs(asOf: "2023-12-01", filter: {foundIn: {method: [SURVEY]}, text: "Reservdelar"}) { nodes {
	  statement state urgency validFrom expiresOn theme { code } stakeholder { ... on Organisation { legalName } } foundIn { title state } sources { reference } } } }`)
	want := expected(t, `{"needs": {"nodes": [{"statement": "Reservdelar till dieselaggregat inom två dygn.", "state": "OPEN", "urgency": "HIGH", "validFrom": "2023-11-02", "expiresOn": "2024-11-01",
	  "theme": {"code": "spare-parts"}, "stakeholder": {"legalName": "Jämtlands Exempelkraft AB"}, "foundIn": {"title": "answers", "state": "HELD"}, "sources": [{"reference": "answers.csv"}]}]}}`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// answers records the answers in a file, and counts what became of them.
func (p place) answers(path string) map[lists.Verdict]int {
	p.t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		p.t.Fatal(err)
	}
	known := p.known()
	answers, err := lists.ReadAnswers(bytes.NewReader(text), int64(len(text)), nil)
	if err != nil {
		p.t.Fatal(err)
	}
	judged := JudgeAnswers(answers, known)
	p.tell(NeedsTelling(judged, SourceFile{Path: path, SHA256: digest(path), ReadAt: today}, known))
	counts := map[lists.Verdict]int{}
	for _, j := range judged {
		counts[j.Verdict]++
	}
	return counts
}
