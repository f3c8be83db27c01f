package rules

import (
	"fmt"

	"partnernet/registry"
	"partnernet/stored"
)

// The hierarchies in which nothing lies within itself. An area lies within the one above it, and within each that it is a part of.
var (
	units  = hierarchy("Organisation", "()-[:UNIT_OF]->(whole) WHERE "+through("whole"), "unitOf", registry.RuleUnitCycle, registry.CheckUnit, "UNIT_OF")
	themes = hierarchy("Theme", "()-[:BROADER]->(whole) WHERE "+through("whole"), "broader", registry.RuleThemeCycle, registry.CheckBroader, "BROADER")
	areas  = hierarchy("Area", `(area)-[step:BROADER|HAS_PART]-(whole)
    WHERE (type(step) = 'BROADER' AND EXISTS { (area)-[step]->(whole) } OR type(step) = 'HAS_PART' AND EXISTS { (area)<-[step]-(whole) }) AND `+through("whole"),
		"parts", registry.RuleAreaCycle, registry.CheckArea, "BROADER", "HAS_PART")
)

// hierarchy gives the rule of records of a label of which some lie within others, by a step from one to what it lies within: when a
// relationship of these types comes or goes, no record may lie within itself. The check is given a record and all that it lies within.
func hierarchy(label, step, field, rule string, check func(id string, within []string) error, by ...string) Group {
	return Group{
		On:    by,
		whole: "nothing lies within itself, whoever sees what is between",
		statement: fmt.Sprintf(`
UNWIND $ids AS id
MATCH (r:Record&%[1]s {id: id})
RETURN {id: r.id, type: '%[1]s', within: COLLECT { MATCH (r) (%[2]s)+ (over:%[1]s) RETURN DISTINCT over.id }} AS row`, label, step),
		Rules: []Beside{{Rules: []string{rule}, Field: field, check: func(r row) error { return check(r.text("id"), stored.Texts(r["within"])) }}},
	}
}
