package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
)

// Over HTTP, every value of every enumeration is called by words, in the language of the request or of the argument.
func TestTheAPIGivesTheWordsOfEveryValue(t *testing.T) {
	w := founded(t)
	for _, language := range languages {
		a := w.put(question{query: `{ vocabulary { name values { name label } } }`, language: language})
		told, _ := a.Data["vocabulary"].([]any)
		if len(told) == 0 {
			t.Fatal(a.text)
		}
		enumerations := 0
		for _, definition := range schema(t).Schema.Types {
			if definition.Kind == ast.Enum && !definition.BuiltIn {
				enumerations++
			}
		}
		if len(told) != enumerations {
			t.Errorf("%d enumerations are told, of %d", len(told), enumerations)
		}
		for _, each := range told {
			words := each.(map[string]any)
			declared := schema(t).Schema.Types[words["name"].(string)].EnumValues
			values := words["values"].([]any)
			if len(values) != len(declared) {
				t.Errorf("%s has %d values, and %d are told", words["name"], len(declared), len(values))
				continue
			}
			for i, value := range values {
				if v := value.(map[string]any); v["name"] != declared[i].Name || v["label"] == "" || v["label"] == v["name"] {
					t.Errorf("%s in %s: %v", words["name"], language, v)
				}
			}
		}
	}
}

func TestOneEnumerationAndOneFieldAreCalledInALanguage(t *testing.T) {
	w := founded(t)
	a := w.put(question{language: "sv", query: `{
  vocabulary(name: "SuccessionKind", language: NB) { __typename name values { name label } }
  short: vocabulary(name: "OrderDirection") { values { word: label __typename } }
  labels(name: "funder") { name label }
  typeLabels(name: "Award") { label }
  english: labels(name: "funder", language: EN) { label } }`})
	want := expected(t, `{
  "vocabulary": [{"__typename": "EnumerationWords", "name": "SuccessionKind", "values": [{"name": "MERGER", "label": "sammenslåing"}, {"name": "TAKEOVER", "label": "innlemmelse"},
    {"name": "SPLIT", "label": "deling"}, {"name": "REPLACEMENT", "label": "avløsning"}]}],
  "short": [{"values": [{"word": "stigande", "__typename": "Word"}, {"word": "fallande", "__typename": "Word"}]}],
  "labels": [{"name": "funder", "label": "finansiär"}],
  "typeLabels": [{"label": "stöd"}],
  "english": [{"label": "funder"}]}`)
	if diff := cmp.Diff(want, a.Data); diff != "" {
		t.Error(diff, a.text)
	}
	for _, query := range []string{`{ vocabulary(name: "Colour") { name } }`, `{ labels(name: "colour") { label } }`, `{ typeLabels(name: "Colour") { label } }`} {
		if a := w.put(question{query: query}); len(a.Errors) != 1 || a.Errors[0].code() != string(fault.NotFound) {
			t.Errorf("%s: %s", query, a.text)
		}
	}
}
