package cypher_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/testworld/lab"
)

// planned is how an operation should be run.
type planned struct {
	variables map[string]any
	begin     string // the index that its first root field begins at
	why       string
	scans     bool // it may read all of a label besides
}

// plans are those of the operations under testdata. Nothing is said of fields that a statement answers by itself,
// and of lists of all there is of a few.
var plans = map[string]planned{
	"area.graphql":          {map[string]any{"code": "code 1"}, "", "", false},
	"changes.graphql":       {map[string]any{"since": "2026-01-01T00:00:00Z"}, "Change(at)", "the log is long", false},
	"decision.graphql":      {map[string]any{"caseNumber": "caseNumber 1"}, "Decision(caseNumber)", "it is a key", false},
	"documents.graphql":     {map[string]any{"reference": "reference 1"}, "Document(reference)", "it is a key", false},
	"funding.graphql":       {map[string]any{"acronym": "acronym 1", "costs": map[string]any{"amount": "1.00", "currency": "SEK"}}, "Project(acronym)", "it is a key", false},
	"gap.graphql":           {map[string]any{"network": "acronym 1", "counterpart": "acronym 2"}, "", "", false},
	"health.graphql":        {map[string]any{"country": "SE"}, "", "", false},
	"indicators.graphql":    {map[string]any{"acronym": "acronym 1"}, "Project(acronym)", "it is a key", false},
	"lapse.graphql":         {map[string]any{"application": "Application 1"}, "Record(id)", "it is a key", false},
	"matches.graphql":       {map[string]any{"needsOf": "acronym 1", "offersOf": "acronym 2"}, "", "", false},
	"measures.graphql":      {map[string]any{"sector": []any{"SME"}, "then": "2025-01-01", "a": "Organisation 1", "b": "Organisation 2"}, "", "", false},
	"members.graphql":       {map[string]any{"acronym": "acronym 1", "country": "SE"}, "Organisation(country)", "a condition on related records is asked of one record after the other", false},
	"metrics.graphql":       {map[string]any{"network": "acronym 1"}, "Network(acronym)", "it is a key", false},
	"money.graphql":         {map[string]any{"on": "2026-01-01"}, "", "", false},
	"needs.graphql":         {map[string]any{"on": "2026-01-01"}, "", "", false},
	"neighbourhood.graphql": {map[string]any{"id": "Organisation 1"}, "", "", false},
	"network.graphql":       {map[string]any{"acronym": "acronym 1"}, "Network(acronym)", "it is a key", false},
	"newest.graphql":        {nil, "Change(position)", "the log is long", false},
	"obligations.graphql":   {map[string]any{"from": "2026-01-01", "to": "2026-02-01"}, "Obligation(dueOn)", "few of all are due in a month", false},
	"organisation.graphql":  {map[string]any{"scheme": "SE_ON", "value": "232100-0214"}, "Identifier(scheme, value)", "it is a key", false},
	"organisations.graphql": {map[string]any{"text": "kommun", "country": []any{"SE"}}, "Organisation(", "there are many", false},
	"partnerships.graphql":  {map[string]any{"on": "2026-01-01"}, "", "", true}, // where they stood on a day is in no index
	"path.graphql":          {map[string]any{"from": "Organisation 1", "to": "Organisation 2"}, "", "", false},
	"programme.graphql":     {map[string]any{"name": "name 1"}, "Programme(name)", "it is a key", false},
	"projects.graphql":      {map[string]any{"programme": "name 1", "from": "2026-01-01", "country": "SE"}, "(", "there are many", false},
	"record.graphql":        {map[string]any{"id": "Organisation 1"}, "Record(id)", "it is a key", false},
	"search.graphql":        {map[string]any{"text": "kommun"}, "", "", false},
	"themes.graphql":        {map[string]any{"code": "code 1"}, "", "", false},
}

// Each root field of an operation is one statement. It begins at an index on data of some size, and the database has nothing against it. What is explained is what was sent,
// so that each is planned once.
func TestOperationsAreOneWellPlannedStatementARootField(t *testing.T) {
	l, planner := lab.Open(t), newPlanner(t)
	loadCrowd(l, t)
	l.Run(t, store.Statement{Text: "CALL db.createProperty('carries')"}) // which commands alone write: the database has something against names that it has never met
	texts := operations(t)
	plan, _ := l.Asking()
	lab.InParallel(slices.Collect(maps.Keys(texts)), func(file string) any { return plan(texts[file], plans[file].variables) }) // what is asked below one after another
	var sent []store.Statement
	l.DB = l.DB.Observed(func(_ context.Context, s store.Statement, _ time.Duration, _ error) { sent = append(sent, s) })
	ask, _ := l.Asking()
	for file, text := range texts {
		want := plans[file]
		sent = nil
		for _, err := range ask(text, want.variables).Errors {
			if fault.CodeOf(err) != fault.NotFound { // there is nothing to name
				t.Errorf("%s: %v", file, err)
			}
		}
		if roots := lab.Parse(t, l.Schema, text, want.variables).Fields(); len(sent) != len(roots) {
			t.Errorf("%s: %d statements for %d root fields", file, len(sent), len(roots))
		}
		for i, statement := range sent {
			operators, warnings := planner.explain(t, statement)
			if len(warnings) > 0 {
				t.Errorf("%s: the database says of statement %d: %s", file, i, strings.Join(warnings, "\n"))
			}
			if i == 0 {
				want.check(t, file, operators)
			}
		}
	}
}

// operations gives those under testdata, by their files.
func operations(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.graphql")
	lab.Must(t, err)
	texts := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		lab.Must(t, err)
		texts[filepath.Base(file)] = string(text)
	}
	if len(texts) != len(plans) {
		t.Errorf("%d operations under testdata, and plans for %d", len(texts), len(plans))
	}
	return texts
}

func (p planned) check(t *testing.T, file string, operators []string) {
	t.Helper()
	scans := slices.DeleteFunc(find(operators, "AllNodesScan", "NodeByLabelScan"), func(scan string) bool {
		return strings.HasSuffix(scan, ":Access") || strings.HasSuffix(scan, ":SignOuts") // there is one of each
	})
	if len(scans) > 0 && p.begin != "" && !p.scans {
		t.Errorf("%s reads all of something: %s", file, scans)
	}
	if seeks := find(operators, "IndexSeek", "IndexScan", "IndexContainsScan"); !strings.Contains(strings.Join(seeks, "\n"), p.begin) {
		t.Errorf("%s should begin at %s, because %s, and does at %q", file, p.begin, p.why, seeks)
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
