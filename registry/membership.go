package registry

import "partnernet/fault"

// The rules of membership, as named in a fault.
const (
	RuleNetworkClosed   = "network-closed"
	RuleAdmittedAlready = "member-admitted-already"
	RuleOwnMember       = "network-own-member"
	RuleMemberCycle     = "network-cycle"
)

// NetworkLifecycle is where a network is in its life.
type NetworkLifecycle string

// CheckOpenToMembers refuses a network that takes no members: one that is closed, or merged into another. One that is only planned takes them.
func CheckOpenToMembers(lifecycle string) error {
	if lifecycle == "CLOSED" || lifecycle == "MERGED" {
		return fault.New(fault.Conflict, "The network is %s and takes no members. Name another network, or correct its lifecycle first.", NetworkLifecycle(lifecycle)).Breaking(RuleNetworkClosed)
	}
	return nil
}

// NetworkMember is a network as a member of another one.
type NetworkMember struct {
	Network, Member string
	Period          Period
}

// CheckNesting refuses that a network becomes a member of another one that is a member of it, directly or in turn, on days of one period.
func CheckNesting(added NetworkMember, members []NetworkMember) error {
	seen := map[string]bool{}
	for queue := []string{added.Member}; len(queue) > 0; queue = queue[1:] {
		for _, h := range members {
			if h.Network != queue[0] || seen[h.Member] || !h.Period.Overlaps(added.Period) {
				continue
			}
			if h.Member == added.Network {
				return fault.New(fault.Conflict, "The network would be a member of its own member, directly or in turn. End one of the memberships first, or give days that lie apart.").
					Breaking(RuleMemberCycle)
			}
			seen[h.Member] = true
			queue = append(queue, h.Member)
		}
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
func CheckAdmission(added Period, existing []Period) error {
	for _, h := range existing {
		if h.Overlaps(added) {
			return fault.New(fault.Conflict, "The member is in the network already on days of this period. End that membership first, or give days that lie apart.").
				Breaking(RuleAdmittedAlready)
		}
	}
	return nil
}
