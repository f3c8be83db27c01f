package registry

// Role is what somebody may do, over what their grant names.
type Role string

// The roles of the schema.
const (
	Administrator  Role = "ADMINISTRATOR"
	Coordinator    Role = "COORDINATOR"
	Representative Role = "REPRESENTATIVE"
	Reader         Role = "READER"
)

// Roles are all of them.
var Roles = []Role{Administrator, Coordinator, Representative, Reader}

// With gives what somebody sees who has one role more. The networks are the one that the role is over, or those of which the organisation is
// a member that it is over; a coordinator over no network in particular coordinates all.
func (s Sight) With(role Role, everywhere bool, networks ...string) Sight {
	switch role {
	case Administrator:
		s.Steward = true
	case Coordinator:
		s.CoordinatorOf = append(s.CoordinatorOf, networks...)
		if everywhere {
			s.Everywhere = Coordinators
		}
	case Representative, Reader:
		s.MemberOf = append(s.MemberOf, networks...)
		if everywhere && s.Everywhere != Coordinators {
			s.Everywhere = Members
		}
	}
	return s
}
