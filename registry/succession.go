package registry

import (
	"slices"

	"partnernet/fault"
)

// The rules of successions, as named in a fault.
const (
	RuleSuccession      = "succession-parties"
	RuleSucceeded       = "succession-once"
	RuleSuccessionCycle = "succession-cycle"
	RuleSuccessionOrder = "succession-order"
)

// SuccessionKind says how bodies became others.
type SuccessionKind string

// How they can have.
const (
	Merger      SuccessionKind = "MERGER"
	Takeover    SuccessionKind = "TAKEOVER"
	Split       SuccessionKind = "SPLIT"
	Replacement SuccessionKind = "REPLACEMENT"
)

// CheckSuccession refuses a succession of other numbers of bodies than its kind has, and one that names a body twice on one side.
func CheckSuccession(kind SuccessionKind, predecessors, successors []string) error {
	from, to := len(predecessors), len(successors)
	fits := map[SuccessionKind]bool{Merger: from >= 2 && to == 1, Takeover: from >= 1 && to == 1, Split: from == 1 && to >= 2, Replacement: from == 1 && to == 1}
	if !fits[kind] || namesTwice(predecessors) || namesTwice(successors) {
		return fault.New(fault.BadInput, "A %s does not have %d predecessors and %d successors, each named once: a MERGER has two or more and one, a TAKEOVER one or more and one, a SPLIT one and two or more, a REPLACEMENT one and one. Correct the kind, or whom it joins.",
			kind, from, to).Breaking(RuleSuccession)
	}
	return nil
}

func namesTwice(ids []string) bool {
	return len(slices.Compact(slices.Sorted(slices.Values(ids)))) < len(ids)
}

// CheckSucceeded refuses that a body ends twice. Given are predecessors that have ended by another succession.
func CheckSucceeded(ended []string) error {
	if len(ended) > 0 {
		return fault.New(fault.Conflict, "It is recorded already what became of %q. If that is wrong, correct that succession, or take it back.", ended[0]).
			Breaking(RuleSucceeded)
	}
	return nil
}

// CheckSuccessionCycle refuses that a body comes to be of what it became. Given is whether a successor is a predecessor too, or became one.
func CheckSuccessionCycle(becomes bool) error {
	if becomes {
		return fault.New(fault.Conflict, "One of the successors is one of the predecessors, or became one of them, so it cannot come after. Correct that succession, or take it back.").
			Breaking(RuleSuccessionCycle)
	}
	return nil
}

// LifecycleAfter gives how far a network has come that ended by a succession.
func (k SuccessionKind) LifecycleAfter() string {
	if k == Merger || k == Takeover {
		return "MERGED"
	}
	return "CLOSED"
}

// CheckSuccessionOrder refuses a day that cannot be: before one on which a predecessor came to be, or after one on which a successor ended. A
// day that is not known is no fault.
func CheckSuccessionOrder(on *Date, begun, ended []Date) error {
	if on == nil {
		return nil
	}
	for _, d := range begun {
		if on.Before(d) {
			return fault.New(fault.BadInput, "A predecessor came to be on %s, after %s. Correct one of the two days.", d, on).Breaking(RuleSuccessionOrder)
		}
	}
	for _, d := range ended {
		if d.Before(*on) {
			return fault.New(fault.BadInput, "A successor ended on %s, before %s. Correct one of the two days.", d, on).Breaking(RuleSuccessionOrder)
		}
	}
	return nil
}
