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
	for _, row := range []struct {
		broader map[string]string
		legal   bool
		why     string
	}{
		{nil, true, "at the top"},
		{map[string]string{"a": "b", "b": "c"}, true, "below another"},
		{map[string]string{"a": "a"}, false, "above itself"},
		{map[string]string{"a": "b", "b": "a"}, false, "above the one above it"},
		{map[string]string{"a": "b", "b": "c", "c": "a"}, false, "in turn"},
		{map[string]string{"a": "b", "b": "c", "c": "b"}, true, "a circle of others is not this theme's fault"},
	} {
		checkRule(t, row.why, CheckBroader("a", row.broader), row.legal, fault.Conflict, RuleThemeCycle)
	}
}
