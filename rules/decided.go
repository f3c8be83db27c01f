package rules

import (
	"partnernet/registry"
	"partnernet/stored"
)

// applications are asked of an application when it, or a decision on it, was touched.
var applications = Group{
	On: []string{"Application", "Decision", "DECIDES"},
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Application|Decision) {id: id})
UNWIND CASE
  WHEN touched:Application THEN [touched]
  ELSE [(touched)-[:DECIDES]->(application:Application) | application]
END AS r
WITH DISTINCT r
WHERE ` + seen("r") + `
RETURN {id: r.id, type: 'Application', state: r.state, decided: COLLECT {
  MATCH (r)<-[:DECIDES]-(d:Decision)
  WHERE ` + seen("d") + `
  RETURN d.outcome
  ORDER BY d.decidedOn, d.id
}} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleDecided}, Field: "state", check: func(r row) error {
		var decided []registry.DecisionOutcome
		for _, outcome := range stored.Texts(r["decided"]) {
			decided = append(decided, registry.DecisionOutcome(outcome))
		}
		return registry.CheckDecided(registry.ApplicationState(r.text("state")), decided)
	}}},
}

// awardProjects are asked of an award when it, or what it was decided on, comes to be of another project.
var awardProjects = Group{
	On: []string{"Award", "Decision", "Application", "OF_PROJECT", "GRANTED_BY", "DECIDES"},
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Award|Decision|Application) {id: id})
UNWIND CASE
  WHEN touched:Award THEN [touched]
  WHEN touched:Decision THEN [(touched)<-[:GRANTED_BY]-(award:Award) | award]
  ELSE [(touched)<-[:DECIDES]-(:Decision)<-[:GRANTED_BY]-(award:Award) | award]
END AS r
WITH DISTINCT r
MATCH (r)-[:OF_PROJECT]->(project:Project)
MATCH (r)-[:GRANTED_BY]->(decision:Decision)-[:DECIDES]->(application:Application)-[:OF_PROJECT]->(applied:Project)
WHERE all(each IN [r, project, decision, application, applied] WHERE ` + seen("each") + `)
RETURN {id: r.id, type: 'Award', project: project.id, applied: applied.id} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleAwardProject}, Field: "project", check: func(r row) error {
		return registry.CheckAwardProject(r.text("project"), r.text("applied"))
	}}},
}

// conditions are asked of a condition when it, or what it depends on, was touched. Of something hidden nobody can tell whether it has come about.
var conditions = Group{
	On: []string{"Condition", "Application", "Award", "DEPENDS_ON", "OF_AWARD"},
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Condition|Application|Award) {id: id})
UNWIND CASE
  WHEN touched:Condition THEN [touched]
  ELSE [(touched)<-[:DEPENDS_ON]-(condition:Condition) | condition]
END AS r
WITH DISTINCT r
WHERE EXISTS { (r)-[:OF_AWARD]->(:Award) }
  AND ` + seen("r") + `
RETURN {id: r.id, type: 'Condition', status: r.status, dependsOn: COLLECT {
  MATCH (r)-[:DEPENDS_ON]->(other:Record)
  RETURN {isAward: other:Award, state: CASE WHEN ` + seen("other") + ` THEN other.state END}
}} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleFooting}, Field: "status", check: func(r row) error {
		var footings []registry.Footing
		for _, other := range r.rows("dependsOn") {
			if isAward, _ := other["isAward"].(bool); isAward {
				footings = append(footings, registry.AwardState(other.text("state")).Footing())
			} else {
				footings = append(footings, registry.ApplicationState(other.text("state")).Footing())
			}
		}
		return registry.CheckFooting(registry.ConditionStatus(r.text("status")), footings)
	}}},
}
