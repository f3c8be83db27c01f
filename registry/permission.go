package registry

import (
	"slices"

	"partnernet/fault"
)

// GrantedRole is a role that somebody has, as far as it says what they may do.
type GrantedRole struct {
	Role Role
	Over string // the id of a network or an organisation; "" for all of them
}

// Belongs says to whom a record belongs: the networks and organisations that it is about, and the networks of which those organisations are members.
type Belongs struct{ Networks, Organisations []string }

// Permission says who may do something to a record: those who have one of the roles over a network, or an organisation, that it belongs to. What belongs to
// no network, any coordinator keeps.
type Permission []Role

// Allows says whether a role is enough to do something to a record.
func (p Permission) Allows(h GrantedRole, to Belongs) bool {
	if !slices.Contains(p, h.Role) {
		return false
	}
	switch h.Role {
	case Administrator:
		return true
	case Coordinator, Reader:
		return h.Over == "" || len(to.Networks) == 0 || slices.Contains(to.Networks, h.Over)
	}
	return slices.Contains(to.Organisations, h.Over)
}

// AllowsAny says whether one of the roles is enough.
func (p Permission) AllowsAny(roles []GrantedRole, to Belongs) bool {
	return slices.ContainsFunc(roles, func(h GrantedRole) bool { return p.Allows(h, to) })
}

// First gives the first of the roles that is enough; where none is, as for what is new, the first that is among those that may.
func (p Permission) First(roles []GrantedRole, to Belongs) GrantedRole {
	first := slices.IndexFunc(roles, func(h GrantedRole) bool { return p.Allows(h, to) })
	if first < 0 {
		first = slices.IndexFunc(roles, func(h GrantedRole) bool { return slices.Contains(p, h.Role) })
	}
	if first < 0 {
		return GrantedRole{}
	}
	return roles[first]
}

// RuleSpeaks is the rule that a party speaks for itself, as named in faults.
const RuleSpeaks = "party-speaks-for-itself"

// Voice is how somebody may speak for a party.
type Voice string

// Nobody speaks for a party without a role; its own side does; and a coordinator of a network that it is a member of, on its behalf.
const (
	NoVoice  Voice = ""
	OwnVoice Voice = "OWN"
	OnBehalf Voice = "ON_BEHALF"
)

// VoiceOf says how somebody may speak for a party: a representative of the organisation and a coordinator of the network that it is, as the party
// itself; a coordinator of a network of which the organisation is a member on its behalf, where it has no representative.
func VoiceOf(roles []GrantedRole, party string, isNetwork bool, networks []string, represented bool) Voice {
	voice := NoVoice
	for _, h := range roles {
		switch {
		case h.Role == Representative && h.Over == party, h.Role == Coordinator && isNetwork && (h.Over == party || h.Over == ""):
			return OwnVoice
		case h.Role == Coordinator && !represented && (h.Over == "" || len(networks) == 0 || slices.Contains(networks, h.Over)):
			voice = OnBehalf
		}
	}
	return voice
}

// CheckOneVoice refuses that one account confirms a partnership for two of its parties: two sides that say so are what makes it true.
func CheckOneVoice(account string, others []string) error {
	if account != "" && slices.Contains(others, account) {
		return fault.New(fault.Forbidden, "You have confirmed this partnership for its other party already. Each side speaks for itself: somebody else confirms it for this one.").Breaking(RuleSpeaks)
	}
	return nil
}

// MayGrant says whether a role is enough to give, or take, a role over a network or an organisation that belongs there: an administrator gives those
// of administrators and coordinators, a coordinator those of representatives and readers in their network, a representative that of a colleague.
func MayGrant(h GrantedRole, role Role, to Belongs) bool { return GrantedBy(role).Allows(h, to) }

// GrantedBy gives who may give or take a role.
func GrantedBy(role Role) Permission {
	switch role {
	case Reader:
		return Permission{Administrator, Coordinator}
	case Representative:
		return Permission{Administrator, Coordinator, Representative}
	}
	return Permission{Administrator}
}

// CheckGrantOver asks that a role is over what it can be over: a reader's over a network, a representative's over an organisation, an administrator's over nothing,
// and a coordinator's over a network or, for all of them, nothing.
func CheckGrantOver(role Role, over string, isNetwork bool) error {
	switch {
	case role == Administrator && over != "":
		return fault.New(fault.BadInput, "An administrator's role is over the whole registry. Leave out over.")
	case role == Representative && (over == "" || isNetwork):
		return fault.New(fault.BadInput, "A representative's role is over an organisation. Name one as over.")
	case role == Reader && (over == "" || !isNetwork), role == Coordinator && over != "" && !isNetwork:
		return fault.New(fault.BadInput, "This role is over a network. Name one as over.")
	}
	return nil
}
