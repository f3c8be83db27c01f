package intake

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fieldSources gives which sources told what is held of all records that the log tells of, each as "type.field: source".
func (p place) fieldSources() []string {
	p.t.Helper()
	told := map[string]bool{}
	for after := "null"; ; {
		got := p.ask(`{ changes(first: 25, after: ` + after + `) { pageInfo { hasNextPage endCursor } nodes { subject { __typename
  fieldSources { field sourceUnknown source { reference } change { source { reference } } } } } } }`).(map[string]any)["changes"].(map[string]any)
		for _, node := range got["nodes"].([]any) {
			subject := node.(map[string]any)["subject"].(map[string]any)
			for _, each := range subject["fieldSources"].([]any) {
				field := each.(map[string]any)
				what := fmt.Sprintf("%s.%s", subject["__typename"], field["field"])
				if field["source"] == nil {
					p.t.Errorf("nobody told %s: %v", what, field["sourceUnknown"])
					continue
				}
				source := field["source"].(map[string]any)
				if diff := cmp.Diff(any(source), field["change"].(map[string]any)["source"]); diff != "" {
					p.t.Errorf("%s rests on another source than its change: %s", what, diff)
				}
				told[fmt.Sprintf("%s: %v", what, source["reference"])] = true
			}
		}
		page := got["pageInfo"].(map[string]any)
		if page["hasNextPage"] != true {
			break
		}
		after = fmt.Sprintf("%q", page["endCursor"])
	}
	all := []string{}
	for each := range told {
		all = append(all, each)
	}
	slices.Sort(all)
	return all
}

// Whatever is imported, every value, relation and part of every record has the source that told it.
func TestWhatIsImportedHasItsSource(t *testing.T) {
	p := empty(t)
	p.found()
	p.tell(p.known().Recognise(p.sample()))
	p.answers("../docs/sample/answers.csv")
	p.take(read(t, commsec(), partner(nil)), "list.json")
	all := p.fieldSources()
	for _, want := range []string{
		"Project.plannedFrom: RUN/112/2023", "Condition.award: RUN/112/2023", // a decision, told as facts
		"Need.statement: answers.csv",                                  // answers to a survey
		"Project.acronym: list.json", "Project.plannedFrom: list.json", // a partner list, also of what the decision had told
		"Participation.budget: list.json",
	} {
		if !slices.Contains(all, want) {
			t.Errorf("%s is not among what is told:\n%q", want, all)
		}
	}
	got := p.ask(`{ project(acronym: "Bridge") { fieldSources(fields: ["plannedTo"]) { field value locator } } }`)
	if diff := cmp.Diff(expected(t, `{"project": {"fieldSources": [{"field": "plannedTo", "value": "2024-06-30", "locator": "row 2"}]}}`), got); diff != "" {
		t.Error(diff)
	}
}
