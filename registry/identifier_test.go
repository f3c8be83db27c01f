package registry

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"partnernet/fault"
	"pgregory.net/rapid"
)

func TestParseIdentifierAccepts(t *testing.T) {
	for _, row := range []struct {
		scheme           Scheme
		value, canonical string
		why              string
	}{
		{SwedishNumber, "232100-0214", "2321000214", "as a region's register prints it"},
		{SwedishNumber, "5560912148", "5560912148", "without the hyphen"},
		{SwedishNumber, " 556091 2148 ", "5560912148", "with spaces"},
		{SwedishNumber, "556091\u20132148", "5560912148", "a word processor made the hyphen a dash"},
		{SwedishNumber, "16556091-2148", "5560912148", "with 16 where a person has the century"},
		{SwedishNumber, "SE 232100-0214", "2321000214", "with the country before it"},
		{SwedishNumber, "SE556091214801", "5560912148", "as a VAT number"},
		{NorwegianNumber, "974760673", "974760673", "the register of legal entities itself"},
		{NorwegianNumber, "972 417 920", "972417920", "in groups of three"},
		{NorwegianNumber, "123456785", "123456785", "first digit other than 8 and 9"},
		{NorwegianNumber, "NO 974 760 673 MVA", "974760673", "as a VAT number"},
		{LEI, "5493001kjtiigc8y1r12", "5493001KJTIIGC8Y1R12", "small letters"},
		{PIC, "999 999 999", "999999999", "nine digits, no check digit to fail"},
		{OtherScheme, "  DUNS  12-345 ", "DUNS 12-345", "kept as given but for spaces"},
	} {
		got, err := ParseIdentifier(row.scheme, row.value)
		if err != nil || got != (Identifier{row.scheme, row.canonical}) {
			t.Errorf("%s %q (%s): got %v, %v; want %s", row.scheme, row.value, row.why, got, err, row.canonical)
		}
	}
}

func TestParseIdentifierRefuses(t *testing.T) {
	for _, row := range []struct {
		scheme      Scheme
		value       string
		rule, field string
		why         string
	}{
		{SwedishNumber, "232100-0215", RuleCheckDigit, "value", "last digit mistyped"},
		{SwedishNumber, "322100-0214", RuleCheckDigit, "value", "two digits changed places"},
		{SwedishNumber, "900101-0017", RuleSoleTrader, "value", "third digit 0: a person's month"},
		{SwedishNumber, "901201-0017", RuleSoleTrader, "value", "third digit 1: a person's month, October to December"},
		{SwedishNumber, "19900101-0017", RuleSoleTrader, "value", "a person's number with its century"},
		{SwedishNumber, "23210000214", RuleForm, "value", "eleven digits"},
		{SwedishNumber, "232100O214", RuleForm, "value", "a letter O for a zero"},
		{SwedishNumber, "", RuleForm, "value", "empty"},
		{SwedishNumber, "２３２１０００２１４", RuleForm, "value", "digits that are not ASCII"},
		{NorwegianNumber, "974760674", RuleCheckDigit, "value", "last digit mistyped"},
		{NorwegianNumber, "97476067", RuleForm, "value", "a digit lost"},
		{NorwegianNumber, "000000000", RuleForm, "value", "a placeholder whose check digit is right"},
		{LEI, "5493001KJTIIGC8Y1R13", RuleCheckDigit, "value", "check digits wrong"},
		{LEI, "5493001KJTIIGC8Y1R1", RuleForm, "value", "a character lost"},
		{PIC, "12345678", RuleForm, "value", "a digit lost"},
		{OtherScheme, " ", RuleForm, "value", "nothing but a space"},
		{OtherScheme, "a\x00b", RuleForm, "value", "a control character"},
		{OtherScheme, strings.Repeat("x", maxOtherIdentifier+1), RuleForm, "value", "too long"},
		{"DUNS", "1", RuleScheme, "scheme", "a scheme the registry does not know"},
	} {
		_, err := ParseIdentifier(row.scheme, row.value)
		wantFault(t, fmt.Sprintf("%s %q (%s)", row.scheme, row.value, row.why), err, row.rule, row.field)
	}
}

// A refusal may end in a log or a mail; a person's number must not travel with it.
func TestARefusedNumberIsNotRepeated(t *testing.T) {
	for _, value := range []string{"900101-0017", "232100-0215"} {
		_, err := ParseIdentifier(SwedishNumber, value)
		if err == nil || strings.Contains(err.Error(), value[:6]) {
			t.Errorf("%q: the error repeats the number: %v", value, err)
		}
	}
}

func TestDisplay(t *testing.T) {
	for value, want := range map[Identifier]string{
		{SwedishNumber, "2321000214"}:   "232100-0214",
		{NorwegianNumber, "974760673"}:  "974 760 673",
		{PIC, "999999999"}:              "999999999",
		{SwedishNumber, "not verified"}: "not verified",
	} {
		if got := value.Display(); got != want {
			t.Errorf("%v: got %q, want %q", value, got, want)
		}
	}
}

// Any single mistyped digit is caught, and what is displayed parses to itself.
func TestCheckDigitsCatchOneMistypedDigit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		identifier := validIdentifier().Draw(t, "identifier")
		again, err := ParseIdentifier(identifier.Scheme, identifier.Display())
		if err != nil || again != identifier {
			t.Fatalf("%v: displayed form gives %v, %v", identifier, again, err)
		}
		at := rapid.IntRange(0, len(identifier.Value)-1).Draw(t, "at")
		digit := rapid.ByteRange('0', '9').Filter(func(b byte) bool { return b != identifier.Value[at] }).Draw(t, "digit")
		mistyped := identifier.Value[:at] + string(digit) + identifier.Value[at+1:]
		if _, err := ParseIdentifier(identifier.Scheme, mistyped); err == nil {
			t.Fatalf("%v: %s was accepted", identifier, mistyped)
		}
	})
}

// validIdentifier draws numbers by trying check digits, so it does not share the arithmetic it tests.
func validIdentifier() *rapid.Generator[Identifier] {
	return rapid.Custom(func(t *rapid.T) Identifier {
		scheme := rapid.SampledFrom([]Scheme{SwedishNumber, NorwegianNumber}).Draw(t, "scheme")
		pattern := map[Scheme]string{SwedishNumber: `[1-9][0-9][2-9][0-9]{6}`, NorwegianNumber: `[89][0-9]{7}`}[scheme]
		stem := rapid.StringMatching(pattern).Draw(t, "stem")
		for digit := '0'; digit <= '9'; digit++ {
			if identifier, err := ParseIdentifier(scheme, stem+string(digit)); err == nil {
				return identifier
			}
		}
		return Identifier{NorwegianNumber, "974760673"} // one Norwegian stem in eleven has no check digit
	})
}

// wantFault fails unless err is a BAD_INPUT fault that names the rule and the field.
func wantFault(t *testing.T, what string, err error, rule, field string) {
	t.Helper()
	var f *fault.Fault
	if !errors.As(err, &f) {
		t.Errorf("%s: got error %v, want a fault", what, err)
		return
	}
	if f.Code != fault.BadInput || f.Rule != rule || f.Field != field {
		t.Errorf("%s: got %s, rule %q, field %q; want BAD_INPUT, rule %q, field %q", what, f.Code, f.Rule, f.Field, rule, field)
	}
}
