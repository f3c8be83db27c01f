package commands_test

import (
	"context"
	"maps"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testworld"
)

// clients is how many do the same at the same time.
const clients = 20

// However many admit one member at once, it is a member once.
func TestOneMemberAdmittedByManyAtOnce(t *testing.T) {
	w := newWorld(t)
	input := object{"member": w.organisation("A"), "network": w.network("MITTSEC", "PLANNED"), "validFrom": dayFrom(0)}
	answers := together(func(int) answer { return w.command("admitMember", input, "membership { id }") })
	oneDoes(t, answers, "CONFLICT", "member-admitted-already", "input.validFrom")
	if n := w.count("Membership"); n != 1 {
		t.Errorf("the member has %d memberships, want 1", n)
	}
}

// However many register one number at once, one organisation has it, and the others are told which.
func TestOneNumberRegisteredByManyAtOnce(t *testing.T) {
	w := newWorld(t)
	input := object{"legalName": "Region", "identifiers": number("SE_ON", swedish)}
	answers := together(func(int) answer { return w.command("registerOrganisation", input, "organisation { id }") })
	oneDoes(t, answers, "CONFLICT", "identifier-unique", "input.identifiers[0]")
	if n := w.count("Organisation"); n != 1 {
		t.Errorf("%d organisations have the number, want 1", n)
	}
}

// However many add one participant at once, it takes part once.
func TestOneParticipantAddedByManyAtOnce(t *testing.T) {
	w := newWorld(t)
	input := object{"project": w.project("P"), "organisation": w.organisation("A"), "role": "PARTNER"}
	oneDoes(t, together(func(int) answer { return w.command("addParticipant", input, "participation { id }") }), "CONFLICT", "participant-already", "input.organisation")
	if n := w.count("Participation"); n != 1 {
		t.Errorf("the organisation takes part %d times, want once", n)
	}
}

// A network that is closed while members are admitted has those that came before, and none after.
func TestANetworkClosedWhileMembersAreAdmitted(t *testing.T) {
	w := newWorld(t)
	network := w.network("MITTSEC", "PLANNED")
	members := make([]string, clients)
	for i := range members {
		members[i] = w.organisation("A")
	}
	const closer = clients / 2
	answers := together(func(client int) answer {
		if client == closer {
			return w.command("updateNetwork", object{"id": network, "lifecycle": "CLOSED"}, "changes { id subject { __typename } }")
		}
		return w.command("admitMember", object{"member": members[client], "network": network}, "changes { id subject { __typename } }")
	})
	closed, admitted := w.lastPosition(answers[closer].good()), int64(0)
	for client, a := range answers {
		switch {
		case client == closer:
		case len(a.Errors) > 0:
			a.fails("CONFLICT", "network-closed", "input.network")
		default:
			admitted++
			if at := w.lastPosition(a.good()); at > closed {
				t.Errorf("a member was admitted at %v, after the network was closed at %v", at, closed)
			}
		}
	}
	if n := w.count("Membership"); n != admitted {
		t.Errorf("%d memberships are there, and %d were answered", n, admitted)
	}
}

// lastPosition gives the position of the last change of a command, which no answer tells.
func (w world) lastPosition(payload object) int64 {
	w.t.Helper()
	all := payload["changes"].([]any)
	rows, err := w.db.ReadRows(w.t.Context(), store.Statement{
		Text: "MATCH (c:Change {id: $id}) RETURN c.position AS position", Params: object{"id": at(all[len(all)-1], "id")}})
	must(w.t, err)
	return rows[0]["position"].(int64)
}

// However many confirm as all the parties at once, every party's word counts.
func TestPartiesAnswerAtOnce(t *testing.T) {
	w := newWorld(t)
	parties := []object{}
	for range clients {
		parties = append(parties, party(w.organisation("Party"), "ASKED"))
	}
	id := w.make("proposePartnership", object{"type": "PROJECT", "parties": parties}, "partnership")
	answers := together(func(client int) answer {
		return w.command("confirmPartnership", object{"id": id, "party": parties[client]["party"]}, "partnership { state }")
	})
	active := 0
	for _, a := range answers {
		if a.good()["partnership"].(object)["state"] == "ACTIVE" {
			active++
		}
	}
	if active != 1 {
		t.Errorf("%d of the confirmations were the last one, want 1", active)
	}
}

// One command under one key is done once, however often and how much at once it is sent, and each sending gets the same answer.
func TestOneKeySentByManyAtOnce(t *testing.T) {
	w := newWorld(t)
	input := object{"legalName": "Region", "idempotencyKey": "a key"}
	send := func(int) answer {
		return w.command("registerOrganisation", input, "organisation { id version updatedAt } changes { id at }")
	}
	answers := append(together(send), send(0))
	for _, a := range answers {
		if diff := cmp.Diff(answers[0].good(), a.good()); diff != "" {
			t.Errorf("two sendings get different answers: %s", diff)
		}
	}
	if changes, want := w.count("Change"), len(answers[0].Data["changes"].([]any)); w.count("Organisation") != 1 || changes != int64(want) {
		t.Errorf("%d organisations by %d changes, want one by %d", w.count("Organisation"), changes, want)
	}
}

// oneDoes asks that one of the answers is good, and all others are refused for one reason.
func oneDoes(t *testing.T, answers []answer, code, rule, field string) {
	t.Helper()
	done := 0
	for _, a := range answers {
		if len(a.Errors) == 0 {
			done++
			continue
		}
		a.fails(code, rule, field)
	}
	if done != 1 {
		t.Errorf("%d of %d were done, want one", done, len(answers))
	}
}

// A key belongs to one command of one person.
func TestAKeyUsedForSomethingElse(t *testing.T) {
	w := newWorld(t)
	document := object{"title": "A letter", "publishedOn": dayFrom(-2), "idempotencyKey": "a key"}
	w.command("recordDocument", document, "changes { id }").good()
	for why, other := range map[string]object{
		"another day":   {"title": "A letter", "publishedOn": dayFrom(-1), "idempotencyKey": "a key"},
		"no day":        {"title": "A letter", "idempotencyKey": "a key"},
		"another title": {"title": "Another letter", "publishedOn": dayFrom(-2), "idempotencyKey": "a key"},
	} {
		t.Run(why, func(t *testing.T) {
			w.on(t).command("recordDocument", other, "changes { id }").fails("CONFLICT", "", "input.idempotencyKey")
		})
	}
	w.command("registerOrganisation", object{"legalName": "R", "idempotencyKey": "a key"}, "changes { id }").fails("CONFLICT", "", "input.idempotencyKey")
	w.as("COORDINATORS").command("recordDocument", document, "changes { id }").good()
	if n := w.count("Document"); n != 2 {
		t.Errorf("%d documents, want one of each person", n)
	}
}

// What was done under a key is kept together with the answer, be it that nothing stored is asked for.
func TestAKeyIsKeptWhateverIsSelected(t *testing.T) {
	w := newWorld(t)
	w.command("registerOrganisation", object{"legalName": "R", "idempotencyKey": "a key"}, "__typename").good()
	w.command("registerOrganisation", object{"legalName": "S", "idempotencyKey": "a key"}, "__typename").fails("CONFLICT", "", "input.idempotencyKey")
	w.command("registerOrganisation", object{"legalName": "R", "idempotencyKey": "a key"}, "__typename").good()
	if n := w.count("Organisation"); n != 1 {
		t.Errorf("%d organisations were entered, want one", n)
	}
}

// Who has not seen the last version is told which one it is, and changes nothing.
func TestAStaleVersion(t *testing.T) {
	w := newWorld(t)
	id := w.organisation("Region")
	rename := func(name string, version int) answer {
		return w.command("updateOrganisation", object{"id": id, "legalName": name, "expectedVersion": version}, "organisation { version }")
	}
	if got := rename("Regionen", 1).good()["organisation"].(object)["version"]; got != 2.0 {
		t.Errorf("the version after one change is %v, want 2", got)
	}
	before := w.dump()
	stale := rename("Another", 1)
	stale.fails("CONFLICT", "", "input.expectedVersion")
	if !strings.Contains(stale.Errors[0].Message, "version 2") {
		t.Errorf("the current version is not told: %s", stale.Errors[0].Message)
	}
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		t.Errorf("a stale command leaves something: %s", diff)
	}
	answers := together(func(int) answer { return rename("Yet another", 2) })
	oneDoes(t, answers, "CONFLICT", "", "input.expectedVersion")
}

// A dry run answers as the command would, and leaves nothing.
func TestADryRunLeavesNothing(t *testing.T) {
	w := newWorld(t)
	a, b, network := w.organisation("A"), w.organisation("B"), w.network("MITTSEC", "PLANNED")
	membership := w.make("admitMember", object{"member": b, "network": network}, "membership")
	for _, row := range []struct {
		command   string
		input     object
		selection string
	}{
		{"registerOrganisation", object{"legalName": "C", "identifiers": number("SE_ON", swedish)}, "organisation { legalName version identifiers { value } }"},
		{"updateOrganisation", object{"id": a, "legalName": "A AB"}, "organisation { legalName aliases version }"},
		{"registerNetwork", object{"acronym": "MIDSEC", "lifecycle": "ESTABLISHED"}, "network { acronym version }"},
		{"updateNetwork", object{"id": network, "host": a}, "network { host { legalName } version }"},
		{"admitMember", object{"member": a, "network": network}, "membership { state network { memberships { totalCount } } }"},
		{"endMembership", object{"id": membership, "validTo": dayFrom(0)}, "membership { state endStatus }"},
		{"proposePartnership", object{"type": "PROJECT", "parties": []object{party(a, "ASKED"), party(b, "ASKED")}}, "partnership { state parties { confirmation } }"},
		{"recordDocument", object{"title": "D"}, "document { title } source { title }"},
	} {
		t.Run(row.command, func(t *testing.T) {
			w := w.on(t)
			before := w.dump()
			row.input["dryRun"], row.input["idempotencyKey"] = true, "of "+row.command
			selection := row.selection + " changes { action fields { name before } }"
			would := w.command(row.command, row.input, selection).good()
			if diff := cmp.Diff(before, w.dump()); diff != "" {
				t.Fatalf("the dry run leaves something: %s", diff)
			}
			row.input["dryRun"] = false
			did := w.command(row.command, row.input, selection).good()
			if diff := cmp.Diff(would, did); diff != "" {
				t.Errorf("it does not do what the dry run said: %s", diff)
			}
		})
	}
}

// together sends a request of each of the clients at the same time, and gives their answers.
func together(send func(client int) answer) []answer {
	answers := make([]answer, clients)
	start := make(chan struct{})
	var done sync.WaitGroup
	for i := range clients {
		done.Go(func() {
			<-start
			answers[i] = send(i)
		})
	}
	close(start)
	done.Wait()
	return answers
}

// A preview asks the database nothing in other words than its command, under a key or without one: so what the database has planned for the preview, which takes it
// far longer than to run it, serves the command.
func TestAPreviewAsksWhatItsCommandAsks(t *testing.T) {
	w := newWorld(t)
	texts := map[string]bool{}
	w.handler = testworld.GraphQL(t, w.db.Observed(func(_ context.Context, s store.Statement, _ time.Duration, _ error) { texts[s.Text] = true }), func() time.Time { return today })
	input := object{"statement": "A need", "stakeholder": w.organisation("A")}
	const selection = "need { state stakeholder { ... on Organisation { legalName } } } changes { action }"
	w.command("recordNeed", merged(input, object{"dryRun": true}), selection).good()
	for _, also := range []object{{"idempotencyKey": "once"}, {}} {
		previewed := maps.Clone(texts)
		w.command("recordNeed", merged(input, also), selection).good()
		for text := range texts {
			if !previewed[text] {
				t.Errorf("the preview did not ask, and with %v the command does: %s", also, text)
			}
		}
	}
}
