package commands_test

import (
	"strings"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// says asks that an answer's first error tells something.
func says(a register.Answer, text string) {
	a.T.Helper()
	if len(a.Errors) == 0 || !strings.Contains(a.Errors[0].Message, text) {
		a.T.Errorf("it does not say %q: %v", text, a.Errors)
	}
}

// A second decision or application of one case number at one authority is refused, whatever key it is sent under.
func TestACaseIsRecordedOnce(t *testing.T) {
	w := register.New(t)
	funder, other, project := w.Organisation("Funder"), w.Organisation("Other funder"), w.Project("P")
	apply := object{"project": project, "appliedTo": funder, "caseNumber": "RUN/112/2023", "idempotencyKey": "1"}
	application := w.Make("recordApplication", apply, "application")
	again := w.Command("recordApplication", register.Merged(apply, object{"caseNumber": "run/112/2023", "idempotencyKey": "2"}), "application { id }")
	again.Fails("CONFLICT", "case-number-unique", "input.caseNumber")
	says(again, application)
	elsewhere := w.Make("recordApplication", register.Merged(apply, object{"appliedTo": other, "idempotencyKey": "3"}), "application")

	decide := object{"application": application, "caseNumber": "RUN/112/2023", "outcome": "GRANTED", "madeBy": funder, "idempotencyKey": "4"}
	decision := w.Make("recordDecision", decide, "decision")
	for _, change := range []object{{"idempotencyKey": "5"}, {"madeBy": nil, "idempotencyKey": "6"}, {"madeBy": other, "caseNumber": "RUN/112/2023 ", "idempotencyKey": "7"}} {
		w.Command("recordDecision", register.Merged(decide, change), "decision { id }").Fails("CONFLICT", "case-number-unique", "input.caseNumber")
	}
	theirs := w.Make("recordDecision", object{"application": elsewhere, "caseNumber": "RUN/112/2023", "outcome": "GRANTED"}, "decision")
	find := func(authority any) any {
		return register.At(w.Do(`query($authority: ID) { decision(caseNumber: "RUN/112/2023", authority: $authority) { id } }`, object{"authority": authority}), "decision", "id")
	}
	if find(funder) != decision || find(other) != theirs {
		t.Errorf("found %v and %v, want %v and %v", find(funder), find(other), decision, theirs)
	}
	w.Ask(`{ decision(caseNumber: "RUN/112/2023") { id } }`, nil).Fails("CONFLICT", "", "")
	w.Ask(`query($id: ID) { decision(id: $id, authority: $id) { id } }`, object{"id": decision}).Fails("BAD_INPUT", "", "decision")
	if n := w.Count("Decision"); n != 2 {
		t.Errorf("there are %d decisions", n)
	}
}

// A case number is free again once what had it is taken back, and has another holder once it has been corrected.
func TestACaseNumberIsFreed(t *testing.T) {
	w := register.New(t)
	apply := object{"project": w.Project("P"), "appliedTo": w.Organisation("Funder"), "caseNumber": "C"}
	first := w.Command("recordApplication", apply, "application { id } "+register.Changed).Good()
	w.Revert(register.ChangeOf(first, "Application")).Good()
	second := w.Make("recordApplication", apply, "application")
	w.Revert(register.ChangeOf(first, "Application"))
	w.Command("updateApplication", object{"id": second, "caseNumber": "D"}, "application { id }").Good()
	w.Make("recordApplication", apply, "application")
	w.Command("updateApplication", object{"id": second, "caseNumber": "C"}, "application { id }").Fails("CONFLICT", "case-number-unique", "input.caseNumber")
}

// An award is not told twice by one decision: what tells two awards of one recipient apart is said.
func TestAnAwardIsRecordedOnce(t *testing.T) {
	w := register.New(t)
	award := func(line string) object {
		return object{"recipient": w.Organisation("Firm " + line), "aidRate": "0.35", "budgetLine": object{"new": object{"code": line}}}
	}
	one, two := award("1:1"), award("1:2")
	decide := object{"application": w.Application("P"), "caseNumber": "C", "outcome": "GRANTED", "awards": []object{one, one}}
	w.Command("recordDecision", decide, "decision { id }").Fails("CONFLICT", "award-unique", "input.awards")
	w.Command("recordDecision", register.Merged(decide, object{"awards": []object{one, two, register.Merged(one, object{"budgetLine": two["budgetLine"]})}}), "decision { id }").Good()
}

// An acronym is one network's, whatever the case of its letters, until the network is closed or goes by another.
func TestAnAcronymIsOneNetworks(t *testing.T) {
	w := register.New(t)
	first, other := w.Network("MITTSEC", "FORMING"), w.Network("OTHER", "FORMING")
	registered := func() register.Answer {
		return w.Command("registerNetwork", object{"acronym": "MittSec", "lifecycle": "PLANNED"}, "network { id }")
	}
	registered().Fails("CONFLICT", "network-acronym-unique", "input.acronym")
	says(registered(), first)
	rename := w.Command("updateNetwork", object{"id": other, "acronym": "mittsec"}, "network { id }")
	rename.Fails("CONFLICT", "network-acronym-unique", "input.acronym")
	says(rename, first)
	w.Command("updateNetwork", object{"id": first, "acronym": "Mittsec"}, "network { id }").Good()
	w.Command("updateNetwork", object{"id": first, "lifecycle": "CLOSED"}, "network { id }").Good()
	registered().Good()
	w.Command("updateNetwork", object{"id": first, "lifecycle": "ESTABLISHED"}, "network { id }").Fails("CONFLICT", "network-acronym-unique", "input.acronym")
}

// A file is one document, whatever it is called the second time, among all that the recorder may see. One that others keep to themselves is
// not told.
func TestADocumentIsRecordedOnce(t *testing.T) {
	w := register.New(t)
	digest := strings.Repeat("0f", 32)
	first := w.Make("recordDocument", object{"title": "Rapport", "type": "REPORT", "sha256": digest}, "document")
	for _, again := range []object{{"sha256": digest}, {"sha256": strings.ToUpper(digest)}, {"sha256": digest, "sensitivity": "COORDINATORS"}} {
		refused := w.Command("recordDocument", register.Merged(object{"title": "The same report"}, again), "document { id }")
		refused.Fails("CONFLICT", "document-unique", "input.sha256")
		says(refused, first)
	}
	other := w.Make("recordDocument", object{"title": "Another"}, "document")
	w.Command("updateDocument", object{"id": other, "sha256": digest}, "document { id }").Fails("CONFLICT", "document-unique", "input.sha256")
	w.Command("updateDocument", object{"id": first, "sha256": strings.ToUpper(digest)}, "document { id }").Good()

	theirs := strings.Repeat("a1", 32)
	w.Make("recordDocument", object{"title": "Theirs", "sha256": theirs, "sensitivity": "RESTRICTED"}, "document")
	w.As("COORDINATORS").Make("recordDocument", object{"title": "Ours", "sha256": theirs}, "document")
}

// Of many that tell one decision at once, one is taken.
func TestACaseIsRecordedOnceByMany(t *testing.T) {
	w := register.New(t)
	application := w.Application("P")
	answers := register.AtOnce(func(int) register.Answer {
		return w.Command("recordDecision", object{"application": application, "caseNumber": "C", "outcome": "DEFERRED"}, "decision { id }")
	})
	oneDoes(t, answers, "CONFLICT", "case-number-unique", "input.caseNumber")
	if diff := cmp.Diff(int64(1), w.Count("Decision")); diff != "" {
		t.Error(diff)
	}
}
