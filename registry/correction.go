package registry

import (
	"slices"

	"partnernet/fault"
)

// The rules of corrections, as named in a fault.
const (
	RuleFollowed     = "correction-followed"
	RuleEnded        = "relation-ended"
	RuleProposedOnce = "relation-proposed-once"
	RuleFulfilled    = "obligation-fulfilled"
)

// CheckEnded refuses a relation that is over before its last day has come.
func CheckEnded(state RelationState, last *Date, today Date) error {
	if state == Ended && last != nil && last.After(today) {
		return fault.New(fault.BadInput, "A relation that is ENDED has had its last day, and %s has not come yet. Give the state it is in, or another last day.", last).
			Breaking(RuleEnded)
	}
	return nil
}

// CheckProposed refuses to make a proposal again of a relation that was more than that. One that is entered only now was nothing before.
func CheckProposed(was, is RelationState) error {
	if is == Proposed && was != Proposed && was != "" {
		return fault.New(fault.Conflict, "The relation is %s, and does not become %s again. End it, or revert what made it more than that.", was, is).Breaking(RuleProposedOnce)
	}
	return nil
}

// CheckFulfilled refuses a day on which an obligation was done for one that is not.
func CheckFulfilled(status ObligationStatus, on *Date) error {
	if on != nil && status != ObligationFulfilled {
		return fault.New(fault.BadInput, "The obligation is %s, so it has no day on which it was done. Give that day as null, or the status as FULFILLED.", status).
			Breaking(RuleFulfilled)
	}
	return nil
}

// CorrectedOutcome gives where an application stands when it turns out that a decision on it was another than was recorded. An application
// that something else has moved since stays where it is.
func CorrectedOutcome(was, is DecisionOutcome, current ApplicationState) (ApplicationState, error) {
	moved, did := was.State()
	next, does := is.State()
	switch {
	case was == is, did && moved != current, !did && !does:
		return current, nil
	case !did:
		return next, CheckOutcome(current, next)
	case !does:
		return current, fault.New(fault.Conflict, "The application is %s by this decision, and would be where it stood before. Revert what recorded the decision, and record it anew.", current).
			Breaking(RuleFollowed)
	}
	return next, nil
}

// StateByCorrection is the state of an award of which a condition turns out to be another than was recorded. One that stands by its conditions
// goes on doing so, also back from LAPSED; one that payments or a failed application have moved is moved as by a settlement. What was paid cannot stay
// paid where the award would not be in effect any more, and has not lapsed: that is a CONFLICT.
func StateByCorrection(current AwardState, before, after []Condition) (AwardState, error) {
	was, is := StateByConditions(before), StateByConditions(after)
	if was == current {
		return is, nil
	}
	next := StateBySettlement(current, after)
	if paid := current == AwardPartlyPaid || current == AwardFinalPaid; paid && next == current && is != was && is != AwardEffective {
		return current, fault.New(fault.Conflict, "The award is %s, and would be %s by its conditions. Revert its payments first.", current, is).Breaking(RuleFollowed)
	}
	return next, nil
}

// StatusFollows is the fault of a status that is told of a condition which has another by what it depends on.
func StatusFollows(status ConditionStatus) *fault.Fault {
	return fault.New(fault.Conflict, "The condition is %s by what it depends on. Correct that first, or what it depends on.", status).Breaking(RuleFollowed)
}

// CheckNothingFollowed refuses to correct the footing of an application or award from which conditions or awards have followed: they would
// have to be taken back.
func CheckNothingFollowed(changed string, was Footing, awards []SettledAward) error {
	if was == Pending {
		return nil
	}
	for _, a := range awards {
		settled := func(c SettledCondition) bool { return c.Status.Settled() && slices.Contains(c.DependsOn, changed) }
		if slices.ContainsFunc(a.Conditions, settled) || was == Failed && a.Application == changed && a.State == AwardLapsed {
			return fault.New(fault.Conflict, "Conditions or awards have followed from what was recorded. Revert what settled them first, or correct them.").
				Breaking(RuleFollowed)
		}
	}
	return nil
}

// StateByPayments is the state of an award of which payments turn out to be others than were recorded. One that they did not bring to where
// it is stays there.
func StateByPayments(current AwardState, before, after []Payment) AwardState {
	if paidState(before) == current {
		return paidState(after)
	}
	return current
}

func paidState(payments []Payment) AwardState {
	var left int64
	state := AwardPartlyPaid
	for _, p := range payments {
		left += p.signed()
		if p.Type == PaymentFinal {
			state = AwardFinalPaid
		}
	}
	if left == 0 {
		return AwardRecovered
	}
	return state
}
