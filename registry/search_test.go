package registry

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestParseSearch(t *testing.T) {
	for _, row := range []struct {
		text  string
		words []string
		ids   []Identifier
		why   string
	}{
		{"Future Innovations AS", []string{"future", "innovations"}, nil, "a legal form is not looked for"},
		{"Ås kommune", []string{"as", "kommune"}, nil, "a place is no legal form"},
		{"O'Connor & Søn AS", []string{"oconnor", "son"}, nil, "an apostrophe divides no word"},
		{"L’Oréal Norge", []string{"loreal", "norge"}, nil, "nor does another one"},
		{"AB", []string{"ab"}, nil, "unless there is nothing else"},
		{"", nil, nil, "nothing is asked"},
		{" – ? ", nil, nil, "nor with signs alone"},
		{"556091-2148", []string{"556091", "2148"}, []Identifier{{SwedishNumber, "5560912148"}}, "a number with its hyphen"},
		{"974 760 673", []string{"974", "760", "673"}, []Identifier{{NorwegianNumber, "974760673"}}, "with its spaces"},
		{"974760674", []string{"974760674"}, nil, "no number of Brønnøysund's, its check digit is wrong"},
	} {
		s := ParseSearch(row.text)
		if diff := cmp.Diff(row.words, s.Words); diff != "" && len(row.words)+len(s.Words) > 0 {
			t.Errorf("%q: %s; %s", row.text, diff, row.why)
		}
		for _, id := range row.ids {
			if !slices.Contains(s.Identifiers, id) {
				t.Errorf("%q is not taken for %v; %s", row.text, id, row.why)
			}
		}
		if row.ids == nil && slices.ContainsFunc(s.Identifiers, func(id Identifier) bool { return id.Scheme == NorwegianNumber || id.Scheme == SwedishNumber }) {
			t.Errorf("%q is taken for a number; %s", row.text, row.why)
		}
	}
}

// Whatever is typed, the index is asked for words and for nothing else, and for few enough.
func TestNothingTypedIsALanguage(t *testing.T) {
	safe := regexp.MustCompile(`^(\+\(\S+( \S+\*( \*\S+\* \S+~1)?)?\)( |$))*$`)
	word := regexp.MustCompile(`^[\p{L}\p{N}]+$`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-ZÅ+\-&|!(){}\[\]^"~*?:\\/ ]{0,60}`), rapid.Just(strings.Repeat("a*) OR *:* ", 500))).Draw(t, "text")
		s := ParseSearch(text)
		if !safe.MatchString(s.Query) || len(s.Words) > mostSought {
			t.Fatalf("%q asks for %q", text, s.Query)
		}
		for _, w := range s.Words {
			if !word.MatchString(w) {
				t.Fatalf("%q has the word %q", text, w)
			}
		}
	})
}

// Short words are asked for as they are, longer ones as beginnings too, and only long ones within others and with an error.
func TestHowMuchIsForgivenOfAWord(t *testing.T) {
	for _, row := range []struct {
		text, query string
		forms       []FormWord
		why         string
	}{
		{"Å", "+(a)", []FormWord{{"a", "aa"}}, "a village; A stands in A/S"},
		{"Ås", "+(as)", []FormWord{{"as", "aas"}}, "a town; AS is a legal form"},
		{"Aas", "+(as)", []FormWord{{"as", "aas"}}, "the same town"},
		{"as", "+(as)", []FormWord{{"as", ""}}, "written as the legal form is"},
		{"Hå", "+(ha)", nil, "a municipality, of no legal form"},
		{"Åre", "+(are are*)", nil, "three letters begin a word"},
		{"Øyer", "+(oyer oyer* *oyer* oyer~1)", nil, "four letters are enough to have an error in"},
		{"Ås kommune", "+(as) +(kommune kommune* *kommune* kommune~1)", []FormWord{{"as", "aas"}}, "each word by itself"},
		{"Ås kommune AS", "+(as) +(kommune kommune* *kommune* kommune~1)", []FormWord{{"as", "aas"}}, "the legal form is left out"},
	} {
		s := ParseSearch(row.text)
		if diff := cmp.Diff(row.query, s.Query) + cmp.Diff(row.forms, s.Forms); diff != "" {
			t.Errorf("%q: %s; %s", row.text, diff, row.why)
		}
		if (len(s.Endings) > 0) != (len(row.forms) > 0) {
			t.Errorf("%q: %d endings; %s", row.text, len(s.Endings), row.why)
		}
	}
}

func TestMatchedOn(t *testing.T) {
	fields := []Field{{"legalName", []string{"Östersunds kommun"}}, {"aliases", []string{"Staare", "Östersund"}}}
	for _, row := range []struct {
		text     string
		names    []string
		forgiven []Forgiveness
		why      string
	}{
		{"Östersund", []string{"aliases"}, nil, "as it is written"},
		{"ØSTERSUND", []string{"aliases"}, []Forgiveness{ForgivenSpelling}, "a Norwegian's spelling"},
		{"ostersunds kommun", []string{"legalName"}, []Forgiveness{ForgivenSpelling}, "no such key on the keyboard"},
		{"Östersu", []string{"legalName", "aliases"}, []Forgiveness{ForgivenEnding}, "half a word"},
		{"Östesrund", []string{"aliases"}, []Forgiveness{ForgivenTyping}, "two letters changed over"},
		{"Stare", []string{"aliases"}, []Forgiveness{ForgivenSpelling}, "aa is å, and å is a"},
		{"Trondheim", nil, nil, "not there"},
	} {
		names, forgiven := MatchedOn(row.text, fields)
		slices.Sort(names)
		slices.Sort(row.names)
		if diff := cmp.Diff(row.names, names) + cmp.Diff(row.forgiven, forgiven); diff != "" {
			t.Errorf("%q: %s; %s", row.text, diff, row.why)
		}
	}
}
