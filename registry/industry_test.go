package registry

import "testing"

func TestCheckIndustryCode(t *testing.T) {
	for _, row := range []struct{ code, rule, why string }{
		{"62", "", "a division"},
		{"62.0", "", "a group"},
		{"62.01", "", "a class"},
		{"6201", "", "a class without its full stop"},
		{"62.010", "", "a subclass"},
		{"62010", "", "a subclass, as SNI is printed"},
		{"01.110", "", "the first division"},
		{"99.00", "", "the last division"},
		{"45.11", "", "a division of the second revision only"},
		{"banan", RuleIndustryCode, "a word"},
		{"", RuleIndustryCode, "nothing"},
		{"6", RuleIndustryCode, "a digit"},
		{"62.0101", RuleIndustryCode, "more digits than any standard has"},
		{"00.00", RuleIndustryCode, "a division before the first"},
		{"04", RuleIndustryCode, "a number between two divisions"},
		{"89.10", RuleIndustryCode, "a number between two others"},
		{"62.01 IT", RuleIndustryCode, "a code with words"},
		{"J62.01", RuleIndustryCode, "a code under its section, which it tells already"},
	} {
		if got := broken(CheckIndustryCode(row.code)); got != row.rule {
			t.Errorf("%s, %q: got %q, want %q", row.why, row.code, got, row.rule)
		}
	}
}

func TestParseIndustryCode(t *testing.T) {
	for text, want := range map[string]string{"62010": "62.010", "62.010": "62.010", "6201": "62.01", "62": "62", " 01110 ": "01.110", "00000": "", "x": ""} {
		if got, err := ParseIndustryCode(text); got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q: %v", text, got, err)
		}
	}
}
