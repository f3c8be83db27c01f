package decisions

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"partnernet/intake"
)

// realTexts names folders with the texts of real decisions, which are not the project's to keep.
const realTexts = "PARTNERNET_DECISIONS"

// realText reads a real decision; the test is left out where nobody has it.
func realText(t *testing.T, name string) *Draft {
	t.Helper()
	for _, folder := range filepath.SplitList(os.Getenv(realTexts)) {
		if text, err := os.ReadFile(filepath.Join(folder, name)); err == nil {
			return read(t, text)
		}
	}
	t.Skipf("%s names no folder with %s", realTexts, name)
	return nil
}

type factsOf map[string]any

// told is a facts file, with the records by what each is, and the links between them by the same.
type told struct {
	records map[string]factsOf
	labels  map[string]string // by key
}

// identities are the fields by which a record of a type is told from others of it; none where there is one.
var identities = map[string][]string{"Document": {"reference"}, "Organisation": {"legalName"}, "Network": {"acronym"}, "Area": {"name"}, "Project": {"acronym"},
	"Participation": {"role", "organisation"}, "Indicator": {"name"}, "Strategy": {"title"}, "StrategyAlignment": {"strategy"}, "Programme": {"name"},
	"Application": {"appliedTo"}, "LegalBasis": {"reference"}, "Decision": {"caseNumber"}, "BudgetLine": {"code"}, "Condition": {"type"}, "Obligation": {"type"}}

func readTold(t *testing.T, file []byte) told {
	t.Helper()
	var facts struct {
		Records []factsOf `yaml:"records"`
		Rest    factsOf   `yaml:",inline"`
	}
	if err := yaml.Unmarshal(file, &facts); err != nil {
		t.Fatal(err)
	}
	all := told{map[string]factsOf{}, map[string]string{}}
	for range 2 { // what identifies a record may be a link
		for _, r := range facts.Records {
			label := fmt.Sprint(r["record"])
			for _, field := range identities[label] {
				label += " " + fmt.Sprint(all.linked(r[field]))
			}
			all.labels[fmt.Sprint(r["key"])] = label
		}
	}
	for _, r := range facts.Records {
		all.records[all.labels[fmt.Sprint(r["key"])]] = r
	}
	return all
}

// linked gives a value with what a key leads to in place of the key, in an order of its own.
func (t told) linked(value any) any {
	switch value := value.(type) {
	case string:
		if label, is := t.labels[value]; is {
			return label
		}
		return value
	case []any:
		all := make([]any, len(value))
		for i, each := range value {
			all[i] = t.linked(each)
		}
		slices.SortFunc(all, func(a, b any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		return all
	case map[string]any:
		all := map[string]any{}
		for name, each := range value {
			all[name] = t.linked(each)
		}
		return all
	}
	return value
}

// In the founding case's file people put these in the registry's own words, or judged them. A draft has what the decision says in its place:
// objectives, activities and target groups as quoted sentences.
var (
	ownRecords = []string{"Objective", "Activity", "TargetGroup"}
	ownFields  = []string{"record", "key", "unknown", "locators", "summary", "mission", "description", "rationale", "items", "text", "themes", "targetGroups", "sha256"}
	ownTitles  = []string{"Output title", "Document RUN/112/2023 title"}
)

// The reader of decisions finds in the founding decision's text every fact that people found in it, and none that they did not.
func TestTheFoundingDecisionIsReadWhole(t *testing.T) {
	draft := realText(t, "RUN-112-2023.txt")
	file, err := draft.FactsFile("PUBLIC", false)
	if err != nil || len(file.Left) > 0 {
		t.Fatal(err, file.Left)
	}
	want, got := readTold(t, intake.Founding), readTold(t, file.Text)
	for label, record := range want.records {
		if slices.Contains(ownRecords, fmt.Sprint(record["record"])) {
			continue
		}
		read, is := got.records[label]
		if !is {
			t.Errorf("%s was not read", label)
			continue
		}
		for field, value := range record {
			if slices.Contains(ownFields, field) || slices.Contains(ownTitles, label+" "+field) {
				continue
			}
			if diff := cmp.Diff(want.linked(value), got.linked(read[field])); diff != "" {
				t.Errorf("%s: %s: %s", label, field, diff)
			}
		}
		unknown, _ := record["unknown"].(map[string]any)
		for field := range unknown {
			if read[field] != nil {
				t.Errorf("%s: %s is not in the decision, and the draft has %v", label, field, read[field])
			}
			if reasons, _ := read["unknown"].(map[string]any); reasons[field] == nil {
				t.Errorf("%s: that %s is not in the decision is not told", label, field)
			}
		}
	}
	for label := range got.records {
		if want.records[label] == nil {
			t.Errorf("%s is not in the decision", label)
		}
	}
	for kind, many := range map[string]int{"objective": 4, "activity": 2} {
		if sentences := len(shown(draft.Facts)[kind]); sentences < many {
			t.Errorf("%d sentences of the kind %s", sentences, kind)
		}
	}
}

// Two decisions of an Interreg programme. The second lost its numbers on the way: they are absent, and nothing stands for them.
func TestDecisionsOfAnInterregProgramme(t *testing.T) {
	for name, want := range map[string]map[string]string{
		"N30441-10-10.txt": {"caseNumber": "N30441-10-10", "decidedOn": "2010-05-20", "madeBy": "Länsstyrelsen Jämtlands län", "recipient": "Länsstyrelsen Jämtlands län",
			"project": "Gränslös geografisk information II", "plannedFrom": "2010-07-01", "plannedTo": "2012-06-30", "aidRate": "0.7337", "cap": "1210517.00 SEK",
			"costBasis": "REPORTED_AND_APPROVED", "programme": "Interreg Sverige–Norge", "legalBasis": "2007:14", "appeal": "NONE", "outcome": "GRANTED",
			"organisationNumber": "Länsstyrelsen Jämtlands län SE_ON 2021002452", "condition": "GENERAL_TERMS"},
		"infragreen.txt": {"caseNumber": "G30441-56-12", "madeBy": "Länsstyrelsen Jämtlands län", "recipient": "Länsstyrelsen i Västra Götaland",
			"project": "InfraGreen hållbar infrastruktur i gränsland", "aidRate": "0.55", "costBasis": "REPORTED_AND_APPROVED", "programme": "Interreg Sverige–Norge",
			"legalBasis": "2007:14", "appeal": "NONE", "outcome": "GRANTED", "condition": "GENERAL_TERMS, PUBLICITY"},
	} {
		got := map[string]string{}
		draft := realText(t, name)
		for kind, values := range shown(draft.Facts) {
			slices.Sort(values)
			got[kind] = strings.Join(values, ", ")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if absent := slices.Contains(draft.Absent, "cap"); absent != (want["cap"] == "") {
			t.Errorf("%s: that the cap is absent is %v", name, absent)
		}
	}
}
