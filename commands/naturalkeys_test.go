package commands_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// says asks that an answer's first error tells something.
func (a answer) says(text string) {
	a.t.Helper()
	if len(a.Errors) == 0 || !strings.Contains(a.Errors[0].Message, text) {
		a.t.Errorf("it does not say %q: %v", text, a.Errors)
	}
}

// A second decision or application of one case number at one authority is refused, whatever key it is sent under.
func TestACaseIsRecordedOnce(t *testing.T) {
	w := newWorld(t)
	funder, other, project := w.organisation("Funder"), w.organisation("Other funder"), w.project("P")
	apply := object{"project": project, "appliedTo": funder, "caseNumber": "RUN/112/2023", "idempotencyKey": "1"}
	application := w.make("recordApplication", apply, "application")
	again := w.command("recordApplication", merged(apply, object{"caseNumber": "run/112/2023", "idempotencyKey": "2"}), "application { id }")
	again.fails("CONFLICT", "case-number-unique", "input.caseNumber")
	again.says(application)
	elsewhere := w.make("recordApplication", merged(apply, object{"appliedTo": other, "idempotencyKey": "3"}), "application")

	decide := object{"application": application, "caseNumber": "RUN/112/2023", "outcome": "GRANTED", "madeBy": funder, "idempotencyKey": "4"}
	decision := w.make("recordDecision", decide, "decision")
	for _, change := range []object{{"idempotencyKey": "5"}, {"madeBy": nil, "idempotencyKey": "6"}, {"madeBy": other, "caseNumber": "RUN/112/2023 ", "idempotencyKey": "7"}} {
		w.command("recordDecision", merged(decide, change), "decision { id }").fails("CONFLICT", "case-number-unique", "input.caseNumber")
	}
	theirs := w.make("recordDecision", object{"application": elsewhere, "caseNumber": "RUN/112/2023", "outcome": "GRANTED"}, "decision")
	find := func(authority any) any {
		return at(w.do(`query($authority: ID) { decision(caseNumber: "RUN/112/2023", authority: $authority) { id } }`, object{"authority": authority}), "decision", "id")
	}
	if find(funder) != decision || find(other) != theirs {
		t.Errorf("found %v and %v, want %v and %v", find(funder), find(other), decision, theirs)
	}
	w.ask(`{ decision(caseNumber: "RUN/112/2023") { id } }`, nil).fails("CONFLICT", "", "")
	w.ask(`query($id: ID) { decision(id: $id, authority: $id) { id } }`, object{"id": decision}).fails("BAD_INPUT", "", "decision")
	if n := w.count("Decision"); n != 2 {
		t.Errorf("there are %d decisions", n)
	}
}

// A case number is free again once what had it is taken back, and has another holder once it has been corrected.
func TestACaseNumberIsFreed(t *testing.T) {
	w := newWorld(t)
	apply := object{"project": w.project("P"), "appliedTo": w.organisation("Funder"), "caseNumber": "C"}
	first := w.command("recordApplication", apply, "application { id } "+changed).good()
	w.revert(changeOf(first, "Application")).good()
	second := w.make("recordApplication", apply, "application")
	w.revert(changeOf(first, "Application"))
	w.command("updateApplication", object{"id": second, "caseNumber": "D"}, "application { id }").good()
	w.make("recordApplication", apply, "application")
	w.command("updateApplication", object{"id": second, "caseNumber": "C"}, "application { id }").fails("CONFLICT", "case-number-unique", "input.caseNumber")
}

// An award is not told twice by one decision: what tells two awards of one recipient apart is said.
func TestAnAwardIsRecordedOnce(t *testing.T) {
	w := newWorld(t)
	award := func(line string) object {
		return object{"recipient": w.organisation("Firm " + line), "aidRate": "0.35", "budgetLine": object{"new": object{"code": line}}}
	}
	one, two := award("1:1"), award("1:2")
	decide := object{"application": w.application("P"), "caseNumber": "C", "outcome": "GRANTED", "awards": []object{one, one}}
	w.command("recordDecision", decide, "decision { id }").fails("CONFLICT", "award-unique", "input.awards")
	w.command("recordDecision", merged(decide, object{"awards": []object{one, two, merged(one, object{"budgetLine": two["budgetLine"]})}}), "decision { id }").good()
}

// An acronym is one network's, whatever the case of its letters, until the network is closed or goes by another.
func TestAnAcronymIsOneNetworks(t *testing.T) {
	w := newWorld(t)
	first, other := w.network("MITTSEC", "FORMING"), w.network("OTHER", "FORMING")
	register := func() answer {
		return w.command("registerNetwork", object{"acronym": "MittSec", "lifecycle": "PLANNED"}, "network { id }")
	}
	register().fails("CONFLICT", "network-acronym-unique", "input.acronym")
	register().says(first)
	rename := w.command("updateNetwork", object{"id": other, "acronym": "mittsec"}, "network { id }")
	rename.fails("CONFLICT", "network-acronym-unique", "input.acronym")
	rename.says(first)
	w.command("updateNetwork", object{"id": first, "acronym": "Mittsec"}, "network { id }").good()
	w.command("updateNetwork", object{"id": first, "lifecycle": "CLOSED"}, "network { id }").good()
	register().good()
	w.command("updateNetwork", object{"id": first, "lifecycle": "ESTABLISHED"}, "network { id }").fails("CONFLICT", "network-acronym-unique", "input.acronym")
}

// A file is one document, whatever it is called the second time, among all that the recorder may see. One that others keep to themselves is
// not told.
func TestADocumentIsRecordedOnce(t *testing.T) {
	w := newWorld(t)
	digest := strings.Repeat("0f", 32)
	first := w.make("recordDocument", object{"title": "Rapport", "type": "REPORT", "sha256": digest}, "document")
	for _, again := range []object{{"sha256": digest}, {"sha256": strings.ToUpper(digest)}, {"sha256": digest, "sensitivity": "COORDINATORS"}} {
		refused := w.command("recordDocument", merged(object{"title": "The same report"}, again), "document { id }")
		refused.fails("CONFLICT", "document-unique", "input.sha256")
		refused.says(first)
	}
	other := w.make("recordDocument", object{"title": "Another"}, "document")
	w.command("updateDocument", object{"id": other, "sha256": digest}, "document { id }").fails("CONFLICT", "document-unique", "input.sha256")
	w.command("updateDocument", object{"id": first, "sha256": strings.ToUpper(digest)}, "document { id }").good()

	theirs := strings.Repeat("a1", 32)
	w.make("recordDocument", object{"title": "Theirs", "sha256": theirs, "sensitivity": "RESTRICTED"}, "document")
	w.as("COORDINATORS").make("recordDocument", object{"title": "Ours", "sha256": theirs}, "document")
}

// Of many that tell one decision at once, one is taken.
func TestACaseIsRecordedOnceByMany(t *testing.T) {
	w := newWorld(t)
	application := w.application("P")
	answers := together(func(int) answer {
		return w.command("recordDecision", object{"application": application, "caseNumber": "C", "outcome": "DEFERRED"}, "decision { id }")
	})
	oneDoes(t, answers, "CONFLICT", "case-number-unique", "input.caseNumber")
	if diff := cmp.Diff(int64(1), w.count("Decision")); diff != "" {
		t.Error(diff)
	}
}
