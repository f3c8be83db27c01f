package registry

import (
	"slices"

	"partnernet/fault"
)

// The rules of introductions, as named in a fault.
const (
	RuleOwnOffer          = "introduction-own-offer"
	RuleIntroducedAlready = "introduction-once"
	RuleIntroductionState = "introduction-state"
	RuleIntroducedParties = "introduction-parties"
	RuleIntroductionDays  = "introduction-days"
	RuleCameOf            = "introduction-partnership"
)

// IntroductionState is how far an introduction has come.
type IntroductionState string

// How far an introduction can have come.
const (
	Suggested   IntroductionState = "SUGGESTED"
	Introduced  IntroductionState = "INTRODUCED"
	ToPartners  IntroductionState = "PARTNERSHIP"
	NotAccepted IntroductionState = "DECLINED"
)

// Declined says whether it came to nothing, so that the two may be introduced anew.
func (s IntroductionState) Declined() bool { return s == NotAccepted }

// CheckIntroduction refuses to introduce an organisation to itself, and two that were introduced for the same need and offer before,
// unless one of them declined.
func CheckIntroduction(stakeholder, organisation string, before []IntroductionState) error {
	if stakeholder == organisation {
		return fault.New(fault.BadInput, "The offer is made by the one who has the need. Choose another organisation's offer.").Breaking(RuleOwnOffer)
	}
	if slices.ContainsFunc(before, func(s IntroductionState) bool { return !s.Declined() }) {
		return fault.New(fault.Conflict, "The need and the offer have an introduction already. Go on with that one.").Breaking(RuleIntroducedAlready)
	}
	return nil
}

// CheckStep refuses a step of an introduction that does not follow from how far it has come: it is accepted once, and may be declined, or
// lead to a partnership, until either has happened.
func CheckStep(current, next IntroductionState) error {
	steps := map[IntroductionState][]IntroductionState{
		Suggested:  {Introduced, ToPartners, NotAccepted},
		Introduced: {ToPartners, NotAccepted},
	}
	if !slices.Contains(steps[current], next) {
		return fault.New(fault.Conflict, "The introduction is %s, so it cannot become %s. If that was recorded wrongly, revert the change.", current, next).Breaking(RuleIntroductionState)
	}
	return nil
}

// CheckIntroducedParties refuses a partnership between others than those who were introduced. A target group is no party of anything.
func CheckIntroducedParties(parties, introduced []string) error {
	for _, id := range introduced {
		if !slices.Contains(parties, id) {
			return fault.New(fault.BadInput, "The introduction brought others together than the parties of this partnership. Name the partnership of those two, or none.").Breaking(RuleIntroducedParties)
		}
	}
	return nil
}

// ByPartnership gives how far an introduction has come, by the state of the partnership that it led to. One that is only proposed has not
// come about yet, and neither has one that a party denies.
func ByPartnership(state RelationState) IntroductionState {
	if state == Proposed || state == Disputed {
		return Introduced
	}
	return ToPartners
}

// CheckCameOf refuses an introduction that has come further than the partnership that it led to, or less far. The partnership's state is "" where it led to none. What was declined
// stays so, and what has ended may have ended as a proposal.
func CheckCameOf(state IntroductionState, partnership RelationState) error {
	switch next := ByPartnership(partnership); {
	case state == NotAccepted, partnership == "" && state != ToPartners, partnership == Ended && state == Introduced:
		return nil
	case partnership == "":
		return fault.New(fault.Conflict, "The introduction is %s, and names none. Name the partnership that came of it, or correct its state.", state).Breaking(RuleCameOf)
	case next != state:
		return fault.New(fault.Conflict, "By its partnership, which is %s, the introduction would be %s, and it is %s. Correct its state, or name the partnership that came of it.", partnership, next, state).
			Breaking(RuleCameOf)
	}
	return nil
}

// CheckIntroducedOn refuses a day on which two were brought together that have only been suggested to each other.
func CheckIntroducedOn(state IntroductionState, on *Date) error {
	if on != nil && state == Suggested {
		return fault.New(fault.BadInput, "The introduction is %s, so nobody has been brought together. Correct its state, or leave out the day.", state).Breaking(RuleIntroductionDays)
	}
	return nil
}

// CheckSettledOn refuses a day on which an introduction was settled that is still open.
func CheckSettledOn(state IntroductionState, on *Date) error {
	if on != nil && (state == Suggested || state == Introduced) {
		return fault.New(fault.BadInput, "The introduction is %s, so it is not settled. Correct its state, or leave out the day.", state).Breaking(RuleIntroductionDays)
	}
	return nil
}
