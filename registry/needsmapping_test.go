package registry

import (
	"testing"

	"partnernet/fault"
)

func TestNeedsAreFoundWhereTheyWereAskedFor(t *testing.T) {
	for _, row := range []struct {
		state          NeedsMappingState
		found, planned bool
		why            string
	}{
		{"HELD", true, false, "it has been held"},
		{"PLANNED", false, true, "nobody has been asked yet"},
		{"CANCELLED", false, false, "nobody was ever asked"},
	} {
		checkRule(t, row.why, CheckFoundIn(row.state), row.found, fault.Conflict, RuleMappingState)
		checkRule(t, row.why, CheckPlanned(row.state), row.planned, fault.Conflict, RuleMappingState)
	}
}
