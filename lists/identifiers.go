package lists

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
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

// calledNumber is what a number is called in its own cell.
var calledNumber = regexp.MustCompile(`^(?i:org\.? ?-?(?:nr|nummer)\.?|nr\.?):? ?`)

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
		r.refuseNumber(c, Problem{Code: NumberForm, Case: "day"})
	case shortened, bare && c.Kind == sheet.Number && len(text) > exactDigits:
		r.refuseNumber(c, Problem{Code: NumberShortened, Case: "lost"})
	default:
		if text != given {
			r.addProblem(Problem{Code: NumberRepaired, Case: "undone", Cell: c.reference})
		}
		return text, true
	}
	return "", false
}

// isRound tells a number whose digits end in zeros where those of one that was shown in scientific notation, and kept so, do.
func isRound(text string) bool {
	return digitsOnly.MatchString(text) && strings.HasSuffix(text, "0") && len(strings.TrimRight(text, "0")) <= shownDigits
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
func (r *rowReader) refuseNumber(c cell, p Problem) {
	r.row.Values[c.field] = Value{Cell: c.reference}
	p.Cell = c.reference
	r.refuse(p)
}

// identified takes down a number that is one.
func (r *rowReader) identified(c cell, id registry.Identifier) {
	r.setValue(c, id.Value)
	r.row.Identifiers = append(r.row.Identifiers, id)
}

// number reads a number of the register of the organisation's country or, when no country is told, of the country whose register has
// numbers of that form.
func (r *rowReader) number(c cell) {
	text, ok := r.written(c)
	if !ok || registry.NamesNobody(text) {
		return
	}
	text = calledNumber.ReplaceAllString(text, "")
	country := r.row.Value(FieldCountry)
	r.row.Elsewhere = numbersElsewhere(country, text)
	id, err := parseNumber(country, text)
	if err != nil {
		r.wrongNumber(c, country, text, err)
		return
	}
	switch {
	case id.Scheme == registry.OtherScheme && isRound(text):
		r.refuseNumber(c, Problem{Code: NumberShortened, Case: "lost"})
		return
	case id.Scheme == registry.OtherScheme:
		r.addProblem(Problem{Code: NumberUnchecked, Cell: c.reference})
	case country == "" && r.row.Values[FieldCountry].Cell == "" && r.kind.fieldNamed(FieldCountry) != nil:
		r.row.Values[FieldCountry] = Value{Cell: c.reference, Value: countryOfScheme[id.Scheme]}
		r.addProblem(Problem{Code: CountryFromNumber, About: AboutValues(FieldCountry, map[string]string{"country": countryOfScheme[id.Scheme]}), Cell: c.reference})
	}
	if isRound(text) { // it is one, by its check digit, as one in ten of those is that have been shortened
		r.addProblem(Problem{Code: NumberShortened, Case: "perhaps", Cell: c.reference})
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

// numbersElsewhere gives what a number is in the registers of other countries than the one that is told. An organisation may have its number abroad, as
// where it only has a branch; whether it does, the registry may know.
func numbersElsewhere(country, text string) []registry.Identifier {
	var all []registry.Identifier
	for _, scheme := range []registry.Scheme{registry.SwedishNumber, registry.NorwegianNumber} {
		if id, err := registry.ParseIdentifier(scheme, text); err == nil && country != "" && country != countryOfScheme[scheme] {
			all = append(all, id)
		}
	}
	return all
}

// Abroad gives the row with its number read as one of another country's register, since the registry holds it so.
func (r Row) Abroad(id registry.Identifier) Row {
	number := r.Values[FieldNumber]
	number.Text, number.Value = cmp.Or(number.Text, id.Value), id.Value
	r.Values = maps.Clone(r.Values)
	r.Values[FieldNumber] = number
	others := slices.DeleteFunc(slices.Clone(r.Identifiers), func(other registry.Identifier) bool { return other.Scheme == registry.OtherScheme })
	r.Identifiers = append(others, id)
	r.Problems = slices.DeleteFunc(slices.Clone(r.Problems), func(p Problem) bool {
		return p.Cell == number.Cell && slices.Contains([]ProblemCode{CountryContradicts, NumberUnchecked, NumberShortened}, p.Code)
	})
	return r
}

// wrongNumber says what is wrong with a number, and whether something usual explains it.
func (r *rowReader) wrongNumber(c cell, country, text string, err error) {
	if elsewhere := r.row.Elsewhere; len(elsewhere) > 0 {
		about := map[string]string{"register": countryOfScheme[elsewhere[0].Scheme], "country": country}
		r.refuseNumber(c, Problem{Code: CountryContradicts, About: AboutValues(FieldCountry, about)})
		return
	}
	zero := About{"zero": lostZero(country, text)}
	if isRound(text) {
		r.refuseNumber(c, Problem{Code: NumberShortened, Case: "lost"})
		return
	}
	switch ruleOf(err) {
	case registry.RuleSoleTrader:
		r.refuseNumber(c, Problem{Code: NumberOfAPerson})
	case registry.RuleCheckDigit:
		r.refuseNumber(c, Problem{Code: NumberCheckDigit, Case: "national", About: zero})
	default:
		r.refuseNumber(c, Problem{Code: NumberForm, Case: registerOf(country, text), About: zero})
	}
}

// registerOf names the register whose form a number does not have. One of the form of Norwegian numbers that does not begin as those do is not taken for one.
func registerOf(country, text string) string {
	_, err := registry.ParseIdentifier(registry.NorwegianNumber, text)
	switch {
	case country == "SE", country == "NO":
		return country
	case country != "":
		return "other"
	case ruleOf(err) == registry.RuleForm:
		return "neither"
	}
	return "unguessed"
}

// lostZero gives the key of what says whether a zero that a spreadsheet dropped would explain a wrong number. No number of an organisation begins with one in
// either country, but those of persons may.
func lostZero(country, text string) string {
	text = onlyDigits(text)
	_, err := registry.ParseIdentifier(registry.SwedishNumber, "0"+text)
	switch {
	case ruleOf(err) == registry.RuleSoleTrader && country != "NO":
		return "person"
	case len(text) >= 10, len(text) == 9 && country == "NO":
		return "none"
	}
	return "unexplained"
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

// picRound refuses a PIC that may have been shortened: it has no check digit that would tell.
func (r *rowReader) picRound(c cell, text string) bool {
	if !isRound(text) {
		return false
	}
	r.refuseNumber(c, Problem{Code: NumberShortened, Case: "lost"})
	return true
}

// picDigits is how many digits a PIC has.
const picDigits = 9

// pic reads a PIC, and puts back zeros that a spreadsheet has dropped: such a code has no check digit that would tell.
func (r *rowReader) pic(c cell) {
	text, ok := r.written(c)
	if !ok || r.picRound(c, text) {
		return
	}
	if missing := picDigits - len(text); missing > 0 && missing < 4 && digitsOnly.MatchString(text) {
		text = strings.Repeat("0", missing) + text
		r.addProblem(Problem{Code: NumberRepaired, Case: "zeros", Cell: c.reference})
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
		r.refuseNumber(c, Problem{Code: code, Case: string(scheme)})
		return
	}
	r.identified(c, id)
}

// isNumber tells the fields that hold the numbers of organisations, where by mistake a person's may stand.
func isNumber(f Field) bool { return f == FieldNumber || f == FieldLEI || f == FieldPIC }
