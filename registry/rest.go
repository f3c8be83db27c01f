package registry

import (
	"cmp"

	"partnernet/fault"
)

// RuleRests is named in faults about since when a relation rests that does not.
const RuleRests = "relation-paused"

// CheckRests refuses a first day of resting of a relation that does not rest. One that has ended has such a day where it stood resting before its end.
func CheckRests(state, before RelationState, since *Date) error {
	if stood := Stood(state, before); since != nil && stood != Paused {
		return fault.New(fault.BadInput, "The relation is %s, so it has no day since when it rests. Leave out pausedSince, or give the state as %s.", stood, Paused).
			Breaking(RuleRests)
	}
	return nil
}

// CheckRestsFromToday refuses that a relation which was over before today comes to rest today.
func CheckRestsFromToday(last *Date, today Date) error {
	if last != nil && last.Before(today) {
		return fault.New(fault.BadInput, "The last day of the relation was %s, so it does not rest from today. Give pausedSince as one of its days, or another last day.", *last).
			Breaking(RuleRests)
	}
	return nil
}

// Stood gives where a relation stands, or stood before it ended: ENDED when no source tells that.
func Stood(state, before RelationState) RelationState {
	if state == Ended {
		return cmp.Or(before, Ended)
	}
	return state
}

// RestsFrom gives where a relation stood before it rested, when its state becomes PAUSED; "" for one that rested already or is not known to
// have stood anywhere, and for any other state.
func RestsFrom(stood, is RelationState) RelationState {
	if is != Paused || stood == Paused || stood == Ended {
		return ""
	}
	return stood
}
