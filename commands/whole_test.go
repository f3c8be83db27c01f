package commands_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
)

// grounds gives the titles of the documents and sources that there are, but for those that taking back rests on.
func (w world) grounds() []string {
	w.t.Helper()
	rows, err := w.db.ReadRows(w.t.Context(), store.Statement{Text: `
MATCH (d:Document)
RETURN d.title + ' with sources ' + COUNT { (d)<-[:FROM_DOCUMENT]-(:Source) } AS ground`})
	must(w.t, err)
	var all []string
	for _, row := range rows {
		if ground := row["ground"].(string); !strings.HasPrefix(ground, "Taking back") {
			all = append(all, ground)
		}
	}
	slices.Sort(all)
	return all
}

// revertCommand takes a command back.
func (w world) revertCommand(command any) answer {
	return w.command("revertCommand", object{"command": command, "source": ground("Taking back")},
		"command reverted { subject { __typename } } left { __typename } "+changed)
}

// same compares two states of what there is.
func (w world) same(what string, want, got []string) {
	w.t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		w.t.Errorf("%s leaves (-before +after): %s", what, diff)
	}
}

// changesOf gives the changes of a command, as the log lists them.
func (w world) changesOf(command any) []any {
	got := w.do(`query($command: ID!) { changes(command: $command, first: 100) { nodes { command subject { __typename } } } }`, object{"command": command})
	return at(got, "changes", "nodes").([]any)
}

// A command is taken back by its one id with the document and source that it brought, and that is taken back in turn.
func TestAWholeCommandIsTakenBack(t *testing.T) {
	w := newWorld(t)
	a, network, c := w.organisation("A"), w.network("N", "FORMING"), w.chain()
	for _, row := range []struct {
		command string
		input   object
	}{
		{"recordNeed", object{"stakeholder": a, "statement": "Reservkraft vid avbrott längre än tre dygn."}},
		{"registerOrganisation", object{"legalName": "New"}},
		{"admitMember", object{"member": a, "network": network}},
		{"recordOutcome", object{"id": c.application, "outcome": "REJECTED"}},
		{"recordDocument", object{"title": "Minutes"}},
	} {
		facts, grounds := w.facts(), w.grounds()
		done := w.command(row.command, row.input, "command "+changed).good()
		factsAfter, groundsAfter := w.facts(), w.grounds()
		if cmp.Equal(grounds, groundsAfter) {
			t.Fatalf("%s brought no ground", row.command)
		}
		back := w.revertCommand(at(done, "command")).good()
		w.same(row.command+" taken back", facts, w.facts())
		w.same(row.command+" taken back", grounds, w.grounds())
		if got, want := len(back["reverted"].([]any)), len(w.changesOf(at(done, "command"))); got != want || len(back["left"].([]any)) > 0 {
			t.Errorf("%s: of %d changes %d are told as taken back, left %v", row.command, want, got, back["left"])
		}
		w.revertCommand(at(back, "command")).good()
		w.same(row.command+" done again", factsAfter, w.facts())
		w.same(row.command+" done again", groundsAfter, w.grounds())
	}
}

// A list is one command: all whom it admitted go, and the file with them.
func TestAListIsTakenBack(t *testing.T) {
	w, network := listed(t)
	facts, grounds := w.facts(), w.grounds()
	done := w.uploading("list.csv", memberList, object{"network": network}, "command taken").good()
	if done["taken"] != true {
		t.Fatalf("the list was not taken: %v", done)
	}
	after, groundsAfter := len(w.facts()), w.grounds()
	w.revertCommand(at(done, "command")).good()
	w.same("the list taken back", facts, w.facts())
	w.same("the list taken back", grounds, w.grounds())
	again := w.uploading("list.csv", memberList, object{"network": network}, "command").good()
	if w.same("the list given again", groundsAfter, w.grounds()); len(w.facts()) != after {
		t.Errorf("given again, the list tells %d facts, and told %d at first", len(w.facts()), after)
	}
	w.revertCommand(at(again, "command")).good()
	w.same("the list taken back again", facts, w.facts())
	w.same("the list taken back again", grounds, w.grounds())
}

// The ground of a command stays where something else has come to rest on it. A command of which that is all that remains cannot be taken back.
func TestAGroundInUseIsLeft(t *testing.T) {
	w := newWorld(t)
	first := w.command("registerOrganisation", object{"legalName": "A", "source": ground("A letter on both")}, "command organisation { id sources { id } }").good()
	shared := object{"id": at(first, "organisation", "sources", 0, "id")}
	second := w.command("registerOrganisation", object{"legalName": "B", "source": shared}, "command organisation { id }").good()
	back := w.revertCommand(at(first, "command")).good()
	expect(t, "what is left", back["left"], `[{"__typename": "Source"}, {"__typename": "Document"}]`)
	got := w.do(`{ organisations { nodes { legalName } } documents(filter: {text: "letter"}) { totalCount } }`, nil)
	expect(t, "what there is", got, `{"organisations": {"nodes": [{"legalName": "B"}]}, "documents": {"totalCount": 1}}`)

	document := w.command("recordDocument", object{"title": "Minutes"}, "command source { id }").good()
	w.command("registerOrganisation", object{"legalName": "C", "source": object{"id": at(document, "source", "id")}}, "command").good()
	w.revertCommand(at(document, "command")).fails("CONFLICT", "change-overtaken", "input.command")
	w.revertCommand(at(second, "command")).good()
}

// Taking back a command keeps to the rules of all: nobody learns of what they may not see, and a dry run leaves nothing.
func TestRevertingACommandKeepsToTheRules(t *testing.T) {
	w := newWorld(t)
	hidden := w.command("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "RESTRICTED"}, "command").good()
	w.as("COORDINATORS").revertCommand(at(hidden, "command")).fails("NOT_FOUND", "", "input.command")
	w.revertCommand("no such command").fails("NOT_FOUND", "", "input.command")
	dry := w.command("registerOrganisation", object{"legalName": "A", "dryRun": true}, "command").good()
	if dry["command"] != nil {
		t.Errorf("a dry run can be taken back by %v", dry["command"])
	}
	done := w.command("registerOrganisation", object{"legalName": "A", "idempotencyKey": "k"}, "command").good()
	before := w.dump()
	w.command("revertCommand", object{"command": done["command"], "dryRun": true}, "left { id }").good()
	w.same("a dry run", before, w.dump())
	w.revertCommand(done["command"]).good()
	w.revertCommand(done["command"]).fails("CONFLICT", "change-overtaken", "input.command")
}
