package registry

import "partnernet/fault"

// RuleRests is named in faults about since when a relation rests that does not.
const RuleRests = "relation-paused"

// CheckRests refuses a first day of resting of a relation that does not rest.
func CheckRests(state RelationState, since *Date) error {
	if since != nil && state != Paused {
		return fault.New(fault.BadInput, "The relation is %s, so it has no day since when it rests. Leave out pausedSince, or give the state as %s.", state, Paused).
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

// RestsFrom gives where a relation stood before it rested, when its state becomes PAUSED; "" for one that rested already or is not known to
// have stood anywhere, and for any other state. One that had ended stood where it had before its end.
func RestsFrom(was, beforeEnd, is RelationState) RelationState {
	if was == Ended {
		was = beforeEnd
	}
	if is != Paused || was == Paused {
		return ""
	}
	return was
}
