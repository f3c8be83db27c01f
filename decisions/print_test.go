package decisions

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"partnernet/registry"
)

var valueOfRule = regexp.MustCompile(`\b([a-z]\w*)\.([a-z]\w*)[=:]`)

// Each value that a rule gives to a fact has a word in each language, by which the draft is told.
func TestValuesAreToldInWords(t *testing.T) {
	files, err := filepath.Glob("rules/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no rules", err)
	}
	told := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range valueOfRule.FindAllStringSubmatch(string(text), -1) {
			if kind, field := found[1], found[2]; phrases["fact."+kind] != nil && field != "value" && !slices.Contains(inner, field) {
				told[field] = true
			}
		}
	}
	if !told["title"] {
		t.Errorf("the rules give only %v", told)
	}
	for field := range told {
		for _, language := range registry.Languages {
			if _, is := fieldWord(language, field); !is {
				t.Errorf("%s has no word in %s", field, language)
			}
		}
	}
}
