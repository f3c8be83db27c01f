package registry

import "partnernet/fault"

// The rules of two relations that become one, as named in faults.
const (
	RuleContradicting = "relations-contradict"
	RuleWithinItself  = "relation-within-itself"
)

// StatedRelation is what tells whether two relations of the same kind between the same are one.
type StatedRelation struct {
	Period
	State RelationState
}

// SameRelation says whether two relations of the same kind between the same are one that was told twice: they may share a day. One that
// ended on a day that nobody knows may lie before the other. That one ended on a day of the other, which goes on, is a CONFLICT.
func SameRelation(a, b StatedRelation) (bool, error) {
	switch undated := func(r StatedRelation) bool { return r.State == Ended && r.To == nil }; {
	case !a.Overlaps(b.Period):
		return false, nil
	case (a.State == Ended) == (b.State == Ended):
		return true, nil
	case undated(a) || undated(b):
		return false, nil
	}
	return false, fault.New(fault.Conflict, "Both have a relation to the same, and the one says that it has ended where the other says that it goes on. Correct one of them first.").
		Breaking(RuleContradicting)
}

// JointConfirmation gives what a party says that has been asked in two records of one partnership. That it has both confirmed and denied it
// is a CONFLICT.
func JointConfirmation(a, b Confirmation) (Confirmation, error) {
	if a == PartyConfirmed && b == PartyDenied || a == PartyDenied && b == PartyConfirmed {
		return a, fault.New(fault.Conflict, "Both have a partnership with the same, and a party has confirmed the one and denied the other. Correct one of them first.").
			Breaking(RuleContradicting)
	}
	weight := map[Confirmation]int{PartyAsked: 1, PartyConfirmed: 2, PartyDenied: 2}
	if weight[b] > weight[a] {
		return b, nil
	}
	return a, nil
}

// CheckApart refuses to make two networks one of which the one is a member of the other.
func CheckApart(network, member string) error {
	if network == member {
		return fault.New(fault.Conflict, "One of the two is a member of the other, and would be a member of itself. Revert that membership first, or judge them to be two.").
			Breaking(RuleWithinItself)
	}
	return nil
}
