package registry

import (
	"strings"
	"testing"

	"partnernet"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Every value of every enumeration, whether it is told or only given, has words in each language, and nothing else has.
func TestEveryValueOfEveryEnumerationHasWords(t *testing.T) {
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: partnernet.Schema})
	if err != nil {
		t.Fatal(err)
	}
	enumerations := 0
	for name, definition := range schema.Types {
		if definition.Kind != ast.Enum || definition.BuiltIn {
			continue
		}
		enumerations++
		if got, want := len(vocabulary[name]), len(definition.EnumValues); got > want {
			t.Errorf("%s has words for %d values, and %d values", name, got, want)
		}
		for _, value := range definition.EnumValues {
			checkWords(t, "vocabulary.yaml", name+"."+value.Name, vocabulary[name][value.Name])
		}
	}
	if len(vocabulary) != enumerations || enumerations == 0 {
		t.Errorf("%d enumerations have words, and there are %d", len(vocabulary), enumerations)
	}
}

// Every type of records has a word in each language, and nothing else has.
func TestEveryTypeOfRecordsHasAWord(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: partnernet.Schema})
	records := schema.GetPossibleTypes(schema.Types["Record"])
	if len(records) == 0 || len(records) != len(typeLabels) {
		t.Errorf("%d types are records, and %d have a word", len(records), len(typeLabels))
	}
	for _, record := range records {
		checkWords(t, "typelabels.yaml", record.Name, typeLabels[record.Name])
	}
	if label, known := TypeLabel("nb", "Application"); label != "søknad" || !known {
		t.Errorf("got %q, %t", label, known)
	}
	if label, known := TypeLabel("nb", "NoSuch"); label != "NoSuch" || known {
		t.Errorf("got %q, %t", label, known)
	}
}

func checkWords(t *testing.T, file, name string, words []string) {
	t.Helper()
	if len(words) != len(Languages) {
		t.Errorf("%s has words in %d languages in registry/%s, want them in %d", name, len(words), file, len(Languages))
	}
	for i, word := range words {
		if strings.TrimSpace(word) != word || word == "" || strings.ContainsAny(word, "{}%_") {
			t.Errorf("%s in %s is %q", name, Languages[i], word)
		}
	}
}

func TestValueLabel(t *testing.T) {
	for _, row := range []struct {
		language, enumeration, value, label string
		known                               bool
	}{
		{"sv", "ParticipationRole", "PROJECT_OWNER", "projektägare", true},
		{"nb", "ParticipationRole", "PROJECT_OWNER", "prosjekteier", true},
		{"fi", "ParticipationRole", "PROJECT_OWNER", "project owner", true},
		{"sv", "ParticipationRole", "NOBODY", "NOBODY", false},
		{"sv", "NoSuch", "SME", "SME", false},
	} {
		if label, known := ValueLabel(row.language, row.enumeration, row.value); label != row.label || known != row.known {
			t.Errorf("%v: got %q, %t", row, label, known)
		}
	}
}
