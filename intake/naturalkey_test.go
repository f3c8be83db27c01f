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
  - {record: Organisation, key: their-partner, legalName: Future innovations AS}
  - {record: Programme, key: their-programme, name: Interreg Sverige–Norge}
  - {record: Application, key: their-other, project: their-project, appliedTo: their-programme, caseNumber: SN-17, state: APPLIED}
  - {record: LegalBasis, key: their-basis, type: ORDINANCE, reference: "2003:596", title: Förordning (2003:596)}
  - {record: Area, key: their-area, name: Mellansverige, codeSystem: OTHER}
  - {record: Partnership, key: their-partnership, type: PROJECT, arisesFrom: their-project, parties: [{position: 1, party: their-partner, role: PARTNER, confirmation: NOT_ASKED}, {position: 2, party: their-firm, role: PARTNER, confirmation: NOT_ASKED}]}
  - {record: Output, key: their-output, project: their-project, type: REPORT, title: Fem rapporter, plannedCount: 5}
  - {record: Indicator, key: their-indicator, project: their-project, name: "Antal framtagna kunskapsunderlag, strategier och program", unit: rapporter, target: 5}
  - {record: Objective, key: their-objective, project: their-project, statement: En gränsregion som står pall när något händer.}
  - {record: Activity, key: their-activity, project: their-project, title: Stärka MIDSEC}
  - {record: Strategy, key: their-national, title: Nationell strategi för hållbar regional utveckling, level: NATIONAL}
  - {record: Strategy, key: their-regional, title: Regional utvecklingsstrategi, level: REGIONAL}
  - {record: StrategyAlignment, key: their-alignment, project: their-project, strategy: their-regional}
  - {record: Strategy, key: another-regions, title: Program för smart specialisering, level: REGIONAL}
  - {record: Output, key: another-output, project: their-project, type: REPORT, title: Slutrapport, plannedCount: 1}
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
	if diff := cmp.Diff(map[string]int{"Document": 1, "Source": 1, "Output": 1, "Strategy": 1}, outcome.Created); diff != "" {
		t.Error(diff)
	}
	var differ []string
	for _, d := range outcome.Disagreements {
		differ = append(differ, d.Type+" "+d.Field)
	}
	if diff := cmp.Diff([]string{"Application caseNumber", "LegalBasis title", "Output title"}, differ); diff != "" {
		t.Errorf("it writes these otherwise, and disagrees: %s", diff)
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
