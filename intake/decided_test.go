package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
)

// decided tells what came of the application to Interreg on which the founding award waits, as a file for an audience.
const decided = `
source: {document: letter}
sensitivity: %s
records:
  - {record: Document, key: letter, title: Beslutsbrev, type: DECISION}
  - {record: Project, key: their-project, acronym: Commsec}
  - {record: Programme, key: their-programme, name: Interreg Sverige–Norge}
  - {record: Application, key: their-other, project: their-project, appliedTo: their-programme%s}
`

const onIt = `  - {record: Decision, key: their-decision, application: their-other, caseNumber: SN-17, outcome: %s}
`

// waiting reads how the founding award stands, and what it waits for.
func (p place) waiting() any {
	return p.ask(`{ project(acronym: "Commsec") { awards { state conditions { status dependsOn { ... on Application { state fieldSources(fields: "state") { source { document { title } } } } } } } } }`)
}

// tellFile records a facts file, as it is imported.
func (p place) tellFile(file string) ledger.Outcome {
	p.t.Helper()
	telling, err := ReadFacts(schema(p.t), []byte(file))
	if err != nil {
		p.t.Fatal(err)
	}
	return p.tell(p.known().Recognise(telling))
}

// An application that waits moves to what a source tells came of it, by its state or by the decision on it, with all that hangs on it. That contradicts nobody.
func TestWhatCameOfAnApplicationFollows(t *testing.T) {
	for _, row := range []struct{ state, outcome, application, condition, award string }{
		{", state: GRANTED", "GRANTED", "GRANTED", "MET", "EFFECTIVE"},
		{"", "GRANTED", "GRANTED", "MET", "EFFECTIVE"},
		{", state: REJECTED", "", "REJECTED", "NOT_MET", "LAPSED"},
		{", state: WITHDRAWN", "", "WITHDRAWN", "NOT_MET", "LAPSED"},
		{"", "PARTLY_GRANTED", "PARTLY_GRANTED", "OPEN", "CONDITIONAL"},
	} {
		t.Run(strings.TrimPrefix(row.state+" "+row.outcome, ", "), func(t *testing.T) {
			file := fmt.Sprintf(decided, "PUBLIC", row.state)
			if row.outcome != "" {
				file += fmt.Sprintf(onIt, row.outcome)
			}
			p := empty(t)
			p.found()
			if outcome := p.tellFile(file); len(outcome.Disagreements) > 0 {
				t.Errorf("it disagrees: %v", outcome.Disagreements)
			}
			want := expected(t, fmt.Sprintf(`{"project": {"awards": [{"state": %q, "conditions": [{"status": %q, "dependsOn": [{"state": %q, "fieldSources": [{"source": {"document": {"title": "Beslutsbrev"}}}]}]},
			  {"status": "OPEN", "dependsOn": []}]}]}}`,
				row.award, row.condition, row.application))
			if diff := cmp.Diff(want, p.waiting()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A decision that puts an application off leaves it waiting, and one that is for fewer than see the application moves nothing before them.
func TestAnApplicationStaysWhereNothingCameOfIt(t *testing.T) {
	for name, file := range map[string]string{
		"put off":   fmt.Sprintf(decided, "PUBLIC", "") + fmt.Sprintf(onIt, "DEFERRED"),
		"for fewer": fmt.Sprintf(decided, "RESTRICTED", "") + fmt.Sprintf(onIt, "GRANTED"),
		"a claim":   fmt.Sprintf(decided, "RESTRICTED", ", state: GRANTED") + fmt.Sprintf(onIt, "GRANTED"),
	} {
		t.Run(name, func(t *testing.T) {
			p := empty(t)
			p.found()
			before := p.waiting()
			p.tellFile(file)
			if diff := cmp.Diff(before, p.waiting()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
