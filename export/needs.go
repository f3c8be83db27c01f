package export

import "slices"

// needs is the list of needs, under the headings of answers to a survey. Import reads it again without a change.
var needs = table{
	kind: "needs", query: "needs", narrowed: ofMembers,
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
