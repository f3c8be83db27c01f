package sheet

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A text in a text file is never taken for a formula, and is read back as it was.
func TestGuardedTexts(t *testing.T) {
	for text, guarded := range map[string]string{
		"": "", "Exempel AB": "Exempel AB", "=1+1": "'=1+1", "+46 8 123": "'+46 8 123", "-": "'-", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1",
		"＝1": "'＝1", "'=1": "''=1", "'s-Hertogenbosch": "'s-Hertogenbosch", "a=b": "a=b",
	} {
		if got := Guarded(text); got != guarded {
			t.Errorf("Guarded(%q) = %q, not %q", text, got, guarded)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("'=+-@\t\rA１＝ ")), 0, 6, -1).Draw(t, "text")
		guarded := Guarded(text)
		if strings.ContainsAny(guarded[:min(len(guarded), 1)], "=+-@\t\r") {
			t.Errorf("%q is guarded as %q", text, guarded)
		}
		if got := Unguarded(guarded); got != text {
			t.Errorf("%q is %q, and read as %q", text, guarded, got)
		}
	})
}
