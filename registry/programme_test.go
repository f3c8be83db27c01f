package registry

import (
	"testing"

	"partnernet/fault"
)

func TestCheckProgrammeCCI(t *testing.T) {
	others := []ProgrammeCode{{"Interreg", "2021TC16RFCB028"}}
	for _, row := range []struct {
		cci   string
		legal bool
		why   string
	}{
		{"2021TC16RFCB029", true, "another code"},
		{"2021TC16RFCB028", false, "the same code"},
		{"2021tc16rfcb028", false, "the same in small letters"},
		{"2021 TC 16 RFCB 028", false, "the same with spaces"},
	} {
		checkRule(t, row.why, CheckProgrammeCCI(row.cci, others), row.legal, fault.Conflict, RuleProgrammeCCI)
	}
	checkRule(t, "no other programme", CheckProgrammeCCI("2021TC16RFCB028", nil), true, fault.Conflict, RuleProgrammeCCI)
}
