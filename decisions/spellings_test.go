package decisions

import "testing"

// A rule finds the words of its pattern in either spelling, and nothing else of the pattern changes.
func TestOtherSpellings(t *testing.T) {
	s := spellings{"tilskudd*": "tilskot", "ikke": "ikkje", "*es": "ast", "dere": "de|dykk"}
	for pattern, want := range map[string]string{
		`tilskuddet er ikke gitt`:            `(?:tilskudd|tilskot)et er (?:ikke|ikkje) gitt`,
		`(?i:utbetales|ikkes?) {cap=ikke}`:   `(?i:utbetal(?:es|ast)|(?:ikke|ikkje)s?) {cap=ikke}`,
		`\p{L}*tilskudd[ikke]+\bikke\b{0,6}`: `\p{L}*(?:tilskudd|tilskot)[ikke]+\b(?:ikke|ikkje)\b{0,6}`,
		`dere deres`:                         `(?:dere|de|dykk) der(?:es|ast)`,
	} {
		if got := s.both(pattern); got != want {
			t.Errorf("%s: %s, not %s", pattern, got, want)
		}
	}
	if got := s.other("tilskudd dere"); got != "tilskot de" {
		t.Error(got)
	}
}
