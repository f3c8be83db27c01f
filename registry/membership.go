package registry

import "partnernet/fault"

// The rules of membership, as named in a fault.
const (
	RuleNetworkClosed   = "network-closed"
	RuleAdmittedAlready = "member-admitted-already"
	RuleOwnMember       = "network-own-member"
)

// CheckOpenToMembers refuses a network that takes no members: one that is closed, or merged into another. One that is only planned takes them.
func CheckOpenToMembers(lifecycle string) error {
	if lifecycle == "CLOSED" || lifecycle == "MERGED" {
		return fault.New(fault.Conflict, "The network is %s and takes no members.", lifecycle).Breaking(RuleNetworkClosed)
	}
	return nil
}

// CheckMember refuses a network as a member of itself.
func CheckMember(network, member string) error {
	if network == member {
		return fault.New(fault.BadInput, "A network is not a member of itself. Name another member.").Breaking(RuleOwnMember)
	}
	return nil
}

// CheckAdmission refuses a membership that shares a day with another one of the same member in the same network.
func CheckAdmission(asked Period, held []Period) error {
	for _, h := range held {
		if h.Overlaps(asked) {
			return fault.New(fault.Conflict, "The member is in the network already on days of this period. End that membership first, or give days that lie apart.").
				Breaking(RuleAdmittedAlready)
		}
	}
	return nil
}
