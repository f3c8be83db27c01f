package commands_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/access"
	"partnernet/graph"
	"partnernet/store"
	"partnernet/testworld"
)

// keeping is a world of two networks, an organisation in each and one in both, and an account for each role.
type keeping struct {
	world
	m, n               string            // networks
	ours, theirs, both string            // organisations: in M, in N, in both
	over               map[string]string // what the role of an account is over, "" for all
}

// roles are the accounts of keeping, each called by its role; the last has none.
var roles = []string{"ADMINISTRATOR", "COORDINATOR", "REPRESENTATIVE", "READER", "nobody"}

func newKeeping(t *testing.T) keeping {
	t.Helper()
	w := newWorld(t)
	k := keeping{world: w, m: w.network("M", "ESTABLISHED"), n: w.network("N", "ESTABLISHED"), ours: w.organisation("Ours"), theirs: w.organisation("Theirs"), both: w.organisation("Both")}
	for member, networks := range map[string][]string{k.ours: {k.m}, k.theirs: {k.n}, k.both: {k.m, k.n}} {
		for _, network := range networks {
			w.make("admitMember", object{"member": member, "network": network, "validFrom": dayFrom(-10)}, "membership")
		}
	}
	k.over = map[string]string{"COORDINATOR": k.m, "REPRESENTATIVE": k.ours, "READER": k.m}
	for role, over := range k.over {
		w.holds(role, role, over)
	}
	w.write("CREATE (:Record:Account {id: 'ADMINISTRATOR', kind: 'PERSON', state: 'ACTIVE', audience: 2, version: 1})<-[:GRANTEE]-(:Record:Grant {id: 'first', role: 'ADMINISTRATOR', state: 'ACTIVE', audience: 2, version: 1})", nil)
	w.write("MATCH (a:Access) SET a.version = a.version + 1", nil)
	return k
}

// yours says whether an organisation or network is one that an account's role reaches.
func (k keeping) yours(role, record string) bool {
	switch role {
	case "ADMINISTRATOR":
		return true
	case "COORDINATOR":
		return slices.Contains([]string{k.m, k.ours, k.both}, record)
	case "REPRESENTATIVE":
		return record == k.ours
	}
	return false
}

// Every mutation, for every role, on what is one's own, another's and shared: allowed is who has one of the roles that the table names, over what it belongs to.
func TestWhoMayDoWhat(t *testing.T) {
	k := newKeeping(t)
	m := testworld.Model(t)
	var query strings.Builder
	for _, f := range m.Type("Mutation").Fields() {
		fmt.Fprintf(&query, "%s: may(command: %q, on: $on) { allowed roles }\n", f.Name, f.Name)
	}
	asked := 0
	for _, account := range roles {
		for _, record := range []string{k.m, k.n, k.ours, k.theirs, k.both} {
			answer := k.by(account).do("query($on: [ID!]!) {\n"+query.String()+"}", object{"on": []string{record}})
			for command, value := range answer {
				asked++
				may := value.(object)
				want := slices.Contains(may["roles"].([]any), any(account)) && k.yours(account, record)
				if may["allowed"] != want {
					t.Errorf("%s, %s of %s: %v, want %v", account, command, record, may["allowed"], want)
				}
			}
		}
	}
	if want := len(roles) * 5 * len(m.Type("Mutation").Fields()); asked != want {
		t.Errorf("%d were asked, not %d", asked, want)
	}
}

// What may tells is what commands do, and a refusal says who could.
func TestCommandsAreRefusedToThoseWhoMayNot(t *testing.T) {
	k := newKeeping(t)
	for _, account := range roles {
		for _, row := range []struct {
			command, record string
			input           object
			may             []string
		}{
			{"updateOrganisation", k.ours, object{"id": k.ours, "country": "SE"}, []string{"COORDINATOR", "REPRESENTATIVE"}},
			{"updateOrganisation", k.theirs, object{"id": k.theirs, "country": "SE"}, nil},
			{"updateOrganisation", k.both, object{"id": k.both, "country": "SE"}, []string{"COORDINATOR"}},
			{"updateNetwork", k.m, object{"id": k.m, "mission": "x"}, []string{"COORDINATOR"}},
			{"updateNetwork", k.n, object{"id": k.n, "mission": "x"}, nil},
			{"admitMember", k.m, object{"member": k.theirs, "network": k.m, "validFrom": dayFrom(-1)}, []string{"COORDINATOR"}},
			{"admitMember", k.n, object{"member": k.ours, "network": k.n, "validFrom": dayFrom(-1)}, nil},
			{"recordNeed", k.ours, object{"statement": "s", "stakeholder": k.ours}, []string{"COORDINATOR", "REPRESENTATIVE"}},
			{"recordNeed", k.theirs, object{"statement": "s", "stakeholder": k.theirs}, nil},
			{"registerOrganisation", "", object{"legalName": "New"}, []string{"COORDINATOR"}},
			{"linkCounterparts", "", object{"network": k.m, "counterpart": k.n}, []string{"COORDINATOR"}}, // as a proposal
			{"proposePartnership", "", object{"type": "OTHER", "parties": []object{{"party": k.ours}, {"party": k.theirs}}}, []string{"COORDINATOR", "REPRESENTATIVE"}},
		} {
			row.input["dryRun"] = true
			a := k.by(account).command(row.command, row.input, "command")
			if slices.Contains(row.may, account) {
				if len(a.Errors) > 0 {
					t.Errorf("%s, %s of %s: %+v", account, row.command, row.record, a.Errors)
				}
				continue
			}
			if len(a.Errors) != 1 || a.Errors[0].Extensions.Code != "FORBIDDEN" {
				t.Errorf("%s, %s of %s is not refused: %+v", account, row.command, row.record, a.Errors)
			} else if account == "COORDINATOR" && row.record == k.theirs && !strings.Contains(a.Errors[0].Message, "a coordinator of N") {
				t.Errorf("it does not say who could: %s", a.Errors[0].Message)
			}
		}
	}
}

// What was done under a key is not answered to one who may not do it any more.
func TestAReplayIsJudged(t *testing.T) {
	k := newKeeping(t)
	input := object{"id": k.ours, "country": "SE", "idempotencyKey": "once"}
	k.by("COORDINATOR").command("updateOrganisation", input, "command").good()
	k.by("COORDINATOR").command("updateOrganisation", input, "command").good()
	k.write("MATCH (g:Grant)-[:GRANTEE]->(:Account {id: 'COORDINATOR'}) MATCH (a:Access) SET g.state = 'ENDED', a.version = a.version + 1", nil)
	k.by("COORDINATOR").command("updateOrganisation", input, "command").fails("FORBIDDEN", "", "")
}

func TestAPartySpeaksForItself(t *testing.T) {
	k := newKeeping(t)
	k.holds("coordinator of N", "COORDINATOR", k.n)
	propose := func(parties ...string) string {
		var all []object
		for _, party := range parties {
			all = append(all, object{"party": party})
		}
		return k.make("proposePartnership", object{"type": "OTHER", "parties": all}, "partnership")
	}
	said := "partnership { state parties { onBehalf saidBy party { id } } }"
	networks := propose(k.m, k.n)
	k.by("COORDINATOR").command("confirmPartnership", object{"id": networks, "party": k.n}, "command").fails("FORBIDDEN", "", "")
	k.by("COORDINATOR").command("confirmPartnership", object{"id": networks, "party": k.m}, "command").good()
	confirmed := k.by("coordinator of N").command("confirmPartnership", object{"id": networks, "party": k.n}, said).good()["partnership"].(object)
	if diff := cmp.Diff([]any{"ACTIVE", false}, []any{confirmed["state"], confirmed["parties"].([]any)[0].(object)["onBehalf"]}); diff != "" {
		t.Error(diff)
	}
	k.holds("COORDINATOR", "COORDINATOR", k.n)
	firms := propose(k.ours, k.both)
	k.by("COORDINATOR").command("confirmPartnership", object{"id": firms, "party": k.ours}, "command").fails("FORBIDDEN", "party-speaks-for-itself", "input.party")
	k.by("REPRESENTATIVE").command("confirmPartnership", object{"id": firms, "party": k.ours}, "command").good()
	held := k.by("COORDINATOR").command("confirmPartnership", object{"id": firms, "party": k.both}, said).good()["partnership"].(object)
	for _, p := range held["parties"].([]any) {
		party := p.(object)
		want := object{"onBehalf": false, "saidBy": "REPRESENTATIVE", "party": object{"id": k.ours}}
		if party["party"].(object)["id"] == k.both {
			want = object{"onBehalf": true, "saidBy": "COORDINATOR", "party": object{"id": k.both}}
		}
		if diff := cmp.Diff(want, party); diff != "" {
			t.Error(diff)
		}
	}
	alone := propose(k.both, k.theirs)
	k.by("COORDINATOR").command("confirmPartnership", object{"id": alone, "party": k.both}, "command").good()
	k.by("COORDINATOR").command("confirmPartnership", object{"id": alone, "party": k.theirs}, "command").fails("FORBIDDEN", "party-speaks-for-itself", "input.party")
	k.by("COORDINATOR").command("denyPartnership", object{"id": alone, "party": k.theirs}, "command").good()
}

// Who admits another network's member may correct it; the other network sees that and takes it back, and is asked before anything is done that could not be.
func TestWhoAdmitsAnothersMemberKeepsItToo(t *testing.T) {
	k := newKeeping(t)
	k.holds("coordinator of N", "COORDINATOR", k.n)
	ours, theirs := k.by("COORDINATOR"), k.by("coordinator of N")
	correction := object{"id": k.theirs, "country": "SE"}
	ours.command("updateOrganisation", correction, "command").fails("FORBIDDEN", "", "")
	ours.command("admitMember", object{"member": k.theirs, "network": k.m, "validFrom": dayFrom(-1)}, "command").good()
	corrected := ours.command("updateOrganisation", correction, "command").good()
	const last = "query($id: ID!) { organisation(id: $id) { country history { nodes { command } } } }"
	changes := at(theirs.do(last, object{"id": k.theirs}), "organisation", "history", "nodes").([]any)
	if got := at(changes[len(changes)-1], "command"); got != corrected["command"] {
		t.Errorf("the last change that the other network sees is of %v, not of %v", got, corrected["command"])
	}
	theirs.command("revertCommand", object{"command": corrected["command"]}, "command").good()
	if got := at(theirs.do(last, object{"id": k.theirs}), "organisation", "country"); got != nil {
		t.Errorf("the country is %v", got)
	}
	merged := ours.command("judgeIdentity", object{"organisation": k.ours, "other": k.theirs, "verdict": "SAME"}, "judgement { id } proposal { state }").good()
	if diff := cmp.Diff(object{"judgement": nil, "proposal": object{"state": "OPEN"}}, merged); diff != "" {
		t.Errorf("merged without the other network: %s", diff)
	}
	ours.command("changeAudience", object{"records": []string{k.theirs}, "audience": object{"class": "MEMBERS"}}, "command").fails("FORBIDDEN", "", "input.records[0]")
}

// Who said something for a party goes with the party where the parties are listed anew, in another order.
func TestWhoSaidItGoesWithTheParty(t *testing.T) {
	k := newKeeping(t)
	id := k.make("proposePartnership", object{"type": "OTHER", "parties": []object{{"party": k.ours}, {"party": k.theirs}}}, "partnership")
	k.by("REPRESENTATIVE").command("confirmPartnership", object{"id": id, "party": k.ours}, "command").good()
	listed := k.command("updatePartnership", object{"id": id, "parties": []object{{"party": k.theirs}, {"party": k.ours}}}, "partnership { parties { saidBy onBehalf party { id } } }").good()
	want := []any{object{"saidBy": nil, "onBehalf": nil, "party": object{"id": k.theirs}}, object{"saidBy": "REPRESENTATIVE", "onBehalf": false, "party": object{"id": k.ours}}}
	if diff := cmp.Diff(any(want), at(listed, "partnership", "parties")); diff != "" {
		t.Error(diff)
	}
}

func TestGrants(t *testing.T) {
	k := newKeeping(t)
	k.write("CREATE (:Record:Account {id: 'new', name: 'New', kind: 'PERSON', state: 'ACTIVE', audience: 2, version: 1})", nil)
	give := func(by, role, over string) answer {
		input := object{"grantee": "new", "role": role}
		if over != "" {
			input["over"] = over
		}
		return k.by(by).command("grant", input, "grant { id role state validFrom grantedBy { id } over { displayName } }")
	}
	for _, row := range []struct{ by, role, over, code string }{
		{"ADMINISTRATOR", "ADMINISTRATOR", "", ""},
		{"ADMINISTRATOR", "COORDINATOR", k.n, ""},
		{"ADMINISTRATOR", "COORDINATOR", k.ours, "BAD_INPUT"},
		{"ADMINISTRATOR", "READER", "", "BAD_INPUT"},
		{"COORDINATOR", "COORDINATOR", k.m, "FORBIDDEN"},
		{"COORDINATOR", "ADMINISTRATOR", "", "FORBIDDEN"},
		{"COORDINATOR", "READER", k.m, ""},
		{"COORDINATOR", "READER", k.n, "FORBIDDEN"},
		{"COORDINATOR", "REPRESENTATIVE", k.ours, ""},
		{"COORDINATOR", "REPRESENTATIVE", k.theirs, "FORBIDDEN"},
		{"REPRESENTATIVE", "REPRESENTATIVE", k.ours, "NOT_FOUND"}, // it sees no account that is not its own
		{"READER", "READER", k.m, "FORBIDDEN"},
		{"nobody", "READER", k.m, "FORBIDDEN"},
	} {
		a := give(row.by, row.role, row.over)
		if row.code == "" && len(a.Errors) > 0 || row.code != "" && (len(a.Errors) != 1 || a.Errors[0].Extensions.Code != row.code) {
			t.Errorf("%s gives %s: %+v, want %q", row.by, row.role, a.Errors, row.code)
		}
	}
	told := give("COORDINATOR", "READER", k.m).good()["grant"].(object)
	id := told["id"].(string)
	delete(told, "id")
	if diff := cmp.Diff(object{"role": "READER", "state": "ACTIVE", "validFrom": dayFrom(0), "grantedBy": object{"id": "COORDINATOR"}, "over": object{"displayName": "M"}}, told); diff != "" {
		t.Error(diff)
	}
	k.by("REPRESENTATIVE").command("endGrant", object{"id": id}, "command").fails("NOT_FOUND", "", "input.id")
	ended := k.by("COORDINATOR").command("endGrant", object{"id": id}, "command grant { state validTo }").good()
	if diff := cmp.Diff(object{"state": "ENDED", "validTo": dayFrom(0)}, ended["grant"]); diff != "" {
		t.Error(diff)
	}
	k.by("COORDINATOR").command("endGrant", object{"id": id}, "command").fails("CONFLICT", "", "input.id")
	k.by("COORDINATOR").command("revertCommand", object{"command": ended["command"]}, "command").fails("FORBIDDEN", "", "")
}

// Who may do what is said by somebody who has just signed in, and by no access token.
func TestGrantingNeedsARecentSignIn(t *testing.T) {
	k := newKeeping(t)
	old := k.by("ADMINISTRATOR")
	old.viewer.Recent = false
	old.command("updateAccount", object{"id": "READER", "state": "SUSPENDED"}, "command").fails("UNAUTHENTICATED", "", "")
	old.command("grant", object{"grantee": "READER", "role": "COORDINATOR"}, "command").fails("UNAUTHENTICATED", "", "")
	k.by("ADMINISTRATOR").command("updateAccount", object{"id": "READER", "state": "SUSPENDED"}, "command").good()
}

// Who may take all of an account's roles may suspend it.
func TestWhoSuspends(t *testing.T) {
	k := newKeeping(t)
	k.holds("coordinator of N", "COORDINATOR", k.n)
	k.holds("reader of both", "READER", k.m)
	k.holds("reader of both", "READER", k.n)
	k.write("CREATE (:Record:Account {id: 'nothing', name: 'Nothing', kind: 'PERSON', state: 'ACTIVE', audience: 2, version: 1})", nil)
	for _, row := range []struct{ by, account, code string }{
		{"COORDINATOR", "READER", ""},
		{"COORDINATOR", "REPRESENTATIVE", ""},
		{"coordinator of N", "READER", "FORBIDDEN"},
		{"COORDINATOR", "reader of both", "FORBIDDEN"},
		{"COORDINATOR", "coordinator of N", "FORBIDDEN"},
		{"COORDINATOR", "ADMINISTRATOR", "FORBIDDEN"},
		{"COORDINATOR", "nothing", "FORBIDDEN"},
		{"REPRESENTATIVE", "READER", "NOT_FOUND"}, // it sees no account
		{"READER", "REPRESENTATIVE", "FORBIDDEN"},
		{"ADMINISTRATOR", "reader of both", ""},
	} {
		a := k.by(row.by).command("updateAccount", object{"id": row.account, "state": "SUSPENDED", "dryRun": true}, "command")
		if row.code == "" && len(a.Errors) > 0 || row.code != "" && (len(a.Errors) != 1 || a.Errors[0].Extensions.Code != row.code) {
			t.Errorf("%s suspends %s: %+v, want %q", row.by, row.account, a.Errors, row.code)
		}
	}
}

// An account that is suspended may nothing, from that moment on.
func TestASuspendedAccount(t *testing.T) {
	k := newKeeping(t)
	roles := func() any {
		return k.by("COORDINATOR").do("{ viewer { roles { role everywhere over { displayName } } } }", nil)["viewer"].(object)["roles"]
	}
	if diff := cmp.Diff([]any{object{"role": "COORDINATOR", "everywhere": false, "over": object{"displayName": "M"}}}, roles()); diff != "" {
		t.Error(diff)
	}
	k.by("ADMINISTRATOR").command("updateAccount", object{"id": "COORDINATOR", "state": "SUSPENDED"}, "account { state }").good()
	if diff := cmp.Diff([]any{}, roles()); diff != "" {
		t.Error(diff)
	}
	k.by("ADMINISTRATOR").command("updateAccount", object{"id": "COORDINATOR", "state": "ACTIVE"}, "account { state }").good()
	if diff := cmp.Diff([]any{object{"role": "COORDINATOR", "everywhere": false, "over": object{"displayName": "M"}}}, roles()); diff != "" {
		t.Error(diff)
	}
}

// Whether somebody is still signed in is asked once for a command, also where it changes who may do what, so that rights are looked at again for its answer.
func TestWhetherSomebodyIsSignedInIsAskedOnceACommand(t *testing.T) {
	w := newWorld(t)
	member, network := w.organisation("A"), w.network("MITTSEC", "PLANNED")
	looked := 0
	w.viewer.StillSignedIn = func(context.Context, access.AsOf) error { looked++; return nil }
	w.make("admitMember", object{"member": member, "network": network}, "membership")
	if looked != 1 {
		t.Errorf("asked %d times, want once", looked)
	}
}

// Rights are read once after a command that changes them: who has written is likely to ask next. A dry run leaves nothing to be remembered.
func TestRightsThatACommandHasReadAreRemembered(t *testing.T) {
	w := newWorld(t)
	var read atomic.Int64
	w.handler = testworld.GraphQL(t, w.db.Observed(func(_ context.Context, s store.Statement, _ time.Duration, _ error) {
		if strings.Contains(s.Text, "-[:GRANTEE]-") {
			read.Add(1)
		}
	}), func() time.Time { return today }, func(o *graph.Options) { o.Log = slog.New(slog.DiscardHandler) })
	first, second, network := w.organisation("A"), w.organisation("B"), w.network("MITTSEC", "PLANNED")
	admit := func(member string, dryRun bool) object {
		return object{"member": member, "network": network, "dryRun": dryRun}
	}
	w.command("admitMember", admit(second, true), "membership { id }").good()
	for _, step := range []struct {
		name string
		do   func()
		want int64
	}{
		{"a command that changes rights", func() { w.command("admitMember", admit(first, false), "membership { id }").good() }, 1},
		{"a question after it", func() { w.do(`{ networks { nodes { id } } }`, nil) }, 0},
		{"another such command", func() { w.command("admitMember", admit(second, false), "membership { id }").good() }, 1},
	} {
		before := read.Load()
		if step.do(); read.Load()-before != step.want {
			t.Errorf("%s read the rights %d times, want %d", step.name, read.Load()-before, step.want)
		}
	}
}
