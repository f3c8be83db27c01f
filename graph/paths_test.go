package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Money is a way to know somebody: the applicant reaches its funder by the application and by the award, and who runs a network or a programme
// is reached through it. A path goes by the relations that are asked for alone, and over nothing that the viewer may not see.
func TestPathsGoByTheRelationsAskedFor(t *testing.T) {
	w := founded(t)
	w.write(`
MATCH (iuc:Organisation {id: $iuc}), (region:Organisation {legalName: 'Region Jämtland Härjedalen'}), (net:Network {acronym: 'MITTSEC'}), (project:Project {acronym: 'Commsec'})
MATCH (programme:Programme)
WITH * LIMIT 1
CREATE (net)-[:HOSTED_BY]->(region), (project)-[:FUNDED_UNDER]->(programme), (programme)-[:MANAGED_BY]->(region)`, map[string]any{"iuc": iuc})
	idOf := func(label, property, value string) string {
		field := map[string]string{"Organisation": "organisations(filter: {text: %q})", "Network": "networks(filter: {acronym: %q})", "Project": "projects(filter: {acronym: %q})"}[label]
		data := w.put(question{query: "{ found: " + fmt.Sprintf(field, value) + " { nodes { id " + property + " } } }"}).Data
		for _, node := range data["found"].(map[string]any)["nodes"].([]any) {
			if node.(map[string]any)[property] == value {
				return node.(map[string]any)["id"].(string)
			}
		}
		t.Fatalf("there is no %s", value)
		return ""
	}
	region := idOf("Organisation", "legalName", "Region Jämtland Härjedalen")
	net, project := idOf("Network", "acronym", "MITTSEC"), idOf("Project", "acronym", "Commsec")
	for _, row := range []struct{ from, to, relations, hidden, want, why string }{
		{iuc, region, "", "", "1", "by default all relations count"},
		{iuc, region, "[APPLICATION]", "", "1 APPLICATION Application", "it applied to the region"},
		{iuc, region, "[AWARD]", "", "1 AWARD Award", "which grants it money"},
		{project, region, "[AWARD]", "", "1 AWARD Award", "for the project"},
		{net, region, "[HOST]", "", "1 HOST <nil>", "the region runs the network"},
		{project, region, "[PROGRAMME]", "", "2 PROGRAMME <nil> PROGRAMME <nil>", "and the programme that the project is under"},
		{iuc, region, "[MEMBERSHIP, PARTICIPATION, PARTNERSHIP, COUNTERPART]", "", "null", "they have nothing else in common"},
		{project, region, "[AWARD]", "Award", "null", "a hidden award is no way"},
		{project, region, "[AWARD]", iuc, "null", "nor is one whose recipient is hidden, though the way does not lead over it"},
		{project, region, "[PROGRAMME]", "Programme", "null", "nor is a hidden programme"},
		{project, region, "[APPLICATION]", "Application", "null", "nor is a hidden application"},
	} {
		set := `MATCH (n:Record) WHERE n.id = $hidden OR $hidden IN labels(n) SET n.audience = $audience`
		w.write(set, map[string]any{"hidden": row.hidden, "audience": 3})
		relations := ""
		if row.relations != "" {
			relations = ", relations: " + row.relations
		}
		a := w.put(question{clearance: "PUBLIC", query: fmt.Sprintf(`{ path(from: %q, to: %q%s) { length steps { relation record { __typename } } } }`, row.from, row.to, relations)})
		w.write(set, map[string]any{"hidden": row.hidden, "audience": 0})
		if got := pathTold(a.Data["path"]); got != row.want && !(row.relations == "" && strings.HasPrefix(got, row.want)) {
			t.Errorf("%s %q hidden: %s, want %s, because %s: %s", row.relations, row.hidden, got, row.want, row.why, a.text)
		}
	}
	a := w.put(question{query: fmt.Sprintf(`{ path(from: %q, to: %q, relations: []) { length } }`, iuc, region)})
	if len(a.Errors) != 1 || a.Errors[0].code() != "BAD_INPUT" {
		t.Errorf("no relation at all is no question: %s", a.text)
	}
}

// The one who was granted money has its funder around it; what is hidden is not around anybody.
func TestNeighboursAreThoseByTheRelationsAskedFor(t *testing.T) {
	w := founded(t)
	const around = `{ neighbourhood(id: %q, relations: [%s]) { nodes { node { ... on Organisation { legalName } ... on Project { acronym } } } edges { from to relation record { __typename } } } }`
	ask := func(relations string) any {
		return w.put(question{clearance: "PUBLIC", query: fmt.Sprintf(around, iuc, relations)}).Data["neighbourhood"]
	}
	region := onlyID(t, w.ask(`{ organisations(filter: {text: "Region Jämtland Härjedalen"}) { nodes { id } } }`)["organisations"])
	want := expected(t, fmt.Sprintf(`{"nodes": [{"node": {"legalName": "Region Jämtland Härjedalen"}}],
		"edges": [{"from": %q, "to": %q, "relation": "AWARD", "record": {"__typename": "Award"}}]}`, iuc, region))
	got, _ := ask("AWARD").(map[string]any)
	if diff := cmp.Diff(want["nodes"], got["nodes"].([]any)[1:]); diff != "" {
		t.Errorf("beside the recipient, as the project is over: %s", diff)
	}
	if diff := cmp.Diff(want["edges"], got["edges"]); diff != "" {
		t.Errorf("an award is with its funder: %s", diff)
	}
	w.write(`MATCH (n:Award) SET n.audience = 3`, nil)
	if got := ask("AWARD").(map[string]any); len(got["nodes"].([]any)) != 1 || len(got["edges"].([]any)) != 0 {
		t.Errorf("a hidden award is around nobody: %v", got)
	}
}

// Which relations tie two organisations can be told: the recipient of an award is tied to its funder by it, and all that is worked out of ties
// goes by that. Without being told, they are participations and partnerships.
func TestTiesAreMadeOfTheRelationsAskedFor(t *testing.T) {
	w := founded(t)
	const figures = ` { ties brokers { organisation { id } degree } departures(first: 100) { organisation { id } tiesLost } missingTies { need { id } offer { id } } componentCount difference { tiesFormed } }`
	by := func(relations string) map[string]any {
		query := `{ networkMetrics(comparedWith: "2000-01-01"` + relations + `)` + figures + ` }`
		return w.put(question{clearance: "PUBLIC", query: query}).Data["networkMetrics"].(map[string]any)
	}
	untold := by("")
	if diff := cmp.Diff(untold, by(", relations: [PARTNERSHIP, PARTICIPATION]")); diff != "" {
		t.Errorf("by default participations and partnerships: %s", diff)
	}
	if ties := by(", relations: [PARTICIPATION, PARTNERSHIP, AWARD]")["ties"].(float64); ties <= untold["ties"].(float64) {
		t.Errorf("with awards there are %v ties, without %v", ties, untold["ties"])
	}
	region := onlyID(t, w.ask(`{ organisations(filter: {text: "Region Jämtland Härjedalen"}) { nodes { id } } }`)["organisations"])
	ofAward := by(", relations: [AWARD]")
	tied := map[string]bool{}
	for _, broker := range ofAward["brokers"].([]any) {
		tied[broker.(map[string]any)["organisation"].(map[string]any)["id"].(string)] = true
	}
	if diff := cmp.Diff(map[string]bool{iuc: true, region: true}, tied); diff != "" || ofAward["ties"] != 1.0 || len(ofAward["departures"].([]any)) != 2 {
		t.Errorf("the award ties the recipient to the funder: %s %v", diff, ofAward)
	}
	if none := by(", relations: [COUNTERPART]"); none["ties"] != 0.0 {
		t.Errorf("counterparts are networks: %v", none)
	}
	w.write(`MATCH (n:Award) SET n.audience = 3`, nil)
	if hidden := by(", relations: [AWARD]"); hidden["ties"] != 0.0 {
		t.Errorf("a hidden award ties nobody: %v", hidden)
	}
}

// No relation at all is no question.
func TestRelationsAreOneAtLeast(t *testing.T) {
	w := founded(t)
	for _, query := range []string{
		`{ neighbourhood(id: "` + iuc + `", relations: []) { truncated } }`, `{ networkMetrics(relations: []) { ties } }`, `{ network(acronym: "MITTSEC") { metrics(relations: []) { ties } } }`,
	} {
		if a := w.put(question{query: query}); len(a.Errors) != 1 || a.Errors[0].code() != "BAD_INPUT" {
			t.Errorf("%s: %s", query, a.text)
		}
	}
}

// onlyID gives the id of the only record of a list.
func onlyID(t *testing.T, list any) string {
	t.Helper()
	nodes, _ := list.(map[string]any)["nodes"].([]any)
	if len(nodes) != 1 {
		t.Fatalf("not one: %v", list)
	}
	return nodes[0].(map[string]any)["id"].(string)
}

// iuc is the applicant of the founding case.
const iuc = "5631554d-2f9c-50cf-9da2-e5942ee28bf0"

// pathTold gives a path's length, and of each step the relation with the type of its record.
func pathTold(path any) string {
	told, there := path.(map[string]any)
	if !there {
		return "null"
	}
	text := fmt.Sprint(told["length"])
	for _, step := range told["steps"].([]any)[1:] {
		record, _ := step.(map[string]any)["record"].(map[string]any)
		text += fmt.Sprintf(" %v %v", step.(map[string]any)["relation"], record["__typename"])
	}
	return text
}
