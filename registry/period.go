package registry

import "partnernet/fault"

// The rules of periods, as named in faults.
const (
	RulePeriod    = "period-order" // a period ends before it begins
	RuleEndStatus = "end-status"   // what is known of an end does not agree with its day
)

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

// CheckFollows refuses with BAD_INPUT a day that comes before one that it follows.
func CheckFollows(first, last *Date) error {
	if first != nil && last != nil && last.Before(*first) {
		return fault.New(fault.BadInput, "%s comes before %s, which it follows. Correct one of the two days.", last, first).Breaking(RulePeriod)
	}
	return nil
}

// CheckEndStatus refuses with BAD_INPUT that the end of a relation is known and no day of it is given, and that it is not known or is not
// set and a day is. Of an end of which nothing is said it asks nothing.
func CheckEndStatus(status EndStatus, last *Date) error {
	switch {
	case status == EndKnown && last == nil:
		return fault.New(fault.BadInput, "The end is %s, and no last day is given. Give validTo, or endStatus as %s when nobody knows the day.", status, EndDateUnknown).
			Breaking(RuleEndStatus)
	case (status == EndDateUnknown || status == EndOpen) && last != nil:
		return fault.New(fault.BadInput, "The end is %s, and the last day is given, %s. Give endStatus as %s, or leave out validTo.", status, last, EndKnown).
			Breaking(RuleEndStatus)
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
