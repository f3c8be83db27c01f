package export

import (
	"slices"

	"partnernet/operations"
)

// offers is the list of offers.
var offers = table{
	kind: "offers", query: "offers", narrowed: operations.OfMembers,
	columns: slices.Concat([]column{
		text("organisation", "organisation", "legalName"),
		number("identifiers", "organisation", "identifiers"),
		text("country", "country"),
		text("offer", "statement"),
		text("theme", "theme", "label"),
		worded("level", "OfferLevel", "level"),
		days("validFrom", "validFrom"),
		days("expiresOn", "expiresOn"),
		worded("state", "OfferState", "state"),
	}, origins()),
}
