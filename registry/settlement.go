package registry

import (
	"maps"
	"slices"

	"partnernet/fault"
)

// RuleConditionSettled is named in faults about conditions whose outcome is known already.
const RuleConditionSettled = "condition-settled"

// Settled says whether it is known how a condition ended.
func (s ConditionStatus) Settled() bool {
	return s == ConditionMet || s == ConditionNotMet || s == ConditionWaived
}

// CheckUnsettled refuses a condition whose outcome is known already.
func CheckUnsettled(current ConditionStatus) error {
	if current.Settled() {
		return fault.New(fault.Conflict, "The condition is %s already. If that was recorded wrongly, revert the change.", current).Breaking(RuleConditionSettled)
	}
	return nil
}

// StateBySettlement is the state of an award after one of its conditions was settled. What is paid in full, lapsed or paid back stays so;
// what is partly paid can still lapse.
func StateBySettlement(current AwardState, conditions []Condition) AwardState {
	next := StateByConditions(conditions)
	switch {
	case current.closed(), current == AwardPartlyPaid && next != AwardLapsed:
		return current
	default:
		return next
	}
}

// CheckAwardState refuses an award that stands otherwise than by its conditions: one in effect while a suspensive condition is open, say.
func CheckAwardState(current AwardState, conditions []Condition) error {
	if next := StateBySettlement(current, conditions); next != current {
		return fault.New(fault.Conflict, "The award would be %s by its conditions, and is %s. Correct its state or its conditions, or revert first what moved it.", next, current).Breaking(RuleAwardState)
	}
	return nil
}

// CheckAwardApplication refuses an award that may still be paid, or come to be, though the application that it was decided on has failed.
func CheckAwardApplication(current AwardState, application ApplicationState) error {
	if application.Footing() == Failed && (current == AwardConditional || current == AwardEffective) {
		return fault.New(fault.Conflict, "The application is %s, and the award that was decided on it would be %s. Correct the application first, or leave the award lapsed.", application, current).
			Breaking(RuleAwardState)
	}
	return nil
}

func (s AwardState) closed() bool {
	return s == AwardFinalPaid || s == AwardLapsed || s == AwardRecovered
}

// SettledCondition is a condition with what it depends on: ids of applications and awards.
type SettledCondition struct {
	ID string
	Condition
	DependsOn []string
}

// SettledAward is an award with its conditions and the application that it was decided on.
type SettledAward struct {
	ID          string
	Application string
	State       AwardState
	Conditions  []SettledCondition
}

// Settlement is what follows: the conditions and awards, by their ids, that stand otherwise now.
type Settlement struct {
	Conditions map[string]ConditionStatus
	Awards     map[string]AwardState
}

// Settle carries it through when applications or awards have come to another footing. Conditions that depend on them are met or not, awards
// follow their conditions or the application that they were decided on, and what depends on those awards follows in turn. The awards
// are all that these lead to, the footings theirs and those of all that the awards' conditions depend on.
func Settle(changed []string, footing Footings, awards []SettledAward) Settlement {
	s := settling{footing: maps.Clone(footing), result: Settlement{map[string]ConditionStatus{}, map[string]AwardState{}}}
	for _, a := range awards {
		a.Conditions = slices.Clone(a.Conditions)
		s.awards = append(s.awards, a)
	}
	for s.queue = slices.Clone(changed); len(s.queue) > 0; s.queue = s.queue[1:] {
		for i := range s.awards {
			s.follow(&s.awards[i], s.queue[0])
		}
	}
	return s.result
}

// settling is a settlement being worked out.
type settling struct {
	footing Footings
	awards  []SettledAward
	queue   []string // whose footing has changed
	result  Settlement
}

// follow settles the conditions of one award that depend on what has changed, and the award by them.
func (s *settling) follow(a *SettledAward, changed string) {
	settled := false
	for i := range a.Conditions {
		c := &a.Conditions[i]
		if status := StatusByFooting(c.Status, s.footing.Of(c.DependsOn)); slices.Contains(c.DependsOn, changed) && status != c.Status {
			c.Status, settled = status, true
			s.result.Conditions[c.ID] = status
		}
	}
	next := a.State
	switch {
	case a.State.closed():
	case a.Application == changed && s.footing[changed] == Failed:
		next = AwardLapsed
	case settled:
		next = StateBySettlement(a.State, a.plain())
	}
	if next != a.State {
		a.State = next
		s.result.Awards[a.ID] = next
		s.footing[a.ID] = next.Footing()
		s.queue = append(s.queue, a.ID)
	}
}

func (a SettledAward) plain() []Condition {
	all := make([]Condition, len(a.Conditions))
	for i, c := range a.Conditions {
		all[i] = c.Condition
	}
	return all
}
