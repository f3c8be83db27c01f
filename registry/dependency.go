package registry

import (
	"slices"

	"partnernet/fault"
)

// The rules of what conditions depend on, as named in faults.
const (
	RuleDependency = "dependency-cycle"
	RuleFooting    = "condition-footing"
)

// CheckDependencies refuses conditions of an award that depend, directly or in turn, on the award itself or on the application that it was
// decided on: none of them could come about first. The award's own ids are given, what its conditions depend on, and what the
// conditions of each award there depend on.
func CheckDependencies(own, dependsOn []string, next map[string][]string) error {
	seen := map[string]bool{}
	for queue := slices.Clone(dependsOn); len(queue) > 0; queue = queue[1:] {
		id := queue[0]
		if slices.Contains(own, id) {
			return fault.New(fault.Conflict, "The condition would depend on its own award in turn, so neither could come about first. Name something else that it depends on, or leave that out.").
				At("dependsOn").Breaking(RuleDependency)
		}
		if !seen[id] {
			seen[id] = true
			queue = append(queue, next[id]...)
		}
	}
	return nil
}

// Footing says whether what a condition depends on has come about.
type Footing int

// What can be known of it.
const (
	Pending Footing = iota // not decided yet, or not known to be enough
	Secured                // it has come about
	Failed                 // it will not come about
)

// Footings are those of applications and awards, by their ids.
type Footings map[string]Footing

// Of gives the footings of these, pending where none is known.
func (f Footings) Of(ids []string) []Footing {
	all := make([]Footing, len(ids))
	for i, id := range ids {
		all[i] = f[id]
	}
	return all
}

// Footing of an application: granted in full it gives what was counted on, turned down or withdrawn it does not. Granted in part it may
// or may not be enough: that is for the funder to say.
func (s ApplicationState) Footing() Footing {
	switch s {
	case ApplicationGranted:
		return Secured
	case ApplicationRejected, ApplicationWithdrawn:
		return Failed
	default:
		return Pending
	}
}

// Footing of an award: it is there once it is effective, and gone once it has lapsed or was paid back.
func (s AwardState) Footing() Footing {
	switch s {
	case AwardEffective, AwardPartlyPaid, AwardFinalPaid:
		return Secured
	case AwardLapsed, AwardRecovered:
		return Failed
	default:
		return Pending
	}
}

// StatusByFooting is the status of a condition by what it depends on: not met when one of it fails, met when all of it is secured. One that
// is settled already, or depends on nothing, stays as it is.
func StatusByFooting(current ConditionStatus, dependsOn []Footing) ConditionStatus {
	switch {
	case current.Settled():
		return current
	case slices.Contains(dependsOn, Failed):
		return ConditionNotMet
	case len(dependsOn) == 0 || slices.Contains(dependsOn, Pending):
		return current
	default:
		return ConditionMet
	}
}

// CheckFooting refuses a condition that is not settled though what it depends on settles it. One that is settled otherwise was settled by its funder, who may take
// other money for what has failed.
func CheckFooting(status ConditionStatus, dependsOn []Footing) error {
	if next := StatusByFooting(status, dependsOn); next != status {
		return fault.New(fault.Conflict, "The condition would be %s by what it depends on, and is %s. Correct its status, or what it depends on.", next, status).
			Breaking(RuleFooting)
	}
	return nil
}
