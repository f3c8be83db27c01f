package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// knit writes a network across the border. On 1 June 2024 its members are tied like this; a and b are Swedish, x and y Norwegian, and
// nobody knows where u is from. o is no member.
//
//	a — b — x — y     b — u     o — a
//
// b and x are partners of one project that runs, the others are parties of partnerships. A year before, a and x were tied as well, y was
// no member, and neither b and x nor x and y were tied.
const knit = `
MERGE (net:Record:Network {id: 'net'}) SET net += {acronym: 'KNIT', lifecycle: 'ESTABLISHED', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()}
WITH net
UNWIND [['a', 'SE', '2020-01-01'], ['b', 'SE', '2020-01-01'], ['x', 'NO', '2020-01-01'], ['y', 'NO', '2024-01-01'], ['u', null, '2020-01-01'], ['o', 'NO', null]] AS row
CREATE (o:Record:Organisation {id: row[0], legalName: row[0], sortKey: row[0], aliases: [], industryCodes: [], country: row[1], sectorType: 'CIVIL_SOCIETY', status: 'ACTIVE', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
FOREACH (from IN CASE WHEN row[2] IS NULL THEN [] ELSE [row[2]] END |
  CREATE (o)<-[:MEMBER]-(:Record:Membership {id: 'member ' + row[0], state: 'ACTIVE', validFrom: date(from), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:IN_NETWORK]->(net))
WITH count(*) AS all
UNWIND [['a', 'b', '2020-01-01', null, 'ACTIVE', 0], ['x', 'y', '2024-01-01', null, 'ACTIVE', 0], ['b', 'u', '2020-01-01', null, 'ACTIVE', 0],
  ['a', 'o', '2020-01-01', null, 'ACTIVE', 0], ['a', 'x', '2020-01-01', '2023-12-31', 'ACTIVE', 0],
  ['a', 'y', '2020-01-01', null, 'DISPUTED', 0], ['a', 'y', '2020-01-01', null, 'PROPOSED', 0]] AS row
MATCH (first:Record {id: row[0]}), (second:Record {id: row[1]})
CREATE (p:Record:Partnership {id: row[0] + row[1] + row[4], state: row[4], validFrom: date(row[2]), validTo: CASE WHEN row[3] IS NOT NULL THEN date(row[3]) END, audience: row[5], version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (p)-[:HAS_PARTY]->(:Party {position: 1})-[:PARTY]->(first)
CREATE (p)-[:HAS_PARTY]->(:Party {position: 2})-[:PARTY]->(second)
WITH count(*) AS all
CREATE (project:Record:Project {id: 'project', acronym: 'Knitting', plannedFrom: date('2024-01-01'), plannedTo: date('2024-12-31'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH project
UNWIND ['b', 'x'] AS id
MATCH (o:Record {id: id})
CREATE (o)<-[:PARTICIPANT]-(:Record:Participation {id: 'part of ' + id, role: 'PARTNER', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OF_PROJECT]->(project)
WITH count(*) AS all
UNWIND [['our-energy', null], ['our-grid', 'our-energy'], ['our-food', null]] AS row
CREATE (t:Record:Theme {id: row[0], code: row[0], labelEn: row[0], audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
WITH count(*) AS all
MATCH (grid:Theme {code: 'our-grid'}), (energy:Theme {code: 'our-energy'})
CREATE (grid)-[:BROADER]->(energy)
WITH count(*) AS all
UNWIND [['need', 'a', 'our-energy', 'STAKEHOLDER'], ['offer y', 'y', 'our-grid', 'OFFERED_BY'], ['offer x', 'x', 'our-energy', 'OFFERED_BY'], ['offer food', 'y', 'our-food', 'OFFERED_BY']] AS row
MATCH (o:Record {id: row[1]}), (t:Theme {code: row[2]})
CREATE (n:Record:$(CASE row[3] WHEN 'STAKEHOLDER' THEN 'Need' ELSE 'Offer' END) {id: row[0], statement: row[0], state: 'OPEN', urgency: 'NORMAL', level: 'READY', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (n)-[:$(row[3])]->(o)
CREATE (n)-[:HAS_THEME]->(t)`

// What is measured is what holds on the day and the viewer may see; figures are those that one counts by hand.
func TestMetrics(t *testing.T) {
	w := founded(t)
	w.write(knit, nil)
	for _, row := range []struct{ why, query, want string }{
		{"figures of the network", `{ network(acronym: "KNIT") { metrics { organisations ties crossBorderTies crossBorderDensity averageDegree eiIndex eiIndexExpected componentCount groups { name organisations } } } }`,
			`{"organisations": 5, "ties": 4, "crossBorderTies": 1, "crossBorderDensity": 0.25, "averageDegree": 1.6, "eiIndex": -0.3333333333333333, "eiIndexExpected": 0.3333333333333333, "componentCount": 1,
			  "groups": [{"name": "NO", "organisations": 2}, {"name": "SE", "organisations": 2}]}`},
		{"brokers, the strongest first, each with what is selected of it", `{ network(acronym: "KNIT") { metrics { brokers(first: 2) { organisation { id country memberships { totalCount } } group degree betweenness coordinator gatekeeper representative itinerant liaison }
			all: brokers { organisation { legalName } } } } }`,
			`{"brokers": [
			  {"organisation": {"id": "b", "country": "SE", "memberships": {"totalCount": 1}}, "group": "SE", "degree": 3, "betweenness": 0.8333333333333334, "coordinator": 0, "gatekeeper": 1, "representative": 1, "itinerant": 0, "liaison": 0},
			  {"organisation": {"id": "x", "country": "NO", "memberships": {"totalCount": 1}}, "group": "NO", "degree": 2, "betweenness": 0.5, "coordinator": 0, "gatekeeper": 1, "representative": 1, "itinerant": 0, "liaison": 0}],
			  "all": [{"organisation": {"legalName": "b"}}, {"organisation": {"legalName": "x"}}, {"organisation": {"legalName": "a"}}, {"organisation": {"legalName": "u"}}, {"organisation": {"legalName": "y"}}]}`},
		{"who is tied to whom, each tie once", `{ network(acronym: "KNIT") { metrics { tied { organisation { id } group tiedTo community betweenness } } } }`,
			`{"tied": [{"organisation": {"id": "a"}, "group": "SE", "tiedTo": ["b"], "community": 1, "betweenness": 0},
			  {"organisation": {"id": "b"}, "group": "SE", "tiedTo": ["u", "x"], "community": 1, "betweenness": 0.8333333333333334},
			  {"organisation": {"id": "u"}, "group": null, "tiedTo": [], "community": 1, "betweenness": 0},
			  {"organisation": {"id": "x"}, "group": "NO", "tiedTo": ["y"], "community": 2, "betweenness": 0.5}, {"organisation": {"id": "y"}, "group": "NO", "tiedTo": [], "community": 2, "betweenness": 0}]}`},
		{"of those with a tie that is not there, too", `{ network(acronym: "KNIT") { metrics { tied { community } simulate(addTies: [{a: "a", b: "y"}, {a: "a", b: "x"}, {a: "u", b: "x"}]) { tied { community betweenness } } } } }`,
			`{"tied": [{"community": 1}, {"community": 1}, {"community": 1}, {"community": 2}, {"community": 2}], 
			  "simulate": {"tied": [{"community": 1, "betweenness": 0.08333333333333333}, {"community": 2, "betweenness": 0.08333333333333333}, {"community": 2, "betweenness": 0},
			    {"community": 1, "betweenness": 0.3333333333333333}, {"community": 1, "betweenness": 0}]}}`},
		{"what breaks", `{ network(acronym: "KNIT") { metrics { departures(first: 2) { organisation { id } tiesLost crossBorderTiesLost components cutOff } } } }`,
			`{"departures": [{"organisation": {"id": "b"}, "tiesLost": 3, "crossBorderTiesLost": 1, "components": 3, "cutOff": 2}, {"organisation": {"id": "x"}, "tiesLost": 2, "crossBorderTiesLost": 1, "components": 2, "cutOff": 1}]}`},
		{"parts", `{ network(acronym: "KNIT") { metrics { modularity communities { size members { id } } components(first: 1) { size members { id } } } } }`,
			`{"modularity": 0.21875, "communities": [{"size": 3, "members": [{"id": "a"}, {"id": "b"}, {"id": "u"}]}, {"size": 2, "members": [{"id": "x"}, {"id": "y"}]}], "components": [{"size": 5, "members": [{"id": "a"}, {"id": "b"}, {"id": "u"}, {"id": "x"}, {"id": "y"}]}]}`},
		{"a and x know b both; a and y could meet, of themes next to each other", `{ network(acronym: "KNIT") { metrics { missingTies { needing { id } offering { id } need { id } offer { theme { code } } sameTheme } } } }`,
			`{"missingTies": [{"needing": {"id": "a"}, "offering": {"id": "y"}, "need": {"id": "need"}, "offer": {"theme": {"code": "our-grid"}}, "sameTheme": false}]}`},
		{"the day before the project", `{ network(acronym: "KNIT") { metrics(asOf: "2023-06-01") { organisations ties crossBorderTies } } }`,
			`{"organisations": 4, "ties": 3, "crossBorderTies": 1}`},
		{"compared with that day", `{ network(acronym: "KNIT") { metrics(comparedWith: "2023-06-01") { difference { from organisations ties tiesFormed tiesEnded crossBorderTies crossBorderDensity eiIndex componentCount } } } }`,
			`{"difference": {"from": "2023-06-01", "organisations": 1, "ties": 1, "tiesFormed": 2, "tiesEnded": 1, "crossBorderTies": 0, "crossBorderDensity": -0.25, "eiIndex": -0.3333333333333333, "componentCount": 0}}`},
		{"compared with nothing", `{ network(acronym: "KNIT") { metrics { difference { ties } } } }`, `{"difference": null}`},
		{"grouped by network all are of one group", `{ network(acronym: "KNIT") { metrics(groupBy: NETWORK) { eiIndex crossBorderTies groups { name organisations } brokers(first: 1) { group coordinator gatekeeper } } } }`,
			`{"eiIndex": -1, "crossBorderTies": 1, "groups": [{"name": "KNIT", "organisations": 5}], "brokers": [{"group": "KNIT", "coordinator": 6, "gatekeeper": 0}]}`},
		{"grouped by an area that nobody knows", `{ network(acronym: "KNIT") { metrics(groupBy: NUTS) { eiIndex eiIndexExpected groups { name } brokers(first: 1) { group coordinator } } } }`,
			`{"eiIndex": null, "eiIndexExpected": null, "groups": [], "brokers": [{"group": null, "coordinator": 0}]}`},
		{"with a tie that is not there, beside those that are", `{ network(acronym: "KNIT") { metrics { ties simulate(addTies: [{a: "a", b: "y"}, {a: "a", b: "b"}]) { ties crossBorderDensity missingTies { need { id } } brokers(first: 1) { organisation { id } betweenness } } } } }`,
			`{"ties": 4, "simulate": {"ties": 5, "crossBorderDensity": 0.5, "missingTies": [], "brokers": [{"organisation": {"id": "b"}, "betweenness": 0.5833333333333334}]}}`},
	} {
		got := w.ask(row.query)["network"].(map[string]any)["metrics"]
		if diff := cmp.Diff(expected(t, row.want), got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	chosen := w.ask(`{ networkMetrics(filter: {sectorType: CIVIL_SOCIETY, country: ["SE", "NO"]}, comparedWith: "2023-06-01") { organisations ties difference { organisations ties } }
		earlier: networkMetrics(filter: {sectorType: CIVIL_SOCIETY, memberships: {state: ACTIVE}}, comparedWith: "2023-06-01") { organisations difference { organisations } }
		nobody: networkMetrics(filter: {text: "no such name"}) { organisations eiIndex averageDegree modularity brokers { degree } communities { size } missingTies { sameTheme } } }`)
	if diff := cmp.Diff(expected(t, `{"networkMetrics": {"organisations": 5, "ties": 4, "difference": {"organisations": 0, "ties": 1}},
		"earlier": {"organisations": 5, "difference": {"organisations": 1}},
		"nobody": {"organisations": 0, "eiIndex": null, "averageDegree": null, "modularity": null, "brokers": [], "communities": [], "missingTies": []}}`), chosen); diff != "" {
		t.Errorf("chosen by a filter, on either day: %s", diff)
	}
	for _, row := range []struct{ why, ties, code string }{
		{"who is not measured cannot be tied", `[{a: "a", b: "o"}]`, "NOT_FOUND"},
		{"nor anybody to itself", `[{a: "a", b: "a"}]`, "BAD_INPUT"},
	} {
		a := w.put(question{query: `{ network(acronym: "KNIT") { metrics { ties simulate(addTies: ` + row.ties + `) { ties } } } }`})
		metrics := a.Data["network"].(map[string]any)["metrics"]
		if diff := cmp.Diff(expected(t, `{"ties": 4, "simulate": null}`), metrics); diff != "" || len(a.Errors) != 1 || a.Errors[0].code() != row.code {
			t.Errorf("%s: %s %s", row.why, diff, a.text)
		}
	}
}

// Nothing that the viewer may not see is measured, a tie, or between two others.
func TestHiddenRecordsAreNotMeasured(t *testing.T) {
	w := founded(t)
	w.write(knit, nil)
	ask := func() any {
		return w.put(question{clearance: "PUBLIC", query: `{ network(acronym: "KNIT") { metrics(comparedWith: "2023-06-01") { organisations ties missingTies { offer { id } } difference { tiesEnded } } } }`}).Data["network"].(map[string]any)["metrics"]
	}
	for _, row := range []struct{ hidden, want, why string }{
		{"b", `{"organisations": 4, "ties": 1, "missingTies": [{"offer": {"id": "offer x"}}, {"offer": {"id": "offer y"}}], "difference": {"tiesEnded": 1}}`, "without b, a and x have nobody in common"},
		{"project", `{"organisations": 5, "ties": 3, "missingTies": [{"offer": {"id": "offer x"}}, {"offer": {"id": "offer y"}}], "difference": {"tiesEnded": 1}}`, "nor without the project"},
		{"part of x", `{"organisations": 5, "ties": 3, "missingTies": [{"offer": {"id": "offer x"}}, {"offer": {"id": "offer y"}}], "difference": {"tiesEnded": 1}}`, "nor without x's part in it"},
		{"member y", `{"organisations": 4, "ties": 3, "missingTies": [], "difference": {"tiesEnded": 1}}`, "without the membership there is no member"},
		{"axACTIVE", `{"organisations": 5, "ties": 4, "missingTies": [{"offer": {"id": "offer y"}}], "difference": {"tiesEnded": 0}}`, "what was hidden then did not end"},
		{"our-grid", `{"organisations": 5, "ties": 4, "missingTies": [], "difference": {"tiesEnded": 1}}`, "a theme next to another does not lead to it"},
		{"offer y", `{"organisations": 5, "ties": 4, "missingTies": [], "difference": {"tiesEnded": 1}}`, "an offer does not match"},
	} {
		w.write(`MATCH (n:Record {id: $id}) SET n.audience = 3`, map[string]any{"id": row.hidden})
		if diff := cmp.Diff(expected(t, row.want), ask()); diff != "" {
			t.Errorf("with %q hidden, %s: %s", row.hidden, row.why, diff)
		}
		w.write(`MATCH (n:Record {id: $id}) SET n.audience = 0`, map[string]any{"id": row.hidden})
	}
}

// What lies around a record: nearest first, each relation once, and said when there is more.
func TestNeighbourhood(t *testing.T) {
	w := founded(t)
	w.write(knit, nil)
	w.write(`MATCH (n:Network {id: 'net'}) CREATE (n)-[:COUNTERPART_OF]->(:Record:Network {id: 'other', acronym: 'OTHER', lifecycle: 'ESTABLISHED', audience: 1, version: 1, createdAt: datetime(), updatedAt: datetime()})`, nil)
	for _, row := range []struct{ why, clearance, args, want string }{
		{"one step", "", `id: "o"`, `{"nodes": [{"distance": 0, "node": {"id": "o"}}, {"distance": 1, "node": {"id": "aoACTIVE"}}],
			"edges": [{"from": "o", "to": "aoACTIVE", "relation": "PARTNERSHIP", "record": {"__typename": "Partnership"}}], "truncated": false}`},
		{"two", "", `id: "o", depth: 2`, `{"nodes": [{"distance": 0, "node": {"id": "o"}}, {"distance": 1, "node": {"id": "aoACTIVE"}}, {"distance": 2, "node": {"id": "a"}}],
			"edges": [{"from": "a", "to": "aoACTIVE", "relation": "PARTNERSHIP", "record": {"__typename": "Partnership"}}, {"from": "o", "to": "aoACTIVE", "relation": "PARTNERSHIP", "record": {"__typename": "Partnership"}}], "truncated": false}`},
		{"what is cut is said to be", "", `id: "o", depth: 3, first: 2`, `{"nodes": [{"distance": 0, "node": {"id": "o"}}, {"distance": 1, "node": {"id": "aoACTIVE"}}],
			"edges": [{"from": "o", "to": "aoACTIVE", "relation": "PARTNERSHIP", "record": {"__typename": "Partnership"}}], "truncated": true}`},
		{"participations, memberships and counterparts", "", `id: "x", first: 4`, `{"nodes": [{"distance": 0, "node": {"id": "x"}}, {"distance": 1, "node": {"id": "net"}}, {"distance": 1, "node": {"id": "project"}}, {"distance": 1, "node": {"id": "xyACTIVE"}}],
			"edges": [{"from": "x", "to": "net", "relation": "MEMBERSHIP", "record": {"__typename": "Membership"}}, {"from": "x", "to": "project", "relation": "PARTICIPATION", "record": {"__typename": "Participation"}}, {"from": "x", "to": "xyACTIVE", "relation": "PARTNERSHIP", "record": {"__typename": "Partnership"}}], "truncated": false}`},
		{"on a day before the project", "", `id: "x", asOf: "2023-06-01"`, `{"nodes": [{"distance": 0, "node": {"id": "x"}}, {"distance": 1, "node": {"id": "axACTIVE"}}, {"distance": 1, "node": {"id": "net"}}],
			"edges": [{"from": "x", "to": "axACTIVE", "relation": "PARTNERSHIP", "record": {"__typename": "Partnership"}}, {"from": "x", "to": "net", "relation": "MEMBERSHIP", "record": {"__typename": "Membership"}}], "truncated": false}`},
		{"counterparts", "", `id: "other"`, `{"nodes": [{"distance": 0, "node": {"id": "other"}}, {"distance": 1, "node": {"id": "net"}}], "edges": [{"from": "net", "to": "other", "relation": "COUNTERPART", "record": null}], "truncated": false}`},
	} {
		a := w.put(question{clearance: row.clearance, query: `{ neighbourhood(` + row.args + `) { nodes { distance node { id } } edges { from to relation record { __typename } } truncated } }`})
		if diff := cmp.Diff(expected(t, `{"neighbourhood": `+row.want+`}`), a.Data); diff != "" || len(a.Errors) > 0 {
			t.Errorf("%s: %s %v", row.why, diff, a.Errors)
		}
	}
	for _, row := range []struct{ why, clearance, id string }{
		{"who may not see it has nothing around it", "PUBLIC", "other"},
		{"nor has what is not there", "", "nothing"},
		{"nor what no relation leads to", "", "need"},
	} {
		a := w.put(question{clearance: row.clearance, query: `{ neighbourhood(id: "` + row.id + `") { truncated } }`})
		if len(a.Errors) != 1 || a.Errors[0].code() != "NOT_FOUND" {
			t.Errorf("%s: %s", row.why, a.text)
		}
	}
	for _, query := range []string{`{ neighbourhood(id: "o", depth: 4) { truncated } }`, `{ neighbourhood(id: "o", depth: 0) { truncated } }`, `{ path(from: "o", to: "a", maxLength: 11) { length } }`} {
		if a := w.put(question{query: query}); len(a.Errors) != 1 || a.Errors[0].code() != "BAD_INPUT" {
			t.Errorf("%s is out of range: %s", query, a.text)
		}
	}
}

// Two who have been introduced know each other, whatever the need and the offer were.
func TestWhoHasBeenIntroducedIsNotMissing(t *testing.T) {
	w := founded(t)
	w.write(knit, nil)
	w.write(`
MATCH (need:Need {id: 'need'}), (offer:Offer {id: 'offer food'})
CREATE (need)<-[:FOR_NEED]-(:Record:Introduction {id: 'introduction', state: 'INTRODUCED', introducedOn: date('2024-03-01'), audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OF_OFFER]->(offer)`, nil)
	for on, want := range map[string]string{"2024-02-29": `{"missingTies": [{"offering": {"id": "y"}}]}`, "2024-03-01": `{"missingTies": []}`} {
		a := w.put(question{query: `{ network(acronym: "KNIT") { metrics(asOf: "` + on + `") { missingTies { offering { id } } } } }`})
		if len(a.Errors) > 0 {
			t.Fatal(a.text)
		}
		if diff := cmp.Diff(any(expected(t, want)), a.Data["network"].(map[string]any)["metrics"]); diff != "" {
			t.Errorf("on %s: %s", on, diff)
		}
	}
}
