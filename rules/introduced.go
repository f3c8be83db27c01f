package rules

import (
	"time"

	"partnernet/registry"
	"partnernet/stored"
)

// cameOf are asked of an introduction when it, or the partnership that it led to, was touched. Introductions follow where a partnership is held to stand.
var cameOf = Group{
	On: []string{"Introduction", "LED_TO", "Partnership"},
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Introduction|Partnership) {id: id})
UNWIND CASE
  WHEN touched:Introduction THEN [touched]
  ELSE [(touched)<-[:LED_TO]-(introduction:Introduction) | introduction]
END AS r
WITH DISTINCT r
OPTIONAL MATCH (r)-[:LED_TO]->(partnership:Partnership)
WITH r, partnership
WHERE ` + seen("r") + `
  AND (partnership IS NULL OR ` + seen("partnership") + `)
RETURN {id: r.id, type: 'Introduction', state: r.state, partnership: partnership.state} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleCameOf}, Field: "state", check: func(r row) error {
		return registry.CheckCameOf(registry.IntroductionState(r.text("state")), registry.RelationState(r.text("partnership")))
	}}},
}

// introductionDays are the rules of the days of an introduction that has not come so far.
var introductionDays = []Value{
	introductionDay("introducedOn", registry.CheckIntroducedOn),
	introductionDay("settledOn", registry.CheckSettledOn),
}

func introductionDay(field string, check func(registry.IntroductionState, *registry.Date) error) Value {
	return Value{Rules: []string{registry.RuleIntroductionDays}, Field: field, reads: []string{field, "state"}, check: func(p row, _ time.Time) error {
		return check(registry.IntroductionState(p.text("state")), stored.Day(p[field]))
	}}
}
