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

func TestOnlyWhatWasHeldHasADay(t *testing.T) {
	day := span("2024-05-01", "").From
	for _, row := range []struct {
		state NeedsMappingState
		on    *Date
		legal bool
		why   string
	}{
		{MappingHeld, day, true, "it was held that day"},
		{MappingHeld, nil, true, "nobody knows the day"},
		{MappingPlanned, nil, true, "it has not been held"},
		{MappingPlanned, day, false, "it is still to be held"},
		{MappingCancelled, day, false, "it was given up"},
	} {
		checkRule(t, row.why, CheckHeldOn(row.state, row.on), row.legal, fault.BadInput, RuleHeldOn)
	}
}
