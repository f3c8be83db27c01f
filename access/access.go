// Package access tells what a viewer may see and do: by their account, what is granted to it, and the audiences that records are for.
package access

import (
	"cmp"
	"context"
	"slices"
	"time"

	"partnernet/fault"
	"partnernet/registry"
)

// Viewer is on whose behalf a request is answered: an account, or somebody of whom only a clearance is known.
type Viewer struct {
	// Account is the id of the viewer's account, "" for none. What is granted to it decides; name and clearance count nothing then.
	Account string
	// Name is who records what a viewer without an account changes.
	Name string
	// Clearance is how much a viewer without an account sees of all networks; what is public when empty.
	Clearance registry.Class
	// Eyes is the class through whose eyes the viewer looks: that of somebody who sees no more than that, of all networks or of those that the viewer's roles are
	// over; "" for their own. They never raise what is seen.
	Eyes registry.Class
	// Language is the language of the texts that the viewer reads: sv, nb or en.
	Language string
	// Networks are the ids of the only networks that the viewer's access token holds for; none where it holds for all of the account's.
	Networks []string
	// ReadOnly says that the viewer came with an access token that only reads, or looks through the eyes of others.
	ReadOnly bool
	// StillSignedIn refuses whoever was remembered to be signed in and is not any more, as of some state or a later one; nil for a viewer who needs not be.
	StillSignedIn func(context.Context, AsOf) error
	// Recent says that the viewer has signed in within the last ten minutes, as is needed to say who may do what.
	Recent bool
}

// ErrNotRecent is what is told who would have to be Recent.
var ErrNotRecent error = fault.New(fault.Unauthenticated, "Sign in again: this needs a sign-in of the last ten minutes.")

// AsOf tells states of the database apart, as far as they decide who may see what. Both numbers only grow.
type AsOf struct {
	Version  int64 // of accounts, grants, memberships, audiences and networks
	SignOuts int64 // how many sessions and access tokens had ended
}

// Covers says whether nothing had happened in another state that had not in this one.
func (a AsOf) Covers(b AsOf) bool { return a.Version >= b.Version && a.SignOuts >= b.SignOuts }

// Rights are what a viewer may see and do, as of a state of all that decides it.
type Rights struct {
	Account string  // the id of the viewer's account, "" for none
	AsOf            // what they were worked out from
	Visible []int64 // the numbers of the audiences that the viewer is of
	Sight   registry.Sight
	Roles   []Role
	Name    string    // of the account, or of the viewer who has none
	Until   time.Time // when they lapse, since what is restricted is open until then; the zero time where nothing is
	// ReadOnly says that nothing is changed, whatever the roles: the viewer only reads.
	ReadOnly bool

	CursorKey []byte // by which cursors are sealed, whoever asks
}

// Role is a role that an account has.
type Role struct {
	Grant    string // the id of the grant
	Name     registry.Role
	Over     string   // the id of the network or organisation; "" for all
	Networks []string // that network, or those of which the organisation is a member
}

// CheckMayWrite refuses whoever only reads, and whoever has no role by which something can be changed.
func (r Rights) CheckMayWrite() error {
	switch {
	case r.ReadOnly:
		return fault.New(fault.Forbidden, "You only read here: your access token is for reading, or you look through the eyes of others.")
	case !slices.ContainsFunc(r.Roles, func(role Role) bool { return role.Name != registry.Reader }):
		return fault.New(fault.Forbidden, "Only coordinators, and those who speak for an organisation, change the register. You may read what is open to you.")
	}
	return nil
}

// GrantedRoles gives the viewer's roles, as far as they say what they may do.
func (r Rights) GrantedRoles() []registry.GrantedRole {
	roles := make([]registry.GrantedRole, len(r.Roles))
	for i, role := range r.Roles {
		roles[i] = registry.GrantedRole{Role: role.Name, Over: role.Over}
	}
	return roles
}

// ForStatement gives what a statement may tell of the viewer.
func (r Rights) ForStatement() map[string]any {
	viewer := map[string]any{"account": nil, "name": nil, "readOnly": r.ReadOnly}
	if r.Account != "" {
		viewer["account"], viewer["name"] = r.Account, r.Name
	}
	roles := make([]any, len(r.Roles))
	for i, role := range r.Roles {
		roles[i] = map[string]any{"role": string(role.Name), "over": role.Over}
	}
	viewer["roles"] = roles
	return viewer
}

// Sees says whether the viewer may see what is for an audience.
func (r Rights) Sees(a registry.Audience) bool { return r.Sight.Sees(a) }

// ofClearance are the roles of a viewer without an account.
var ofClearance = map[registry.Class][]Role{
	registry.Members:      {{Name: registry.Reader}},
	registry.Coordinators: {{Name: registry.Coordinator}},
	registry.Restricted:   {{Name: registry.Coordinator}, {Name: registry.Administrator}},
}

// rights gives what somebody may see and do in a state, through whosever eyes they look. What these see lapses with what they see themselves.
func (s State) rights(v Viewer) Rights {
	own := s.ownRights(v)
	var through Rights
	switch everywhere := (registry.Sight{Everywhere: own.Sight.Everywhere}); {
	case v.Eyes == "":
		return own
	case everywhere.Sees(registry.Audience(v.Eyes)):
		through = s.ownRights(Viewer{Name: v.Name, Clearance: v.Eyes})
	case v.Eyes == registry.Members:
		through = s.asReader(own)
	default:
		return own
	}
	through.Until, through.ReadOnly = own.Until, own.ReadOnly
	return through
}

// asReader gives the rights of a reader of the networks that somebody's roles are over.
func (s State) asReader(own Rights) Rights {
	r := Rights{AsOf: s.AsOf, Name: own.Name, CursorKey: s.cursorKey, Sight: registry.Sight{Everywhere: registry.Public}}
	for _, role := range own.Roles {
		if role.Name != registry.Administrator {
			r.Roles = append(r.Roles, Role{Name: registry.Reader, Over: role.Over, Networks: role.Networks})
			r.Sight = r.Sight.With(registry.Reader, false, role.Networks...)
		}
	}
	r.Visible = s.visible(r.Sight)
	return r
}

func (s State) ownRights(v Viewer) Rights {
	r := Rights{Account: v.Account, AsOf: s.AsOf, Name: v.Name, ReadOnly: v.ReadOnly, CursorKey: s.cursorKey, Sight: registry.Sight{Everywhere: registry.Public}}
	if v.Account == "" {
		r.Sight.Everywhere, r.Roles = cmp.Or(v.Clearance, registry.Public), ofClearance[v.Clearance]
	} else {
		r.Name, r.Roles = s.name, within(s.roles, v.Networks)
		for _, role := range r.Roles {
			r.Sight = r.Sight.With(role.Name, role.Over == "", role.Networks...)
		}
		if !s.opened.IsZero() && r.Sight.MayOpenRestricted() {
			r.Sight.Everywhere, r.Until = registry.Restricted, s.opened
		}
	}
	r.Visible = s.visible(r.Sight)
	return r
}

// visible gives the numbers of the audiences of which somebody sees what is for them, in order.
func (s State) visible(sight registry.Sight) []int64 {
	var numbers []int64
	for number, audience := range s.Audiences {
		if sight.Sees(audience) {
			numbers = append(numbers, number)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// within gives roles as far as they are over some networks, or organisations in them: what an access token gives that holds for those alone. The registry as a
// whole is none of them. No networks are all.
func within(roles []Role, networks []string) []Role {
	if len(networks) == 0 {
		return roles
	}
	var all []Role
	for _, role := range roles {
		switch {
		case role.Name == registry.Administrator:
		case role.Over == "":
			for _, network := range networks {
				all = append(all, Role{Grant: role.Grant, Name: role.Name, Over: network, Networks: []string{network}})
			}
		default:
			role.Networks = slices.DeleteFunc(slices.Clone(role.Networks), func(id string) bool { return !slices.Contains(networks, id) })
			if len(role.Networks) > 0 {
				all = append(all, role)
			}
		}
	}
	return all
}
