package decisions

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/pagetext"
)

// What is looked for near the words that it must hold is what is found anywhere.
func TestNothingIsLostByLookingNearWords(t *testing.T) {
	for _, s := range samples(t, "outside")[:5] {
		plain, err := pagetext.Read(t.Context(), bytes.NewReader(s.text), int64(len(s.text)))
		if err != nil {
			t.Fatal(err)
		}
		text := plain.Flow().Text
		words := newIndex(text)
		for _, r := range languageOf(text).Rules {
			anywhere, near := r.pattern.FindAllStringSubmatchIndex(text, -1), r.pattern.all(text, words)
			if diff := cmp.Diff(anywhere, near); diff != "" {
				t.Errorf("%s: %s: %s", s.name, r.Name, diff)
			}
		}
	}
}

// A pattern needs the rarest words that all that it finds holds.
func TestNeededWords(t *testing.T) {
	for _, each := range []struct {
		pattern string
		needs   []word
	}{
		{`(?i)(?:stöd|bidrag) i`, []word{{"stöd", folded}, {"bidrag", folded}}},
		{`[a-z]+ (?:AB|kommun)`, []word{{"AB", asItIs}, {"kommun", asItIs}}},
		{`\d{4}-\d{2}`, []word{{"0000", counted}}},
		{`(?:innan)? [a-z]*`, nil},
		{`(?:stöd|\p{L}+)`, nil},
	} {
		var needs []word
		if near := newSearch(each.pattern).near; near != nil {
			needs = near.words
		}
		if diff := cmp.Diff(each.needs, needs, cmp.AllowUnexported(word{})); diff != "" {
			t.Errorf("%s: %s", each.pattern, diff)
		}
	}
}
