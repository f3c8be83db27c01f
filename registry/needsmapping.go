package registry

import "partnernet/fault"

// RuleMappingState is named in faults about occasions on which needs are gathered that have not been held, or are past planning.
const RuleMappingState = "mapping-state"

// RuleHeldOn is named in faults about a day on which needs were gathered, of an occasion that has not been held.
const RuleHeldOn = "mapping-held-on"

// NeedsMappingState is how far an occasion is on which needs are gathered.
type NeedsMappingState string

// How far it can be.
const (
	MappingPlanned   NeedsMappingState = "PLANNED"
	MappingHeld      NeedsMappingState = "HELD"
	MappingCancelled NeedsMappingState = "CANCELLED"
)

// CheckFoundIn refuses a need that was found on an occasion that has not been held.
func CheckFoundIn(mapping NeedsMappingState) error {
	if mapping != MappingHeld {
		return fault.New(fault.Conflict, "The needs mapping is %s; a need is found in one that is HELD. Record first that it was held.", mapping).
			Breaking(RuleMappingState)
	}
	return nil
}

// CheckPlanned refuses to hold or cancel an occasion that is not planned any more.
func CheckPlanned(mapping NeedsMappingState) error {
	if mapping != MappingPlanned {
		return fault.New(fault.Conflict, "The needs mapping is %s already. If that was recorded wrongly, revert the change.", mapping).Breaking(RuleMappingState)
	}
	return nil
}

// CheckHeldOn refuses the day on which an occasion was held of one that has not been held.
func CheckHeldOn(mapping NeedsMappingState, on *Date) error {
	if on != nil && mapping != MappingHeld {
		return fault.New(fault.BadInput, "The needs mapping is %s, and a day is given on which it was held. Give its state as %s, or leave out heldOn.", mapping, MappingHeld).
			Breaking(RuleHeldOn)
	}
	return nil
}
