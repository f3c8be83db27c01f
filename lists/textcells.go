package lists

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"partnernet/registry"
	"partnernet/sheet"
)

// tells gives the text of a cell, and whether it says anything: a dash does not.
func (c cell) tells() (string, bool) {
	text := registry.Plain(c.Text)
	return text, strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// text reads a text that is taken as it is.
func (r *rowReader) text(c cell) {
	if text, tells := c.tells(); tells {
		r.setValue(c, text)
		r.warnOfFormula(c, text)
	}
}

func (r *rowReader) warnOfFormula(c cell, text string) {
	if strings.ContainsAny(text[:1], "=+-@") {
		r.addProblem(Problem{Code: FormulaLike, Cell: c.reference})
	}
}

// sums are words that stand where a name does in the last line of a list.
var sums = []string{"summa", "totalt", "total", "totalsumma", "sum", "antal", "antall", "antal medlemmar", "antall medlemmer", "number of members", "i alt"}

func (r *rowReader) name(c cell) {
	text, tells := c.tells()
	if !tells { // a sign for nobody, as - or ?
		return
	}
	text, r.inName = nameAndNumber(strings.Trim(text, "*†‡ "))
	folded := registry.Fold(text)
	letters := strings.TrimSpace(strings.TrimFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) }))
	switch {
	case c.Kind == sheet.Date || !registry.HasLetter(text):
		r.refuse(Problem{Code: NameIsNoName, Case: "value", Cell: c.reference})
	case registry.NamesNobody(text):
		r.addProblem(Problem{Code: NameIsNoName, Case: "nobody", About: About{"text": Clipped(text)}, Cell: c.reference}) // a number may tell who it is

	case slices.Contains(sums, letters):
		r.refuse(Problem{Code: NameIsNoName, Case: "sum", Cell: c.reference})
	case ditto.MatchString(text):
		r.refuse(Problem{Code: NameIsNoName, Case: "ditto", About: About{"text": Clipped(text)}, Cell: c.reference})
	case hasAny(strings.Fields(folded), honoured):
		r.refuse(Problem{Code: NameIsNoName, Case: "person", Cell: c.reference})
	default:
		r.setValue(c, text)
		r.warnOfFormula(c, text)
	}
}

// ditto is a mark for what stands above. The honoured are persons whom an association has made its members.
var (
	ditto    = regexp.MustCompile(`^(?:[-–—]?["”“″〃]+[-–—]?|''|dito|ditto|d:o)(?:\s|$)`)
	honoured = folded("hedersmedlem, hedersledamot, æresmedlem, privatperson, enskild, honorary")
)

// numberInName is a number of a register at the end of a name, as lists have that have no column for it.
var numberInName = regexp.MustCompile(`(?i)^(.*?\pL.*?)[\s,;(]+(?:org\.? ?-?(?:nr|nummer)?\.?:? ?)?([0-9]{6}-?[0-9]{4}|[89][0-9]{2} ?[0-9]{3} ?[0-9]{3})\)?$`)

// nameAndNumber tells a name from the number that stands behind it.
func nameAndNumber(text string) (name, number string) {
	if last := strings.TrimRight(text, "0123456789)"); last == text { // as nearly all names
		return text, ""
	}
	if m := numberInName.FindStringSubmatch(text); m != nil {
		return m[1], m[2]
	}
	return text, ""
}

// readNumberInName reads the number that stands with the name, where no column tells one.
func (r *rowReader) readNumberInName() {
	if _, told := r.row.Values[FieldNumber]; told || r.inName == "" {
		return
	}
	at := r.row.Values[FieldLegalName].Cell
	r.addProblem(Problem{Code: NumberFromName, Cell: at})
	r.number(cell{Cell: sheet.Cell{Kind: sheet.Text, Text: r.inName}, field: FieldNumber, reference: at})
}

// countrySigns are the signs of vehicles, which lists on both sides of the border use for countries, and Norway in Nynorsk.
var countrySigns = map[string]string{"S": "SE", "N": "NO", "NOREG": "NO"}

func (r *rowReader) country(c cell) {
	text, tells := c.tells()
	if !tells {
		return
	}
	code, err := registry.CountryNamed(text)
	if sign := countrySigns[strings.ToUpper(text)]; sign != "" {
		code, err = sign, nil
	}
	if err != nil {
		r.refuse(Problem{Code: CountryUnknown, About: About{"text": Clipped(text)}, Cell: c.reference})
		return
	}
	r.setValue(c, code)
}

// untilInRole is the last day of a role that is told with it.
var untilInRole = regexp.MustCompile(`^(?i)(.*?)[,(]? ?\b((?:t\.?o\.?m\.?|till och med|til og med|until) [^)]*[0-9])\)?$`)

// role reads a role in the network, or several of which all that are known are the same. A row is taken without one that is not known: it may be a person's.
func (r *rowReader) role(c cell) {
	text, tells := c.tells()
	if !tells {
		return
	}
	if m := untilInRole.FindStringSubmatch(text); m != nil {
		until := c
		until.Kind, until.field, until.Text = sheet.Text, FieldValidTo, m[2]
		r.validTo(until)
		if text = strings.TrimSpace(m[1]); text == "" {
			return
		}
	}
	role := memberRoles()[registry.Fold(text)]
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;/", r) }) {
		if other := memberRoles()[registry.Fold(part)]; other != "" && role != "" && other != role {
			role = ""
			break
		} else if other != "" {
			role = other
		}
	}
	switch {
	case role != "":
		r.setValue(c, role)
	case standingOf(text) == standsNoMore, standingOf(text) == standsNotYet:
		r.stands, r.standsBy = standingOf(text), text
	default:
		r.row.Values[c.field] = Value{Cell: c.reference}
		r.addProblem(Problem{Code: RoleUnknown, About: About{"text": Clipped(text)}, Cell: c.reference})
	}
}

// homepage reads a web address. People leave out how it begins.
func (r *rowReader) homepage(c cell) {
	text, tells := c.tells()
	if !tells {
		return
	}
	address, err := registry.ParseURL(text)
	if err != nil && !strings.Contains(text, ":") && strings.Contains(text, ".") {
		if address, err = registry.ParseURL("https://" + text); err == nil {
			r.addProblem(Problem{Code: HomepageCompleted, Cell: c.reference})
		}
	}
	if err != nil {
		r.addProblem(Problem{Code: HomepageUnreadable, Cell: c.reference})
		return
	}
	r.setValue(c, address)
}

// section is the letter of NACE that may stand before a code: C25.40.
var section = regexp.MustCompile(`^[A-U]`)

var betweenCodes = regexp.MustCompile(`[;/|]|, |\s+`)

// industryCodes reads one or more codes of industries, as registry.ParseIndustryCode keeps them. A number may have lost zeros at either end: before it, one is put back; after it,
// it tells the group instead of the class, which is not wrong.
func (r *rowReader) industryCodes(c cell) {
	text, tells := c.tells()
	if !tells {
		return
	}
	if whole, _, _ := strings.Cut(text, "."); c.Kind == sheet.Number && len(whole) == 1 {
		text = "0" + text
	}
	var codes []string
	for _, part := range betweenCodes.Split(text, -1) {
		if part == "" {
			continue
		}
		code, err := registry.ParseIndustryCode(strings.TrimRight(strings.ReplaceAll(section.ReplaceAllString(part, ""), ",", "."), "."))
		if err != nil || c.Kind == sheet.Number && len(part) == 4 && !strings.Contains(part, ".") {
			r.addProblem(Problem{Code: IndustryUnreadable, About: About{"text": Clipped(text)}, Cell: c.reference})
			return
		}
		codes = append(codes, code)
	}
	slices.Sort(codes)
	r.setValue(c, strings.Join(slices.Compact(codes), ", "))
}

// municipalityCode is the code of a municipality, by itself or beside its name: 5006 Steinkjer, Steinkjer (5006).
var municipalityCode = regexp.MustCompile(`^([^0-9]*?)[ (]*\b([0-9]{3,4})\b[ ):.,–-]*([^0-9]*)$`)

// municipality reads the name of a municipality, or its code, which is known by the country that the row tells. A spreadsheet takes the zero from the front of a code.
func (r *rowReader) municipality(c cell) {
	text, _ := c.tells()
	match := municipalityCode.FindStringSubmatch(text)
	if match == nil {
		r.text(c)
		return
	}
	code, name := match[2], match[1]+match[3]
	if len(code) == 3 {
		code = "0" + code
	}
	m, known := registry.MunicipalityOfCode(r.row.Value(FieldCountry), code)
	switch {
	case known && (name == "" || slices.ContainsFunc(m.Names, func(each string) bool { return registry.Fold(each) == registry.Fold(name) })):
		r.setValue(c, m.Names[0])
	case name == "":
		r.addProblem(Problem{Code: MunicipalityUnknown, About: About{"text": Clipped(text)}, Cell: c.reference})
	default:
		r.text(c)
	}
}
