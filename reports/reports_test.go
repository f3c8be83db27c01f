package reports

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet"
	"partnernet/registry"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"plain words stay", "Jämtlands Exempelkraft AB", "Jämtlands Exempelkraft AB"},
		{"a case number stays", "RUN/112/2023", "RUN/112/2023"},
		{"a day stays", "2024-01-15", "2024-01-15"},
		{"a cell is not ended", "a | b", `a \| b`},
		{"no tag", "<b>&amp;", `\<b\>\&amp;`},
		{"no link", "[x](y)", `\[x\](y)`},
		{"no emphasis", "*a* _b_", `\*a\* \_b\_`},
		{"one line", "a\n\nb", "a b"},
		{"no heading", "# a", `\# a`},
		{"no list", "- a", `\- a`},
		{"no numbered list", "1. a", `1\. a`},
	} {
		if got := string(escape(c.text)); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.why, c.text, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	w, err := wordsIn("sv")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		why  string
		got  markdown
		want string
	}{
		{"an amount is told to the last digit", w.money(object{"amount": "1034457.14", "currency": "SEK"}), "1\u00a0034\u00a0457,14 SEK"},
		{"what is not known is not 0", w.money(nil), "okänt"},
		{"a count that is not known is not 0", w.number(nil), "okänt"},
		{"a count of none is 0", w.number(json.Number("0")), "0"},
		{"no more than three decimals", w.number(json.Number("0.04321")), "0,043"},
		{"a decimal as a part of one", w.percent("0.35"), "35\u00a0%"},
		{"a part that is not known", w.percent(nil), "okänt"},
		{"a country by its name", w.country("NO"), "Norge"},
		{"a country that is not known", w.country(nil), "okänt"},
		{"neither yes nor no", w.truth(nil), "okänt"},
	} {
		if string(c.got) != c.want {
			t.Errorf("%s: %q, want %q", c.why, c.got, c.want)
		}
	}
}

// TestWords asks that each text stands in each language, and that templates say nothing that has no words.
func TestWords(t *testing.T) {
	for key, each := range texts {
		if len(each) != len(registry.Languages) || slices.Contains(each, "") {
			t.Errorf("%s has %d texts, want %d", key, len(each), len(registry.Languages))
		}
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: partnernet.Schema})
	files, err := templates.ReadDir("templates")
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`say "([^"]+)"`)
	for _, file := range files {
		text, err := os.ReadFile("templates/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range said.FindAllStringSubmatch(string(text), -1) {
			if texts[key[1]] == nil {
				t.Errorf("%s says %q, which has no words", file.Name(), key[1])
			}
		}
		for _, label := range regexp.MustCompile(`label "([A-Z]\w+)"`).FindAllStringSubmatch(string(text), -1) {
			if named := schema.Types[label[1]]; named == nil || named.Kind != ast.Enum {
				t.Errorf("%s labels %s, which is no enumeration", file.Name(), label[1])
			}
		}
	}
}

// TestQueriesFitTheSchema asks that each operation is one that the API would take.
func TestQueriesFitTheSchema(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: partnernet.Schema})
	files, err := queries.ReadDir("queries")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < len(Kinds) {
		t.Errorf("%d operations for %d reports", len(files), len(Kinds))
	}
	for _, file := range files {
		text, err := queries.ReadFile("queries/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := gqlparser.LoadQueryWithRules(schema, string(text), nil); err != nil {
			t.Errorf("%s: %v", file.Name(), err)
		}
	}
}

func TestBars(t *testing.T) {
	bars := []bar{{"Energi, Sverige", 6}, {"<Mat> & │ vatten", 3}, {"ingen", 0}}
	text := barsText(bars)
	for i, line := range strings.Split(strings.TrimSpace(text), "\n")[1 : len(bars)+1] {
		if got, ok := readBar(line); !ok || got != bars[i] {
			t.Errorf("%q reads as %v, want %v", line, got, bars[i])
		}
	}
	page, err := pageOf("sv", "Titel <x>", text)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"<svg", "&lt;Mat&gt; &amp; │ vatten", "Titel &lt;x&gt;", "<title>Energi, Sverige: 6</title>"} {
		if !strings.Contains(page, part) {
			t.Errorf("the page lacks %q:\n%s", part, page)
		}
	}
	if strings.Count(page, "<rect") != len(bars) {
		t.Errorf("the page has %d bars, want %d", strings.Count(page, "<rect"), len(bars))
	}
	if barsText(nil) != "" {
		t.Error("a chart of nothing is drawn")
	}
}

// TestRawHTML asks that HTML in a report's Markdown, were any to come there, does not come into the page.
func TestRawHTML(t *testing.T) {
	page, err := pageOf("sv", "x", "<script>alert(1)</script>\n\n[x](javascript:alert(1))\n")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "javascript:") {
		t.Errorf("the page has a script:\n%s", page)
	}
}

func TestKindsAsTheAPINamesThem(t *testing.T) {
	for _, kind := range Kinds {
		if enum := kind.Enum(); strings.ContainsAny(enum, "-abcdefghijklmnopqrstuvwxyz") || KindOf(enum) != kind {
			t.Errorf("%s is %s there, and that is %s", kind, enum, KindOf(enum))
		}
	}
}
