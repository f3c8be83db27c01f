package registry

import "partnernet/fault"

// The rules of what a project promises and must do, as named in faults.
const (
	RuleCount               = "count-positive"
	RuleObligationFinished  = "obligation-finished"
	RuleObligationPostponed = "obligation-postponed"
)

// CheckCount refuses a promise of nothing, or of less.
func CheckCount(n int64) error {
	if n < 1 {
		return fault.New(fault.BadInput, "The number is not above zero. Leave it out when it is not known.").Breaking(RuleCount)
	}
	return nil
}

// CheckFulfilment refuses to fulfil an obligation that is done or no longer asked for.
func CheckFulfilment(current ObligationStatus) error {
	if current == ObligationFulfilled || current == ObligationWaived {
		return fault.New(fault.Conflict, "The obligation is %s already. If that was recorded wrongly, revert the change.", current).Breaking(RuleObligationFinished)
	}
	return nil
}

// CheckPostponable refuses to postpone an obligation that is done or no longer asked for.
func CheckPostponable(current ObligationStatus) error {
	if current == ObligationFulfilled || current == ObligationWaived {
		return fault.New(fault.Conflict, "The obligation is %s, so nobody waits for its last day. If that was recorded wrongly, revert the change first.", current).
			Breaking(RuleObligationPostponed)
	}
	return nil
}

// CheckPostponement refuses a new last day that is not after the one held. Any day is after one that nobody knows.
func CheckPostponement(current *Date, next Date) error {
	if current != nil && !next.After(*current) {
		return fault.New(fault.BadInput, "The last day is %s, and %s is not after it. Give a later day, or correct the last day with updateObligation.", current, next).
			Breaking(RuleObligationPostponed)
	}
	return nil
}

// OutputState says how far an output has come.
type OutputState string

// The states of an output.
const (
	OutputPlanned         OutputState = "PLANNED"
	OutputPartlyDelivered OutputState = "PARTLY_DELIVERED"
	OutputDelivered       OutputState = "DELIVERED"
	OutputCancelled       OutputState = "CANCELLED"
)

// StateByDelivery is the state of an output of which so many pieces are delivered. One that was given up stays so, and without a number
// planned nobody can tell that all is delivered.
func StateByDelivery(current OutputState, delivered int64, planned *int64) OutputState {
	switch {
	case current == OutputCancelled, current == OutputDelivered, delivered == 0:
		return current
	case planned != nil && delivered >= *planned:
		return OutputDelivered
	default:
		return OutputPartlyDelivered
	}
}
