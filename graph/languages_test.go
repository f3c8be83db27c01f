package graph_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/cypher"
	"partnernet/graph"
	"partnernet/model"
	"partnernet/registry"
)

var languages = []string{"sv", "nb", "en"}

func TestThemesAreCalledInTheLanguageAskedFor(t *testing.T) {
	w := founded(t)
	w.write(`CREATE (:Record:Theme {id: 'nameless', code: 'nameless', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (:Record:Theme {id: 'norwegian', code: 'norwegian', labelNb: 'Bare norsk', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})`, nil)
	const query = `{ theme(code: "total-defence") { label sv: label(language: SV) nb: label(language: NB) en: label(language: EN) }
  other: theme(code: "norwegian") { label } none: theme(code: "nameless") { label } }`
	for language, own := range map[string]string{"sv": "Totalförsvar", "nb": "Totalforsvar", "en": "Total defence"} {
		a := w.put(question{query: query, language: language})
		want := map[string]any{
			"theme": map[string]any{"label": own, "sv": "Totalförsvar", "nb": "Totalforsvar", "en": "Total defence"},
			"other": map[string]any{"label": "Bare norsk"}, // better in another language than not at all
			"none":  map[string]any{"label": "nameless"},
		}
		if diff := cmp.Diff(want, a.Data); diff != "" {
			t.Errorf("%s: %s", language, diff)
		}
	}
}

// Every code that the registry explains has its sentence in every language: the codes are those of the schema.
func TestEveryCodeHasItsSentence(t *testing.T) {
	const named = "RUN/112/2023"
	for _, row := range []struct {
		enum, function string
		names          bool // the sentence names what it is about
		call           func(code string) cypher.Call
	}{
		{"LapseReason", "Lapse.because", true, func(code string) cypher.Call {
			return cypher.Call{Row: map[string]any{"reason": code, "cause": named}}
		}},
		{"MatchGround", "Match.reasons", false, func(code string) cypher.Call {
			return cypher.Call{Row: map[string]any{"grounds": []any{code}, "kilometres": int64(73)}}
		}},
		{"DataHealthKind", "DataHealthIssue.message", false, func(code string) cypher.Call {
			return cypher.Call{Row: map[string]any{"kind": code, "field": named}}
		}},
	} {
		codes := schema(t).Schema.Types[row.enum].EnumValues
		if len(codes) == 0 {
			t.Fatalf("%s is no enumeration", row.enum)
		}
		for _, code := range codes {
			seen := map[string]string{}
			for _, language := range languages {
				call := row.call(code.Name)
				call.Language = language
				value, err := graph.Functions[row.function](call)
				if err != nil {
					t.Fatal(err)
				}
				sentence := one(value)
				if !strings.HasSuffix(sentence, ".") || strings.Contains(sentence, code.Name) || strings.ContainsAny(sentence, "%!{}") {
					t.Errorf("%s in %s is %q", code.Name, language, sentence)
				}
				if row.names && !strings.Contains(sentence, named) {
					t.Errorf("%s in %s does not say what with: %q", code.Name, language, sentence)
				}
				if other := seen[sentence]; other != "" {
					t.Errorf("%s is the same in %s and %s: %q", code.Name, other, language, sentence)
				}
				seen[sentence] = language
			}
		}
	}
}

// one gives a sentence, or the one sentence of a list.
func one(value any) string {
	if list, ok := value.([]any); ok && len(list) == 1 {
		value = list[0]
	}
	text, _ := value.(string)
	return text
}

func TestSentencesComeInTheLanguageAskedFor(t *testing.T) {
	w := founded(t)
	const query = `{ projects(filter: {acronym: "Commsec"}) { nodes { applications { state lapseCascade { reason cause because } } } } }`
	said := map[string]bool{}
	for _, language := range languages {
		a := w.put(question{query: query, language: language})
		applications := a.Data["projects"].(map[string]any)["nodes"].([]any)[0].(map[string]any)["applications"].([]any)
		for _, application := range applications {
			lapses := application.(map[string]any)["lapseCascade"].([]any)
			if len(lapses) == 0 {
				t.Fatalf("nothing falls: %s", a.text)
			}
			for _, lapse := range lapses {
				fields := lapse.(map[string]any)
				because, cause := fields["because"].(string), fields["cause"].(string)
				if !strings.Contains(because, cause) {
					t.Errorf("%q does not name %q", because, cause)
				}
				said[because] = true
			}
		}
	}
	got := w.put(question{query: query, language: "sv"}).text
	for sentence := range said {
		if strings.HasPrefix(sentence, "The ") && strings.Contains(got, sentence) {
			t.Errorf("a Swede was told %q", sentence)
		}
	}
	if len(said)%len(languages) != 0 {
		t.Errorf("%d sentences in %d languages: %v", len(said), len(languages), said)
	}
}

// What is wrong with a whole record, and not with one of its fields, is told without a field.
func TestASentenceAboutAWholeRecord(t *testing.T) {
	for _, language := range languages {
		value, err := graph.Functions["DataHealthIssue.message"](cypher.Call{Row: map[string]any{"kind": "POSSIBLE_DUPLICATE", "field": nil}, Language: language})
		if sentence := one(value); err != nil || !strings.HasSuffix(sentence, ".") || strings.Contains(sentence, "%") {
			t.Errorf("%s: %q, %v", language, sentence, err)
		}
	}
}

// technical are fields that no source tells of.
var technical = []string{"id", "version", "sensitivity", "createdAt", "updatedAt", "settledOn", "stateSince"}

// What is missing or contradicted is told by what people call a field, not by its name in the schema.
func TestSentencesNameFieldsAsPeopleDo(t *testing.T) {
	for _, typ := range schema(t).Types() {
		if !typ.Record || typ.Label == "" || slices.Contains([]string{"Change", "FormerRecord", "IdentityJudgement"}, typ.Name) {
			continue
		}
		for _, f := range typ.Fields() {
			told := f.Kind == model.Property || f.Kind == model.Embedded || f.LeadsToOne()
			if !told || f.Connection || slices.Contains(technical, f.Name) {
				continue
			}
			for _, language := range languages {
				label, known := registry.FieldLabel(language, f.Name)
				if !known {
					t.Errorf("%s.%s has no label in registry/fieldlabels.yaml", typ.Name, f.Name)
					break
				}
				message, err := graph.Functions["DataHealthIssue.message"](cypher.Call{Row: map[string]any{"kind": "INCOMPLETE", "field": f.Name}, Language: language})
				if err != nil || !strings.Contains(one(message), label) {
					t.Errorf("%s.%s in %s: %q, %v", typ.Name, f.Name, language, message, err)
				}
			}
		}
	}
}
