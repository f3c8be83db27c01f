package registry

import (
	"slices"

	"partnernet/fault"
)

// ProposalState says where a proposal stands.
type ProposalState string

// Where a proposal can stand.
const (
	ProposalOpen      ProposalState = "OPEN"      // it waits for a side
	ProposalConfirmed ProposalState = "CONFIRMED" // every side has confirmed it
	ProposalDeclined  ProposalState = "DECLINED"  // a side has declined it
	ProposalWithdrawn ProposalState = "WITHDRAWN" // the side that asked has taken it back
)

// ProposalStateOf says where a proposal stands by what its sides have answered.
func ProposalStateOf(says []Confirmation) ProposalState {
	switch {
	case slices.Contains(says, PartyDenied):
		return ProposalDeclined
	case slices.ContainsFunc(says, func(c Confirmation) bool { return c != PartyConfirmed }):
		return ProposalOpen
	}
	return ProposalConfirmed
}

// CheckProposalOpen refuses an answer to a proposal that does not wait for one any more.
func CheckProposalOpen(state ProposalState) error {
	if state != ProposalOpen {
		return fault.New(fault.Conflict, "This proposal is %s: it waits for no answer. Make another one.", state)
	}
	return nil
}

// ProposalAudience gives for whom a proposal is: the coordinators of the networks that it concerns, as far as they may see all that it names. It is nobody's where one of
// them could not.
func ProposalAudience(named Audience, networks []string) Audience {
	audience := named.Meet(AudienceOf(Coordinators, networks...))
	seen, all := audience.Networks()
	for _, id := range networks {
		if !all && !slices.Contains(seen, id) {
			return ForNobody
		}
	}
	return audience
}
