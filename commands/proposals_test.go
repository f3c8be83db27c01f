package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// newSided makes a keeping with a coordinator of the other network, too.
func newSided(t *testing.T) keeping {
	t.Helper()
	k := newKeeping(t)
	k.holds("coordinator of N", "COORDINATOR", k.n)
	return k
}

// waits gives the ids of what waits for an account, each with whom it may answer for.
func (k keeping) waits(account string) object {
	k.t.Helper()
	all := object{}
	for _, node := range at(k.by(account).do("{ waiting { totalCount nodes { item { id } answerFor { id } } } }", nil), "waiting", "nodes").([]any) {
		all[at(node, "item", "id").(string)] = at(node, "answerFor", 0, "id")
	}
	return all
}

const proposed = "command proposal { id state command about { id } sides { network { id } confirmation saidBy } }"

// Two networks become counterparts when the coordinator of one asks and that of the other confirms.
func TestOneSideAsksAndTheOtherConfirms(t *testing.T) {
	k := newSided(t)
	ours, theirs := k.by("COORDINATOR"), k.by("coordinator of N")
	input := object{"network": k.m, "counterpart": k.n}
	for account, want := range map[string]object{"COORDINATOR": {"allowed": false, "proposed": true}, "REPRESENTATIVE": {"allowed": false, "proposed": false}} {
		told := k.by(account).do("query($on: [ID!]!) { may(command: \"linkCounterparts\", on: $on) { allowed proposed } }", object{"on": []string{k.m, k.n}})
		if diff := cmp.Diff(any(want), told["may"]); diff != "" {
			t.Errorf("%s may: %s", account, diff)
		}
	}
	asked := ours.command("linkCounterparts", input, "network { id } "+proposed).good()
	want := object{"command": asked["command"], "network": nil, "proposal": object{"id": at(asked, "proposal", "id"), "state": "OPEN", "command": "linkCounterparts", "about": []any{object{"id": k.m}, object{"id": k.n}}, "sides": []any{
		object{"network": object{"id": k.m}, "confirmation": "CONFIRMED", "saidBy": "COORDINATOR"}, object{"network": object{"id": k.n}, "confirmation": "ASKED", "saidBy": nil}}}}
	if diff := cmp.Diff(want, asked); diff != "" {
		t.Fatal(diff)
	}
	id := at(asked, "proposal", "id").(string)
	for _, row := range []struct {
		account string
		want    object
	}{{"COORDINATOR", object{}}, {"coordinator of N", object{id: k.n}}, {"REPRESENTATIVE", object{}}, {"READER", object{}}, {"nobody", object{}}} {
		if diff := cmp.Diff(row.want, k.waits(row.account)); diff != "" {
			t.Errorf("what waits for %s: %s", row.account, diff)
		}
	}
	for account, code := range map[string]string{"REPRESENTATIVE": "FORBIDDEN", "READER": "FORBIDDEN", "ADMINISTRATOR": "FORBIDDEN", "nobody": "FORBIDDEN"} {
		if a := k.by(account).command("confirmProposal", object{"id": id}, "command"); len(a.Errors) != 1 || a.Errors[0].Extensions.Code != code {
			t.Errorf("%s confirms it: %+v", account, a.Errors)
		}
	}
	ours.command("confirmProposal", object{"id": id}, "command").fails("FORBIDDEN", "party-speaks-for-itself", "input.id")
	ours.command("declineProposal", object{"id": id}, "command").fails("FORBIDDEN", "party-speaks-for-itself", "input.id")
	theirs.command("withdrawProposal", object{"id": id}, "command").fails("FORBIDDEN", "party-speaks-for-itself", "input.id")
	ours.command("linkCounterparts", input, "command").fails("CONFLICT", "", "")
	theirs.command("linkCounterparts", object{"network": k.n, "counterpart": k.m}, "command").fails("CONFLICT", "", "")

	linked := "{ network(acronym: \"M\") { counterparts { acronym } } }"
	if diff := cmp.Diff(any([]any{}), at(k.do(linked, nil), "network", "counterparts")); diff != "" {
		t.Fatalf("they are linked before the other side has confirmed: %s", diff)
	}
	confirmed := theirs.command("confirmProposal", object{"id": id}, proposed).good()
	if diff := cmp.Diff([]any{"CONFIRMED", "coordinator of N"}, []any{at(confirmed, "proposal", "state"), at(confirmed, "proposal", "sides", 1, "saidBy")}); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(any([]any{object{"acronym": "N"}}), at(k.do(linked, nil), "network", "counterparts")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(object{}, k.waits("coordinator of N")); diff != "" {
		t.Error(diff)
	}
	theirs.command("declineProposal", object{"id": id}, "command").fails("CONFLICT", "", "input.id")
	if again := ours.command("linkCounterparts", input, proposed).good(); again["proposal"] != nil {
		t.Errorf("what is so already is proposed: %v", again)
	}
	// Nor does one side take it back.
	back := ours.command("revertCommand", object{"command": confirmed["command"]}, proposed).good()
	if diff := cmp.Diff([]any{"OPEN", "revertCommand"}, []any{at(back, "proposal", "state"), at(back, "proposal", "command")}); diff != "" {
		t.Fatal(diff)
	}
	theirs.command("confirmProposal", object{"id": at(back, "proposal", "id")}, proposed).good()
	if diff := cmp.Diff(any([]any{}), at(k.do(linked, nil), "network", "counterparts")); diff != "" {
		t.Errorf("both have taken it back: %s", diff)
	}
}

// A proposal is declined by the side that is asked, and withdrawn by the one that asks; then it can be made anew.
func TestProposalsAreDeclinedAndWithdrawn(t *testing.T) {
	k := newSided(t)
	ours, theirs := k.by("COORDINATOR"), k.by("coordinator of N")
	for _, row := range []struct {
		by      world
		command string
		state   string
	}{{theirs, "declineProposal", "DECLINED"}, {ours, "withdrawProposal", "WITHDRAWN"}, {k.world, "confirmProposal", "CONFIRMED"}} {
		id := at(ours.command("linkCounterparts", object{"network": k.m, "counterpart": k.n}, proposed).good(), "proposal", "id")
		done := row.by.command(row.command, object{"id": id}, proposed).good()
		if at(done, "proposal", "state") != row.state {
			t.Errorf("%s: %v", row.command, done)
		}
		ours.command("withdrawProposal", object{"id": id}, "command").fails("CONFLICT", "", "input.id")
		// What one side has said, the other does not take back.
		other := ours
		if row.command == "withdrawProposal" {
			other = theirs
		}
		if row.command != "confirmProposal" {
			other.command("revertCommand", object{"command": done["command"]}, "command").fails("FORBIDDEN", "", "")
		}
	}
}

// Records of two networks become one when both sides agree; whoever keeps both does it at once.
func TestMergersAcrossNetworks(t *testing.T) {
	k := newSided(t)
	ours, theirs := k.by("COORDINATOR"), k.by("coordinator of N")
	same := object{"organisation": k.ours, "other": k.theirs, "verdict": "SAME", "reason": "One board."}
	id := at(ours.command("judgeIdentity", same, "judgement { id } "+proposed).good(), "proposal", "id")
	done := theirs.command("confirmProposal", object{"id": id}, "command").good()
	if diff := cmp.Diff(object{"__typename": "FormerRecord", "was": "Organisation"}, k.do("query($id: ID!) { node(id: $id) { __typename ... on FormerRecord { was } } }", object{"id": k.theirs})["node"]); diff != "" {
		t.Fatal(diff)
	}
	k.command("revertCommand", object{"command": done["command"]}, "command").good()
	if got := at(k.do("query($id: ID!) { node(id: $id) { displayName } proposals { nodes { state displayName } } }", object{"id": k.theirs}), "node", "displayName"); got != "Theirs" {
		t.Errorf("it is %v again", got)
	}
	theirs.command("declineProposal", object{"id": id}, "command").good() // it was open again
	k.command("admitMember", object{"member": k.theirs, "network": k.m, "validFrom": dayFrom(-1)}, "command").good()
	for _, other := range []string{k.both, k.theirs} { // that one is a member here, too, does not make it ours alone
		a := ours.command("judgeIdentity", object{"organisation": k.ours, "other": other, "verdict": "DIFFERENT"}, "judgement { verdict } "+proposed).good()
		if diff := cmp.Diff(any(object{"id": k.n}), at(a, "proposal", "sides", 1, "network")); diff != "" {
			t.Errorf("what is of both networks: %s", diff)
		}
		ours.command("confirmProposal", object{"id": at(a, "proposal", "id")}, "command").fails("FORBIDDEN", "party-speaks-for-itself", "input.id")
	}
	own := ours.organisation("Another of ours")
	ours.make("admitMember", object{"member": own, "network": k.m, "validFrom": dayFrom(-1)}, "membership")
	if a := ours.command("judgeIdentity", object{"organisation": k.ours, "other": own, "verdict": "DIFFERENT"}, "judgement { verdict } "+proposed).good(); a["proposal"] != nil {
		t.Errorf("what is of one network is proposed: %v", a)
	}
	if a := k.command("judgeIdentity", object{"organisation": k.ours, "other": k.theirs, "verdict": "DIFFERENT"}, "judgement { verdict } "+proposed).good(); a["proposal"] != nil {
		t.Errorf("whoever keeps all proposes: %v", a)
	}
	on := dayFrom(-5)
	succession := at(theirs.command("recordSuccession", object{"kind": "TAKEOVER", "on": on, "predecessors": []string{k.theirs}, "successors": []string{k.ours}}, proposed).good(), "proposal", "id")
	ours.command("confirmProposal", object{"id": succession, "source": ground("Minutes")}, proposed).good()
	got := k.do("query($id: ID!) { organisation(id: $id) { status changedBy { on kind } } }", object{"id": k.theirs})["organisation"]
	if diff := cmp.Diff(any(object{"status": "DISSOLVED", "changedBy": []any{object{"on": on, "kind": "TAKEOVER"}}}), got); diff != "" {
		t.Error(diff)
	}
}

// What the other side could not see is not proposed to it, and nothing is that breaks a rule.
func TestWhatIsNotProposed(t *testing.T) {
	k := newSided(t)
	ours := k.by("COORDINATOR")
	hidden := ours.make("registerOrganisation", object{"legalName": "Hidden", "audience": object{"class": "MEMBERS", "networks": []string{"M"}}}, "organisation")
	ours.make("admitMember", object{"member": hidden, "network": k.m, "validFrom": dayFrom(-1)}, "membership")
	ours.command("judgeIdentity", object{"organisation": hidden, "other": k.theirs, "verdict": "DIFFERENT"}, "command").fails("CONFLICT", "", "")
	ours.command("recordSuccession", object{"kind": "MERGER", "predecessors": []string{k.theirs}, "successors": []string{k.ours}}, "command").fails("BAD_INPUT", "succession-parties", "input.predecessors")
	ours.command("linkCounterparts", object{"network": k.m, "counterpart": "nothing"}, "command").fails("NOT_FOUND", "", "input.counterpart")
	dry := ours.command("linkCounterparts", object{"network": k.m, "counterpart": k.n, "dryRun": true}, proposed).good()
	if at(dry, "proposal", "state") != "OPEN" || k.count("Proposal") != 0 {
		t.Errorf("a dry run: %v", dry)
	}
}

// What a party has said of a partnership, the other does not take back; nor does a coordinator for one who has somebody to speak for it.
func TestWhoTakesBack(t *testing.T) {
	k := newSided(t)
	ours, theirs := k.by("COORDINATOR"), k.by("coordinator of N")
	id := ours.make("proposePartnership", object{"type": "OTHER", "parties": []object{{"party": k.m}, {"party": k.n}}}, "partnership")
	if diff := cmp.Diff(object{id: k.n}, k.waits("coordinator of N")); diff != "" {
		t.Error(diff)
	}
	said := theirs.command("confirmPartnership", object{"id": id, "party": k.n}, "command").good()["command"]
	ours.command("revertCommand", object{"command": said}, "command").fails("FORBIDDEN", "party-speaks-for-itself", "")
	theirs.command("revertCommand", object{"command": said}, "command").good()

	need := k.by("REPRESENTATIVE").command("recordNeed", object{"statement": "s", "stakeholder": k.ours}, "command").good()["command"]
	theirs.command("revertCommand", object{"command": need}, "command").fails("FORBIDDEN", "", "")
	k.by("REPRESENTATIVE").command("revertCommand", object{"command": need}, "command").good()
	admitted := ours.command("updateNetwork", object{"id": k.m, "mission": "x"}, "command").good()["command"]
	k.by("REPRESENTATIVE").command("revertCommand", object{"command": admitted}, "command").fails("FORBIDDEN", "", "")
	ours.command("revertCommand", object{"command": admitted}, "command").good()

	firms := ours.make("proposePartnership", object{"type": "OTHER", "parties": []object{{"party": k.ours}, {"party": k.theirs}}}, "partnership")
	if diff := cmp.Diff(object{firms: k.ours, id: nil}, object{firms: k.waits("REPRESENTATIVE")[firms], id: k.waits("REPRESENTATIVE")[id]}); diff != "" {
		t.Error(diff)
	}
	word := k.by("REPRESENTATIVE").command("confirmPartnership", object{"id": firms, "party": k.ours}, "command").good()["command"]
	ours.command("revertCommand", object{"command": word}, "command").fails("FORBIDDEN", "party-speaks-for-itself", "")
}
