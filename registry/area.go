package registry

import (
	"slices"

	"partnernet/fault"
)

// RuleAreaCycle is named in faults about areas that would lie in themselves.
const RuleAreaCycle = "area-cycle"

// CheckArea refuses an area that would lie in itself. Given are all areas that contain it, directly or in turn.
func CheckArea(area string, within []string) error {
	if slices.Contains(within, area) {
		return fault.New(fault.Conflict, "The area would lie in itself, directly or in turn. Correct which areas it contains, or which contain it.").Breaking(RuleAreaCycle)
	}
	return nil
}
