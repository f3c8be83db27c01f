package registry

import (
	"regexp"
	"time"

	"cloud.google.com/go/civil"
	"partnernet/fault"
)

// Date is a calendar date, as decisions print them: a day without a clock and without a time zone.
type Date = civil.Date

// ParseDate reads a date written 2006-01-02. Anything else, a day that does not exist among it, is BAD_INPUT.
func ParseDate(text string) (Date, error) {
	date, err := civil.ParseDate(text)
	if err != nil {
		return Date{}, fault.Wrap(fault.BadInput, err, "%.20q is not a day of the calendar; write year, month and day as in 2024-05-31.", text)
	}
	return date, nil
}

// instantForm holds the time package to RFC 3339: it would also take an hour of one digit and a comma.
var instantForm = regexp.MustCompile(`^.{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$`)

// ParseDateTime reads an instant written by RFC 3339, which names its offset, and gives it in UTC. Anything else is
// BAD_INPUT.
func ParseDateTime(text string) (time.Time, error) {
	instant, err := time.Parse(time.RFC3339, text)
	if err != nil || !instantForm.MatchString(text) {
		return time.Time{}, fault.Wrap(fault.BadInput, err, "%.40q is not a point in time; write it with its offset, as in 2024-05-31T14:30:00Z.", text)
	}
	return instant.UTC(), nil
}
