package registry

import (
	"errors"
	"testing"

	"partnernet/fault"
)

// What people write where they know no name is no name, in any of the languages; a name that contains such a word is one.
func TestWordsForNobodyAreNoNames(t *testing.T) {
	for _, name := range []string{
		"ukjent", "Ukjent", "UKJENT", "okänd", "Okand", "okänt", "ukjend", "unknown", "Unknown.", "n/a", "N/A", "N.A.", "na", "-", "–", "--", "?", "???", "…", ".", "", "  ",
		"ingen", "Ingen", "saknas", "(saknas)", "mangler", "tbd", "TBD", "xxx", "XXXX", "x", "[okänd]", "Uppgift saknas", "ikke oppgitt", "Don't know", "Don’t know", "null",
		"okänd 2", "Ukjent organisasjon", "Unknown organization", "not applicable",
	} {
		if err := CheckNamed(name); !NamesNobody(name) || fault.CodeOf(err) != fault.BadInput || ruleOfFault(err) != RuleNameOfNobody {
			t.Errorf("%q is taken for a name: %v", name, err)
		}
	}
	for _, name := range []string{
		"Okänd AB", "Ingen Reklam AS", "NA Altin AB", "X-Rite AB", "Ukjent Soldat Stiftelse", "1881 Group AS", "3 AB", "Unknown Pleasures HB", "Å", "Mangler AS", "Tomas Bygg", "IUC Z-Group AB", "KTH", "ÅF", "Na Nordic",
	} {
		if NamesNobody(name) || CheckNamed(name) != nil {
			t.Errorf("%q is a name, and is refused", name)
		}
	}
}

// A number or a day is no name of an organisation, whoever tells it; as anything but a name it tells something.
func TestNumbersAreNoNames(t *testing.T) {
	for _, name := range []string{"2019", "3", "37 000", "2019-12-31", "12.5 %", "№1"} {
		if named := name == "№1"; (CheckNamed(name) == nil) != named || HasLetter(name) != named || NamesNobody(name) {
			t.Errorf("%q is a name: %v, %v", name, HasLetter(name), CheckNamed(name))
		}
	}
}

func ruleOfFault(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.Rule
	}
	return ""
}
