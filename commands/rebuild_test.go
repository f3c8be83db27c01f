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
	"partnernet/testworld/register"
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
	loaded := register.New(t)
	m := testworld.Model(t)
	known, err := intake.ReadKnown(t.Context(), loaded.DB)
	testworld.Must(t, err)
	tellings, err := intake.Shipped(m, known)
	testworld.Must(t, err)
	for _, telling := range tellings {
		_, err = ledger.New(loaded.DB, m, func() time.Time { return register.Today }).Tell(t.Context(), telling)
		testworld.Must(t, err)
	}
	want := foundingAnswers(loaded)

	rebuilt := register.New(t)
	enterFounding(rebuilt)
	got := foundingAnswers(rebuilt)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}

	application, award := interreg(rebuilt), awardOf(rebuilt, "Commsec")
	if diff := cmp.Diff([]string{award}, rebuilt.LapseCascade(application)); diff != "" {
		t.Errorf("foretold: %s", diff)
	}
	if diff := cmp.Diff([]string{award}, rebuilt.Outcome(application, "REJECTED")); diff != "" {
		t.Error(diff)
	}
	if got := rebuilt.State(award); got != "LAPSED" {
		t.Errorf("without Interreg the award is %s", got)
	}
}

// foundingAnswers gives the answer to each question, with ids numbered in the order in which they come.
func foundingAnswers(w register.World) map[string]string {
	w.T.Helper()
	answers := map[string]string{"whole": numbered(w.T, w.Do(whole, nil)), "13": numbered(w.T, w.Do(question(w, "13-lapse-cascade"), object{"application": interreg(w)}))}
	files, err := filepath.Glob(asked)
	testworld.Must(w.T, err)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".graphql")
		text, err := os.ReadFile(strings.TrimSuffix(file, ".graphql") + ".variables.json")
		testworld.Must(w.T, err)
		var variables object
		testworld.Must(w.T, json.Unmarshal(text, &variables))
		answers[name] = numbered(w.T, w.Do(question(w, name), variables))
	}
	if len(answers) != 8 {
		w.T.Fatalf("there are %d answers, want eight", len(answers))
	}
	return answers
}

func question(w register.World, name string) string {
	w.T.Helper()
	text, err := os.ReadFile(filepath.Join("../web/questions", name+".graphql"))
	testworld.Must(w.T, err)
	return string(text)
}

var id = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

func numbered(t *testing.T, data object) string {
	t.Helper()
	text, err := json.MarshalIndent(data, "", "  ")
	testworld.Must(t, err)
	var seen []string
	return id.ReplaceAllStringFunc(string(text), func(found string) string {
		if !slices.Contains(seen, found) {
			seen = append(seen, found)
		}
		return fmt.Sprint("id ", slices.Index(seen, found))
	})
}

// interreg gives the id of the application that everything hangs on.
func interreg(w register.World) string {
	w.T.Helper()
	answer := w.Do(`{ project(acronym: "Commsec") { applications { id appliedTo { __typename } } } }`, nil)
	for _, a := range register.At(answer, "project", "applications").([]any) {
		if register.At(a, "appliedTo", "__typename") == "Programme" {
			return register.At(a, "id").(string)
		}
	}
	w.T.Fatal("nothing is applied for at a programme")
	return ""
}

func awardOf(w register.World, project string) string {
	w.T.Helper()
	answer := w.Do(`query($acronym: String) { project(acronym: $acronym) { awards { id } } }`, object{"acronym": project})
	return register.At(answer, "project", "awards", 0, "id").(string)
}
