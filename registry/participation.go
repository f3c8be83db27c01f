package registry

import "partnernet/fault"

// RuleParticipant is named in faults about an organisation that takes part in a project twice as the same.
const RuleParticipant = "participant-already"

// CheckParticipation refuses a participation that shares a day with another one of the same organisation in the same project and role.
func CheckParticipation(added Period, existing []Period) error {
	for _, h := range existing {
		if h.Overlaps(added) {
			return fault.New(fault.Conflict, "The organisation has this role in the project already on days of this period. End that participation first, or give days that lie apart.").
				Breaking(RuleParticipant)
		}
	}
	return nil
}
