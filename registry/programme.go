package registry

import "partnernet/fault"

// RuleProgrammeCCI is the rule of the code of a programme, as named in a fault.
const RuleProgrammeCCI = "programme-cci-unique"

// CheckProgrammeCCI refuses a code that so many other programmes have: it belongs to one.
func CheckProgrammeCCI(others int) error {
	if others > 0 {
		return fault.New(fault.Conflict, "Another programme has this code, which belongs to one. Use that programme, or correct the code.").Breaking(RuleProgrammeCCI)
	}
	return nil
}
