package ledger_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

// groundsOf gives the titles of the documents and sources that there are, but for those that taking back rests on.
func groundsOf(w register.World) []string {
	w.T.Helper()
	rows, err := w.DB.ReadRows(w.T.Context(), store.Statement{Text: `
MATCH (d:Document)
RETURN d.title + ' with sources ' + COUNT { (d)<-[:FROM_DOCUMENT]-(:Source) } AS ground`})
	testworld.Must(w.T, err)
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
func revertCommand(w register.World, command any) register.Answer {
	return w.Command("revertCommand", object{"command": command, "source": testworld.Ground("Taking back")},
		"command reverted { subject { __typename } } left { __typename } "+register.Changed)
}

// same compares two states of what there is.
func same(w register.World, what string, want, got []string) {
	w.T.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		w.T.Errorf("%s leaves (-before +after): %s", what, diff)
	}
}

// changesOf gives the changes of a command, as the log lists them.
func changesOf(w register.World, command any) []any {
	got := w.Do(`query($command: ID!) { changes(command: $command, first: 100) { nodes { command subject { __typename } } } }`, object{"command": command})
	return register.At(got, "changes", "nodes").([]any)
}

// A command is taken back by its one id with the document and source that it brought, and that is taken back in turn.
func TestAWholeCommandIsTakenBack(t *testing.T) {
	w := register.New(t)
	a, network, c := w.Organisation("A"), w.Network("N", "FORMING"), w.Chain()
	for _, row := range []struct {
		command string
		input   object
	}{
		{"recordNeed", object{"stakeholder": a, "statement": "Reservkraft vid avbrott längre än tre dygn."}},
		{"registerOrganisation", object{"legalName": "New"}},
		{"admitMember", object{"member": a, "network": network}},
		{"recordOutcome", object{"id": c.Application, "outcome": "REJECTED"}},
		{"recordDocument", object{"title": "Minutes"}},
	} {
		facts, grounds := w.Facts(), groundsOf(w)
		done := w.Command(row.command, row.input, "command "+register.Changed).Good()
		factsAfter, groundsAfter := w.Facts(), groundsOf(w)
		if cmp.Equal(grounds, groundsAfter) {
			t.Fatalf("%s brought no ground", row.command)
		}
		back := revertCommand(w, register.At(done, "command")).Good()
		same(w, row.command+" taken back", facts, w.Facts())
		same(w, row.command+" taken back", grounds, groundsOf(w))
		if got, want := len(back["reverted"].([]any)), len(changesOf(w, register.At(done, "command"))); got != want || len(back["left"].([]any)) > 0 {
			t.Errorf("%s: of %d changes %d are told as taken back, left %v", row.command, want, got, back["left"])
		}
		revertCommand(w, register.At(back, "command")).Good()
		same(w, row.command+" done again", factsAfter, w.Facts())
		same(w, row.command+" done again", groundsAfter, groundsOf(w))
	}
}

// A list is one command: all whom it admitted go, and the file with them.
func TestAListIsTakenBack(t *testing.T) {
	w, network := register.Listed(t)
	facts, grounds := w.Facts(), groundsOf(w)
	done := w.ImportMembers("list.csv", register.MemberList, object{"network": network}, "command taken").Good()
	if done["taken"] != true {
		t.Fatalf("the list was not taken: %v", done)
	}
	after, groundsAfter := len(w.Facts()), groundsOf(w)
	revertCommand(w, register.At(done, "command")).Good()
	same(w, "the list taken back", facts, w.Facts())
	same(w, "the list taken back", grounds, groundsOf(w))
	again := w.ImportMembers("list.csv", register.MemberList, object{"network": network}, "command").Good()
	if same(w, "the list given again", groundsAfter, groundsOf(w)); len(w.Facts()) != after {
		t.Errorf("given again, the list tells %d facts, and told %d at first", len(w.Facts()), after)
	}
	revertCommand(w, register.At(again, "command")).Good()
	same(w, "the list taken back again", facts, w.Facts())
	same(w, "the list taken back again", grounds, groundsOf(w))
}

// The ground of a command stays where something else has come to rest on it. A command of which that is all that remains cannot be taken back.
func TestAGroundInUseIsLeft(t *testing.T) {
	w := register.New(t)
	first := w.Command("registerOrganisation", object{"legalName": "A", "source": testworld.Ground("A letter on both")}, "command organisation { id sources { id } }").Good()
	shared := object{"id": register.At(first, "organisation", "sources", 0, "id")}
	second := w.Command("registerOrganisation", object{"legalName": "B", "source": shared}, "command organisation { id }").Good()
	back := revertCommand(w, register.At(first, "command")).Good()
	register.Expect(t, "what is left", back["left"], `[{"__typename": "Source"}, {"__typename": "Document"}]`)
	got := w.Do(`{ organisations { nodes { legalName } } documents(filter: {text: "letter"}) { totalCount } }`, nil)
	register.Expect(t, "what there is", got, `{"organisations": {"nodes": [{"legalName": "B"}]}, "documents": {"totalCount": 1}}`)

	document := w.Command("recordDocument", object{"title": "Minutes"}, "command source { id }").Good()
	w.Command("registerOrganisation", object{"legalName": "C", "source": object{"id": register.At(document, "source", "id")}}, "command").Good()
	revertCommand(w, register.At(document, "command")).Fails("CONFLICT", "change-overtaken", "input.command")
	revertCommand(w, register.At(second, "command")).Good()
}

// Taking back a command keeps to the rules of all: nobody learns of what they may not see, and a dry run leaves nothing.
func TestRevertingACommandKeepsToTheRules(t *testing.T) {
	w := register.New(t)
	hidden := w.Command("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "RESTRICTED"}, "command").Good()
	revertCommand(w.As("COORDINATORS"), register.At(hidden, "command")).Fails("NOT_FOUND", "", "input.command")
	revertCommand(w, "no such command").Fails("NOT_FOUND", "", "input.command")
	dry := w.Command("registerOrganisation", object{"legalName": "A", "dryRun": true}, "command").Good()
	if dry["command"] != nil {
		t.Errorf("a dry run can be taken back by %v", dry["command"])
	}
	done := w.Command("registerOrganisation", object{"legalName": "A", "idempotencyKey": "k"}, "command").Good()
	before := w.Dump()
	w.Command("revertCommand", object{"command": done["command"], "dryRun": true}, "left { id }").Good()
	same(w, "a dry run", before, w.Dump())
	revertCommand(w, done["command"]).Good()
	revertCommand(w, done["command"]).Fails("CONFLICT", "change-overtaken", "input.command")
}
