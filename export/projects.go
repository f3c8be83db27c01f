package export

import (
	"maps"
	"slices"

	"partnernet/operations"
)

// projects is the list of projects with their money: a row for each award, and one for a project without any.
var projects = table{
	kind: "projects", query: "projects", narrowed: operations.Projects, rows: awardRows,
	columns: slices.Concat([]column{
		text("acronym", "acronym"),
		text("title", "title"),
		worded("projectType", "ProjectType", "projectType"),
		worded("lifecycle", "ProjectLifecycle", "lifecycle"),
		days("plannedFrom", "plannedFrom"),
		days("plannedTo", "plannedTo"),
		text("programme", "programme", "name"),
	},
		money("totalBudget", "totalBudget"),
		[]column{
			text("recipient", "award", "recipient", "legalName"),
			text("funder", "award", "funder", "legalName"),
			text("caseNumber", "award", "decision", "caseNumber"),
			days("decidedOn", "award", "decision", "decidedOn"),
			worded("awardState", "AwardState", "award", "state"),
			numbers("aidRate", "award", "aidRate"),
		},
		money("cap", "award", "cap"),
		[]column{
			worded("costBasis", "CostBasis", "award", "costBasis"),
			text("budgetLine", "award", "budgetLine", "code"),
			each("conditions", condition, "award", "conditions"),
		},
		money("paid", "award", "paid"),
		money("remaining", "award", "remaining"),
		origins(),
	),
}

// awardRows gives a project once for each of its awards, or once without any.
func awardRows(project object) []object {
	awards := listAt(project, "awards")
	if len(awards) == 0 {
		return []object{project}
	}
	rows := make([]object, len(awards))
	for i, award := range awards {
		rows[i] = maps.Clone(project)
		rows[i]["award"] = award
		rows[i]["unknown"] = append(slices.Clone(list(project["unknown"])), list(award["unknown"])...)
	}
	return rows
}

func list(value any) []any {
	all, _ := value.([]any)
	return all
}

// condition tells a condition of an award, with whether it is met.
func condition(part object, language string) string {
	told := word(language, "ConditionType", textAt(part, "type"))
	if status := word(language, "ConditionStatus", textAt(part, "status")); status != "" {
		told += " (" + status + ")"
	}
	return told
}
