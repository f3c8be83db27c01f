package registry

import (
	"slices"

	"partnernet/fault"
)

// RuleAreaCycle is named in faults about areas that would be parts of themselves.
const RuleAreaCycle = "area-cycle"

// CheckParts refuses an area that would be a part of itself. Given are all its parts, direct ones and those of parts.
func CheckParts(area string, parts []string) error {
	if slices.Contains(parts, area) {
		return fault.New(fault.Conflict, "The area would be a part of itself, directly or in turn. Leave out the part that it is a part of.").Breaking(RuleAreaCycle)
	}
	return nil
}
