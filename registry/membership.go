package registry

import (
	"cmp"

	"partnernet/fault"
)

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

// MembershipDays is what is known of the days on which a membership holds.
type MembershipDays struct {
	Period
	State         RelationState
	Before        RelationState // where it stood when it ended
	End           EndStatus
	LastConfirmed *Date
	Written       *Date // when it was last written: one that ended, nobody knows when, holds from then on no more; nil for one that is only asked about
}

// undated says whether it has ended, nobody knows on which day.
func (d MembershipDays) undated() bool {
	return (d.State == Ended || d.End == EndDateUnknown) && d.To == nil
}

// certain gives the days on which it may hold; of one that ended nobody knows when, those on which it is known to have held.
func (d MembershipDays) certain() Period {
	if !d.undated() {
		return d.Period
	}
	days := Period{From: cmp.Or(d.From, d.LastConfirmed), To: cmp.Or(d.LastConfirmed, d.From)}
	if d.Written != nil && days.To != nil && !days.To.Before(*d.Written) {
		days.To = new(d.Written.AddDays(-1))
	}
	return days
}

// never says whether it held on no day: it ended as a proposal, or before it began.
func (d MembershipDays) never() bool {
	return d.State == Ended && d.Before == Proposed || d.certain().Check() != nil
}

// shares says whether two memberships share a day. Of one that ended nobody knows when, the day must be known.
func (d MembershipDays) shares(other MembershipDays) bool {
	if d.never() || other.never() {
		return false
	}
	a, b := d.certain(), other.certain()
	if (d.undated() || other.undated()) && (a.From == nil || b.From == nil) {
		return false
	}
	return a.Overlaps(b)
}

// CheckAdmission refuses a membership that shares a day with another one of the same member in the same network.
func CheckAdmission(added MembershipDays, existing []MembershipDays) error {
	for _, other := range existing {
		switch {
		case !added.shares(other):
		case other.State == Proposed && added.State != Proposed:
			return fault.New(fault.Conflict, "This membership has been proposed for days of this period. Give the proposal its state and days with updateMembership, or end it first.").
				Breaking(RuleAdmittedAlready)
		default:
			return fault.New(fault.Conflict, "The member is in the network already on days of this period. End that membership first, or give days that lie apart.").
				Breaking(RuleAdmittedAlready)
		}
	}
	return nil
}
