package registry

import "partnernet/fault"

// CheckTargetGroup refuses the name of a target group that so many others have.
func CheckTargetGroup(others int) error {
	if others > 0 {
		return fault.New(fault.Conflict, "Another target group has this name. Use that one, or give this one another name.").Breaking(RuleUnique)
	}
	return nil
}
