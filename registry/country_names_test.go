package registry

import "testing"

func TestCountryNamed(t *testing.T) {
	for _, row := range []struct{ text, code, why string }{
		{"NORGE", "NO", "a name, whatever its capitals"},
		{"Noreg", "", "the name in a fourth language"},
		{"Sweden", "SE", "in English"},
		{"Sverige", "SE", "in Swedish and in Norwegian"},
		{"Tyskland", "DE", "another country"},
		{"Elfenbenskysten", "CI", "in Norwegian only"},
		{"no", "NO", "two letters"},
		{"SWE", "SE", "three letters"},
		{"EU", "", "no country"},
		{"Jämtland", "", "a part of one"},
		{"", "", "nothing"},
	} {
		if code, err := CountryNamed(row.text); code != row.code || (err == nil) != (row.code != "") {
			t.Errorf("%q, %s: got %q, %v", row.text, row.why, code, err)
		}
	}
}
