package decisions

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"partnernet/registry"
)

// reader reads the words of one decision as values.
type reader struct {
	language *languageRules
}

// value reads what a pattern of this name has found, in the form in which the registry writes such a value. What is none is not ok.
func (r reader) value(pattern, words string) (value string, ok bool) {
	words = oneLine(words)
	if read, special := readings[pattern]; special {
		return read(r, words)
	}
	return words, words != ""
}

// readings are how words are read that a pattern of values.yaml has found, by its name. Those of other patterns are a value as they stand.
var readings = map[string]func(r reader, words string) (string, bool){
	"amount":          reader.amount,
	"percent":         ofWords(rate),
	"date":            ofWords(day),
	"monthYear":       ofWords(monthOf),
	"count":           ofWords(count),
	"months":          ofWords(count),
	"weeks":           ofWords(weeks),
	"swedishNumber":   ofWords(number),
	"norwegianNumber": ofWords(number),
	"number10":        ofWords(number),
	"company":         reader.organisation,
	"freeOrg":         reader.freeName,
	"freeTitle":       reader.freeTitle,
	"nameCell":        reader.nameInCell,
	"nameLine":        reader.nameOnLine,
	"orgInLine":       reader.nameOnLine,
	"greeted":         reader.greeted,
	"organisation":    reader.organisation,
	"authority":       reader.organisation,
	"body":            reader.organisation,
	"case":            ofWords(caseNumber),
	"title":           always(func(words string) string { return strings.Trim(words, " ”\"“«»") }),
	"name":            ofWords(projectName),
	"line":            ofWords(projectName),
	"nameField":       ofWords(fieldName),
	"nameInLine":      reader.nameInForm,
	"programme":       always(programmeName),
	"terms":           ofWords(terms),
	"regionOf":        always(ofGenitive),
	"genitiveOrg":     always(ofGenitive),
	"bodyInCapitals":  reader.organisation,
	"chapterPost":     always(chapterAndPost),
	"ruleDay":         ofWords(func(words string) (string, bool) { return norwegianRule("FOR", words) }),
	"actDay":          ofWords(func(words string) (string, bool) { return norwegianRule("LOV", words) }),
	"nbRuleTitle":     always(func(words string) string { return strings.TrimRight(strings.TrimSuffix(words, " og i"), " .;,(") }),
	"indicatorName":   reader.indicatorName,
	"numberOf":        reader.indicatorName,
	"unitWord":        ofWords(unitOf),
	"budgetTitle":     always(func(words string) string { return strings.TrimSpace(belonging().Split(words, 2)[0]) }),
	"years":           always(func(words string) string { return years.ReplaceAllString(words, "–") }),
	"section":         ofWords(section),
	"role":            ofWords(office),
	"roleWord":        ofWords(office),
	"office":          ofWords(office),
	"officeLine":      ofWords(office),
}

// ofWords makes a reading that does not depend on the language.
func ofWords(read func(string) (string, bool)) func(reader, string) (string, bool) {
	return func(_ reader, words string) (string, bool) { return read(words) }
}

// always makes a reading that takes whatever is found.
func always(read func(string) string) func(reader, string) (string, bool) {
	return func(_ reader, words string) (string, bool) { return read(words), true }
}

// ofGenitive gives a name of which something is said to be: Region Dalarnas.
func ofGenitive(words string) string { return strings.TrimSuffix(words, "s") }

// terms reads the number of general terms.
func terms(words string) (string, bool) {
	_, isDay := day(words)
	return strings.TrimSpace(strings.TrimPrefix(words, "dnr ")), numbers.MatchString(words) && !isDay
}

// chapterAndPost reads a line of the Norwegian budget: 621/70. A chapter has no noughts before it, a post always two digits.
func chapterAndPost(words string) string {
	return strings.TrimLeft(strings.Join(numbers.FindAllString(words, -1), "/"), "0")
}

// indicatorName reads the name of an indicator. One that ends with the word for target is no name yet.
func (r reader) indicatorName(words string) (string, bool) {
	return words, !strings.HasSuffix(words, "mål") && !strings.HasSuffix(words, "målvärde") && !r.language.isLabel(words)
}

// unitOf reads what is counted. Money is none.
func unitOf(words string) (string, bool) {
	_, money := rules().values.Units[strings.ToLower(words)]
	return words, !money
}

// section reads the section of rules. A year is none.
func section(words string) (string, bool) { return words, !looksLikeDay.MatchString(words) }

// office reads the office that somebody holds. What the sentence goes on with is no part of it.
func office(words string) (string, bool) {
	words = afterOffice().Split(words, 2)[0]
	return words, len(words) < 80
}

var afterOffice = vocabulary("afterOffice")

var (
	belonging = vocabulary("belonging")
	years     = regexp.MustCompile(` ?[-–] ?`)
)

func oneLine(words string) string { return strings.Join(strings.Fields(words), " ") }

var digits = regexp.MustCompile(`[1-9]\d{0,2}(?:[ .]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?|\d{1,3}(?:,\d{3})+\.\d{1,2}|\d+(?:[.,]\d+)?`)

// commaGroups finds a number that is written as in English: 1,210,517.50. Of a single comma the language tells.
var commaGroups = regexp.MustCompile(`^\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d{1,2})?|(?:,\d{3})+\.\d{1,2})$`)

// decimalOf reads a number as it is written in the Nordic countries, 362 060, 1.210.517,50 and 2,5, or in English with more than one sign: 1,210,517.50.
func decimalOf(words string) (decimal.Decimal, error) {
	text := strings.ReplaceAll(words, " ", "")
	if grouped := regexp.MustCompile(`^[1-9]\d{0,2}(\.\d{3})+(,|$)`); grouped.MatchString(text) {
		text = strings.ReplaceAll(text, ".", "")
	}
	if commaGroups.MatchString(text) {
		text = strings.ReplaceAll(text, ",", "")
	}
	return decimal.NewFromString(strings.ReplaceAll(text, ",", "."))
}

// english is the language in which a comma divides thousands.
const english = "en"

// commaGroup finds a number whose comma divides thousands in English, and decimals elsewhere.
var commaGroup = regexp.MustCompile(`^\d{1,3},\d{3}$`)

// amount reads an amount of money: 362060.00 SEK. One without digits, or of nothing, is none, nor is one that the registry does not take.
func (r reader) amount(words string) (string, bool) {
	value, err := moneyText(r.money(words))
	return value, err == nil
}

// errNoValue is said of words that are no value of the kind that they are read as.
var errNoValue = errors.New("no value")

// moneyText writes money as facts have it.
func moneyText(m registry.Money, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return m.Amount() + " " + m.Currency, nil
}

// money reads an amount of money. Words that are none are errNoValue.
func (r reader) money(words string) (registry.Money, error) {
	if head, rest, spelt := strings.Cut(words, "("); spelt {
		unit, _, _ := strings.Cut(head, " ")
		words = unit + " " + strings.TrimRight(rest, ")") // kroner tre hundre tusen (300 000)
	}
	words = inFigures(words)
	place := digits.FindStringIndex(words)
	if place == nil {
		return registry.Money{}, errNoValue
	}
	figures := words[place[0]:place[1]]
	if r.language.Language == english && commaGroup.MatchString(figures) {
		figures = strings.ReplaceAll(figures, ",", "")
	}
	n, err := decimalOf(figures)
	if err != nil || !n.IsPositive() {
		return registry.Money{}, errNoValue
	}
	before := strings.TrimRight(strings.ToLower(strings.TrimSpace(words[:place[0]])), ".")
	bare := !strings.Contains(words, ",-") && !strings.Contains(words, ":-")
	after := strings.ToLower(strings.Trim(strings.NewReplacer(",-", "", ":-", "", ".", "").Replace(words[place[1]:]), " "))
	u, known := rules().values.Units[before]
	if !known || before == "" {
		u, known = rules().values.Units[after]
	} else if scale, scaled := rules().values.Scales[after]; scaled {
		n = n.Mul(decimal.NewFromFloat(scale))
	}
	if below := strings.ContainsAny(before, "-–−"); below || !known || before+after == "" && bare {
		return registry.Money{}, errNoValue
	}
	return registry.ParseMoney(n.Mul(decimal.NewFromInt(u.Times)).String(), cmp.Or(u.Currency, r.language.Currency))
}

// inFigures writes the number of an amount in figures that stands in words: tre miljoner kronor.
func inFigures(words string) string {
	first, rest, _ := strings.Cut(words, " ")
	if n, known := rules().values.Numbers[strings.ToLower(first)]; known {
		return strconv.Itoa(n) + " " + rest
	}
	return words
}

// rate reads a percentage as a part of one: 37,31 % is 0.3731.
func rate(words string) (string, bool) {
	n, err := decimalOf(digits.FindString(words))
	if err != nil || n.IsZero() || n.GreaterThan(decimal.NewFromInt(100)) {
		return "", false
	}
	return n.Shift(-2).String(), true
}

var numbers = regexp.MustCompile(`\d+`)

func count(words string) (string, bool) {
	if n, known := rules().values.Numbers[strings.ToLower(words)]; known {
		return strconv.Itoa(n), true
	}
	n, err := strconv.Atoi(words)
	return strconv.Itoa(n), err == nil && n > 0
}

// number reads an organisation's number, as scheme and value. A check digit that is wrong makes it none: it may be anything then.
func number(words string) (string, bool) {
	kept := strings.Join(numbers.FindAllString(words, -1), "")
	scheme := registry.NorwegianNumber
	if len(kept) != 9 {
		scheme = registry.SwedishNumber
		if len(kept) == 12 {
			kept = strings.TrimPrefix(kept, "16")
		}
	}
	id, err := registry.ParseIdentifier(scheme, kept)
	return string(scheme) + " " + id.Value, err == nil
}

// organisation reads a name. What stands before it in the sentence and begins with a capital too is no part of it.
func (r reader) organisation(words string) (string, bool) {
	for {
		first, rest, more := strings.Cut(words, " ")
		if word := strings.Trim(first, ":,"); !more || !slices.Contains(rules().values.Openings, word) && !slices.Contains(rules().values.Headings, word) {
			break
		}
		if (first == "Norsk" || first == "Svensk") && !slices.Contains(rules().values.Openings, strings.Fields(rest)[0]) {
			break
		}
		words = afterHeading(rest)
	}
	if at := strings.LastIndexByte(words, ' '); at > 0 && slices.Contains(rules().values.Closings, words[at+1:]) {
		name, ok := r.organisation(words[:at])
		return name, ok && strings.Contains(name, " ")
	}
	if known, is := rules().authorities.named(words); is {
		return known.Name, true
	}
	if upper := strings.Fields(words); len(upper) > 1 && words == strings.ToUpper(words) && len(upper[len(upper)-1]) > 4 {
		words = titled(upper)
	}
	return words, len([]rune(words)) > 2
}

// afterHeading leaves out the words in small letters with which a heading goes on before a name: Redogörelse för ärendet Sundsvalls kommun.
func afterHeading(words string) string {
	for {
		first, _ := utf8.DecodeRuneInString(words)
		_, rest, more := strings.Cut(words, " ")
		if !more || !unicode.IsLower(first) {
			return words
		}
		words = rest
	}
}

var (
	projectWord = vocabulary("projectWord")
	beforeName  = vocabulary("beforeName")
	noName      = vocabulary("noName")
	manyDigits  = vocabulary("manyDigits")
	afterName   = vocabulary("afterName")
	codeFirst   = vocabulary("codeFirst")
)

// definite finds a word alone that speaks of somebody who is named elsewhere: vattenrådet, bygdelaget.
var definite = regexp.MustCompile(`^\p{L}+(?:et|en|laget|an)$`)

// freeName reads a name that only its place tells to be one.
func (r reader) freeName(words string) (string, bool) {
	if at := beforeName().FindStringIndex(words); at != nil {
		words = words[at[1]:]
	}
	if definite.MatchString(words) {
		return "", false
	}
	return r.freeTitle(words)
}

// freeTitle reads the name of a project or a programme that only its place tells to be one.
func (r reader) freeTitle(words string) (string, bool) {
	if !looksNamed(words) || noName().MatchString(words) || r.language.isLabel(words) {
		return "", false
	}
	return r.organisation(words)
}

// looksNamed says whether words may be an organisation's name: they begin with a capital or a short number, and are no project, address or number.
func looksNamed(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && !projectWord().MatchString(words) && !manyDigits().MatchString(words)
}

var looksLikeDay = regexp.MustCompile(`^(?:19|20)\d{2}-(?:0\d|1[0-2])(?:-\d{2})?$|^\d{1,2}/\d{1,2}-\d{2,4}$|^(?:19|20)\d{2}$`)

// boardItem finds the number of an item of a board's meeting, which is none of the case.
var boardItem = vocabulary("boardItem")

// caseNumber reads a case's number. A day, a year and a short number are none.
func caseNumber(words string) (string, bool) {
	many := len(strings.Join(numbers.FindAllString(words, -1), ""))
	return words, many >= 4 && !boardItem().MatchString(words) && !looksLikeDay.MatchString(words) && len(words) <= 40
}

// beyondName is what goes on after a name in a sentence.
var beyondName = vocabulary("beyondName")

// noProject finds what is no project's name: the word for one alone, and the years that head a table.
var noProject = vocabulary("noProject")

// nextPart is where the next part of a decision begins in a text that has lost its lines: with a heading, or with the authority that decides.
var nextPart = lazily(func() string {
	return ` (?:\d\.? )?(?:` + quoted(rules().values.Headings) + `)(?: |$)| (?:` + loose(rules().expanded("authority")) + `)s?(?: |$)| (?-i:Regionala|Regionale) (?:utvecklingsnämnden|utviklingsutvalget)`
})

// projectName reads a name that stands after a label or in a sentence.
func projectName(words string) (string, bool) {
	return fieldName(beyondName().Split(words, 2)[0])
}

// fieldName reads a name that stands alone in a field of a form.
func fieldName(words string) (string, bool) {
	if at := nextPart().FindStringIndex(words); at != nil && at[0] > 0 {
		words = words[:at[0]]
	}
	words = strings.Trim(words, " ”\"“«»–-,:.")
	return words, len([]rune(words)) > 1 && len([]rune(words)) <= 120 && !noProject().MatchString(words)
}

func programmeName(words string) string {
	for _, p := range rules().authorities.Programmes {
		if p.says.MatchString(words) {
			return p.Name
		}
	}
	return words
}
