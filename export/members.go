package export

import (
	"slices"

	"partnernet/operations"
)

// members is the list of organisations that are members of one network. Import reads it again without a change. Networks that are members have
// no number in any register, and are left out.
var members = table{
	kind: "members", query: "members", ofNetwork: true,
	narrowed: func(network string) object {
		return object{"network": operations.Network(network), "organisation": object{}}
	},
	columns: slices.Concat(organisation("member"), []column{
		worded("role", "MembershipRole", "role"),
		text("category", "category"),
		days("validFrom", "validFrom"),
		days("validTo", "validTo"),
		worded("state", "RelationState", "state"),
		days("lastConfirmedOn", "lastConfirmedOn"),
	}, origins()),
}
