package registry

import (
	"slices"
	"strings"

	"partnernet/fault"
)

// Class is how far a record is open, from everyone to nobody by role.
type Class string

// The classes, from the widest to the narrowest.
const (
	Public       Class = "PUBLIC"
	Members      Class = "MEMBERS"
	Coordinators Class = "COORDINATORS"
	Restricted   Class = "RESTRICTED"
)

// Classes are all of them, in that order.
var Classes = []Class{Public, Members, Coordinators, Restricted}

// KnownClass says whether a text names a class.
func KnownClass(text string) bool { return slices.Contains(Classes, Class(text)) }

// narrower says whether a class is narrower than another one.
func (c Class) narrower(than Class) bool {
	return slices.Index(Classes, c) > slices.Index(Classes, than)
}

// Audience says who may see a record: a class of networks, as a text that is the same for the same audience. It is the class alone where it is of
// all networks, and else the class with the ids of the networks behind it. The empty text says nothing of it.
type Audience string

// The audiences that are of no networks in particular. What is restricted is open to nobody by role, so it is of none.
const (
	ForEveryone   = Audience(Public)
	ForMembers    = Audience(Members)
	ForOrganisers = Audience(Coordinators)
	ForNobody     = Audience(Restricted)
)

// ofNetworks stands between class and networks in the text, and nextNetwork between two networks.
const ofNetworks, nextNetwork = ":", ","

// AudienceOf gives the audience of a class of networks, by their ids. Everyone is everyone, and nobody nobody, whatever the networks.
func AudienceOf(class Class, networks ...string) Audience {
	if class == Public || class == Restricted {
		return Audience(class)
	}
	sorted := slices.Compact(slices.Sorted(slices.Values(networks)))
	return Audience(string(class) + ofNetworks + strings.Join(sorted, nextNetwork))
}

// Class gives the audience's class: PUBLIC where nothing is said.
func (a Audience) Class() Class {
	class, _, _ := strings.Cut(string(a), ofNetworks)
	if class == "" {
		return Public
	}
	return Class(class)
}

// Networks gives the ids of the networks that the audience is of, and whether it is of all of them.
func (a Audience) Networks() (ids []string, all bool) {
	_, list, some := strings.Cut(string(a), ofNetworks)
	if list == "" {
		return nil, !some
	}
	return strings.Split(list, nextNetwork), false
}

// Meet gives the widest audience of which everybody may see what is for the one and what is for the other. It is for nobody where the two
// are of networks that have nothing in common. Where one says nothing, it is the other.
func (a Audience) Meet(b Audience) Audience {
	switch {
	case a == "" || a == ForEveryone:
		if b == "" {
			return a
		}
		return b
	case b == "" || b == ForEveryone || a == b:
		return a
	}
	class := a.Class()
	if b.Class().narrower(class) {
		class = b.Class()
	}
	ofA, allA := a.Networks()
	ofB, allB := b.Networks()
	switch {
	case allA && allB:
		return Audience(class)
	case allA:
		return AudienceOf(class, ofB...)
	case allB:
		return AudienceOf(class, ofA...)
	}
	both := slices.DeleteFunc(slices.Clone(ofA), func(id string) bool { return !slices.Contains(ofB, id) })
	if len(both) == 0 {
		return ForNobody
	}
	return AudienceOf(class, both...)
}

// Within says whether everybody who may see what is for this audience may see what is for the other one.
func (a Audience) Within(other Audience) bool {
	if a == "" {
		a = ForEveryone
	}
	return a.Meet(other) == a
}

// Sight is what somebody's roles let them see.
type Sight struct {
	Everywhere    Class    // of all networks, whoever they are: PUBLIC, or for one who keeps the whole register more
	MemberOf      []string // ids of networks
	CoordinatorOf []string
	Steward       bool // keeps accounts: sees what is for the coordinators of all networks together
}

// MayOpenRestricted says whether somebody may open what is restricted, for a purpose and a time: who keeps all networks.
func (s Sight) MayOpenRestricted() bool { return s.Everywhere == Coordinators }

// Sees says whether what is for an audience is open to somebody. This is the whole rule of who sees what.
func (s Sight) Sees(a Audience) bool {
	class := a.Class()
	if class == Public || s.Everywhere != "" && !class.narrower(s.Everywhere) {
		return true
	}
	networks, all := a.Networks()
	of := slices.Clone(s.CoordinatorOf)
	switch class {
	case Members:
		of = append(of, s.MemberOf...)
	case Restricted:
		return false
	}
	if all {
		return len(of) > 0 || class == Coordinators && s.Steward
	}
	return slices.ContainsFunc(networks, func(id string) bool { return slices.Contains(of, id) })
}

// CheckClassified refuses that somebody changes for whom a record is, of those that they keep. Who coordinates all networks may. For others it must be of a network of theirs:
// the record belongs to it, or is for it. Another network that it belongs to, too, goes on seeing what it saw.
func CheckClassified(s Sight, current, next Audience, to Belongs) error {
	if (Sight{Everywhere: s.Everywhere}).Sees(ForOrganisers) {
		return nil
	}
	networks, _ := current.Networks()
	own := slices.Concat(s.CoordinatorOf, s.MemberOf)
	isOwn := func(id string) bool { return slices.Contains(own, id) }
	if !slices.ContainsFunc(slices.Concat(networks, to.Networks), isOwn) {
		return fault.New(fault.Forbidden, "this belongs to no network of yours, and serves all. It is for a coordinator of all networks.")
	}
	for _, id := range to.Networks {
		for _, of := range []Sight{{CoordinatorOf: []string{id}}, {MemberOf: []string{id}}} {
			if !isOwn(id) && of.Sees(current) && !of.Sees(next) {
				return fault.New(fault.Forbidden, "this belongs to another network, too, which would not see it any more. Name that one as well; else it is for a coordinator of all networks.")
			}
		}
	}
	return nil
}
