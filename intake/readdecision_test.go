package intake

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"partnernet/decisions"
	"partnernet/ledger"
)

// importRead records what is read of the text of a decision.
func (p place) importRead(text []byte) ledger.Outcome {
	p.t.Helper()
	draft, err := decisions.Read(p.t.Context(), bytes.NewReader(text), int64(len(text)))
	if err != nil {
		p.t.Fatal(err)
	}
	file, err := draft.FactsFile("PUBLIC", false)
	if err != nil {
		p.t.Fatal(err)
	}
	telling, err := ReadFacts(schema(p.t), file.Text)
	if err != nil {
		p.t.Fatal(err)
	}
	return p.tell(p.known().Recognise(telling))
}

// What is read of decisions of either country, one that turns down among them, is recorded by all rules of the register: once, and every value with
// the place in the text where it stands.
func TestWhatIsReadOfDecisionsIsRecorded(t *testing.T) {
	p := empty(t)
	p.found()
	place := ""
	for _, name := range []string{"seen/region", "seen/nordland", "aside/vinnova", "aside/lansstyrelsen", "aside/interregnorge"} {
		archive, err := txtar.ParseFile("../decisions/testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		if words := "25 % av redovisade och godkända kostnader, dock max 540 000 kronor"; place == "" {
			before, _, _ := strings.Cut(string(archive.Files[0].Data), words)
			place = fmt.Sprintf("page 1, characters %d–%d", len([]rune(before)), len([]rune(before+words)))
		}
		if first := p.importRead(archive.Files[0].Data); len(first.Created) == 0 {
			t.Errorf("%s: nothing was recorded", name)
		}
		if again := p.importRead(archive.Files[0].Data); len(again.Created)+len(again.Changed) > 0 {
			t.Errorf("%s: the second time created %v and changed %v", name, again.Created, again.Changed)
		}
	}
	got := p.ask(`{ project(acronym: "Fjällberedskap") { awards { state aidRate cap { amount currency } funder { legalName } conditions { type dependsOn { ... on Application { state } } }
	  unknown { field } fieldSources(fields: ["aidRate", "cap"]) { field locator source { reference } } } obligations { nodes { dueOn } } }
	  decision(caseNumber: "19/55120-4") { outcome madeBy { legalName } application { state amountAppliedFor { amount currency } } awards { state } } }`)
	want := expected(t, `{"project": {"awards": [{"state": "CONDITIONAL", "aidRate": "0.25", "cap": {"amount": "540000.00", "currency": "SEK"}, "funder": {"legalName": "Region Jämtland Härjedalen"},
	  "conditions": [{"type": "OTHER_FINANCING", "dependsOn": [{"state": "APPLIED"}]}, {"type": "GENERAL_TERMS", "dependsOn": []}], "unknown": [],
	  "fieldSources": [{"field": "aidRate", "locator": "`+place+`", "source": {"reference": "RUN/88/2021"}},
	    {"field": "cap", "locator": "`+place+`", "source": {"reference": "RUN/88/2021"}}]}], "obligations": {"nodes": [{"dueOn": "2023-03-31"}]}},
	  "decision": {"outcome": "REJECTED", "madeBy": {"legalName": "Nordland fylkeskommune"}, "application": {"state": "REJECTED", "amountAppliedFor": {"amount": "1200000.00", "currency": "NOK"}}, "awards": []}}`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A decision that grants two recipients is recorded as two awards, each with its own amount, once.
func TestAJointDecisionIsTwoAwards(t *testing.T) {
	p := empty(t)
	p.found()
	archive, err := txtar.ParseFile("../decisions/testdata/elsewhere/joint_ostersund.txtar")
	if err != nil {
		t.Fatal(err)
	}
	p.importRead(archive.Files[0].Data)
	if again := p.importRead(archive.Files[0].Data); len(again.Created)+len(again.Changed) > 0 {
		t.Errorf("the second time created %v and changed %v", again.Created, again.Changed)
	}
	got := p.ask(`{ decision(caseNumber: "20371188") { awards { recipient { legalName } aidRate cap { amount currency } funder { legalName } unknown { field } } } }`)
	want := expected(t, `{"decision": {"awards": [
	  {"recipient": {"legalName": "Åre kommun"}, "aidRate": "0.65", "cap": {"amount": "412300.00", "currency": "EUR"}, "funder": {"legalName": "Länsstyrelsen i Jämtlands län"}, "unknown": [{"field": "budgetLine"}, {"field": "costBasis"}]},
	  {"recipient": {"legalName": "Meråker kommune"}, "aidRate": "0.5", "cap": {"amount": "2450000.00", "currency": "NOK"}, "funder": null, "unknown": [{"field": "budgetLine"}, {"field": "costBasis"}, {"field": "funder"}]}]}}`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
