package rules

import (
	"testing"
	"time"

	"partnernet"
	"partnernet/model"
	"partnernet/registry"
)

// A name of nobody passes no door: the guard stands behind all of them.
func TestANameOfNobodyPassesNoDoor(t *testing.T) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	guard := New(m)
	for name, want := range map[string]string{"ukjent": registry.RuleNameOfNobody, "n/a": registry.RuleNameOfNobody, "-": registry.RuleNameOfNobody, "2019": registry.RuleNameOfNobody, " ": registry.RuleRequired, "Okänd AB": ""} {
		var broken []string
		for _, v := range guard.Values("Organisation", "x", map[string]any{"legalName": name}, map[string]any{"legalName": name}, time.Now()) {
			broken = append(broken, v.Rule)
		}
		if want == "" && len(broken) > 0 || want != "" && (len(broken) != 1 || broken[0] != want) {
			t.Errorf("%q breaks %v, want %q", name, broken, want)
		}
	}
}
