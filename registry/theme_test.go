package registry

import (
	"strings"
	"testing"

	"partnernet/fault"
)

func TestCheckThemeCode(t *testing.T) {
	for _, row := range []struct {
		code  string
		legal bool
		why   string
	}{
		{"cyber-security", true, "words with hyphens"},
		{"5g", true, "a digit may come first"},
		{strings.Repeat("a", 60), true, "as long as may be"},
		{strings.Repeat("a", 61), false, "too long"},
		{"Cyber", false, "capitals would be spelt in two ways"},
		{"försörjning", false, "letters that not every keyboard has"},
		{"cyber--security", false, "two hyphens look like one"},
		{"cyber security", false, "a space"},
		{"-cyber", false, "nothing before the hyphen"},
		{"", false, "nothing at all"},
	} {
		checkRule(t, row.why, CheckThemeCode(row.code), row.legal, fault.BadInput, RuleThemeCode)
	}
}

func TestCheckThemeLabels(t *testing.T) {
	checkRule(t, "one language is enough", CheckThemeLabels("", "Energi", ""), true, fault.BadInput, RuleThemeLabel)
	checkRule(t, "nobody could read it", CheckThemeLabels("", "", ""), false, fault.BadInput, RuleThemeLabel)
}

func TestCheckBroader(t *testing.T) {
	checkRule(t, "at the top", CheckBroader("a", nil), true, fault.Conflict, RuleThemeCycle)
	checkRule(t, "below others", CheckBroader("a", []string{"b", "c"}), true, fault.Conflict, RuleThemeCycle)
	checkRule(t, "above itself", CheckBroader("a", []string{"a"}), false, fault.Conflict, RuleThemeCycle)
	checkRule(t, "in turn", CheckBroader("a", []string{"b", "c", "a"}), false, fault.Conflict, RuleThemeCycle)
}
