package decisions

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/registry"
)

const correctable = `Dnr: 2020-1234
Tillväxtverket beviljar Norrsken Digital AB stöd med 40 % av godkända kostnader, dock högst 400 000 kronor, för projektet ”Norr”.
Handläggare: Anna Berg, anna.berg@example.org`

// A correction takes the place of what was read, in the form in which a draft has values, and with the place in the text that it names.
func TestCorrectionsTakeThePlaceOfWhatWasRead(t *testing.T) {
	draft := read(t, []byte(correctable))
	before := shown(draft.Facts)
	corrected, err := draft.Corrected([]Correction{
		{Fact: "cap", Values: []Given{{"value", "410 000 kr"}}},
		{Fact: "aidRate", LeftOut: true},
		{Kind: "decidedOn", Values: []Given{{"value", "3 maj 2020"}}, At: &Place{1, 5, 9}},
		{Kind: "obligation", Values: []Given{{"type", "FINAL_REPORT"}, {"dueOn", "2021-03-31"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	maps.Copy(want, before)
	want["cap"], want["decidedOn"], want["obligation"] = []string{"410000.00 SEK"}, []string{"2020-05-03"}, []string{"FINAL_REPORT 2021-03-31"}
	delete(want, "aidRate")
	if diff := cmp.Diff(want, shown(corrected.Facts)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, shown(draft.Facts)); diff != "" {
		t.Errorf("the draft itself has changed: %s", diff)
	}
	file, err := corrected.FactsFile("PUBLIC", true)
	if err != nil {
		t.Fatal(err)
	}
	text := string(file.Text)
	for _, told := range []string{`decidedOn: "page 1, characters 5–9: ”2020”"`, `cap: "page 1, characters`, "dock högst 400 000 kronor, för projektet"} {
		if !strings.Contains(text, told) {
			t.Errorf("%s is not in\n%s", told, text)
		}
	}
}

const correctableEnglish = `Case number: 2020-1234
The Agency for Growth grants Norrsken Digital AB funding of 40 % of eligible costs, at most SEK 400,000, for the project "Norr".`

// An amount or a share is taken as it is given, with a point or a comma before its decimals, and never as another one.
func TestCorrectionsOfNumbersAreExact(t *testing.T) {
	draft := read(t, []byte(correctable))
	inEnglish, err := read(t, []byte(correctableEnglish)).Corrected([]Correction{{Fact: "cap", Values: []Given{{"value", "410,000 SEK"}}}})
	if err != nil || !slices.Equal(shown(inEnglish.Facts)["cap"], []string{"410000.00 SEK"}) {
		t.Errorf("an English text divides thousands by a comma: %v", err)
	}
	for _, row := range []struct{ fact, words, want string }{
		{"aidRate", "0.45", "0.45"}, {"aidRate", "0,45", "0.45"}, {"aidRate", "1", "1"}, {"aidRate", "1,00", "1"}, {"aidRate", "45", "45"}, // which the rule of aid rates refuses
		{"aidRate", "45 %", "0.45"}, {"aidRate", "45,5 procent", "0.455"}, {"aidRate", "100 %", "1"},
		{"aidRate", "45 kronor", ""}, {"aidRate", "45 % or 50 %", ""}, {"aidRate", "0,4,5", ""}, {"aidRate", "120 %", ""},
		{"cap", "410000.5 SEK", "410000.50 SEK"}, {"cap", "410 000,50 kronor", "410000.50 SEK"}, {"cap", "410000,5 SEK", "410000.50 SEK"}, {"cap", "0,4123456 mnkr", "412345.60 SEK"},
		{"cap", "410000.005 SEK", registry.RuleAmount}, {"cap", "410000.004 SEK", registry.RuleAmount}, {"cap", "410000,999 kr", registry.RuleAmount}, {"cap", "-1 SEK", registry.RuleAmount},
		{"cap", "410000.5 ISK", registry.RuleAmount}, {"cap", "10 QQQ", registry.RuleCurrency}, {"cap", "0,123456789 mnkr", registry.RuleAmount},
	} {
		corrected, err := draft.Corrected([]Correction{{Fact: row.fact, Values: []Given{{"value", row.words}}}})
		if f, refused := errors.AsType[*fault.Fault](err); refused {
			if row.want != f.Rule || f.Code != fault.BadInput || f.Field != "corrections[0].values" {
				t.Errorf("%s as %s: %v (%s)", row.fact, row.words, err, f.Rule)
			}
			continue
		}
		if got := shown(corrected.Facts)[row.fact]; !slices.Equal(got, []string{row.want}) {
			t.Errorf("%s as %s is %v, not %s", row.fact, row.words, got, row.want)
		}
	}
}

func TestCorrectionsRefused(t *testing.T) {
	draft := read(t, []byte(correctable))
	values := []Given{{"value", "1 SEK"}}
	for name, row := range map[string]struct {
		c    Correction
		at   string
		says string
	}{
		"of no fact":       {Correction{Fact: "cap-2", Values: values}, "corrections[0].fact", "cap-2"},
		"of no kind":       {Correction{Kind: "colour", Values: values}, "corrections[0].kind", "colour"},
		"of what it has":   {Correction{Kind: "cap", Values: values}, "corrections[0].kind", "cap already"},
		"of none":          {Correction{Values: values}, "corrections[0]", "Give either fact"},
		"of both":          {Correction{Fact: "cap", Kind: "cap", Values: values}, "corrections[0]", "Give either fact"},
		"nothing left out": {Correction{Kind: "decidedOn", LeftOut: true}, "corrections[0].fact", "that is to be left out"},
		"of what is not":   {Correction{Fact: "cap", LeftOut: true, Values: values}, "corrections[0]", "left out"},
		"where it is not":  {Correction{Fact: "cap", LeftOut: true, At: &Place{1, 0, 1}}, "corrections[0]", "left out"},
		"of nothing":       {Correction{Kind: "decidedOn"}, "corrections[0].values", "what the draft lacks"},
		"twice of a field": {Correction{Fact: "cap", Values: []Given{{"value", "1 SEK"}, {"value", "2 SEK"}}}, "corrections[0].values", "value is given twice"},
		"of no field":      {Correction{Fact: "cap", Values: []Given{{"dueOn", "2020-01-01"}}}, "corrections[0].values", "dueOn"},
		"no amount":        {Correction{Fact: "cap", Values: []Given{{"value", "much"}}}, "corrections[0].values", "362060.00 SEK"},
		"below nothing":    {Correction{Fact: "cap", Values: []Given{{"value", "-5 kronor"}}}, "corrections[0].values", "362060.00 SEK"},
		"no outcome":       {Correction{Fact: "outcome", Values: []Given{{"value", "PERHAPS"}}}, "corrections[0].values", "DecisionOutcome"},
		"nothing":          {Correction{Fact: "cap", Values: []Given{{"value", " "}}}, "corrections[0].values", "is empty"},
		"on no page":       {Correction{Fact: "cap", At: &Place{2, 0, 1}}, "corrections[0].at", "1 pages"},
		"beyond the page":  {Correction{Fact: "cap", At: &Place{1, 0, 9999}}, "corrections[0].at", "characters"},
		"of no characters": {Correction{Fact: "cap", At: &Place{1, 3, 3}}, "corrections[0].at", "characters"},
	} {
		_, err := draft.Corrected([]Correction{row.c})
		if f, is := errors.AsType[*fault.Fault](err); !is || f.Code != fault.BadInput || !strings.Contains(err.Error(), row.says) || f.Field != row.at {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Corrections of which one takes back another are refused at the second: none of them is lost without a word.
func TestCorrectionsThatContradictEachOther(t *testing.T) {
	draft := read(t, []byte(correctable))
	told := func(value string) []Given { return []Given{{"value", value}} }
	for name, row := range map[string]struct {
		all []Correction
		at  string
	}{
		"two values":                  {[]Correction{{Fact: "cap", Values: told("1 SEK")}, {Fact: "cap", Values: told("2 SEK")}}, "corrections[1]"},
		"a value of what is left out": {[]Correction{{Fact: "cap", LeftOut: true}, {Fact: "cap", Values: told("2 SEK")}}, "corrections[1]"},
		"left out with its value":     {[]Correction{{Fact: "aidRate", LeftOut: true}, {Fact: "cap", Values: told("2 SEK")}, {Fact: "cap", LeftOut: true}}, "corrections[2]"},
		"told anew":                   {[]Correction{{Fact: "cap", LeftOut: true}, {Kind: "cap", Values: told("2 SEK")}}, "corrections[1]"},
		"told anew twice":             {[]Correction{{Kind: "decidedOn", Values: told("2020-05-03")}, {Kind: "decidedOn", Values: told("2020-05-04")}}, "corrections[1]"},
		"of different facts":          {[]Correction{{Fact: "cap", Values: told("1 SEK")}, {Fact: "aidRate", LeftOut: true}, {Kind: "decidedOn", Values: told("2020-05-03")}}, ""},
		"several of a kind":           {[]Correction{{Kind: "condition", Values: []Given{{"type", "PUBLICITY"}}}, {Kind: "condition", Values: []Given{{"type", "PROCUREMENT"}}}}, ""},
	} {
		_, err := draft.Corrected(row.all)
		if f, is := errors.AsType[*fault.Fault](err); is && (f.Code != fault.BadInput || f.Field != row.at) || !is && row.at != "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The pages of a draft have every character in its place, but for those of persons.
func TestPagesTellOfNoPerson(t *testing.T) {
	draft := read(t, []byte(correctable))
	if page := draft.Text[0]; strings.Contains(page, "Anna") || strings.Contains(page, "example.org") || len([]rune(page)) != len([]rune(correctable)) {
		t.Errorf("the page is %q", page)
	}
	at := slices.IndexFunc(draft.Facts, func(f Fact) bool { return f.ID == "cap" })
	r := draft.Facts[at].Receipt
	if words := string([]rune(draft.Text[r.Page-1])[r.From:r.To]); oneLine(words) != r.Quote {
		t.Errorf("the receipt quotes %q, and %q stands there", r.Quote, words)
	}
}
