package registry

import "partnernet/fault"

// RuleDay is named in faults about days that nobody can mean.
const RuleDay = "day-plausible"

// The first year, and how many years ahead of today, a day may be.
const (
	firstYear  = 1000
	yearsAhead = 100
)

// CheckDay refuses a day before the year 1000, or more than a hundred years ahead: a mistyped year, or a stand-in for no end.
func CheckDay(day, today Date) error {
	if day.Year < firstYear || day.After(inYears(today, yearsAhead)) {
		return fault.New(fault.BadInput, "%s is before the year %d or more than %d years ahead. Correct it, or leave it out when it is not known.", day, firstYear, yearsAhead).
			Breaking(RuleDay)
	}
	return nil
}

// inYears gives the same day of a later year, for days to be compared with. That of 29 February may be a day that the year does not have: it is
// the last of its February then.
func inYears(day Date, years int) Date {
	return Date{Year: day.Year + years, Month: day.Month, Day: day.Day}
}
