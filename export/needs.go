package export

import (
	"slices"

	"partnernet/operations"
)

// needs is the list of needs, under the headings of answers to a survey. Import reads it again without a change.
var needs = table{
	kind: "needs", query: "needs", narrowed: operations.OfMembers,
	columns: slices.Concat([]column{
		text("organisation", "stakeholder", "legalName"),
		number("identifiers", "stakeholder", "identifiers"),
		text("TargetGroup", "stakeholder", "name"),
		text("country", "country"),
		text("foundIn", "foundIn", "title"),
		text("need", "statement"),
		text("theme", "theme", "label"),
		worded("urgency", "Urgency", "urgency"),
		days("validFrom", "validFrom"),
		days("expiresOn", "expiresOn"),
		worded("state", "NeedState", "state"),
	}, origins()),
}
