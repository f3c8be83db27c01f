package access_test

import (
	"strings"
	"testing"

	"partnernet/testworld"
	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// newSided makes a keeping with a coordinator of the other network, too.
func newSided(t *testing.T) register.Staffed {
	t.Helper()
	k := register.NewStaffed(t)
	k.GiveRole("coordinator of N", "COORDINATOR", k.N)
	return k
}

// waits gives the ids of what waits for an account, each with whom it may answer for.
func waits(k register.Staffed, account string) object {
	k.T.Helper()
	all := object{}
	for _, node := range register.At(k.By(account).Do("{ waiting { totalCount nodes { item { id } answerFor { id } } } }", nil), "waiting", "nodes").([]any) {
		all[register.At(node, "item", "id").(string)] = register.At(node, "answerFor", 0, "id")
	}
	return all
}

const proposed = "command proposal { id state command about { id } sides { network { id } confirmation saidBy } }"

// Two networks become counterparts when the coordinator of one asks and that of the other confirms.
func TestOneSideAsksAndTheOtherConfirms(t *testing.T) {
	k := newSided(t)
	ours, theirs := k.By("COORDINATOR"), k.By("coordinator of N")
	input := object{"network": k.M, "counterpart": k.N}
	for account, want := range map[string]object{"COORDINATOR": {"allowed": false, "proposed": true}, "REPRESENTATIVE": {"allowed": false, "proposed": false}} {
		told := k.By(account).Do("query($on: [ID!]!) { may(command: \"linkCounterparts\", on: $on) { allowed proposed } }", object{"on": []string{k.M, k.N}})
		if diff := cmp.Diff(any(want), told["may"]); diff != "" {
			t.Errorf("%s may: %s", account, diff)
		}
	}
	asked := ours.Command("linkCounterparts", input, "network { id } "+proposed).Good()
	want := object{"command": asked["command"], "network": nil, "proposal": object{"id": register.At(asked, "proposal", "id"), "state": "OPEN", "command": "linkCounterparts", "about": []any{object{"id": k.M}, object{"id": k.N}}, "sides": []any{
		object{"network": object{"id": k.M}, "confirmation": "CONFIRMED", "saidBy": "COORDINATOR"}, object{"network": object{"id": k.N}, "confirmation": "ASKED", "saidBy": nil}}}}
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Fatal(diff)
	}
	id := register.At(asked, "proposal", "id").(string)
	for _, row := range []struct {
		account string
		want    object
	}{{"COORDINATOR", object{}}, {"coordinator of N", object{id: k.N}}, {"REPRESENTATIVE", object{}}, {"READER", object{}}, {"nobody", object{}}} {
		if diff := cmp.Diff(row.want, waits(k, row.account)); diff != "" {
			t.Errorf("what waits for %s: %s", row.account, diff)
		}
	}
	for account, code := range map[string]string{"REPRESENTATIVE": "FORBIDDEN", "READER": "FORBIDDEN", "ADMINISTRATOR": "FORBIDDEN", "nobody": "FORBIDDEN"} {
		if a := k.By(account).Command("confirmProposal", object{"id": id}, "command"); len(a.Errors) != 1 || a.Errors[0].Extensions.Code != code {
			t.Errorf("%s confirms it: %+v", account, a.Errors)
		}
	}
	ours.Command("confirmProposal", object{"id": id}, "command").Fails("FORBIDDEN", "party-speaks-for-itself", "input.id")
	ours.Command("declineProposal", object{"id": id}, "command").Fails("FORBIDDEN", "party-speaks-for-itself", "input.id")
	theirs.Command("withdrawProposal", object{"id": id}, "command").Fails("FORBIDDEN", "party-speaks-for-itself", "input.id")
	ours.Command("linkCounterparts", input, "command").Fails("CONFLICT", "", "")
	theirs.Command("linkCounterparts", object{"network": k.N, "counterpart": k.M}, "command").Fails("CONFLICT", "", "")

	linked := "{ network(acronym: \"M\") { counterparts { acronym } } }"
	if diff := cmp.Diff(any([]any{}), register.At(k.Do(linked, nil), "network", "counterparts")); diff != "" {
		t.Fatalf("they are linked before the other side has confirmed: %s", diff)
	}
	confirmed := theirs.Command("confirmProposal", object{"id": id}, proposed).Good()
	if diff := cmp.Diff([]any{"CONFIRMED", "coordinator of N"}, []any{register.At(confirmed, "proposal", "state"), register.At(confirmed, "proposal", "sides", 1, "saidBy")}); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(any([]any{object{"acronym": "N"}}), register.At(k.Do(linked, nil), "network", "counterparts")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(object{}, waits(k, "coordinator of N")); diff != "" {
		t.Error(diff)
	}
	theirs.Command("declineProposal", object{"id": id}, "command").Fails("CONFLICT", "", "input.id")
	if again := ours.Command("linkCounterparts", input, proposed).Good(); again["proposal"] != nil {
		t.Errorf("what is so already is proposed: %v", again)
	}
	// Nor does one side take it back.
	back := ours.Command("revertCommand", object{"command": confirmed["command"]}, proposed).Good()
	if diff := cmp.Diff([]any{"OPEN", "revertCommand"}, []any{register.At(back, "proposal", "state"), register.At(back, "proposal", "command")}); diff != "" {
		t.Fatal(diff)
	}
	theirs.Command("confirmProposal", object{"id": register.At(back, "proposal", "id")}, proposed).Good()
	if diff := cmp.Diff(any([]any{}), register.At(k.Do(linked, nil), "network", "counterparts")); diff != "" {
		t.Errorf("both have taken it back: %s", diff)
	}
}

// A proposal is declined by the side that is asked, and withdrawn by the one that asks; then it can be made anew.
func TestProposalsAreDeclinedAndWithdrawn(t *testing.T) {
	k := newSided(t)
	ours, theirs := k.By("COORDINATOR"), k.By("coordinator of N")
	for _, row := range []struct {
		by      register.World
		command string
		state   string
	}{{theirs, "declineProposal", "DECLINED"}, {ours, "withdrawProposal", "WITHDRAWN"}, {k.World, "confirmProposal", "CONFIRMED"}} {
		id := register.At(ours.Command("linkCounterparts", object{"network": k.M, "counterpart": k.N}, proposed).Good(), "proposal", "id")
		done := row.by.Command(row.command, object{"id": id}, proposed).Good()
		if register.At(done, "proposal", "state") != row.state {
			t.Errorf("%s: %v", row.command, done)
		}
		ours.Command("withdrawProposal", object{"id": id}, "command").Fails("CONFLICT", "", "input.id")
		// What one side has said, the other does not take back.
		other := ours
		if row.command == "withdrawProposal" {
			other = theirs
		}
		if row.command != "confirmProposal" {
			other.Command("revertCommand", object{"command": done["command"]}, "command").Fails("FORBIDDEN", "", "")
		}
	}
}

// Records of two networks become one when both sides agree; whoever keeps both does it at once.
func TestMergersAcrossNetworks(t *testing.T) {
	k := newSided(t)
	ours, theirs := k.By("COORDINATOR"), k.By("coordinator of N")
	same := object{"organisation": k.Ours, "other": k.Theirs, "verdict": "SAME", "reason": "One board."}
	id := register.At(ours.Command("judgeIdentity", same, "judgement { id } "+proposed).Good(), "proposal", "id")
	done := theirs.Command("confirmProposal", object{"id": id}, "command").Good()
	if diff := cmp.Diff(object{"__typename": "FormerRecord", "was": "Organisation"}, k.Do("query($id: ID!) { node(id: $id) { __typename ... on FormerRecord { was } } }", object{"id": k.Theirs})["node"]); diff != "" {
		t.Fatal(diff)
	}
	k.Command("revertCommand", object{"command": done["command"]}, "command").Good()
	if got := register.At(k.Do("query($id: ID!) { node(id: $id) { displayName } proposals { nodes { state displayName } } }", object{"id": k.Theirs}), "node", "displayName"); got != "Theirs" {
		t.Errorf("it is %v again", got)
	}
	theirs.Command("declineProposal", object{"id": id}, "command").Good() // it was open again
	k.Command("admitMember", object{"member": k.Theirs, "network": k.M, "validFrom": register.DayFrom(-1)}, "command").Good()
	for _, other := range []string{k.Both, k.Theirs} { // that one is a member here, too, does not make it ours alone
		a := ours.Command("judgeIdentity", object{"organisation": k.Ours, "other": other, "verdict": "DIFFERENT"}, "judgement { verdict } "+proposed).Good()
		if diff := cmp.Diff(any(object{"id": k.N}), register.At(a, "proposal", "sides", 1, "network")); diff != "" {
			t.Errorf("what is of both networks: %s", diff)
		}
		ours.Command("confirmProposal", object{"id": register.At(a, "proposal", "id")}, "command").Fails("FORBIDDEN", "party-speaks-for-itself", "input.id")
	}
	own := ours.Organisation("Another of ours")
	ours.Make("admitMember", object{"member": own, "network": k.M, "validFrom": register.DayFrom(-1)}, "membership")
	if a := ours.Command("judgeIdentity", object{"organisation": k.Ours, "other": own, "verdict": "DIFFERENT"}, "judgement { verdict } "+proposed).Good(); a["proposal"] != nil {
		t.Errorf("what is of one network is proposed: %v", a)
	}
	if a := k.Command("judgeIdentity", object{"organisation": k.Ours, "other": k.Theirs, "verdict": "DIFFERENT"}, "judgement { verdict } "+proposed).Good(); a["proposal"] != nil {
		t.Errorf("whoever keeps all proposes: %v", a)
	}
	on := register.DayFrom(-5)
	succession := register.At(theirs.Command("recordSuccession", object{"kind": "TAKEOVER", "on": on, "predecessors": []string{k.Theirs}, "successors": []string{k.Ours}}, proposed).Good(), "proposal", "id")
	ours.Command("confirmProposal", object{"id": succession, "source": testworld.Ground("Minutes")}, proposed).Good()
	got := k.Do("query($id: ID!) { organisation(id: $id) { status changedBy { on kind } } }", object{"id": k.Theirs})["organisation"]
	if diff := cmp.Diff(any(object{"status": "DISSOLVED", "changedBy": []any{object{"on": on, "kind": "TAKEOVER"}}}), got); diff != "" {
		t.Error(diff)
	}
}

// What the other side could not see is not proposed to it, and nothing is that breaks a rule.
func TestWhatIsNotProposed(t *testing.T) {
	k := newSided(t)
	ours := k.By("COORDINATOR")
	hidden := ours.Make("registerOrganisation", object{"legalName": "Hidden", "audience": object{"class": "MEMBERS", "networks": []string{"M"}}}, "organisation")
	ours.Make("admitMember", object{"member": hidden, "network": k.M, "validFrom": register.DayFrom(-1)}, "membership")
	ours.Command("judgeIdentity", object{"organisation": hidden, "other": k.Theirs, "verdict": "DIFFERENT"}, "command").Fails("CONFLICT", "", "")
	ours.Command("recordSuccession", object{"kind": "MERGER", "predecessors": []string{k.Theirs}, "successors": []string{k.Ours}}, "command").Fails("BAD_INPUT", "succession-parties", "input.predecessors")
	ours.Command("linkCounterparts", object{"network": k.M, "counterpart": "nothing"}, "command").Fails("NOT_FOUND", "", "input.counterpart")
	dry := ours.Command("linkCounterparts", object{"network": k.M, "counterpart": k.N, "dryRun": true}, proposed).Good()
	if register.At(dry, "proposal", "state") != "OPEN" || k.Count("Proposal") != 0 {
		t.Errorf("a dry run: %v", dry)
	}
}

// What a party has said of a partnership, the other does not take back; nor does a coordinator for one who has somebody to speak for it.
func TestWhoTakesBack(t *testing.T) {
	k := newSided(t)
	ours, theirs := k.By("COORDINATOR"), k.By("coordinator of N")
	id := ours.Make("proposePartnership", object{"type": "OTHER", "parties": []object{{"party": k.M}, {"party": k.N}}}, "partnership")
	if diff := cmp.Diff(object{id: k.N}, waits(k, "coordinator of N")); diff != "" {
		t.Error(diff)
	}
	said := theirs.Command("confirmPartnership", object{"id": id, "party": k.N}, "command").Good()["command"]
	ours.Command("revertCommand", object{"command": said}, "command").Fails("FORBIDDEN", "party-speaks-for-itself", "")
	theirs.Command("revertCommand", object{"command": said}, "command").Good()

	need := k.By("REPRESENTATIVE").Command("recordNeed", object{"statement": "s", "stakeholder": k.Ours}, "command").Good()["command"]
	theirs.Command("revertCommand", object{"command": need}, "command").Fails("FORBIDDEN", "", "")
	k.By("REPRESENTATIVE").Command("revertCommand", object{"command": need}, "command").Good()
	admitted := ours.Command("updateNetwork", object{"id": k.M, "mission": "x"}, "command").Good()["command"]
	k.By("REPRESENTATIVE").Command("revertCommand", object{"command": admitted}, "command").Fails("FORBIDDEN", "", "")
	ours.Command("revertCommand", object{"command": admitted}, "command").Good()

	firms := ours.Make("proposePartnership", object{"type": "OTHER", "parties": []object{{"party": k.Ours}, {"party": k.Theirs}}}, "partnership")
	if diff := cmp.Diff(object{firms: k.Ours, id: nil}, object{firms: waits(k, "REPRESENTATIVE")[firms], id: waits(k, "REPRESENTATIVE")[id]}); diff != "" {
		t.Error(diff)
	}
	word := k.By("REPRESENTATIVE").Command("confirmPartnership", object{"id": firms, "party": k.Ours}, "command").Good()["command"]
	ours.Command("revertCommand", object{"command": word}, "command").Fails("FORBIDDEN", "party-speaks-for-itself", "")
}

// To take a merger back is one proposal, by whichever of the two commands it is made.
func TestTakingBackIsProposedOnce(t *testing.T) {
	k := newSided(t)
	merged := k.Command("judgeIdentity", object{"organisation": k.Ours, "other": k.Theirs, "verdict": "SAME"}, "command changes { id }").Good()
	ours := k.By("COORDINATOR")
	commands := []struct {
		name  string
		input object
	}{{"revertChange", object{"id": register.LastChange(merged)}}, {"revertCommand", object{"command": merged["command"]}}}
	for _, first := range commands {
		id := register.At(ours.Command(first.name, first.input, proposed).Good(), "proposal", "id")
		for _, second := range commands {
			a := ours.Command(second.name, second.input, proposed)
			a.Fails("CONFLICT", "", "")
			if len(a.Errors) > 0 && !strings.Contains(a.Errors[0].Message, id.(string)) {
				t.Errorf("%s beside %s: %s", second.name, first.name, a.Errors[0].Message)
			}
		}
		ours.Command("withdrawProposal", object{"id": id}, "command").Good()
	}
}
