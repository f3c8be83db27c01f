package intake

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	return &Known{stakeholders: s, themes: map[string]knownTheme{"energy": {id: "theme", names: []string{"Energiförsörjning", "Energiforsyning", "Energy supply"}}}}
}

func TestAnswersAreJudged(t *testing.T) {
	for _, row := range []struct {
		why, content string
		verdicts     []NeedVerdict
		says         string // of the last need's reason or doubts
	}{
		{"by name, and by the theme's name", "Organisation;Behov;Tema\nRegion;Reservkraft;energiforsyning\n", []NeedVerdict{NeedNew}, ""},
		{"by number, in Norwegian", "Organisasjonsnummer;Behov;Hastegrad\n2321000214;Nødstrøm;Høy\n", []NeedVerdict{NeedNew}, ""},
		{"by a group that is held", "Målgrupp;Behov\nSmå företag;Ramavtal\n", []NeedVerdict{NeedNew}, ""},
		{"by a group that is new", "Målgrupp;Behov\nStora företag;Ramavtal\n", []NeedVerdict{NeedNew}, ""},
		{"several needs in a row", "Organisation;Behov 1;Behov 2;Behov 3\nRegion;Ett;;Tre\n", []NeedVerdict{NeedNew, NeedNew}, ""},
		{"headings below a title", "Enkät\n\nOrganisation;Behov\nRegion;Ett\n", []NeedVerdict{NeedNew}, ""},
		{"in a held mapping", "Organisation;Behov;Kartläggning\nRegion;Ett;Enkät\n", []NeedVerdict{NeedNew}, ""},
		{"in one that is only planned", "Organisation;Behov;Kartläggning\nRegion;Ett;Planerad\n", []NeedVerdict{NeedRefused}, "has not been held"},
		{"by nobody known", "Organisation;Behov\nOkänd;Ett\n", []NeedVerdict{NeedRefused}, "0 organisations are called Okänd"},
		{"by one of two", "Organisation;Behov\nVerkstan;Ett\n", []NeedVerdict{NeedRefused}, "2 organisations"},
		{"a number with a wrong digit", "Orgnr;Behov\n232100-0215;Ett\n", []NeedVerdict{NeedRefused}, "check digit"},
		{"by nobody", "Organisation;Behov\n;Ett\n", []NeedVerdict{NeedRefused}, "does not tell who"},
		{"no need", "Organisation;Behov\nRegion;\n", []NeedVerdict{NeedRefused}, "tells no need"},
		{"twice", "Organisation;Behov\nRegion;Reservkraft\nRegion;reservkraft!\n", []NeedVerdict{NeedNew, NeedRefused}, "Row 2 tells it already"},
		{"no such theme", "Organisation;Behov;Tema\nRegion;Ett;Drakar\n", []NeedVerdict{NeedNew}, "There is no theme Drakar"},
		{"words that do not tell how pressing", "Organisation;Behov;Prioritet\nRegion;Ett;snart\n", []NeedVerdict{NeedNew}, "does not say how pressing"},
		{"no day", "Organisation;Behov;Datum\nRegion;Ett;i våras\n", []NeedVerdict{NeedNew}, "This is no day"},
		{"headings in two lines", "Organisation;Behov;\n;1;2\nRegion;Ett;Två\n", []NeedVerdict{NeedNew, NeedNew}, ""},
		{"headings said again", "Organisation;Behov\nRegion;Ett\nOrganisation;Behov\nRegion;Två\n", []NeedVerdict{NeedNew, NeedNew}, ""},
		{"a blank row, and a column about a person", "Organisation;Behov;E-post\n;;\nRegion;Ett;a@b.se\n", []NeedVerdict{NeedNew}, ""},
		{"a number that a spreadsheet spoiled", "Orgnr;Behov\n2,321E+09;Ett\n", []NeedVerdict{NeedRefused}, "shortened this number"},
		{"a number that can be mended", "Orgnr;Behov\n2321000214,0;Ett\n", []NeedVerdict{NeedNew}, "undone"},
		{"a person's number", "Orgnr;Behov 1;Behov 2\n850101-1232;Ett;Två\n", []NeedVerdict{NeedRefused, NeedRefused}, "sole trader"},
		{"a day that is a number", "Organisation;Behov;Datum\nRegion;Ett;45443\n", []NeedVerdict{NeedNew}, "2024-05-31"},
		{"cells beyond the headings", "Organisation;Behov\nRegion;Ett;två\n", []NeedVerdict{NeedRefused}, "more cells"},
		{"over before it began", "Organisation;Behov;Datum;Gäller till\nRegion;Ett;2026-02-01;2026-01-01\n", []NeedVerdict{NeedRefused}, "before it begins"},
	} {
		answers, err := lists.ReadAnswers(strings.NewReader(row.content), int64(len(row.content)), nil)
		if err != nil {
			t.Errorf("%s: %v", row.why, err)
			continue
		}
		var verdicts []NeedVerdict
		said := ""
		for _, j := range JudgeAnswers(answers, heldStakeholders(t)) {
			verdicts, said = append(verdicts, j.Verdict), j.Refusal.In("en")
			for _, doubt := range j.Doubts {
				said += doubt.In("en")
			}
			if (j.Verdict == NeedRefused) != (j.Refusal.ToDo("en") != "") {
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
	text, err := os.ReadFile("../docs/sample/needs-and-offers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	sample, err := ReadFacts(schema(t), text)
	if err != nil {
		t.Fatal(err)
	}
	p.tell(p.known().Recognise(sample))
	before := p.dump()
	p.tell(p.known().Recognise(sample))
	if diff := cmp.Diff(before, p.dump()); diff != "" {
		t.Errorf("loading the sample again changes something: %s", diff)
	}
	for _, want := range []map[NeedVerdict]int{{NeedNew: 4, NeedRefused: 1}, {NeedHeld: 4, NeedRefused: 1}} {
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
func (p place) answers(path string) map[NeedVerdict]int {
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
	counts := map[NeedVerdict]int{}
	for _, j := range judged {
		counts[j.Verdict]++
	}
	return counts
}
