package decisions

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"partnernet/registry"
)

var update = flag.Bool("update", false, "write the table of figures anew")

// sample is a text with what stands in it, by kind of fact.
type sample struct {
	name  string
	text  []byte
	facts map[string][]string
}

// samples reads the texts of a folder.
func samples(t testing.TB, folder string) []sample {
	t.Helper()
	files, err := filepath.Glob("testdata/" + folder + "/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(folder, err)
	}
	var all []sample
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := sample{name: folder + "/" + strings.TrimSuffix(filepath.Base(file), ".txtar")}
		for _, part := range archive.Files {
			if part.Name == "text" {
				s.text = part.Data
			} else if err := yaml.Unmarshal(part.Data, &s.facts); err != nil {
				t.Fatal(file, err)
			}
		}
		all = append(all, s)
	}
	return all
}

// passages are the kinds of fact that are whole sentences: what is expected of them is words that the sentence has.
var passages = []string{"objective", "activity", "targetGroup"}

// shown gives facts as samples write them, by kind.
func shown(facts []Fact) map[string][]string {
	all := map[string][]string{}
	for _, f := range facts {
		v, kind, text := f.Values, f.Kind, f.Values["value"]
		switch kind {
		case "mode": // it goes with the delegation rules
			continue
		case "organisation":
			kind, text = "organisationNumber", v["name"]+" "+v["number"]
		case "legalBasis":
			text = strings.TrimSpace(v["reference"])
			if v["type"] == "DELEGATION_RULES" {
				text = v["section"]
			}
		case "budgetLine":
			text = v["code"]
		case "generalTerms":
			text = v["reference"]
		case "condition":
			text = v["type"]
		case "obligation":
			text = strings.TrimSpace(v["type"] + " " + v["dueOn"])
		case "award":
			text = strings.TrimSpace(v["recipient"] + " " + v["cap"] + " " + v["aidRate"])
		case "indicator":
			text = v["name"] + ": " + v["target"]
		}
		all[kind] = append(all[kind], text)
	}
	return all
}

// score counts what was asserted rightly and wrongly, and what was missed.
type score struct{ right, wrong, missed int }

func (s score) precision() string { return share(s.right, s.right+s.wrong) }
func (s score) recall() string    { return share(s.right, s.right+s.missed) }

func share(part, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.3f", float64(part)/float64(of))
}

// drafts are what was read, by the text: several tests look at the same.
var drafts = map[string]*Draft{}

// read reads a text that is plain.
func read(t *testing.T, text []byte) *Draft {
	t.Helper()
	if draft, known := drafts[string(text)]; known {
		return draft
	}
	draft, err := Read(t.Context(), bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	drafts[string(text)] = draft
	return draft
}

// compare scores one text, and says what is wrong.
func compare(t *testing.T, s sample, into map[string]score) {
	got := shown(read(t, s.text).Facts)
	kinds := map[string]bool{}
	for kind := range got {
		kinds[kind] = true
	}
	for kind := range s.facts {
		kinds[kind] = kind != "persons"
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		if !kinds[kind] {
			continue
		}
		missing := slices.Clone(s.facts[kind])
		counted := into[kind]
		for _, value := range got[kind] {
			at := slices.IndexFunc(missing, func(want string) bool { return alike(kind, want, value) })
			if at < 0 {
				counted.wrong++
				t.Logf("%s: %s %q is not in the text", s.name, kind, value)
				continue
			}
			counted.right++
			missing = slices.Delete(missing, at, at+1)
		}
		counted.missed += len(missing)
		for _, value := range missing {
			t.Logf("%s: %s %q was not read", s.name, kind, value)
		}
		into[kind] = counted
	}
}

func alike(kind, want, got string) bool {
	if slices.Contains(passages, kind) {
		return strings.Contains(registry.Fold(got), registry.Fold(want))
	}
	return registry.Fold(want) == registry.Fold(got)
}

// figuresPage has the table of figures, between these marks.
const figuresPage, figuresBegin, figuresEnd = "../docs/reading-decisions.md", "<!-- figures -->\n", "<!-- /figures -->"

// folders are the sets of texts, each with what is asked of it.
var folders = []string{"seen", "aside", "fresh", "later", "further", "outside", "strange", "varied", "afterwards", "mixed", "practised", "repeated", "again", "last", "newest", "plain", "blind", "untried", "onward", "ahead", "beyond", "yonder", "actual", "elsewhere", "apart", "outlying", "distant", "authentic", "genuine"}

// What is asserted is so, and what stands in the texts is read: by kind of fact in the table of the page.
func TestFiguresOfReading(t *testing.T) {
	var table strings.Builder
	table.WriteString("| kind of fact |")
	scores := map[string]map[string]score{}
	kinds, texts := map[string]bool{}, 0
	for _, folder := range folders {
		scores[folder] = map[string]score{}
		all := samples(t, folder)
		texts += len(all)
		for _, s := range all {
			compare(t, s, scores[folder])
		}
		for kind := range scores[folder] {
			kinds[kind] = true
		}
		fmt.Fprintf(&table, " %s (%d texts): precision | recall | facts |", folder, len(all))
	}
	table.WriteString("\n|---|" + strings.Repeat("---|", 3*len(folders)) + "\n")
	totals := map[string]score{}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		fmt.Fprintf(&table, "| %s |", kind)
		for _, folder := range folders {
			s, sum := scores[folder][kind], totals[folder]
			totals[folder] = score{sum.right + s.right, sum.wrong + s.wrong, sum.missed + s.missed}
			s.row(&table)
		}
		table.WriteString("\n")
	}
	table.WriteString("| **all** |")
	for _, folder := range folders {
		sum := totals[folder]
		sum.row(&table)
		if float64(sum.right) < 0.98*float64(sum.right+sum.wrong) || float64(sum.right) < 0.9*float64(sum.right+sum.missed) {
			t.Errorf("%s: precision %s, recall %s", folder, sum.precision(), sum.recall())
		}
	}
	table.WriteString("\n")
	if texts < 25 {
		t.Errorf("%d texts", texts)
	}
	checkFigures(t, table.String())
}

func (s score) row(table *strings.Builder) {
	fmt.Fprintf(table, " %s | %s | %d |", s.precision(), s.recall(), s.right+s.missed)
}

// checkFigures holds the table against that of the page.
func checkFigures(t *testing.T, table string) {
	t.Helper()
	page, err := os.ReadFile(figuresPage)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(page), figuresBegin)
	written, tail, _ := strings.Cut(rest, figuresEnd)
	if *update {
		if err := os.WriteFile(figuresPage, []byte(head+figuresBegin+table+figuresEnd+tail), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(written, table); diff != "" {
		t.Errorf("The page has other figures; go test ./decisions -update writes it anew: %s", diff)
	}
}

// Of a text that has lost its lines, as copies from web pages and old files have, less is read, and hardly anything wrong.
func TestTextsThatLostTheirLines(t *testing.T) {
	var sum score
	for _, folder := range folders {
		into := map[string]score{}
		for _, s := range samples(t, folder) {
			s.text = []byte(strings.Join(strings.Fields(string(s.text)), " "))
			compare(t, s, into)
		}
		for _, s := range into {
			sum = score{sum.right + s.right, sum.wrong + s.wrong, sum.missed + s.missed}
		}
	}
	if float64(sum.right) < 0.98*float64(sum.right+sum.wrong) || float64(sum.right) < 0.8*float64(sum.right+sum.missed) {
		t.Errorf("precision %s, recall %s", sum.precision(), sum.recall())
	}
}
