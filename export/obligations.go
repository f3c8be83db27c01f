package export

import (
	"slices"

	"partnernet/operations"
)

// obligations is the list of what has to be done by a day.
var obligations = table{
	kind: "obligations", query: "obligations", narrowed: operations.OfProjects,
	columns: slices.Concat([]column{
		worded("type", "ObligationType", "type"),
		days("dueOn", "dueOn"),
		worded("status", "ObligationStatus", "status"),
		truths("overdue", "overdue"),
		days("fulfilledOn", "fulfilledOn"),
		text("responsible", "responsible", "legalName"),
		text("project", "project", "acronym"),
		text("caseNumber", "decision", "caseNumber"),
		text("postponedBecause", "postponedBecause"),
	}, origins()),
}
