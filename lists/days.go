package lists

import (
	"regexp"
	"strconv"
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
	wholeYear     = regexp.MustCompile(`^[0-9]{4}$`)
	wholeMonth    = regexp.MustCompile(`^[0-9]{4}[-/.][0-9]{1,2}$|^(\pL{3,})\.? [0-9]{4}$`)
	plainNumber   = regexp.MustCompile(`^([0-9]{5})(?:[.,][0-9]+)?$`)
	decimalOfZero = regexp.MustCompile(`[.,]0+$`)
)

// The years in which a membership can begin or end, and the first of them for a number that nothing else tells to be a day.
const firstYear, firstSerialYear, lastYear = 1900, 1950, 2100

func (r *rowReader) validFrom(c cell) {
	if text, tells := c.tells(); tells {
		r.day(c, text)
	}
}

func (r *rowReader) validTo(c cell) {
	text, tells := c.tells()
	switch {
	case !tells:
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
	text = decimalOfZero.ReplaceAllString(text, "")
	if serial := plainNumber.FindStringSubmatch(text); serial != nil && c.Kind != sheet.Date {
		r.serial(c, serial[1])
		return
	}
	switch day, code := readDay(text); code {
	case "":
		r.setValue(c, day.String())
	case DayImprecise:
		r.row.Values[c.field] = Value{Cell: c.reference, Text: c.Text}
		r.addProblem(Problem{Code: code, About: About{"text": Clipped(text)}, Cell: c.reference})
	default:
		r.refuseDay(c, code, text)
	}
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
		name := wholeMonth.FindStringSubmatch(text)[1]
		if name == "" || monthOf(name) > 0 {
			return registry.Date{}, DayImprecise
		}
		return registry.Date{}, DayUnreadable
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
