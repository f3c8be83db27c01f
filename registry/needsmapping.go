package registry

import "partnernet/fault"

// RuleMappingState is named in faults about occasions on which needs are gathered that have not been held, or are past planning.
const RuleMappingState = "mapping-state"

// CheckFoundIn refuses a need that was found on an occasion that has not been held.
func CheckFoundIn(mapping string) error {
	if mapping != "HELD" {
		return fault.New(fault.Conflict, "The needs mapping is %s; a need is found in one that is HELD. Record first that it was held.", mapping).
			Breaking(RuleMappingState)
	}
	return nil
}

// CheckPlanned refuses to hold or cancel an occasion that is not planned any more.
func CheckPlanned(mapping string) error {
	if mapping != "PLANNED" {
		return fault.New(fault.Conflict, "The needs mapping is %s already. If that was recorded wrongly, revert the change.", mapping).Breaking(RuleMappingState)
	}
	return nil
}
