package sheet

import (
	"math"

	"cloud.google.com/go/civil"
)

// DateSystem says how a workbook counts days.
type DateSystem int

// How days are counted.
const (
	From1900 DateSystem = iota // day 1 is 1900-01-01, and 1900-02-29 is counted although it never was; also for files that do not say
	From1904                   // day 0 is 1904-01-01, as workbooks from older Macintosh computers count
)

// lastDay is 9999-12-31 counted from 1900, the last that spreadsheet programs know.
const lastDay = 2_958_465

// Day gives the day that a serial number stands for; the time of day is left out. It is false for a number that stands for none.
func (s DateSystem) Day(serial float64) (civil.Date, bool) {
	days := math.Floor(serial)
	if !(days >= 0 && days <= lastDay) { // also when it is no number
		return civil.Date{}, false
	}
	switch {
	case s == From1904:
		return civil.Date{Year: 1904, Month: 1, Day: 1}.AddDays(int(days)), true
	case days == 0 || days == 60: // the day before 1900-01-01 and 1900-02-29
		return civil.Date{}, false
	case days < 60:
		return civil.Date{Year: 1899, Month: 12, Day: 31}.AddDays(int(days)), true
	}
	return civil.Date{Year: 1899, Month: 12, Day: 30}.AddDays(int(days)), true
}
