package registry

import "partnernet/fault"

// RulePeriod is named in faults about a period that ends before it begins.
const RulePeriod = "period-order"

// EndStatus says what is known of how a relation ends.
type EndStatus string

// What can be known of an end.
const (
	EndKnown       EndStatus = "KNOWN"              // it ends, or ended, on the day given
	EndOpen        EndStatus = "OPEN"               // no end is set
	EndDateUnknown EndStatus = "ENDED_DATE_UNKNOWN" // it has ended, nobody knows on which day
)

// Period is a span of days, both its ends inclusive. A nil end is open or unknown.
type Period struct {
	From, To *Date
}

// Check refuses a period that ends before it begins with BAD_INPUT.
func (p Period) Check() error {
	if p.From != nil && p.To != nil && p.To.Before(*p.From) {
		return fault.New(fault.BadInput, "The period ends on %s, before it begins on %s. Correct one of the two days.", p.To, p.From).Breaking(RulePeriod)
	}
	return nil
}

// Overlaps reports whether the two periods may share a day: it is false only when one is known to end before the
// other begins. An end that is open or unknown does not exclude.
func (p Period) Overlaps(other Period) bool {
	return !endsBefore(p, other) && !endsBefore(other, p)
}

func endsBefore(p, other Period) bool {
	return p.To != nil && other.From != nil && p.To.Before(*other.From)
}

// InForce says whether what holds in the period holds on a day: true, false, or nil when that is unknown. A missing
// beginning leaves it unknown, and so does a missing end unless the end is known to be open.
func (p Period) InForce(end EndStatus, on Date) *bool {
	switch {
	case p.From != nil && on.Before(*p.From), p.To != nil && on.After(*p.To):
		return new(false)
	case p.From == nil, p.To == nil && end != EndOpen:
		return nil
	}
	return new(true)
}

// DurationMonths counts the months from a first to a last day, both inclusive: 2023-05-01 to 2024-05-31 are 13. A month
// begun counts whole. A last day before the first is BAD_INPUT.
func DurationMonths(first, last Date) (int, error) {
	if err := (Period{From: &first, To: &last}).Check(); err != nil {
		return 0, err
	}
	end := last.AddDays(1)
	months := (end.Year-first.Year)*12 + int(end.Month) - int(first.Month)
	if end.Day > first.Day {
		months++
	}
	return months, nil
}
