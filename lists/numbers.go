package lists

import (
	"regexp"
	"strconv"
	"strings"

	"partnernet/registry"
	"partnernet/sheet"
)

// What spreadsheets and exports make of a number in a cell.
var (
	asFormula    = regexp.MustCompile(`^="([^"]*)"$`)                               // ="5560912148", which some exports write so that it stays a text
	withDecimals = regexp.MustCompile(`^([0-9]+)[.,]0+$`)                           // 5560912148.0
	withCommas   = regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3})+$`)                   // 5,560,912,148
	scientific   = regexp.MustCompile(`^([0-9])(?:[.,]([0-9]+))?E\+?([0-9]{1,2})$`) // 5.56091E+09
	digitsOnly   = regexp.MustCompile(`^[0-9]+$`)
)

// norwegianStart is how all numbers of the Norwegian register begin that have been issued. Of others that pass its check, one in eleven,
// most are Swedish ones that lack a digit.
var norwegianStart = regexp.MustCompile(`^(?i:NO)?[ .-]*[89]`)

// Spreadsheets keep so many digits of a number, and show no more than so many in scientific notation unless somebody asks for more.
const exactDigits, shownDigits = 15, 6

// written undoes what a spreadsheet did to a number, and says so; ok is false when the number is refused.
func (r *rowReader) written(c cell) (text string, ok bool) {
	text, ok = c.tells()
	if !ok {
		return "", false
	}
	given := text
	if m := asFormula.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	text = strings.TrimPrefix(text, "'")
	if m := withDecimals.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if withCommas.MatchString(text) {
		text = strings.ReplaceAll(text, ",", "")
	}
	shortened := false
	if m := scientific.FindStringSubmatch(strings.ToUpper(text)); m != nil {
		text, shortened = expanded(m[1]+m[2], m[3])
	}
	bare := digitsOnly.MatchString(text)
	switch {
	case c.Kind == sheet.Date:
		r.refuseNumber(c, NumberForm, "The spreadsheet has made a day of this number.", "Form the column as text and write the number anew.")
	case shortened, bare && strings.HasSuffix(text, "0") && len(strings.TrimRight(text, "0")) <= shownDigits, bare && c.Kind == sheet.Number && len(text) > exactDigits:
		r.refuseNumber(c, NumberShortened, "A spreadsheet has shortened this number: its last digits are lost, or are zeros as those of a shortened number.",
			"Form the column as text and write the whole number, with a space or hyphen in it if it really ends in zeros.")
	default:
		if text != given {
			r.note(NumberRepaired, c.reference, "What a spreadsheet had made of this number was undone.", "Compare it with the value that was read.")
		}
		return text, true
	}
	return "", false
}

// expanded writes out a number of scientific notation. It is shortened when it had more digits than are told.
func expanded(digits, exponent string) (text string, shortened bool) {
	power, _ := strconv.Atoi(exponent)
	whole := power + 1
	if whole > len(digits) {
		return digits, true
	}
	if strings.Trim(digits[whole:], "0") != "" {
		return digits[:whole] + "." + digits[whole:], false // a fraction: no number of an organisation
	}
	return digits[:whole], false
}

// refuseNumber leaves the number itself out: a mistyped or misplaced one may be a person's.
func (r *rowReader) refuseNumber(c cell, code ProblemCode, sentence, suggestion string) {
	r.row.Values[c.field] = Value{Cell: c.reference}
	r.refuse(code, c.reference, sentence, suggestion)
}

// identified takes down a number that is one.
func (r *rowReader) identified(c cell, id registry.Identifier) {
	r.set(c, id.Value)
	r.row.Identifiers = append(r.row.Identifiers, id)
}

// number reads a number of the register of the organisation's country or, when no country is told, of the country whose register has
// numbers of that form.
func (r *rowReader) number(c cell) {
	text, ok := r.written(c)
	if !ok {
		return
	}
	country := r.row.value(FieldCountry)
	id, err := parseNumber(country, text)
	if err != nil {
		r.wrongNumber(c, country, text, err)
		return
	}
	switch {
	case id.Scheme == registry.OtherScheme:
		r.note(NumberUnchecked, c.reference, "Numbers of this country's register are kept as they are written; nothing checks them.", "")
	case country == "" && r.row.Values[FieldCountry].Cell == "":
		r.row.Values[FieldCountry] = Value{Cell: c.reference, Value: countryOfScheme[id.Scheme]}
		r.note(CountryFromNumber, c.reference, "No country is told; the number is of the register of "+countryOfScheme[id.Scheme]+".", "")
	}
	r.identified(c, id)
}

// countryOfScheme gives the country of each national register.
var countryOfScheme = map[registry.Scheme]string{registry.SwedishNumber: "SE", registry.NorwegianNumber: "NO"}

func parseNumber(country, text string) (registry.Identifier, error) {
	switch country {
	case "SE":
		return registry.ParseIdentifier(registry.SwedishNumber, text)
	case "NO":
		return registry.ParseIdentifier(registry.NorwegianNumber, text)
	case "":
		id, err := registry.ParseIdentifier(registry.SwedishNumber, text)
		if ruleOf(err) == registry.RuleForm && norwegianStart.MatchString(text) {
			return registry.ParseIdentifier(registry.NorwegianNumber, text)
		}
		return id, err
	}
	return registry.ParseIdentifier(registry.OtherScheme, text)
}

// wrongNumber says what is wrong with a number, and whether something usual explains it.
func (r *rowReader) wrongNumber(c cell, country, text string, err error) {
	other := map[string]string{"SE": "NO", "NO": "SE"}[country]
	if _, otherWrong := parseNumber(other, text); other != "" && otherWrong == nil {
		r.refuseNumber(c, CountryContradicts, "The number is right, but of the register of "+other+", and the country told is "+country+".", "Correct the country, or the number.")
		return
	}
	code := map[string]ProblemCode{registry.RuleForm: NumberForm, registry.RuleCheckDigit: NumberCheckDigit, registry.RuleSoleTrader: NumberOfAPerson}[ruleOf(err)]
	sentence, suggestion := err.Error(), "Look the number up in the register, or leave the cell blank if nobody knows it."
	switch {
	case code == NumberOfAPerson:
		suggestion = "Leave the number out; the name stays."
	case country == "" && code == NumberForm:
		sentence = "The number is neither a Swedish one (10 digits) nor a Norwegian one (9 digits)."
		suggestion = "If it is of another country, say which in a column Land. " + lostZero(country, text) + " " + suggestion
	default:
		suggestion = lostZero(country, text) + " " + suggestion
	}
	r.refuseNumber(c, code, sentence, suggestion)
}

// lostZero says whether a zero that a spreadsheet dropped would explain a wrong number. No number of an organisation begins with one in
// either country, but those of persons may.
func lostZero(country, text string) string {
	text = onlyDigits(text)
	_, err := registry.ParseIdentifier(registry.SwedishNumber, "0"+text)
	switch {
	case ruleOf(err) == registry.RuleSoleTrader && country != "NO":
		return "With a zero that a spreadsheet has dropped it may be a person's, which the registry does not keep."
	case len(text) >= 10, len(text) == 9 && country == "NO":
		return "No zero is missing: it has all its digits."
	}
	return "A zero that a spreadsheet has dropped does not explain it: no such number begins with one."
}

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

func (r *rowReader) lei(c cell) {
	if text, ok := r.written(c); ok {
		r.code(c, registry.LEI, text)
	}
}

// picDigits is how many digits a PIC has.
const picDigits = 9

// pic reads a PIC, and puts back zeros that a spreadsheet has dropped: such a code has no check digit that would tell.
func (r *rowReader) pic(c cell) {
	text, ok := r.written(c)
	if !ok {
		return
	}
	if missing := picDigits - len(text); missing > 0 && missing < 4 && digitsOnly.MatchString(text) {
		text = strings.Repeat("0", missing) + text
		r.note(NumberRepaired, c.reference, "A PIC has 9 digits: the zeros that spreadsheets drop were put before it.", "Compare it with the value that was read: a PIC has no check digit.")
	}
	r.code(c, registry.PIC, text)
}

func (r *rowReader) code(c cell, scheme registry.Scheme, text string) {
	id, err := registry.ParseIdentifier(scheme, text)
	if err != nil {
		code := NumberForm
		if ruleOf(err) == registry.RuleCheckDigit {
			code = NumberCheckDigit
		}
		r.refuseNumber(c, code, err.Error(), "Look it up, or leave the cell blank if nobody knows it.")
		return
	}
	r.identified(c, id)
}
