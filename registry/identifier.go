package registry

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"partnernet/fault"
)

// Scheme is a system of identifiers; a value means something only within its scheme.
type Scheme string

// The schemes the registry knows.
const (
	SwedishNumber   Scheme = "SE_ON"  // Swedish organisationsnummer: 10 digits, the last a Luhn check digit
	NorwegianNumber Scheme = "NO_BRC" // Norwegian organisasjonsnummer: 9 digits, the last a mod 11 check digit
	LEI             Scheme = "LEI"    // Legal Entity Identifier, ISO 17442: 20 characters, the last two check digits
	PIC             Scheme = "PIC"    // Participant Identification Code of EU programmes: 9 digits, no check digit
	OtherScheme     Scheme = "OTHER"  // anything else, kept as it was given
)

// The rules an identifier can break, as named in a fault.
const (
	RuleScheme     = "identifier-scheme"
	RuleForm       = "identifier-form"
	RuleCheckDigit = "identifier-check-digit"
	RuleSoleTrader = "identifier-sole-trader"
	RuleUnique     = "identifier-unique"
)

// Identifier is a value within a scheme, in the canonical form that is stored and compared: digits and capital
// letters only, except in OTHER.
type Identifier struct {
	Scheme Scheme
	Value  string
}

// maxOtherIdentifier bounds an identifier of no known scheme, in characters.
const maxOtherIdentifier = 100

var (
	// A VAT number is the organisation's number between a country code and a suffix; in Swedish systems with room
	// for personal numbers, "16" stands where a person's century would.
	swedishForm   = regexp.MustCompile(`^(?:SE)?(?:16)?([0-9]{10})$|^SE([0-9]{10})01$`)
	swedishPerson = regexp.MustCompile(`^(?:18|19|20)[0-9]{10}$`)
	norwegianForm = regexp.MustCompile(`^(?:NO)?([0-9]{9})(?:MVA)?$`)
	leiForm       = regexp.MustCompile(`^[0-9A-Z]{18}[0-9]{2}$`)
	picForm       = regexp.MustCompile(`^[0-9]{9}$`)
)

// ParseIdentifier brings an identifier as people write it (with spaces, hyphens, a VAT prefix) into its canonical
// form and verifies its check digits. Faults are BAD_INPUT, name the rule, and are about the field scheme or value.
func ParseIdentifier(scheme Scheme, value string) (Identifier, error) {
	var canonical string
	var err error
	switch scheme {
	case SwedishNumber:
		canonical, err = parseSwedishNumber(compact(value))
	case NorwegianNumber:
		canonical, err = parseNorwegianNumber(compact(value))
	case LEI:
		canonical, err = parseLEI(compact(value))
	case PIC:
		canonical, err = parsePIC(compact(value))
	case OtherScheme:
		canonical, err = parseOther(value)
	default:
		return Identifier{}, fault.New(fault.BadInput, "%q is not an identifier scheme. Give SE_ON, NO_BRC, LEI, PIC or OTHER.", scheme).
			At("scheme").Breaking(RuleScheme)
	}
	if err != nil {
		return Identifier{}, err
	}
	return Identifier{Scheme: scheme, Value: canonical}, nil
}

// Display gives the identifier as people of its country write it: 232100-0214, 974 760 673.
func (i Identifier) Display() string {
	switch {
	case i.Scheme == SwedishNumber && len(i.Value) == 10:
		return i.Value[:6] + "-" + i.Value[6:]
	case i.Scheme == NorwegianNumber && len(i.Value) == 9:
		return i.Value[:3] + " " + i.Value[3:6] + " " + i.Value[6:]
	}
	return i.Value
}

// compact drops what people put between digits (spaces, hyphens of any kind, full stops) and raises letters.
func compact(value string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '.' || r == '\u2212' {
			return -1
		}
		return unicode.ToUpper(r)
	}, value)
}

func parseSwedishNumber(value string) (string, error) {
	if swedishPerson.MatchString(value) {
		return "", soleTrader()
	}
	match := swedishForm.FindStringSubmatch(value)
	if match == nil {
		return "", badForm("A Swedish organisationsnummer has 10 digits, as in 232100-0214. Correct it, or leave it out.")
	}
	digits := match[1] + match[2]
	if digits[2] < '2' {
		return "", soleTrader()
	}
	if !luhn(digits) {
		return "", badCheckDigit("organisationsnummer")
	}
	return digits, nil
}

func parseNorwegianNumber(value string) (string, error) {
	match := norwegianForm.FindStringSubmatch(value)
	if match == nil || match[1] == "000000000" {
		return "", badForm("A Norwegian organisasjonsnummer has 9 digits, as in 974 760 673. Correct it, or leave it out.")
	}
	if !mod11(match[1]) {
		return "", badCheckDigit("organisasjonsnummer")
	}
	return match[1], nil
}

func parseLEI(value string) (string, error) {
	if !leiForm.MatchString(value) {
		return "", badForm("An LEI has 20 characters: 18 letters or digits, then two digits. Correct it, or leave it out.")
	}
	if !mod97(value) {
		return "", badCheckDigit("LEI")
	}
	return value, nil
}

func parsePIC(value string) (string, error) {
	if !picForm.MatchString(value) || value == "000000000" {
		return "", badForm("A PIC has 9 digits. Correct it, or leave it out.")
	}
	return value, nil
}

func parseOther(value string) (string, error) {
	canonical := strings.Join(strings.Fields(value), " ")
	length := utf8.RuneCountInString(canonical)
	if length == 0 || length > maxOtherIdentifier || !utf8.ValidString(value) || strings.ContainsFunc(canonical, unicode.IsControl) {
		return "", fault.New(fault.BadInput, "An identifier has 1 to %d readable characters. Write it as its register does, or leave it out.", maxOtherIdentifier).
			At("value").Breaking(RuleForm)
	}
	return canonical, nil
}

func badForm(sentence string) error {
	return fault.New(fault.BadInput, "%s", sentence).At("value").Breaking(RuleForm)
}

// The value is not repeated in what follows: a mistyped or misplaced number may be a person's.

func badCheckDigit(name string) error {
	return fault.New(fault.BadInput, "The check digit of this %s is wrong: a digit was mistyped or two changed places. Correct the number, or leave it out.", name).
		At("value").Breaking(RuleCheckDigit)
}

func soleTrader() error {
	return fault.New(fault.BadInput, "This is a sole trader's personal identity number (third digit 0 or 1), which the registry does not keep. Leave the number out.").
		At("value").Breaking(RuleSoleTrader)
}

// NumberOfTwo is the fault of a number that an organisation has beside another one, by its name, of which the same people see both.
func NumberOfTwo(number Identifier, other string) *fault.Fault {
	return fault.New(fault.Conflict, "%s would be that of %s, too. Merge the two, or correct the number.", number.Display(), other).At("identifiers").Breaking(RuleUnique)
}
