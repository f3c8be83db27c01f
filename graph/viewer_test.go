package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
)

// The rules know the classes and the roles of the schema, in its order.
func TestClassesAndRolesAreTheSchemas(t *testing.T) {
	names := func(enum string) []string {
		var all []string
		for _, value := range schema(t).Schema.Types[enum].EnumValues {
			all = append(all, value.Name)
		}
		return all
	}
	var classes, roles []string
	for _, class := range registry.Classes {
		classes = append(classes, string(class))
	}
	for _, role := range registry.Roles {
		roles = append(roles, string(role))
	}
	if diff := cmp.Diff(names("Sensitivity"), classes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(names("Role"), roles); diff != "" {
		t.Error(diff)
	}
}

// What a viewer may not see does not exist for them: in lists, in counts, by its id, and beyond what leads to it.
func TestWhatAViewerSees(t *testing.T) {
	w := founded(t)
	w.write(`MATCH (p:Project {acronym: 'Commsec'})
UNWIND [['PUBLIC', 'MIDSEC member', 0], ['MEMBERS', 'Member', 1], ['COORDINATORS', 'Coordinator', 2], ['RESTRICTED', 'Restricted', 3]] AS row
CREATE (o:Record:Organisation {id: row[0], legalName: row[1], sortKey: row[1], country: 'FI', audience: row[2], version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (o)<-[:PARTICIPANT]-(:Record:Participation {id: 'p' + row[0], role: 'ASSOCIATED', audience: 0, version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OF_PROJECT]->(p)`, nil)
	const query = `{
  organisations(filter: {country: "FI"}) { totalCount facets { country { value count } } nodes { sensitivity } }
  node(id: "COORDINATORS") { id }
  organisation(id: "RESTRICTED") { id }
  project(acronym: "Commsec") { participations(filter: {role: ASSOCIATED}) { totalCount nodes { organisation { id } } } } }`
	for _, row := range []struct {
		why    string
		asked  question
		sees   []string
		others []any // what node and organisation find
	}{
		{"the public", question{clearance: "PUBLIC"}, []string{"PUBLIC"}, []any{nil, nil}},
		{"somebody who does not say who asks", question{nobody: true}, []string{"PUBLIC"}, []any{nil, nil}},
		{"a member", question{clearance: "MEMBERS"}, []string{"PUBLIC", "MEMBERS"}, []any{nil, nil}},
		{"a coordinator", question{clearance: "COORDINATORS"}, []string{"PUBLIC", "MEMBERS", "COORDINATORS"}, []any{map[string]any{"id": "COORDINATORS"}, nil}},
		{"a coordinator with a particular permission", question{clearance: "RESTRICTED"}, []string{"PUBLIC", "MEMBERS", "COORDINATORS", "RESTRICTED"},
			[]any{map[string]any{"id": "COORDINATORS"}, map[string]any{"id": "RESTRICTED"}}},
	} {
		row.asked.query = query
		a := w.put(row.asked)
		list := a.Data["organisations"].(map[string]any)
		seen := map[string]bool{}
		for _, node := range list["nodes"].([]any) {
			seen[node.(map[string]any)["sensitivity"].(string)] = true
		}
		for _, s := range row.sees {
			if !seen[s] {
				t.Errorf("%s does not see what is %s", row.why, s)
			}
		}
		count := float64(len(row.sees))
		parts := a.Data["project"].(map[string]any)["participations"].(map[string]any)
		if list["totalCount"] != count || len(seen) != len(row.sees) || parts["totalCount"] != count || len(parts["nodes"].([]any)) != len(row.sees) {
			t.Errorf("%s: %s", row.why, a.text)
		}
		if diff := cmp.Diff([]any{map[string]any{"value": "FI", "count": count}}, list["facets"].(map[string]any)["country"]); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
		if diff := cmp.Diff(row.others, []any{a.Data["node"], a.Data["organisation"]}); diff != "" {
			t.Errorf("%s by id: %s", row.why, diff)
		}
	}
}
