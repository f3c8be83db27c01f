package rules

import (
	"time"

	"partnernet/registry"
	"partnernet/stored"
)

// successions are asked of a succession when it, or what it joins, was touched.
var successions = Group{
	On:    []string{"Succession", "PREDECESSOR", "SUCCESSOR"},
	whole: "nothing comes after what it became, whoever sees what is between",
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Succession {id: id})
RETURN {id: r.id, type: 'Succession', kind: r.kind, on: r.on,
  predecessors: [(r)-[:PREDECESSOR]->(body:Record) | body.id],
  successors: [(r)-[:SUCCESSOR]->(body:Record) | body.id],
  begun: [(r)-[:PREDECESSOR]->(:Record)<-[:SUCCESSOR]-(s:Succession WHERE s <> r AND ` + seen("s") + `) | s.on],
  ended: [(r)-[:SUCCESSOR]->(:Record)<-[:PREDECESSOR]-(s:Succession WHERE s <> r AND ` + seen("s") + `) | s.on],
  succeeded: COLLECT {
    MATCH (r)-[:PREDECESSOR]->(body:Record)
    WHERE EXISTS { (body)<-[:PREDECESSOR]-(s:Succession WHERE s <> r AND ` + seen("s") + `) }
    RETURN body.id
  }, becomes: EXISTS {
    MATCH (r)-[:SUCCESSOR]->(after) (()<-[:PREDECESSOR]-(s:Succession)-[:SUCCESSOR]->(body) WHERE ` + through("s") + ` AND ` + through("body") + `)* (last)<-[:PREDECESSOR]-(r)
    WHERE ` + through("r") + `
  }} AS row`,
	Rules: []Beside{
		{Rules: []string{registry.RuleSuccessionCycle}, Field: "successors", check: func(r row) error {
			becomes, _ := r["becomes"].(bool)
			return registry.CheckSuccessionCycle(becomes)
		}},
		{Rules: []string{registry.RuleSuccession}, Field: "predecessors", check: func(r row) error {
			return registry.CheckSuccession(registry.SuccessionKind(r.text("kind")), stored.Texts(r["predecessors"]), stored.Texts(r["successors"]))
		}},
		{Rules: []string{registry.RuleSucceeded}, Field: "predecessors", check: func(r row) error { return registry.CheckSucceeded(stored.Texts(r["succeeded"])) }},
		{Rules: []string{registry.RuleSuccessionOrder}, Field: "on", check: func(r row) error {
			return registry.CheckSuccessionOrder(stored.Day(r["on"]), stored.Days(r["begun"]), stored.Days(r["ended"]))
		}},
	},
}

// foundings are asked of a succession, and of one by which a body ended whose day of founding is corrected.
var foundings = Group{
	On:      []string{"Succession", "PREDECESSOR", "Organisation", "Network"},
	byLinks: true,
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Succession|Organisation|Network) {id: id})
UNWIND CASE
  WHEN touched:Succession THEN [touched]
  ELSE [(touched)<-[:PREDECESSOR]-(s:Succession WHERE ` + seen("s") + `) | s]
END AS r
WITH DISTINCT r
RETURN {id: r.id, type: 'Succession', on: r.on, begun: [(r)-[:PREDECESSOR]->(body:Record) | coalesce(body.establishedOn, body.foundedOn)]} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleSuccessionOrder}, Field: "on", check: func(r row) error {
		return registry.CheckSuccessionOrder(stored.Day(r["on"]), stored.Days(r["begun"]), nil)
	}}},
}

// succeededOn is the rule of the day of a succession.
var succeededOn = Value{Rules: []string{registry.RuleFuture}, Field: "on", reads: []string{"on"}, check: func(p row, now time.Time) error {
	return registry.CheckPast(stored.Day(p["on"]), registry.Today(now))
}}
