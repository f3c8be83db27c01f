package commands_test

import (
	"maps"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

func TestTheVocabularyGrows(t *testing.T) {
	w := register.New(t)
	energy, fuel, diesel := newTheme(w, "energy", ""), newTheme(w, "fuel", "energy"), newTheme(w, "diesel", "fuel")
	const known = "theme { code label labelSv labelEn broader { code } narrower { code } }"
	theme := object{"code": "fuel", "label": "About fuel", "labelSv": nil, "labelEn": "About fuel", "broader": object{"code": "energy"}, "narrower": []any{object{"code": "diesel"}}}
	for _, step := range []struct {
		why   string
		input object
		after object
	}{
		{"a name in Swedish", object{"labelSv": "Drivmedel"}, object{"labelSv": "Drivmedel"}},
		{"moved to the top", object{"broader": nil}, object{"broader": nil}},
		{"moved below another", object{"broader": object{"id": newTheme(w, "supply", "")}}, object{"broader": object{"code": "supply"}}},
		{"moved again", object{"broader": object{"code": "energy"}, "labelEn": nil}, object{"broader": object{"code": "energy"}, "labelEn": nil, "label": "Drivmedel"}},
	} {
		step.input["id"] = fuel
		maps.Copy(theme, step.after)
		if diff := cmp.Diff(object{"theme": theme}, w.Command("updateTheme", step.input, known).Good()); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"the code is taken", "registerTheme", object{"code": "energy", "labelEn": "x"}, "CONFLICT", "identifier-unique", "input.code"},
		{"no code", "registerTheme", object{"code": "Cyber Security", "labelEn": "x"}, "BAD_INPUT", "theme-code", "input.code"},
		{"no name", "registerTheme", object{"code": "cyber"}, "BAD_INPUT", "theme-label", "input.labelSv"},
		{"its only name taken away", "updateTheme", object{"id": diesel, "labelEn": nil}, "BAD_INPUT", "theme-label", "input.labelSv"},
		{"below nothing", "registerTheme", object{"code": "cyber", "labelEn": "x", "broader": object{"code": "nothing"}}, "NOT_FOUND", "", "input.broader.code"},
		{"above itself", "updateTheme", object{"id": energy, "broader": object{"code": "energy"}}, "CONFLICT", "theme-cycle", "input.broader"},
		{"below what is below it", "updateTheme", object{"id": energy, "broader": object{"code": "diesel"}}, "CONFLICT", "theme-cycle", "input.broader"},
	} {
		w.Command(row.command, row.input, "changes { id }").Fails(row.code, row.rule, row.field)
	}
}
