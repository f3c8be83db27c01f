package commands_test

import (
	"context"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

// However many admit one member at once, it is a member once.
func TestOneMemberAdmittedByManyAtOnce(t *testing.T) {
	w := register.New(t)
	input := object{"member": w.Organisation("A"), "network": w.Network("MITTSEC", "PLANNED"), "validFrom": register.DayFrom(0)}
	answers := register.AtOnce(func(int) register.Answer { return w.Command("admitMember", input, "membership { id }") })
	oneDoes(t, answers, "CONFLICT", "member-admitted-already", "input.validFrom")
	if n := w.Count("Membership"); n != 1 {
		t.Errorf("the member has %d memberships, want 1", n)
	}
}

// However many register one number at once, one organisation has it, and the others are told which.
func TestOneNumberRegisteredByManyAtOnce(t *testing.T) {
	w := register.New(t)
	input := object{"legalName": "Region", "identifiers": register.Number("SE_ON", register.Swedish)}
	answers := register.AtOnce(func(int) register.Answer { return w.Command("registerOrganisation", input, "organisation { id }") })
	oneDoes(t, answers, "CONFLICT", "identifier-unique", "input.identifiers[0]")
	if n := w.Count("Organisation"); n != 1 {
		t.Errorf("%d organisations have the number, want 1", n)
	}
}

// However many add one participant at once, it takes part once.
func TestOneParticipantAddedByManyAtOnce(t *testing.T) {
	w := register.New(t)
	input := object{"project": w.Project("P"), "organisation": w.Organisation("A"), "role": "PARTNER"}
	oneDoes(t, register.AtOnce(func(int) register.Answer { return w.Command("addParticipant", input, "participation { id }") }), "CONFLICT", "participant-already", "input.organisation")
	if n := w.Count("Participation"); n != 1 {
		t.Errorf("the organisation takes part %d times, want once", n)
	}
}

// A network that is closed while members are admitted has those that came before, and none after.
func TestANetworkClosedWhileMembersAreAdmitted(t *testing.T) {
	w := register.New(t)
	network := w.Network("MITTSEC", "PLANNED")
	members := make([]string, register.Clients)
	for i := range members {
		members[i] = w.Organisation("A")
	}
	const closer = register.Clients / 2
	answers := register.AtOnce(func(client int) register.Answer {
		if client == closer {
			return w.Command("updateNetwork", object{"id": network, "lifecycle": "CLOSED"}, "changes { id subject { __typename } }")
		}
		return w.Command("admitMember", object{"member": members[client], "network": network}, "changes { id subject { __typename } }")
	})
	closed, admitted := lastPosition(w, answers[closer].Good()), int64(0)
	for client, a := range answers {
		switch {
		case client == closer:
		case len(a.Errors) > 0:
			a.Fails("CONFLICT", "network-closed", "input.network")
		default:
			admitted++
			if at := lastPosition(w, a.Good()); at > closed {
				t.Errorf("a member was admitted at %v, after the network was closed at %v", at, closed)
			}
		}
	}
	if n := w.Count("Membership"); n != admitted {
		t.Errorf("%d memberships are there, and %d were answered", n, admitted)
	}
}

// lastPosition gives the position of the last change of a command, which no answer tells.
func lastPosition(w register.World, payload object) int64 {
	w.T.Helper()
	all := payload["changes"].([]any)
	rows, err := w.DB.ReadRows(w.T.Context(), store.Statement{
		Text: "MATCH (c:Change {id: $id}) RETURN c.position AS position", Params: object{"id": register.At(all[len(all)-1], "id")}})
	testworld.Must(w.T, err)
	return rows[0]["position"].(int64)
}

// However many confirm as all the parties at once, every party's word counts.
func TestPartiesAnswerAtOnce(t *testing.T) {
	w := register.New(t)
	parties := []object{}
	for range register.Clients {
		parties = append(parties, register.Party(w.Organisation("Party"), "ASKED"))
	}
	id := w.Make("proposePartnership", object{"type": "PROJECT", "parties": parties}, "partnership")
	answers := register.AtOnce(func(client int) register.Answer {
		return w.Command("confirmPartnership", object{"id": id, "party": parties[client]["party"]}, "partnership { state }")
	})
	active := 0
	for _, a := range answers {
		if a.Good()["partnership"].(object)["state"] == "ACTIVE" {
			active++
		}
	}
	if active != 1 {
		t.Errorf("%d of the confirmations were the last one, want 1", active)
	}
}

// One command under one key is done once, however often and how much at once it is sent, and each sending gets the same answer.
func TestOneKeySentByManyAtOnce(t *testing.T) {
	w := register.New(t)
	input := object{"legalName": "Region", "idempotencyKey": "a key"}
	send := func(int) register.Answer {
		return w.Command("registerOrganisation", input, "organisation { id version updatedAt } changes { id at }")
	}
	answers := append(register.AtOnce(send), send(0))
	for _, a := range answers {
		if diff := cmp.Diff(answers[0].Good(), a.Good()); diff != "" {
			t.Errorf("two sendings get different answers: %s", diff)
		}
	}
	if changes, want := w.Count("Change"), len(answers[0].Data["changes"].([]any)); w.Count("Organisation") != 1 || changes != int64(want) {
		t.Errorf("%d organisations by %d changes, want one by %d", w.Count("Organisation"), changes, want)
	}
}

// oneDoes asks that one of the answers is good, and all others are refused for one reason.
func oneDoes(t *testing.T, answers []register.Answer, code, rule, field string) {
	t.Helper()
	done := 0
	for _, a := range answers {
		if len(a.Errors) == 0 {
			done++
			continue
		}
		a.Fails(code, rule, field)
	}
	if done != 1 {
		t.Errorf("%d of %d were done, want one", done, len(answers))
	}
}

// A key belongs to one command of one person.
func TestAKeyUsedForSomethingElse(t *testing.T) {
	w := register.New(t)
	document := object{"title": "A letter", "publishedOn": register.DayFrom(-2), "idempotencyKey": "a key"}
	w.Command("recordDocument", document, "changes { id }").Good()
	for why, other := range map[string]object{
		"another day":   {"title": "A letter", "publishedOn": register.DayFrom(-1), "idempotencyKey": "a key"},
		"no day":        {"title": "A letter", "idempotencyKey": "a key"},
		"another title": {"title": "Another letter", "publishedOn": register.DayFrom(-2), "idempotencyKey": "a key"},
	} {
		t.Run(why, func(t *testing.T) {
			w.On(t).Command("recordDocument", other, "changes { id }").Fails("CONFLICT", "", "input.idempotencyKey")
		})
	}
	w.Command("registerOrganisation", object{"legalName": "R", "idempotencyKey": "a key"}, "changes { id }").Fails("CONFLICT", "", "input.idempotencyKey")
	w.As("COORDINATORS").Command("recordDocument", document, "changes { id }").Good()
	if n := w.Count("Document"); n != 2 {
		t.Errorf("%d documents, want one of each person", n)
	}
}

// A dry run under a key says what sending the command under it would: what was done, where it was done before, and that the key is another command's. It uses
// up no key and leaves nothing to take back.
func TestADryRunUnderAKey(t *testing.T) {
	w := register.New(t)
	input := object{"legalName": "R", "identifiers": register.Number("SE_ON", register.Swedish), "idempotencyKey": "a key"}
	dry := register.Merged(input, object{"dryRun": true})
	other := register.Merged(dry, object{"legalName": "S"})
	const seen = "organisation { id legalName version } changes { id }"
	w.Command("registerOrganisation", other, seen).Good()
	did := w.Command("registerOrganisation", input, seen).Good()
	before := w.Dump()
	if diff := cmp.Diff(did, w.Command("registerOrganisation", dry, seen).Good()); diff != "" {
		t.Errorf("the dry run answers otherwise than sending the command again: %s", diff)
	}
	if command := w.Command("registerOrganisation", dry, "command").Good()["command"]; command != nil {
		t.Errorf("the dry run names %v to take back", command)
	}
	w.Command("registerOrganisation", other, seen).Fails("CONFLICT", "", "input.idempotencyKey")
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Errorf("the dry run leaves something: %s", diff)
	}
}

// What was taken back, or merged into another one, before its command is sent again is told as nothing.
func TestWhatIsNoMoreIsToldAsNothing(t *testing.T) {
	w := register.New(t)
	input := object{"legalName": "R", "idempotencyKey": "a key"}
	const seen = "organisation { id legalName } command"
	did := w.Command("registerOrganisation", input, seen).Good()
	w.Command("revertCommand", object{"command": did["command"]}, "command").Good()
	want := object{"organisation": nil, "command": did["command"]}
	if diff := cmp.Diff(want, w.Command("registerOrganisation", input, seen).Good()); diff != "" {
		t.Errorf("taken back: %s", diff)
	}
	input = object{"legalName": "S", "idempotencyKey": "another key"}
	did = w.Command("registerOrganisation", input, seen).Good()
	w.Command("judgeIdentity", object{"organisation": w.Organisation("S AB"), "other": register.At(did, "organisation", "id"), "verdict": "SAME"}, "command").Good()
	want = object{"organisation": nil, "command": did["command"]}
	if diff := cmp.Diff(want, w.Command("registerOrganisation", input, seen).Good()); diff != "" {
		t.Errorf("merged: %s", diff)
	}
}

// What was done under a key is kept together with the answer, be it that nothing stored is asked for.
func TestAKeyIsKeptWhateverIsSelected(t *testing.T) {
	w := register.New(t)
	w.Command("registerOrganisation", object{"legalName": "R", "idempotencyKey": "a key"}, "__typename").Good()
	w.Command("registerOrganisation", object{"legalName": "S", "idempotencyKey": "a key"}, "__typename").Fails("CONFLICT", "", "input.idempotencyKey")
	w.Command("registerOrganisation", object{"legalName": "R", "idempotencyKey": "a key"}, "__typename").Good()
	if n := w.Count("Organisation"); n != 1 {
		t.Errorf("%d organisations were entered, want one", n)
	}
}

// Who has not seen the last version is told which one it is, and changes nothing.
func TestAStaleVersion(t *testing.T) {
	w := register.New(t)
	id := w.Organisation("Region")
	rename := func(name string, version int) register.Answer {
		return w.Command("updateOrganisation", object{"id": id, "legalName": name, "expectedVersion": version}, "organisation { version }")
	}
	if got := rename("Regionen", 1).Good()["organisation"].(object)["version"]; got != 2.0 {
		t.Errorf("the version after one change is %v, want 2", got)
	}
	before := w.Dump()
	stale := rename("Another", 1)
	stale.Fails("CONFLICT", "", "input.expectedVersion")
	if !strings.Contains(stale.Errors[0].Message, "version 2") {
		t.Errorf("the current version is not told: %s", stale.Errors[0].Message)
	}
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Errorf("a stale command leaves something: %s", diff)
	}
	answers := register.AtOnce(func(int) register.Answer { return rename("Yet another", 2) })
	oneDoes(t, answers, "CONFLICT", "", "input.expectedVersion")
}

// A dry run answers as the command would, and leaves nothing.
func TestADryRunLeavesNothing(t *testing.T) {
	w := register.New(t)
	a, b, network := w.Organisation("A"), w.Organisation("B"), w.Network("MITTSEC", "PLANNED")
	membership := w.Make("admitMember", object{"member": b, "network": network}, "membership")
	for _, row := range []struct {
		command   string
		input     object
		selection string
	}{
		{"registerOrganisation", object{"legalName": "C", "identifiers": register.Number("SE_ON", register.Swedish)}, "organisation { legalName version identifiers { value } }"},
		{"updateOrganisation", object{"id": a, "legalName": "A AB"}, "organisation { legalName aliases version }"},
		{"registerNetwork", object{"acronym": "MIDSEC", "lifecycle": "ESTABLISHED"}, "network { acronym version }"},
		{"updateNetwork", object{"id": network, "host": a}, "network { host { legalName } version }"},
		{"admitMember", object{"member": a, "network": network}, "membership { state network { memberships { totalCount } } }"},
		{"endMembership", object{"id": membership, "validTo": register.DayFrom(0)}, "membership { state endStatus }"},
		{"proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(a, "ASKED"), register.Party(b, "ASKED")}}, "partnership { state parties { confirmation } }"},
		{"recordDocument", object{"title": "D"}, "document { title } source { title }"},
	} {
		t.Run(row.command, func(t *testing.T) {
			w := w.On(t)
			before := w.Dump()
			row.input["dryRun"], row.input["idempotencyKey"] = true, "of "+row.command
			selection := row.selection + " changes { action fields { name before } }"
			would := w.Command(row.command, row.input, selection).Good()
			if diff := cmp.Diff(before, w.Dump()); diff != "" {
				t.Fatalf("the dry run leaves something: %s", diff)
			}
			row.input["dryRun"] = false
			did := w.Command(row.command, row.input, selection).Good()
			if diff := cmp.Diff(would, did); diff != "" {
				t.Errorf("it does not do what the dry run said: %s", diff)
			}
		})
	}
}

// A preview asks the database nothing in other words than its command, under a key or without one: so what the database has planned for the preview, which takes it
// far longer than to run it, serves the command.
func TestAPreviewAsksWhatItsCommandAsks(t *testing.T) {
	w := register.New(t)
	texts := map[string]bool{}
	w.Handler = testworld.GraphQL(t, w.DB.Observed(func(_ context.Context, s store.Statement, _ time.Duration, _ error) { texts[s.Text] = true }), func() time.Time { return register.Today })
	input := object{"statement": "A need", "stakeholder": w.Organisation("A")}
	const selection = "need { state stakeholder { ... on Organisation { legalName } } } changes { action }"
	w.Command("recordNeed", register.Merged(input, object{"dryRun": true}), selection).Good()
	for _, also := range []object{{"idempotencyKey": "once"}, {}} {
		previewed := maps.Clone(texts)
		w.Command("recordNeed", register.Merged(input, also), selection).Good()
		for text := range texts {
			if !previewed[text] {
				t.Errorf("the preview did not ask, and with %v the command does: %s", also, text)
			}
		}
	}
}
