package cypher_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partnernet/cypher/internal/random"
)

// plans says for each operation under testdata which index its first root field begins at. Those that begin at a statement of
// their own begin where that says.
var plans = map[string]struct {
	variables map[string]any
	begin     string
	why       string
}{
	"area.graphql":          {map[string]any{"code": "code 1"}, "Organisation(", "a condition on related records is asked of one record after the other"},
	"changes.graphql":       {map[string]any{"since": "2026-01-01T00:00:00Z"}, "Change(at)", "the log is long"},
	"decision.graphql":      {map[string]any{"caseNumber": "caseNumber 1"}, "Decision(caseNumber)", "it is a key"},
	"documents.graphql":     {map[string]any{"reference": "reference 1"}, "Document(reference)", "it is a key"},
	"funding.graphql":       {map[string]any{"acronym": "acronym 1", "costs": map[string]any{"amount": "1.00", "currency": "SEK"}}, "Project(acronym)", "it is a key"},
	"gap.graphql":           {map[string]any{"network": "acronym 1", "counterpart": "acronym 2"}, "", ""},
	"indicators.graphql":    {map[string]any{"acronym": "acronym 1"}, "Project(acronym)", "it is a key"},
	"lapse.graphql":         {map[string]any{"application": "Application 1"}, "Record(id)", "it is a key"},
	"matches.graphql":       {map[string]any{"needsOf": "acronym 1", "offersOf": "acronym 2"}, "", ""},
	"members.graphql":       {map[string]any{"acronym": "acronym 1", "country": "SE"}, "Organisation(country)", "a condition on related records is asked of one record after the other"},
	"metrics.graphql":       {map[string]any{"network": "acronym 1"}, "Network(acronym)", "it is a key"},
	"needs.graphql":         {map[string]any{"on": "2026-01-01"}, "", ""},
	"network.graphql":       {map[string]any{"acronym": "acronym 1"}, "Network(acronym)", "it is a key"},
	"obligations.graphql":   {map[string]any{"from": "2026-01-01", "to": "2026-02-01"}, "Obligation(dueOn)", "few of all are due in a month"},
	"organisation.graphql":  {map[string]any{"scheme": "SE_ON", "value": "232100-0214"}, "Identifier(scheme, value)", "it is a key"},
	"organisations.graphql": {map[string]any{"text": "kommun", "country": []any{"SE"}}, "Organisation(", "there are many"},
	"partnerships.graphql":  {map[string]any{"on": "2026-01-01"}, "Partnership(state)", "there are many"},
	"path.graphql":          {map[string]any{"from": "Organisation 1", "to": "Organisation 2"}, "Record(id)", "it begins at one"},
	"programme.graphql":     {map[string]any{"name": "name 1"}, "Programme(name)", "it is a key"},
	"projects.graphql":      {map[string]any{"programme": "name 1", "from": "2026-01-01", "country": "SE"}, "(", "there are many"},
	"record.graphql":        {map[string]any{"id": "Organisation 1"}, "Record(id)", "it is a key"},
	"search.graphql":        {map[string]any{"text": "kommun"}, "", ""},
	"themes.graphql":        {map[string]any{"code": "code 1"}, "", ""},
}

// What operations compile to begins at an index on data of some size, and the database has nothing against it.
func TestOperationsAreWellPlanned(t *testing.T) {
	db, m, c, planner := open(t), schema(t), compiler(t), newPlanner(t)
	loadCrowd(t, db, m)
	files, err := filepath.Glob("testdata/*.graphql")
	must(t, err)
	if len(files) != len(plans) {
		t.Errorf("%d operations under testdata, and plans for %d", len(files), len(plans))
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		must(t, err)
		want, known := plans[filepath.Base(file)]
		if !known {
			t.Errorf("no plan for %s", file)
		}
		q := parse(t, m, string(text), want.variables)
		for i, f := range q.fields() {
			statement, err := c.Compile(q.request(f, viewer{visible: random.Sensitivities, language: "sv"}, random.Today))
			must(t, err)
			operators, warnings := planner.explain(t, statement)
			if len(warnings) > 0 {
				slices.Sort(warnings)
				t.Errorf("%s: the database says of %s: %s", file, f.Name, strings.Join(slices.Compact(warnings), "\n"))
			}
			if scans := find(operators, "AllNodesScan", "NodeByLabelScan"); i == 0 && want.begin != "" && len(scans) > 0 || len(find(operators, "AllNodesScan")) > 0 {
				t.Errorf("%s: %s reads all of something: %s", file, f.Name, scans)
			}
			if seeks := find(operators, "IndexSeek", "IndexScan", "IndexContainsScan"); i == 0 && !strings.Contains(strings.Join(seeks, "\n"), want.begin) {
				t.Errorf("%s: %s should begin at %s, because %s, and does at %q", file, f.Name, want.begin, want.why, seeks)
			}
		}
	}
}

// find gives the operators whose names have one of these parts.
func find(operators []string, parts ...string) []string {
	var found []string
	for _, operator := range operators {
		name, _, _ := strings.Cut(operator, " ")
		if slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(name, part) }) {
			found = append(found, operator)
		}
	}
	return found
}
