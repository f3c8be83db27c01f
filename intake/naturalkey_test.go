package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/ledger"
)

// elsewhere tells the founding decision as another source would: by keys of its own, and with what that source knows besides.
const elsewhere = `
source: {document: letter}
sensitivity: PUBLIC
records:
  - {record: Document, key: letter, title: Beslutsbrev, type: DECISION}
  - {record: Organisation, key: their-region, legalName: Region Jämtland Härjedalen}
  - {record: Organisation, key: their-firm, legalName: IUC Z-Group AB}
  - {record: Network, key: their-network, acronym: MITTSEC, lifecycle: PLANNED}
  - {record: Project, key: their-project, acronym: Commsec}
  - {record: BudgetLine, key: their-line, code: "1:1"}
  - {record: Application, key: their-application, caseNumber: run/112/2023, project: their-project, appliedTo: their-region, state: GRANTED}
  - {record: Decision, key: their-decision, caseNumber: RUN/112/2023, application: their-application, outcome: GRANTED, decidedOn: 2023-06-20}
  - {record: Award, key: their-award, decision: their-decision, project: their-project, recipient: their-firm, budgetLine: their-line, state: CONDITIONAL}
  - {record: Condition, key: their-condition, award: their-award, type: OTHER_FINANCING, status: OPEN}
  - {record: Obligation, key: their-obligation, decision: their-decision, type: FINAL_REPORT, status: OPEN}
`

// A file that tells what is identified as what the registry holds adds to that, and makes no second one.
func TestADecisionToldAgainIsTheHeldOne(t *testing.T) {
	p := empty(t)
	p.found()
	telling, err := ReadFacts(schema(t), []byte(elsewhere))
	if err != nil {
		t.Fatal(err)
	}
	recognised := p.known().Recognise(telling)
	for i, record := range recognised.Records {
		if want, got := telling.Places[telling.Records[i].ID], recognised.Places[record.ID]; got != want {
			t.Errorf("%s %s is told at %q, want %q: what is refused is told by its place in the file", record.Type, record.ID, got, want)
		}
	}
	outcome := p.tell(recognised)
	if diff := cmp.Diff(map[string]int{"Document": 1, "Source": 1}, outcome.Created); diff != "" {
		t.Error(diff)
	}
	if d := outcome.Disagreements; len(d) != 1 || d[0].Field != "caseNumber" {
		t.Errorf("it writes one case number otherwise, and disagrees: %v", d)
	}
	got := p.ask(`{ decision(caseNumber: "RUN/112/2023") { decidedOn sources { title } awards { conditions { type } } obligations { type } } }`)
	want := expected(t, `{"decision": {"decidedOn": "2023-06-20", "sources": [{"title": "Medfinansiering till projektet Commsec"}, {"title": "Beslutsbrev"}],
	  "awards": [{"conditions": [{"type": "OTHER_FINANCING"}, {"type": "GENERAL_TERMS"}]}], "obligations": [{"type": "FINAL_REPORT"}]}}`)
	if diff := cmp.Diff(want, got, sameWhenEmpty); diff != "" {
		t.Error(diff)
	}
	if _, err := p.ledger.Tell(t.Context(), telling); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("a telling that is not recognised is taken: %v", err)
	}
}

// A file that somebody has recorded as a document is that document to whatever import reads or tells it: a facts file under keys of its own,
// and a list.
func TestADocumentToldAgainIsTheHeldOne(t *testing.T) {
	p := empty(t)
	facts := func(key string, digest string) ledger.Telling {
		telling, err := ReadFacts(schema(t), []byte(`
source: {document: `+key+`}
sensitivity: PUBLIC
records:
  - {record: Document, key: `+key+`, title: Partnerlista, type: DATASET, sha256: `+digest+`}
`))
		if err != nil {
			t.Fatal(err)
		}
		return p.known().Recognise(telling)
	}
	p.tell(facts("one", digest("list")))
	for why, telling := range map[string]ledger.Telling{"facts": facts("two", strings.ToUpper(digest("list"))), "a list": read(t, partner(nil)).Telling(SourceFile{Path: "list", SHA256: digest("list"), ReadAt: today}, p.known())} {
		if n := p.tell(telling).Created["Document"]; n != 0 {
			t.Errorf("%s: the document is recorded again", why)
		}
	}
	got := p.ask(`{ documents { totalCount nodes { title } } }`)
	if diff := cmp.Diff(expected(t, `{"documents": {"totalCount": 1, "nodes": [{"title": "Partnerlista"}]}}`), got); diff != "" {
		t.Error(diff)
	}
}
