package lists

import (
	"fmt"
	"testing"
)

// People are told values in their words, and what is a text already as it is.
func TestValuesInWords(t *testing.T) {
	for _, row := range []struct {
		field Field
		value string
		want  string // in Swedish, Norwegian and English
	}{
		{FieldRole, "OBSERVER", "observatör, observatør, observer"},
		{FieldEndStatus, "ENDED_DATE_UNKNOWN", "avslutat på okänd dag, avsluttet på ukjent dato, ended on an unknown day"},
		{FieldUrgency, "HIGH", "hög, høy, high"},
		{FieldCountry, "NO", "Norge, Norge, Norway"},
		{FieldCountry, "CZ", "Tjeckien, Tsjekkia, Czechia"},
		{FieldCategory, "NO", "NO, NO, NO"},
	} {
		if got := fmt.Sprint(ValueIn("sv", row.field, row.value), ", ", ValueIn("nb", row.field, row.value), ", ", ValueIn("en", row.field, row.value)); got != row.want {
			t.Errorf("%s %s: %s, want %s", row.field, row.value, got, row.want)
		}
	}
	held := Problem{Code: KnownDifferently, Case: "conflict", About: AboutValues(FieldRole, map[string]string{"held": "MEMBER", "told": "OBSERVER"})}
	held.About["field"] = string(FieldRole)
	if got := held.Sentence("sv"); got != "Registret har medlem som roll, och raden säger observatör." {
		t.Error(got)
	}
}
