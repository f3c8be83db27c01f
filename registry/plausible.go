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
	if last := (Date{Year: today.Year + yearsAhead, Month: today.Month, Day: today.Day}); day.Year < firstYear || day.After(last) {
		return fault.New(fault.BadInput, "%s is before the year %d or more than %d years ahead. Correct it, or leave it out when it is not known.", day, firstYear, yearsAhead).
			Breaking(RuleDay)
	}
	return nil
}
