package registry

import "slices"

// RuleAwardState is named in faults about an award that stands otherwise than by its conditions.
const RuleAwardState = "award-state"

// ConditionType is the kind of a condition on an award.
type ConditionType string

// The kinds of conditions.
const (
	OtherFinancing ConditionType = "OTHER_FINANCING"
	GeneralTerms   ConditionType = "GENERAL_TERMS"
	Reporting      ConditionType = "REPORTING"
	Publicity      ConditionType = "PUBLICITY"
	Procurement    ConditionType = "PROCUREMENT"
	StateAid       ConditionType = "STATE_AID"
	TimeLimit      ConditionType = "TIME_LIMIT"
)

// ConditionStatus says whether a condition has been met.
type ConditionStatus string

// The states of a condition.
const (
	ConditionOpen    ConditionStatus = "OPEN"
	ConditionMet     ConditionStatus = "MET"
	ConditionNotMet  ConditionStatus = "NOT_MET"
	ConditionWaived  ConditionStatus = "WAIVED"
	ConditionUnknown ConditionStatus = "UNKNOWN"
)

// AwardState is how far an award has come.
type AwardState string

// The states of an award. Its conditions decide whether it is conditional, effective or lapsed; payments lead on from effective.
const (
	AwardConditional AwardState = "CONDITIONAL"
	AwardEffective   AwardState = "EFFECTIVE"
	AwardPartlyPaid  AwardState = "PARTLY_PAID"
	AwardFinalPaid   AwardState = "FINAL_PAID"
	AwardLapsed      AwardState = "LAPSED"
	AwardRecovered   AwardState = "RECOVERED"
)

// Condition is what the state of an award depends on.
type Condition struct {
	Type   ConditionType
	Status ConditionStatus
}

// Suspensive are the types of the conditions without which an award does not take effect. Other financing is the one
// that a decision makes its own validity depend on ("gäller under förutsättning att …"). The other types are terms to
// be kept while the award runs: breaking them leads to recovery, not to an award that never took effect.
var Suspensive = []ConditionType{OtherFinancing}

// Suspensive reports whether an award takes effect only once a condition of this type is met.
func (t ConditionType) Suspensive() bool { return slices.Contains(Suspensive, t) }

// StateByConditions is the state of an award before anything is paid. It has lapsed when a suspensive condition is
// known not to be met, is effective when all of them are met or waived (or there are none), and is else conditional.
func StateByConditions(conditions []Condition) AwardState {
	state := AwardEffective
	for _, condition := range conditions {
		switch {
		case !condition.Type.Suspensive(), condition.Status == ConditionMet, condition.Status == ConditionWaived:
		case condition.Status == ConditionNotMet:
			return AwardLapsed
		default:
			state = AwardConditional
		}
	}
	return state
}
