package commands_test

import (
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// Organisations are counted where they have their seat, with what is needed and offered there; a target group is no organisation.
func TestSeats(t *testing.T) {
	w := newBorder(t)
	area := object{"new": object{"name": "Jämtlands län", "codeSystem": "NUTS_2024", "code": "SE322", "country": "SE"}}
	w.Command("updateOrganisation", object{"id": w.a, "location": object{"municipality": "Östersund", "nuts": area}}, "changes { id }").Good()
	w.Make("registerOrganisation", object{"legalName": "C", "country": "SE", "location": object{"municipality": "Östersund", "nuts": area}}, "organisation")
	w.Make("registerOrganisation", object{"legalName": "D", "country": "SE", "location": object{"nuts": area}}, "organisation")
	for _, row := range []struct {
		why, arguments string
		want           []string
	}{
		{"today", "", []string{"NO <nil> <nil> 1 2 2", "SE SE322 Östersund 2 2 0", "SE SE322 <nil> 1 0 0"}},
		{"before anything was needed", `(asOf: "` + register.DayFrom(-31) + `")`, []string{"NO <nil> <nil> 1 0 0", "SE SE322 Östersund 2 0 0", "SE SE322 <nil> 1 0 0"}},
	} {
		answer := w.Do("{ seats"+row.arguments+" { country area { code } municipality organisations needs offers } }", nil)
		if diff := cmp.Diff(row.want, lines(answer["seats"].([]any), "country", "area", "municipality", "organisations", "needs", "offers")); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}
