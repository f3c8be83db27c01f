package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/graph"
)

func TestWhatAClearanceSees(t *testing.T) {
	for clearance, want := range map[string][]string{
		"PUBLIC":       {"PUBLIC"},
		"MEMBERS":      {"PUBLIC", "MEMBERS"},
		"COORDINATORS": {"PUBLIC", "MEMBERS", "COORDINATORS"},
		"RESTRICTED":   {"PUBLIC", "MEMBERS", "COORDINATORS", "RESTRICTED"},
		"":             {"PUBLIC"}, // nobody knows who it is
		"restricted":   {"PUBLIC"}, // a name that is none opens nothing
	} {
		if diff := cmp.Diff(want, graph.Viewer{Clearance: clearance}.Visible()); diff != "" {
			t.Errorf("%q: %s", clearance, diff)
		}
	}
}

// The clearances are the schema's sensitivities, in its order.
func TestClearancesAreTheSensitivities(t *testing.T) {
	var names []string
	for _, value := range schema(t).Schema.Types["Sensitivity"].EnumValues {
		names = append(names, value.Name)
		if !graph.ClearanceKnown(value.Name) {
			t.Errorf("%s is not known", value.Name)
		}
	}
	if diff := cmp.Diff(names, graph.Coordinator.Visible()); diff != "" {
		t.Error(diff)
	}
	if graph.ClearanceKnown("") || graph.ClearanceKnown("SECRET") {
		t.Error("what is no sensitivity is known")
	}
}

// What a viewer may not see does not exist for them: in lists, in counts, by its id, and beyond what leads to it.
func TestWhatAViewerSees(t *testing.T) {
	w := founded(t)
	w.write(`MATCH (p:Project {acronym: 'Commsec'})
UNWIND [['PUBLIC', 'MIDSEC member'], ['MEMBERS', 'Member'], ['COORDINATORS', 'Coordinator'], ['RESTRICTED', 'Restricted']] AS row
CREATE (o:Record:Organisation {id: row[0], legalName: row[1], sortKey: row[1], country: 'FI', sensitivity: row[0], version: 1, createdAt: datetime(), updatedAt: datetime()})
CREATE (o)<-[:PARTICIPANT]-(:Record:Participation {id: 'p' + row[0], role: 'ASSOCIATED', sensitivity: 'PUBLIC', version: 1, createdAt: datetime(), updatedAt: datetime()})-[:OF_PROJECT]->(p)`, nil)
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
