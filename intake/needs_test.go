package intake

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cloud.google.com/go/civil"
	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
)

// heldStakeholders is what answers are judged against here.
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
	s.needs = map[string]knownNeed{ledger.DerivedID("need: enkat: region: hallet"): {urgency: "HIGH"}, ledger.DerivedID("need: enkat: region: om el"): {theme: "energy"}}
	return &Known{stakeholders: s, themes: map[string]knownTheme{"energy": {id: "theme", names: []string{"Energiförsörjning", "Energiforsyning", "Energy supply"}}, "water": {id: "other theme", names: []string{"Vatten"}}}}
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
		{"held, and pressing otherwise", "Organisation;Behov;Prioritet;Kartläggning\nRegion;Hållet;låg;Enkät\n", []lists.Verdict{lists.Conflict}, "holds high as urgency, and the row tells low"},
		{"held, and of another theme", "Organisation;Behov;Tema;Kartläggning\nRegion;Om el;water;Enkät\n", []lists.Verdict{lists.Conflict}, "holds Energy supply as theme, and the row tells water"},
		{"a damaged theme stays unknown", "Organisation;Behov;Tema\nRegion;Ett;ene\x1argy\n", []lists.Verdict{lists.New}, "damaged"},
		{"several themes", "Organisation;Behov;Tema\nRegion;Ett;\"Energy supply; Vatten;\"\n", []lists.Verdict{lists.New}, "names several themes, but a need has one: Energy supply; Vatten."},
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

// A stakeholder may have several needs of one statement: a row is of the one whose theme and days it tells.
func TestAnswersOfOneStatement(t *testing.T) {
	known := heldStakeholders(t)
	recorded := func(key, statement string, needs map[string]knownNeed) {
		for id, need := range needs {
			known.needs[id] = need
			known.stated[needID("", key, statement)] = append(known.stated[needID("", key, statement)], id)
		}
	}
	day := func(text string) *registry.Date { return lists.DayOf(text) }
	recorded("region", "Två perioder", map[string]knownNeed{
		"past": {from: day("2024-01-01"), to: day("2024-12-31")}, "present": {from: day("2026-01-01"), to: day("2026-12-31")}})
	recorded("region", "Två teman", map[string]knownNeed{
		"el": {theme: "energy", from: day("2026-01-01"), to: day("2026-12-31")}, "water": {theme: "water", urgency: "LOW", from: day("2026-01-01"), to: day("2026-12-31")}})
	recorded("region", "Lika", map[string]knownNeed{"one": {from: day("2026-01-01")}, "other": {from: day("2026-01-01")}})
	for _, row := range []struct {
		why, rows string
		verdicts  []lists.Verdict
		ids       []string
		says      string // of the last
	}{
		{"each period", "Två perioder;;;2026-01-01;2026-12-31\nTvå perioder;;;2024-01-01;2024-12-31", []lists.Verdict{lists.Same, lists.Same}, []string{"present", "past"}, ""},
		{"one period alone", "Två perioder;;;2024-01-01;2024-12-31", []lists.Verdict{lists.Same}, []string{"past"}, ""},
		{"a period of which only the end is told", "Två perioder;;;;2024-12-31", []lists.Verdict{lists.Same}, []string{"past"}, ""},
		{"each theme", "Två teman;Energiforsyning;;2026-01-01;2026-12-31\nTvå teman;Vatten;låg;2026-01-01;2026-12-31", []lists.Verdict{lists.Same, lists.Same}, []string{"el", "water"}, ""},
		{"a theme without days", "Två teman;Vatten;;;", []lists.Verdict{lists.Same}, []string{"water"}, ""},
		{"a theme, and what nobody knew", "Två teman;energy;hög;2026-01-01;2026-12-31", []lists.Verdict{lists.Changed}, []string{"el"}, ""},
		{"pressing otherwise", "Två teman;Vatten;hög;2026-01-01;2026-12-31", []lists.Verdict{lists.Conflict}, []string{"water"}, "holds low as urgency"},
		{"a period that none has", "Två perioder;;;2025-01-01;2025-12-31", []lists.Verdict{lists.Conflict}, []string{""},
			"2 such needs, and the row tells which of them by neither its theme nor its days: 2024-01-01 – 2024-12-31; 2026-01-01 – 2026-12-31."},
		{"no theme", "Två teman;;;2026-01-01;2026-12-31\nTvå teman;Vatten;;;", []lists.Verdict{lists.Conflict, lists.Same}, []string{"", "water"}, ""},
		{"no theme, alone", "Två teman;;;;", []lists.Verdict{lists.Conflict}, []string{""}, "Energy supply, 2026-01-01 – 2026-12-31; water, 2026-01-01 – 2026-12-31."},
		{"two that are held alike", "Lika;;;2026-01-01;\nLika;;;2026-01-01;", []lists.Verdict{lists.Same, lists.Same}, []string{"one", "one"}, ""},
	} {
		content := "Organisation;Behov;Tema;Prioritet;Datum;Gäller till\nRegion;" + strings.ReplaceAll(row.rows, "\n", "\nRegion;") + "\n"
		answers, err := lists.ReadAnswers(strings.NewReader(content), int64(len(content)), nil)
		if err != nil {
			t.Errorf("%s: %v", row.why, err)
			continue
		}
		var verdicts []lists.Verdict
		var ids []string
		said := ""
		for _, j := range JudgeAnswers(answers, known) {
			verdicts, ids, said = append(verdicts, j.Verdict), append(ids, j.id), j.Refusal.In("en")
		}
		if diff := cmp.Diff(row.verdicts, verdicts) + cmp.Diff(row.ids, ids); diff != "" || !strings.Contains(said, row.says) || row.says == "" && said != "" {
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

// What is held of several needs of one statement is not told again by a list of them.
func TestNeedsOfOneStatementAreHeldOnce(t *testing.T) {
	p := empty(t)
	p.found()
	p.tell(p.known().Recognise(p.sample()))
	known := p.known()
	document, source := SourceFile{Path: "needs.csv", SHA256: digest("../docs/sample/answers.csv"), ReadAt: today}.records("needs", "Needs", "", known)
	told := ledger.Telling{Source: source.ID, Records: []ledger.Record{document, source}, Apart: true}
	for _, year := range []int{2024, 2026} {
		from, to := civil.Date{Year: year, Month: 1, Day: 1}, civil.Date{Year: year, Month: 12, Day: 31}
		told.Records = append(told.Records, ledger.Record{Type: "Need", ID: ledger.DerivedID(from.String()),
			Values: map[string]any{"statement": "Två perioder", "state": "OPEN", "validFrom": from, "expiresOn": to},
			Links:  map[string][]string{"stakeholder": known.named[registry.Fold("Jämtlands Exempelkraft AB")]}, Unknown: map[string]registry.Reason{"theme": registry.NotInSource, "urgency": registry.NotInSource}})
	}
	p.tell(told)
	path := filepath.Join(t.TempDir(), "list.csv")
	list := "Organisation;Behov;Datum;Gäller till\nJämtlands Exempelkraft AB;Två perioder;2026-01-01;2026-12-31\nJämtlands Exempelkraft AB;Två perioder;2024-01-01;2024-12-31\n"
	if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[lists.Verdict]int{lists.Same: 2}, p.answers(path)); diff != "" {
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
