package lists

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet"
	"partnernet/registry"
)

// gap is a place in a text that is to be filled.
var gap = regexp.MustCompile(`\{\w+(\.\*)?\}`)

// gapsOf gives the gaps of a text, each once.
func gapsOf(text string) []string {
	return slices.Compact(slices.Sorted(slices.Values(gap.FindAllString(text, -1))))
}

// wholly asks that what is said of problems has all the values that it speaks of, in each language.
func wholly(t failer, problems []Problem) {
	for _, p := range problems {
		for _, language := range registry.Languages {
			if p.Sentence(language) == "" {
				t.Fatal("nothing is said in", language, p)
			}
		}
		for _, key := range []string{p.Remark().Text, p.Remark().Text + ".do"} {
			for _, text := range phrases[key] {
				for _, place := range gapsOf(text) {
					name, isKey := strings.CutSuffix(strings.Trim(place, "{}"), ".*")
					if p.About[name] == "" || isKey && phrases[name+"."+p.About[name]] == nil {
						t.Fatal(key, "has nothing for", place, p.About)
					}
				}
			}
		}
	}
}

// Each text stands in each language, with the same gaps.
func TestTextsStandInEachLanguage(t *testing.T) {
	for key, each := range phrases {
		if len(each) != len(registry.Languages) || slices.Contains(each, "") {
			t.Errorf("%s has %d texts, want %d", key, len(each), len(registry.Languages))
		}
		for _, text := range each {
			if diff := cmp.Diff(gapsOf(each[0]), gapsOf(text)); diff != "" {
				t.Errorf("%s has other gaps in another language: %s", key, diff)
			}
		}
	}
}

// The codes of the schema, those that rows are given, and those that something is said of are the same.
func TestCodesOfProblems(t *testing.T) {
	source := sources(t)
	given := map[string]string{} // by the constant's name
	for _, match := range regexp.MustCompile(`(\w+)\s+ProblemCode = "(\w+)"`).FindAllStringSubmatch(source, -1) {
		given[match[1]] = match[2]
	}
	codes := slices.Sorted(maps.Values(given))
	var told, documented []string
	for key := range phrases {
		if code, _, _ := strings.Cut(key, "."); code == strings.ToUpper(code) {
			told = append(told, code)
		}
	}
	for _, value := range gqlparser.MustLoadSchema(&ast.Source{Input: partnernet.Schema}).Types["RowProblemCode"].EnumValues {
		documented = append(documented, value.Name)
	}
	slices.Sort(documented)
	slices.Sort(told)
	if diff := cmp.Diff(codes, documented); diff != "" {
		t.Errorf("the schema has other codes: %s", diff)
	}
	if diff := cmp.Diff(codes, slices.Compact(told)); diff != "" {
		t.Errorf("something is said of other codes: %s", diff)
	}
	// A case that is worked out is looked at where problems are made: see wholly.
	for _, match := range regexp.MustCompile(`Problem\{Code: (?:lists\.)?(\w+)(?:, Case: "(\w+)")?[,}]`).FindAllStringSubmatch(source, -1) {
		p := Problem{Code: ProblemCode(given[match[1]]), Case: match[2]}
		if worked := given[match[1]] == "" || strings.Contains(source, match[0]+" Case: "); !worked && phrases[p.Remark().Text] == nil {
			t.Errorf("nothing is said of %s", match[0])
		}
	}
}

// sources gives the files in which problems are made as one text: those of this package and of those that judge rows.
func sources(t *testing.T) string {
	var files []string
	for _, folder := range []string{".", "../intake", "../intake/members"} {
		found, err := filepath.Glob(folder + "/*.go")
		if err != nil || len(found) == 0 {
			t.Fatal("no files in", folder, err)
		}
		files = append(files, found...)
	}
	var all strings.Builder
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

func TestSay(t *testing.T) {
	problem := Problem{Code: KnownDifferently, Case: "stays", About: About{"held": "Åre", "field": "municipality"}}
	for language, want := range map[string]string{
		"sv": "Registret har Åre som kommun; det står kvar. Rätta det i registret, om listan vet bättre.",
		"nb": "Registeret har Åre som kommune; det blir stående. Rett det i registeret, hvis listen vet bedre.",
		"en": "The registry holds Åre as municipality; it stays. Correct it in the registry, if the list knows better.",
		"fi": "The registry holds Åre as municipality; it stays. Correct it in the registry, if the list knows better.",
	} {
		if got := fmt.Sprint(problem.Sentence(language), " ", problem.Suggestion(language)); got != want {
			t.Errorf("in %s: %s", language, got)
		}
	}
	held := Problem{Code: KnownDifferently, Case: "name", About: About{"held": "{field.*} AB"}}
	if got := held.Sentence("en"); got != "The registry writes the name {field.*} AB; it stays." {
		t.Errorf("what looks like a gap in a value was filled: %s", got)
	}
}
