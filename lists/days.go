package lists

import (
	"maps"
	"regexp"
	"strconv"
	"strings"
	"time"

	"partnernet/registry"
	"partnernet/sheet"
)

// The forms in which days are written.
var (
	clock         = regexp.MustCompile(`[T ][0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2}([.,][0-9]+)?)?Z?$`)
	yearFirst     = regexp.MustCompile(`^([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})$|^([0-9]{4})([0-9]{2})([0-9]{2})$`)
	dayFirst      = regexp.MustCompile(`^([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})$|^([0-9]{1,2})/([0-9]{1,2}) ?[ -] ?([0-9]{4})$`)
	eitherFirst   = regexp.MustCompile(`^([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})$`)
	dayThenName   = regexp.MustCompile(`^([0-9]{1,2})\.? ?(\pL{3,})\.?,? ?([0-9]{4})$`)
	nameThenDay   = regexp.MustCompile(`^(\pL{3,})\.? ([0-9]{1,2}),? ([0-9]{4})$`)
	wholeYear     = regexp.MustCompile(`^(?:(?i:ca|c:a|cirka|omkring|rundt)\.? ?)?(?:19|20)[0-9]{2}(?: ?[-/–] ?(?:(?:19|20)?[0-9]{2})?)?$`)
	wholeMonth    = regexp.MustCompile(`^[0-9]{4}[-/.][0-9]{1,2}$|^[0-9]{1,2}/[0-9]{4}$|^(\pL{3,})\.? ?-?(?:[0-9]{4}|[0-9]{2})$`)
	shortYear     = regexp.MustCompile(`^([0-9]{1,2}[./] ?[0-9]{1,2})([./] ?| ?-| )([0-9]{2})$`)
	beforeDay     = regexp.MustCompile(`^(?i:från och med|fra og med|fr\.?o\.?m\.?|f\.?o\.?m\.?|från|frå|fra|sedan|siden|sidan|till och med|til og med|t\.?o\.?m\.?|till|til|slutar|slutade|sluttet|sluttar|since|until|from)\.? `)
	untilDay      = regexp.MustCompile(`^(?i:till och med|til og med|t\.?o\.?m\.?|till|til|until)\.? `)
	twoDays       = regexp.MustCompile(`^(.+?) ?(?:[–—]| - | till | til | to )(?: ?)(.*)$|^([0-9]{4})-([0-9]{4})$`)
	inWords       = regexp.MustCompile(`^[^0-9]*\pL[^0-9]*(?:19|20)[0-9]{2}[^0-9]*$|^(?:19|20)[0-9]{2}[^0-9]*\pL[^0-9]*$`) // "konkurs 2023", "2022-ish"
	plainNumber   = regexp.MustCompile(`^([0-9]{5})(?:[.,][0-9]+)?$`)
	decimalOfZero = regexp.MustCompile(`[.,]0+$`)
)

// The years in which a membership can begin or end, and the first of them for a number that nothing else tells to be a day.
const firstYear, firstSerialYear, lastYear = 1900, 1950, 2100

func (r *rowReader) validFrom(c cell) {
	text, tells := c.tells()
	m := twoDays.FindStringSubmatch(text)
	switch {
	case !tells, registry.NamesNobody(text):
	case m != nil && c.field == FieldValidFrom: // an answer to a survey has one day
		r.period(c)
	default:
		r.day(c, text)
	}
}

// period reads a cell that tells both days: "2019–", "2022-01-01–2023-06-30", "t.o.m. 2021-12-31".
func (r *rowReader) period(c cell) {
	text, tells := c.tells()
	if !tells {
		return
	}
	from, to := text, ""
	if m := twoDays.FindStringSubmatch(text); m != nil {
		from, to = m[1]+m[3], m[2]+m[4]
	} else if untilDay.MatchString(text) {
		from, to = "", text
	}
	c.Kind = sheet.Text
	c.field, c.Text = FieldValidFrom, from
	r.validFrom(c)
	c.field, c.Text = FieldValidTo, to
	r.validTo(c)
}

func (r *rowReader) validTo(c cell) {
	text, tells := c.tells()
	switch {
	case !tells, registry.NamesNobody(text):
	case openEnds()[registry.Fold(text)]:
		r.row.Values[FieldEndStatus] = Value{Cell: c.reference, Text: c.Text, Value: string(registry.EndOpen)}
	default:
		r.day(c, text)
	}
}

// day takes down the day that a cell tells, or says why it tells none.
func (r *rowReader) day(c cell, text string) {
	if c.Kind == sheet.Text {
		text = clock.ReplaceAllString(text, "")
	}
	text = r.wholeDay(c, beforeDay.ReplaceAllString(decimalOfZero.ReplaceAllString(text, ""), ""))
	if serial := plainNumber.FindStringSubmatch(text); serial != nil && c.Kind != sheet.Date {
		r.serial(c, serial[1])
		return
	}
	day, code := readDay(text)
	if m := groups(eitherFirst, text); code == DayAmbiguous && c.dayFirst {
		day, code = calendarDay(m[2], m[1], m[0])
	}
	switch code {
	case "":
		r.setValue(c, day.String())
	case DayImprecise:
		r.row.Values[c.field] = Value{Cell: c.reference, Text: c.Text}
		r.addProblem(Problem{Code: code, About: About{"text": Clipped(text)}, Cell: c.reference})
	default:
		r.refuseDay(c, code, text)
	}
}

// wholeDay writes out a year of two digits, and says so: those below fifty are of this century.
func (r *rowReader) wholeDay(c cell, text string) string {
	m := shortYear.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	year := "20" + m[3]
	if m[3] >= "50" {
		year = "19" + m[3]
	}
	r.addProblem(Problem{Code: DayYearCompleted, About: About{"text": Clipped(text), "year": year}, Cell: c.reference})
	return m[1] + strings.Replace(m[2], "-", " ", 1) + year
}

// refuseDay says why a text tells no day.
func (r *rowReader) refuseDay(c cell, code ProblemCode, text string) {
	about := About{"text": Clipped(text), "first": strconv.Itoa(firstYear), "last": strconv.Itoa(lastYear)}
	r.refuse(Problem{Code: code, About: about, Cell: c.reference})
}

// serial reads a count of days that has lost its form.
func (r *rowReader) serial(c cell, digits string) {
	number, _ := strconv.Atoi(digits)
	day, ok := c.dates.Day(float64(number))
	if !ok || day.Year < firstSerialYear || day.Year > lastYear {
		r.refuseDay(c, DayUnreadable, digits)
		return
	}
	r.setValue(c, day.String())
	r.addProblem(Problem{Code: DayFromSerial, About: About{"text": digits, "day": day.String()}, Cell: c.reference})
}

// readDay reads a day in any usual form. The code is empty, or says why it cannot be read.
func readDay(text string) (registry.Date, ProblemCode) {
	switch {
	case wholeYear.MatchString(text):
		return registry.Date{}, DayImprecise
	case wholeMonth.MatchString(text):
		if name := wholeMonth.FindStringSubmatch(text)[1]; name == "" || monthOf(name) > 0 || seasons()[registry.Fold(name)] {
			return registry.Date{}, DayImprecise
		}
	}
	if m := groups(yearFirst, text); m != nil {
		return calendarDay(m[0], m[1], m[2])
	}
	if m := groups(dayFirst, text); m != nil {
		return calendarDay(m[2], m[1], m[0])
	}
	if m := groups(dayThenName, text); m != nil {
		return calendarDay(m[2], strconv.Itoa(monthOf(m[1])), m[0])
	}
	if m := groups(nameThenDay, text); m != nil {
		return calendarDay(m[2], strconv.Itoa(monthOf(m[0])), m[1])
	}
	if m := groups(eitherFirst, text); m != nil {
		return eitherWay(m[2], m[0], m[1])
	}
	if inWords.MatchString(text) {
		return registry.Date{}, DayImprecise
	}
	return registry.Date{}, DayUnreadable
}

// eitherWay reads a day that may stand before or after its month: only where one of the two is impossible, or both mean the same, is it clear.
func eitherWay(year, first, second string) (registry.Date, ProblemCode) {
	day, wrong := calendarDay(year, second, first)
	other, otherWrong := calendarDay(year, first, second)
	switch {
	case wrong == "" && otherWrong == "" && day != other:
		return registry.Date{}, DayAmbiguous
	case wrong == "":
		return day, ""
	}
	return other, otherWrong
}

// columnsOfDaysFirst tells the columns in which some day can only stand before its month, and none after it: there it does so in the others, too.
func columnsOfDaysFirst(rows []sheet.Row) map[int]bool {
	first, second := map[int]bool{}, map[int]bool{}
	for _, row := range rows {
		for i, c := range row.Cells {
			if m := groups(eitherFirst, registry.Plain(c.Text)); m != nil {
				one, _ := strconv.Atoi(m[0])
				other, _ := strconv.Atoi(m[1])
				first[i], second[i] = first[i] || one > 12, second[i] || other > 12
			}
		}
	}
	maps.DeleteFunc(first, func(i int, is bool) bool { return !is || second[i] })
	return first
}

// groups gives what the filled groups of a form hold, nil when the text is not of that form.
func groups(form *regexp.Regexp, text string) []string {
	match := form.FindStringSubmatch(text)
	var filled []string
	for _, group := range match[min(1, len(match)):] {
		if group != "" {
			filled = append(filled, group)
		}
	}
	return filled
}

func monthOf(name string) int {
	folded := []rune(registry.Fold(name))
	return months[string(folded[:min(3, len(folded))])]
}

func calendarDay(year, month, day string) (registry.Date, ProblemCode) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date := registry.Date{Year: y, Month: time.Month(m), Day: d}
	if !date.IsValid() || y < firstYear || y > lastYear {
		return registry.Date{}, DayUnreadable
	}
	return date, ""
}
