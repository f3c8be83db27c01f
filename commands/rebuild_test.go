package commands_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/testworld"
)

// asked are the questions that the founding case answers by what coordinators enter.
const asked = "../web/questions/0[1-6]-*.graphql"

// whole asks for what the questions leave out of the founding project.
const whole = `query {
  project(acronym: "Commsec") {
    summary sensitivity unknown { field reason }
    objectives { statement horizon targetGroups { name description country areas { name } } areas { name country codeSystem } unknown { field reason } }
    activities { title description networks { acronym } } needsMappings { title state unknown { field reason } }
    targetGroups { name } areas { name } outputs { title state } sources { reference }
    obligations { nodes { decision { caseNumber document { title reference } items mode } } }
    awards { conditions { document { reference title type } unknown { field reason } } }
    participations { nodes { unknown { field reason } organisation { legalForm unknown { field reason } } } }
  }
  organisations { nodes { legalName sectorType unitOf { legalName } } }
}`

// TestFoundingCaseRebuilt enters the founding case command by command, and asks both what was entered and what was loaded.
func TestFoundingCaseRebuilt(t *testing.T) {
	loaded := newWorld(t)
	m := testworld.Model(t)
	known, err := intake.ReadKnown(t.Context(), loaded.db)
	must(t, err)
	tellings, err := intake.Shipped(m, known)
	must(t, err)
	for _, telling := range tellings {
		_, err = ledger.New(loaded.db, m, func() time.Time { return today }).Tell(t.Context(), telling)
		must(t, err)
	}
	want := loaded.foundingAnswers()

	rebuilt := newWorld(t)
	rebuilt.enterFounding()
	got := rebuilt.foundingAnswers()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}

	application, award := rebuilt.interreg(), rebuilt.awardOf("Commsec")
	if diff := cmp.Diff([]string{award}, rebuilt.foretold(application)); diff != "" {
		t.Errorf("foretold: %s", diff)
	}
	if diff := cmp.Diff([]string{award}, rebuilt.outcome(application, "REJECTED")); diff != "" {
		t.Error(diff)
	}
	if got := rebuilt.state(award); got != "LAPSED" {
		t.Errorf("without Interreg the award is %s", got)
	}
}

// foundingAnswers gives the answer to each question, with ids numbered in the order in which they come.
func (w world) foundingAnswers() map[string]string {
	w.t.Helper()
	answers := map[string]string{"whole": numbered(w.t, w.do(whole, nil)), "13": numbered(w.t, w.do(w.question("13-lapse-cascade"), object{"application": w.interreg()}))}
	files, err := filepath.Glob(asked)
	must(w.t, err)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".graphql")
		text, err := os.ReadFile(strings.TrimSuffix(file, ".graphql") + ".variables.json")
		must(w.t, err)
		var variables object
		must(w.t, json.Unmarshal(text, &variables))
		answers[name] = numbered(w.t, w.do(w.question(name), variables))
	}
	if len(answers) != 8 {
		w.t.Fatalf("there are %d answers, want eight", len(answers))
	}
	return answers
}

func (w world) question(name string) string {
	w.t.Helper()
	text, err := os.ReadFile(filepath.Join("../web/questions", name+".graphql"))
	must(w.t, err)
	return string(text)
}

var id = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

func numbered(t *testing.T, data object) string {
	t.Helper()
	text, err := json.MarshalIndent(data, "", "  ")
	must(t, err)
	var seen []string
	return id.ReplaceAllStringFunc(string(text), func(found string) string {
		if !slices.Contains(seen, found) {
			seen = append(seen, found)
		}
		return fmt.Sprint("id ", slices.Index(seen, found))
	})
}

// interreg gives the id of the application that everything hangs on.
func (w world) interreg() string {
	w.t.Helper()
	answer := w.do(`{ project(acronym: "Commsec") { applications { id appliedTo { __typename } } } }`, nil)
	for _, a := range at(answer, "project", "applications").([]any) {
		if at(a, "appliedTo", "__typename") == "Programme" {
			return at(a, "id").(string)
		}
	}
	w.t.Fatal("nothing is applied for at a programme")
	return ""
}

func (w world) awardOf(project string) string {
	w.t.Helper()
	answer := w.do(`query($acronym: String) { project(acronym: $acronym) { awards { id } } }`, object{"acronym": project})
	return at(answer, "project", "awards", 0, "id").(string)
}
