package registry

import "partnernet/fault"

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

// CheckSuccession refuses a succession of other numbers of bodies than its kind has, and one that names a body twice.
func CheckSuccession(kind SuccessionKind, predecessors, successors []string) error {
	named := map[string]bool{}
	for _, all := range [][]string{predecessors, successors} {
		for _, id := range all {
			named[id] = true
		}
	}
	from, to := len(predecessors), len(successors)
	fits := map[SuccessionKind]bool{Merger: from >= 2 && to == 1, Takeover: from >= 1 && to == 1, Split: from == 1 && to >= 2, Replacement: from == 1 && to == 1}
	if !fits[kind] || len(named) < from+to {
		return fault.New(fault.BadInput, "A %s does not have %d predecessors and %d successors, each named once: a MERGER has two or more and one, a TAKEOVER one or more and one, a SPLIT one and two or more, a REPLACEMENT one and one.",
			kind, from, to).Breaking(RuleSuccession)
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
