package registry

import "partnernet/fault"

// RuleProgrammeCCI is the rule of the code of a programme, as named in a fault.
const RuleProgrammeCCI = "programme-cci-unique"

// ProgrammeCode is the code of a programme, by the programme's name.
type ProgrammeCode struct{ Programme, CCI string }

// CheckProgrammeCCI refuses a code that another programme has, however it is written: it belongs to one.
func CheckProgrammeCCI(cci string, others []ProgrammeCode) error {
	for _, other := range others {
		if FoldNumber(other.CCI) == FoldNumber(cci) {
			return fault.New(fault.Conflict, "%s has this code, which belongs to one. Use that programme, or correct the code.", other.Programme).Breaking(RuleProgrammeCCI)
		}
	}
	return nil
}
