package registry

import (
	"errors"
	"testing"

	"partnernet/fault"
)

func TestTextsReachAndNumberNobody(t *testing.T) {
	for text, personal := range map[string]bool{
		"Reservkraft till vattenverk.":         false,
		"":                                     false,
		"Skriv till anna.ek@example.org.":      true,
		"<Åsa@exempel.se>":                     true,
		"registrator@kommun.example.se":        true, // nobody can tell whose an address is; a contact without a person is made for this
		"@kommunen på nätet":                   false,
		"https://example.org/@kommunen.svg":    false,
		"50 st @ 20 kr":                        false,
		"Anna, 811218-9876":                    true,
		"811218+9876":                          true,
		"811218 9876":                          true,
		"811218–9876":                          true,
		"8112189876":                           true,
		"19811218-9876":                        true,
		"198112189876 eller 198112189877":      true,
		"198112189877,198112189876":            true,  // the comma stands before the one and after the other
		"811278-9873":                          true,  // a coordination number
		"811218-9877":                          false, // its check digit is wrong
		"811318-9876":                          false, // no month
		"232100-0214":                          false, // an organisation
		"162321000214":                         false, // the same, as systems with room for personal numbers have it
		"SE232100021401":                       false,
		"dnr 1-811218-9876":                    false, // part of a longer number
		"701063239":                            false,
		"0701234569":                           false, // a telephone number, though a day and a check digit
		"070123-4569":                          true,
		"974 760 673":                          false, // a Norwegian organisation
		"Ola 010170 90182":                     true,
		"01017090182":                          true,
		"41017090095":                          true, // a D-number
		"01417090084":                          true,
		"01017090183":                          false,
		"480d39e6-2e7c-5120-8112-198112189876": false, // a UUID
		"00000000-0000-5000-8000-010170901820": false,
		"§ RUN/112/2023, 2023-10-15":           false,
		"362 060 kr, 1 500 000 kr, 20231015":   false,
	} {
		err := CheckImpersonal(text)
		if personal != (err != nil) {
			t.Errorf("%q: %v", text, err)
		}
		if f, is := errors.AsType[*fault.Fault](err); err != nil && (!is || f.Rule != RuleImpersonal || f.Code != fault.BadInput) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if CheckReachesNobody("20231015-1234, 811218-9876") != nil || CheckReachesNobody("e-post från anna.ek@example.org") == nil {
		t.Error("a reference may look like a number of somebody, and has no address")
	}
}
