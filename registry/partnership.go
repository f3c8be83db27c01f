package registry

import (
	"slices"

	"partnernet/fault"
)

// The rules of partnership, as named in a fault.
const (
	RuleParties     = "partnership-parties"
	RuleProposal    = "partnership-proposal"
	RuleNotAParty   = "partnership-not-a-party"
	RuleCounterpart = "network-own-counterpart"
	RuleAcross      = "counterpart-across"
	RuleStands      = "partnership-state"
)

// RelationState says where a relation stands.
type RelationState string

// Where a relation can stand.
const (
	Proposed RelationState = "PROPOSED" // somebody has proposed it
	Claimed  RelationState = "CLAIMED"  // a source says that it exists; not every party has confirmed it
	Active   RelationState = "ACTIVE"   // in force, confirmed by every party
	Paused   RelationState = "PAUSED"   // confirmed, and resting for a while
	Ended    RelationState = "ENDED"    // over
	Disputed RelationState = "DISPUTED" // a party denies it
)

// Confirmation is what a party itself says of a partnership.
type Confirmation string

// What a party can say.
const (
	PartyNotAsked  Confirmation = "NOT_ASKED" // it has not been asked
	PartyAsked     Confirmation = "ASKED"     // it has not answered
	PartyConfirmed Confirmation = "CONFIRMED" // the partnership exists
	PartyDenied    Confirmation = "DENIED"    // it does not
)

// PartnershipState gives where a partnership stands from what its parties say and where it stood before. One denial disputes it; it is
// active only when every party confirms it. What is over stays over, and what rests goes on resting while nobody denies it.
func PartnershipState(confirmations []Confirmation, current RelationState) RelationState {
	open := slices.ContainsFunc(confirmations, func(c Confirmation) bool { return c != PartyConfirmed })
	switch {
	case current == Ended:
		return Ended
	case slices.Contains(confirmations, PartyDenied):
		return Disputed
	case open && (current == Active || current == Disputed || current == Paused):
		return Claimed
	case open || current == Paused:
		return current
	}
	return Active
}

// StandsForSeen gives how a partnership that is stored in a state reads for somebody who sees what some of all parties say: those that they do not see have no say.
func StandsForSeen(current RelationState, seen, all []Confirmation) RelationState {
	open := func(says []Confirmation) bool {
		return slices.ContainsFunc(says, func(c Confirmation) bool { return c != PartyConfirmed })
	}
	switch {
	case len(seen) == len(all) || current == Ended || current == Paused:
		return current
	case !open(seen) && open(all):
		return Active
	case current == Disputed && !slices.Contains(seen, PartyDenied) && slices.Contains(all, PartyDenied):
		return Claimed
	}
	return current
}

// CheckStands refuses a partnership that stands otherwise than by what its parties say.
func CheckStands(state RelationState, confirmations []Confirmation) error {
	if next := PartnershipState(confirmations, state); next != state {
		return fault.New(fault.Conflict, "The partnership would be %s by what its parties say, and is %s. Correct its state, or what they say.", next, state).Breaking(RuleStands)
	}
	return nil
}

// CheckParties refuses a partnership without two different parties, and one that names a party twice.
func CheckParties(parties []string) error {
	named := map[string]bool{}
	for _, p := range parties {
		named[p] = true
	}
	if len(parties) < 2 || len(named) < len(parties) {
		return fault.New(fault.BadInput, "A partnership has at least two parties, and names each of them once. Name who else takes part, or leave out who is named twice.").Breaking(RuleParties)
	}
	return nil
}

// CheckProposal refuses a partnership that is entered as more than a proposal or a claim: what the parties say is for them to say.
func CheckProposal(state RelationState, confirmations []Confirmation) error {
	answered := slices.ContainsFunc(confirmations, func(c Confirmation) bool { return c == PartyConfirmed || c == PartyDenied })
	if answered || state != Proposed && state != Claimed {
		return fault.New(fault.BadInput, "A partnership is entered as PROPOSED or CLAIMED, with parties NOT_ASKED or ASKED. Record what each party answers by confirming or denying it.").
			Breaking(RuleProposal)
	}
	return nil
}

// CheckCounterparts refuses a network as its own counterpart.
func CheckCounterparts(network, counterpart string) error {
	if network == counterpart {
		return fault.New(fault.BadInput, "A network is not its own counterpart. Name another one.").Breaking(RuleCounterpart)
	}
	return nil
}

// CheckAcross refuses counterparts that are known to be on one side of the border. A country that is not known, "", is no fault.
func CheckAcross(country, counterparts string) error {
	if country != "" && country == counterparts {
		return fault.New(fault.BadInput, "Both networks are of %s; a counterpart is on the other side of the border. Name another one, or correct the country.", country).Breaking(RuleAcross)
	}
	return nil
}
