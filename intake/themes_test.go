package intake

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
)

// The vocabulary that the project ships is whole: every theme has a name in each language, and leads up to the top in a few steps.
func TestTheVocabularyIsWhole(t *testing.T) {
	themes, err := ReadThemes(bytes.NewReader(vocabulary), int64(len(vocabulary)), "vocabulary.csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := checkThemes(themes, &Known{}); err != nil {
		t.Fatal(err)
	}
	broader, used := map[string]string{}, map[string]string{}
	for _, theme := range themes {
		broader[theme.Code] = theme.Broader
		for language, label := range map[string]string{"sv": theme.Swedish, "nb": theme.Bokmål, "en": theme.English} {
			if label == "" || strings.TrimSpace(label) != label {
				t.Errorf("%s has the name %q in %s", theme.Code, label, language)
			}
			if other := used[language+label]; other != "" {
				t.Errorf("%s and %s have one name in %s", theme.Code, other, language)
			}
			used[language+label] = theme.Code
		}
	}
	for code := range broader {
		depth := 1
		for above := broader[code]; above != ""; above = broader[above] {
			depth++
		}
		if depth > 3 {
			t.Errorf("%s is %d levels down", code, depth)
		}
	}
}

func TestThemesAreLoadedOnce(t *testing.T) {
	p := empty(t)
	p.found()
	before := p.dump()
	p.found()
	if diff := cmp.Diff(before, p.dump()); diff != "" {
		t.Errorf("loading the vocabulary again changes something: %s", diff)
	}
	got := p.ask(`{ theme(code: "reserve-power") { sv: label(language: SV) nb: label(language: NB) en: label(language: EN) broader { code broader { code } } sources { title } } }`)
	want := expected(t, `{"theme": {"sv": "Reservkraft", "nb": "Nødstrøm", "en": "Reserve power", "broader": {"code": "energy", "broader": {"code": "civil-preparedness"}},
	  "sources": [{"title": "Teman för totalförsvar och civil beredskap"}]}}`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A list adds to the vocabulary, whichever form it has, and finds the themes that are there by their codes.
func TestAListExtendsTheVocabulary(t *testing.T) {
	p := empty(t)
	p.found()
	for _, file := range []struct{ name, content string }{
		{"themes.csv", "Kod;Överordnat tema;Svenska\nbatteries;reserve-power;Batterier\n"},
		{"themes.yaml", "- {code: biogas, broader: fuels, labelNb: Biogass}\n"},
	} {
		themes, err := ReadThemes(strings.NewReader(file.content), int64(len(file.content)), file.name)
		if err != nil {
			t.Fatal(err)
		}
		telling, err := ThemesTelling(themes, SourceFile{Path: file.name, SHA256: digest(file.name), ReadAt: today}, p.known())
		if err != nil {
			t.Fatal(err)
		}
		if outcome := p.tell(telling); outcome.Created["Theme"] != 1 {
			t.Errorf("%s: %v", file.name, outcome)
		}
	}
	got := p.ask(`{ a: theme(code: "batteries") { label broader { code } } b: theme(code: "biogas") { label broader { code } sources { reference } } }`)
	want := expected(t, `{"a": {"label": "Batterier", "broader": {"code": "reserve-power"}},
	  "b": {"label": "Biogass", "broader": {"code": "fuels"}, "sources": [{"reference": "themes.yaml"}]}}`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestListsOfThemesRefused(t *testing.T) {
	known := &Known{themes: map[string]knownTheme{"fuel": {id: "1", broader: "energy"}, "energy": {id: "2"}}}
	for _, row := range []struct{ why, name, content, says string }{
		{"no code", "x.csv", "kod;svenska\nStor Kod;Namn\n", "Row 2:"},
		{"no name", "x.csv", "kod;svenska\nwind;\n", "Row 2: A theme needs a name"},
		{"twice", "x.csv", "kod;svenska\nwind;Vind\nwind;Vind\n", "stands in row 2 already"},
		{"below nothing", "x.csv", "kod;broader;svenska\nwind;weather;Vind\n", `no theme "weather"`},
		{"above itself together with what is held", "x.csv", "kod;broader;svenska\nenergy;fuel;Energi\n", "above itself"},
		{"no list of themes", "x.csv", "namn;adress\nA;B\n", "headings"},
		{"an unknown field", "x.yaml", "- {code: a, colour: red}\n", "cannot be read"},
	} {
		themes, err := ReadThemes(strings.NewReader(row.content), int64(len(row.content)), row.name)
		if err == nil {
			_, err = ThemesTelling(themes, SourceFile{}, known)
		}
		if code := fault.CodeOf(err); err == nil || code == fault.Internal || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%s: %v", row.why, err)
		}
	}
}
