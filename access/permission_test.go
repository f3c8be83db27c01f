package access_test

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
	"partnernet/testdb"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

// roles are the accounts of keeping, each called by its role; the last has none.
var roles = []string{"ADMINISTRATOR", "COORDINATOR", "REPRESENTATIVE", "READER", "nobody"}

// yours says whether an organisation or network is one that an account's role reaches.
func yours(k register.Staffed, role, record string) bool {
	switch role {
	case "ADMINISTRATOR":
		return true
	case "COORDINATOR":
		return slices.Contains([]string{k.M, k.Ours, k.Both}, record)
	case "REPRESENTATIVE":
		return record == k.Ours
	}
	return false
}

// Whoever only reads is told that they may do nothing, and which roles it takes.
func TestWhoOnlyReadsMayDoNothing(t *testing.T) {
	k := register.NewStaffed(t)
	coordinator := k.By("COORDINATOR")
	const asked = `query($on: [ID!]!) {
	viewer { roles { role } }
	edit: may(command: "updateOrganisation", on: $on) { allowed roles }
	link: may(command: "linkCounterparts", on: $on) { allowed proposed }
}`
	before := coordinator.Do(asked, object{"on": []string{k.M, k.N}})
	if before["link"].(object)["proposed"] != true {
		t.Fatalf("a coordinator proposes nothing: %v", before)
	}
	coordinator.Viewer.ReadOnly = true
	want := object{"viewer": before["viewer"], "edit": object{"allowed": false, "roles": before["edit"].(object)["roles"]}, "link": object{"allowed": false, "proposed": false}}
	if diff := cmp.Diff(want, coordinator.Do(asked, object{"on": []string{k.M, k.N}})); diff != "" {
		t.Error(diff)
	}
	coordinator.Command("updateOrganisation", object{"id": k.Ours, "country": "SE"}, "changes { id }").Fails("FORBIDDEN", "", "")
	coordinator.Viewer.ReadOnly = false
	coordinator.Command("updateOrganisation", object{"id": k.Ours, "country": "SE"}, "changes { id }").Good()
}

// Every mutation, for every role, on what is one's own, another's and shared: allowed is who has one of the roles that the table names, over what it belongs to.
func TestWhoMayDoWhat(t *testing.T) {
	k := register.NewStaffed(t)
	m := testworld.Model(t)
	var query strings.Builder
	for _, f := range m.Type("Mutation").Fields() {
		fmt.Fprintf(&query, "%s: may(command: %q, on: $on) { allowed roles }\n", f.Name, f.Name)
	}
	asked := 0
	for _, account := range roles {
		for _, record := range []string{k.M, k.N, k.Ours, k.Theirs, k.Both} {
			answer := k.By(account).Do("query($on: [ID!]!) {\n"+query.String()+"}", object{"on": []string{record}})
			for command, value := range answer {
				asked++
				may := value.(object)
				want := slices.Contains(may["roles"].([]any), any(account)) && yours(k, account, record)
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
	k := register.NewStaffed(t)
	member := register.At(k.Do("query($id: ID!) { organisation(id: $id) { memberships { nodes { id } } } }", object{"id": k.Ours}), "organisation", "memberships", "nodes", 0, "id")
	project := k.Make("registerProject", object{"acronym": "P"}, "project")
	for _, account := range roles {
		for _, row := range []struct {
			command, record string
			input           object
			may             []string
		}{
			{"updateOrganisation", k.Ours, object{"id": k.Ours, "country": "SE"}, []string{"COORDINATOR", "REPRESENTATIVE"}},
			{"updateOrganisation", k.Theirs, object{"id": k.Theirs, "country": "SE"}, nil},
			{"updateOrganisation", k.Both, object{"id": k.Both, "country": "SE"}, []string{"COORDINATOR"}},
			{"updateNetwork", k.M, object{"id": k.M, "mission": "x"}, []string{"COORDINATOR"}},
			{"updateNetwork", k.N, object{"id": k.N, "mission": "x"}, nil},
			{"admitMember", k.M, object{"member": k.Theirs, "network": k.M, "validFrom": register.DayFrom(-1)}, []string{"COORDINATOR"}},
			{"admitMember", k.N, object{"member": k.Ours, "network": k.N, "validFrom": register.DayFrom(-1)}, nil},
			{"updateMembership", "", object{"id": member, "category": "x"}, []string{"COORDINATOR"}},
			{"updateMembership", "", object{"id": member, "network": k.N}, nil},
			{"registerProject", "", object{"acronym": "New", "needsMappings": []object{{"title": "t", "network": k.M}}}, []string{"COORDINATOR"}},
			{"registerProject", "", object{"acronym": "New", "needsMappings": []object{{"title": "t", "network": k.N}}}, nil},
			{"updateProject", "", object{"id": project, "needsMappings": []object{{"title": "t", "network": k.N}}}, nil},
			{"recordNeed", k.Ours, object{"statement": "s", "stakeholder": k.Ours}, []string{"COORDINATOR", "REPRESENTATIVE"}},
			{"recordNeed", k.Theirs, object{"statement": "s", "stakeholder": k.Theirs}, nil},
			{"registerOrganisation", "", object{"legalName": "New"}, []string{"COORDINATOR"}},
			{"linkCounterparts", "", object{"network": k.M, "counterpart": k.N}, []string{"COORDINATOR"}}, // as a proposal
			{"proposePartnership", "", object{"type": "OTHER", "parties": []object{{"party": k.Ours}, {"party": k.Theirs}}}, []string{"COORDINATOR", "REPRESENTATIVE"}},
		} {
			row.input["dryRun"] = true
			a := k.By(account).Command(row.command, row.input, "command")
			if slices.Contains(row.may, account) {
				if len(a.Errors) > 0 {
					t.Errorf("%s, %s of %s: %+v", account, row.command, row.record, a.Errors)
				}
				continue
			}
			if len(a.Errors) != 1 || a.Errors[0].Extensions.Code != "FORBIDDEN" {
				t.Errorf("%s, %s of %s is not refused: %+v", account, row.command, row.record, a.Errors)
			} else if account == "COORDINATOR" && row.record == k.Theirs && !strings.Contains(a.Errors[0].Message, "a coordinator of N") {
				t.Errorf("it does not say who could: %s", a.Errors[0].Message)
			}
		}
	}
}

// What was done under a key is not answered to one who may not do it any more.
func TestAReplayIsJudged(t *testing.T) {
	k := register.NewStaffed(t)
	input := object{"id": k.Ours, "country": "SE", "idempotencyKey": "once"}
	k.By("COORDINATOR").Command("updateOrganisation", input, "command").Good()
	k.By("COORDINATOR").Command("updateOrganisation", input, "command").Good()
	k.Write("MATCH (g:Grant)-[:GRANTEE]->(:Account {id: 'COORDINATOR'}) MATCH (a:Access) SET g.state = 'ENDED', a.version = a.version + 1", nil)
	k.By("COORDINATOR").Command("updateOrganisation", input, "command").Fails("FORBIDDEN", "", "")
}

func TestAPartySpeaksForItself(t *testing.T) {
	k := register.NewStaffed(t)
	k.GiveRole("coordinator of N", "COORDINATOR", k.N)
	propose := func(parties ...string) string {
		var all []object
		for _, party := range parties {
			all = append(all, object{"party": party})
		}
		return k.Make("proposePartnership", object{"type": "OTHER", "parties": all}, "partnership")
	}
	said := "partnership { state parties { onBehalf saidBy party { id } } }"
	networks := propose(k.M, k.N)
	k.By("COORDINATOR").Command("confirmPartnership", object{"id": networks, "party": k.N}, "command").Fails("FORBIDDEN", "", "")
	k.By("COORDINATOR").Command("confirmPartnership", object{"id": networks, "party": k.M}, "command").Good()
	confirmed := k.By("coordinator of N").Command("confirmPartnership", object{"id": networks, "party": k.N}, said).Good()["partnership"].(object)
	if diff := cmp.Diff([]any{"ACTIVE", false}, []any{confirmed["state"], confirmed["parties"].([]any)[0].(object)["onBehalf"]}); diff != "" {
		t.Error(diff)
	}
	k.GiveRole("COORDINATOR", "COORDINATOR", k.N)
	firms := propose(k.Ours, k.Both)
	k.By("COORDINATOR").Command("confirmPartnership", object{"id": firms, "party": k.Ours}, "command").Fails("FORBIDDEN", "party-speaks-for-itself", "input.party")
	k.By("REPRESENTATIVE").Command("confirmPartnership", object{"id": firms, "party": k.Ours}, "command").Good()
	held := k.By("COORDINATOR").Command("confirmPartnership", object{"id": firms, "party": k.Both}, said).Good()["partnership"].(object)
	for _, p := range held["parties"].([]any) {
		party := p.(object)
		want := object{"onBehalf": false, "saidBy": "REPRESENTATIVE", "party": object{"id": k.Ours}}
		if party["party"].(object)["id"] == k.Both {
			want = object{"onBehalf": true, "saidBy": "COORDINATOR", "party": object{"id": k.Both}}
		}
		if diff := cmp.Diff(want, party); diff != "" {
			t.Error(diff)
		}
	}
	alone := propose(k.Both, k.Theirs)
	k.By("COORDINATOR").Command("confirmPartnership", object{"id": alone, "party": k.Both}, "command").Good()
	k.By("COORDINATOR").Command("confirmPartnership", object{"id": alone, "party": k.Theirs}, "command").Fails("FORBIDDEN", "party-speaks-for-itself", "input.party")
	k.By("COORDINATOR").Command("denyPartnership", object{"id": alone, "party": k.Theirs}, "command").Good()
}

// Everybody is told beforehand how they may speak for each party, as confirming it finds.
func TestHowOneMaySpeakForAParty(t *testing.T) {
	k := register.NewStaffed(t)
	k.GiveRole("coordinator of N", "COORDINATOR", k.N)
	const spoken = "partnership { parties { voice onBehalf party { id } } }"
	readOnly := k.By("COORDINATOR")
	readOnly.Viewer.ReadOnly = true
	viewers := map[string]register.World{"who sits at the machine": k.World, "the public": k.As("PUBLIC"), "a coordinator who only reads": readOnly, "coordinator of N": k.By("coordinator of N")}
	for _, account := range roles {
		viewers[account] = k.By(account)
	}
	voices := map[any]int{}
	for _, parties := range [][]string{{k.Ours, k.Both}, {k.M, k.N}, {k.Theirs, k.Organisation("In no network")}} {
		id := k.Make("proposePartnership", object{"type": "OTHER", "parties": []object{{"party": parties[0]}, {"party": parties[1]}}}, "partnership")
		for name, viewer := range viewers {
			told := viewer.Do("query($id: ID!) { partnership(id: $id) { parties { voice party { id } } } }", object{"id": id})
			for _, p := range register.At(told, "partnership", "parties").([]any) {
				voice, party := p.(object)["voice"], register.At(p, "party", "id")
				voices[voice]++
				confirmed := viewer.Command("confirmPartnership", object{"id": id, "party": party, "dryRun": true}, spoken)
				if voice == nil {
					if len(confirmed.Errors) != 1 || confirmed.Errors[0].Extensions.Code != "FORBIDDEN" {
						t.Errorf("%s is told no voice of %v, and is answered %v %v", name, party, confirmed.Data, confirmed.Errors)
					}
					continue
				}
				for _, after := range register.At(confirmed.Good(), "partnership", "parties").([]any) {
					if said := after.(object); register.At(after, "party", "id") == party && (said["onBehalf"] == true) != (voice == "ON_BEHALF") {
						t.Errorf("%s is told %v of %v, and answers on its behalf: %v", name, voice, party, said["onBehalf"])
					}
				}
			}
		}
	}
	if voices[nil] == 0 || voices["OWN"] == 0 || voices["ON_BEHALF"] == 0 {
		t.Errorf("not all was tried: %v", voices)
	}
}

// Who admits another network's member may correct it; the other network sees that and takes it back, and is asked before anything is done that could not be.
func TestWhoAdmitsAnothersMemberKeepsItToo(t *testing.T) {
	k := register.NewStaffed(t)
	k.GiveRole("coordinator of N", "COORDINATOR", k.N)
	ours, theirs := k.By("COORDINATOR"), k.By("coordinator of N")
	correction := object{"id": k.Theirs, "country": "SE"}
	ours.Command("updateOrganisation", correction, "command").Fails("FORBIDDEN", "", "")
	ours.Command("admitMember", object{"member": k.Theirs, "network": k.M, "validFrom": register.DayFrom(-1)}, "command").Good()
	corrected := ours.Command("updateOrganisation", correction, "command").Good()
	const last = "query($id: ID!) { organisation(id: $id) { country history { nodes { command } } } }"
	changes := register.At(theirs.Do(last, object{"id": k.Theirs}), "organisation", "history", "nodes").([]any)
	if got := register.At(changes[len(changes)-1], "command"); got != corrected["command"] {
		t.Errorf("the last change that the other network sees is of %v, not of %v", got, corrected["command"])
	}
	theirs.Command("revertCommand", object{"command": corrected["command"]}, "command").Good()
	if got := register.At(theirs.Do(last, object{"id": k.Theirs}), "organisation", "country"); got != nil {
		t.Errorf("the country is %v", got)
	}
	merged := ours.Command("judgeIdentity", object{"organisation": k.Ours, "other": k.Theirs, "verdict": "SAME"}, "judgement { id } proposal { state }").Good()
	if diff := cmp.Diff(object{"judgement": nil, "proposal": object{"state": "OPEN"}}, merged); diff != "" {
		t.Errorf("merged without the other network: %s", diff)
	}
	ours.Command("changeAudience", object{"records": []string{k.Theirs}, "audience": object{"class": "MEMBERS"}}, "command").Fails("FORBIDDEN", "", "input.records[0]")
}

// Who said something for a party goes with the party where the parties are listed anew, in another order.
func TestWhoSaidItGoesWithTheParty(t *testing.T) {
	k := register.NewStaffed(t)
	id := k.Make("proposePartnership", object{"type": "OTHER", "parties": []object{{"party": k.Ours}, {"party": k.Theirs}}}, "partnership")
	k.By("REPRESENTATIVE").Command("confirmPartnership", object{"id": id, "party": k.Ours}, "command").Good()
	listed := k.Command("updatePartnership", object{"id": id, "parties": []object{{"party": k.Theirs}, {"party": k.Ours}}}, "partnership { parties { saidBy onBehalf party { id } } }").Good()
	want := []any{object{"saidBy": nil, "onBehalf": nil, "party": object{"id": k.Theirs}}, object{"saidBy": "REPRESENTATIVE", "onBehalf": false, "party": object{"id": k.Ours}}}
	if diff := cmp.Diff(any(want), register.At(listed, "partnership", "parties")); diff != "" {
		t.Error(diff)
	}
}

func TestGrants(t *testing.T) {
	k := register.NewStaffed(t)
	k.Write("CREATE (:Record:Account {id: 'new', name: 'New', kind: 'PERSON', state: 'ACTIVE', audience: 2, version: 1})", nil)
	give := func(by, role, over string) register.Answer {
		input := object{"grantee": "new", "role": role}
		if over != "" {
			input["over"] = over
		}
		return k.By(by).Command("grant", input, "grant { id role state validFrom grantedBy { id } over { displayName } }")
	}
	for _, row := range []struct{ by, role, over, code string }{
		{"ADMINISTRATOR", "ADMINISTRATOR", "", ""},
		{"ADMINISTRATOR", "COORDINATOR", k.N, ""},
		{"ADMINISTRATOR", "COORDINATOR", k.Ours, "BAD_INPUT"},
		{"ADMINISTRATOR", "READER", "", "BAD_INPUT"},
		{"COORDINATOR", "COORDINATOR", k.M, "FORBIDDEN"},
		{"COORDINATOR", "ADMINISTRATOR", "", "FORBIDDEN"},
		{"COORDINATOR", "READER", k.M, ""},
		{"COORDINATOR", "READER", k.N, "FORBIDDEN"},
		{"COORDINATOR", "REPRESENTATIVE", k.Ours, ""},
		{"COORDINATOR", "REPRESENTATIVE", k.Theirs, "FORBIDDEN"},
		{"REPRESENTATIVE", "REPRESENTATIVE", k.Ours, "NOT_FOUND"}, // it sees no account that is not its own
		{"READER", "READER", k.M, "FORBIDDEN"},
		{"nobody", "READER", k.M, "FORBIDDEN"},
	} {
		a := give(row.by, row.role, row.over)
		if row.code == "" && len(a.Errors) > 0 || row.code != "" && (len(a.Errors) != 1 || a.Errors[0].Extensions.Code != row.code) {
			t.Errorf("%s gives %s: %+v, want %q", row.by, row.role, a.Errors, row.code)
		}
	}
	told := give("COORDINATOR", "READER", k.M).Good()["grant"].(object)
	id := told["id"].(string)
	delete(told, "id")
	if diff := cmp.Diff(object{"role": "READER", "state": "ACTIVE", "validFrom": register.DayFrom(0), "grantedBy": object{"id": "COORDINATOR"}, "over": object{"displayName": "M"}}, told); diff != "" {
		t.Error(diff)
	}
	k.By("REPRESENTATIVE").Command("endGrant", object{"id": id}, "command").Fails("NOT_FOUND", "", "input.id")
	ended := k.By("COORDINATOR").Command("endGrant", object{"id": id}, "command grant { state validTo }").Good()
	if diff := cmp.Diff(object{"state": "ENDED", "validTo": register.DayFrom(0)}, ended["grant"]); diff != "" {
		t.Error(diff)
	}
	k.By("COORDINATOR").Command("endGrant", object{"id": id}, "command").Fails("CONFLICT", "", "input.id")
	k.By("COORDINATOR").Command("revertCommand", object{"command": ended["command"]}, "command").Fails("FORBIDDEN", "", "")
}

// Who may do what is said by somebody who has just signed in, and by no access token.
func TestGrantingNeedsARecentSignIn(t *testing.T) {
	k := register.NewStaffed(t)
	old := k.By("ADMINISTRATOR")
	old.Viewer.Recent = false
	old.Command("updateAccount", object{"id": "READER", "state": "SUSPENDED"}, "command").Fails("UNAUTHENTICATED", "", "")
	old.Command("grant", object{"grantee": "READER", "role": "COORDINATOR"}, "command").Fails("UNAUTHENTICATED", "", "")
	k.By("ADMINISTRATOR").Command("updateAccount", object{"id": "READER", "state": "SUSPENDED"}, "command").Good()
}

// Who may take all of an account's roles may suspend it.
func TestWhoSuspends(t *testing.T) {
	k := register.NewStaffed(t)
	k.GiveRole("coordinator of N", "COORDINATOR", k.N)
	k.GiveRole("reader of both", "READER", k.M)
	k.GiveRole("reader of both", "READER", k.N)
	k.Write("CREATE (:Record:Account {id: 'nothing', name: 'Nothing', kind: 'PERSON', state: 'ACTIVE', audience: 2, version: 1})", nil)
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
		a := k.By(row.by).Command("updateAccount", object{"id": row.account, "state": "SUSPENDED", "dryRun": true}, "command")
		if row.code == "" && len(a.Errors) > 0 || row.code != "" && (len(a.Errors) != 1 || a.Errors[0].Extensions.Code != row.code) {
			t.Errorf("%s suspends %s: %+v, want %q", row.by, row.account, a.Errors, row.code)
		}
	}
}

// An account that is suspended may nothing, from that moment on.
func TestASuspendedAccount(t *testing.T) {
	k := register.NewStaffed(t)
	roles := func() any {
		return k.By("COORDINATOR").Do("{ viewer { roles { role everywhere over { displayName } } } }", nil)["viewer"].(object)["roles"]
	}
	if diff := cmp.Diff([]any{object{"role": "COORDINATOR", "everywhere": false, "over": object{"displayName": "M"}}}, roles()); diff != "" {
		t.Error(diff)
	}
	k.Write("MATCH (a:Account {id: 'COORDINATOR'}) CREATE (a)<-[:OF]-(:Session {hash: 's'}), (a)<-[:OF]-(:AccessToken {hash: 't'})", nil)
	k.By("ADMINISTRATOR").Command("updateAccount", object{"id": "COORDINATOR", "state": "SUSPENDED"}, "account { state }").Good()
	if diff := cmp.Diff([]any{}, roles()); diff != "" {
		t.Error(diff)
	}
	if got := testdb.Texts(t, k.DB, "MATCH (c:Session|AccessToken) WHERE c.endedAt IS NULL AND c.revokedAt IS NULL RETURN c.hash AS text"); len(got) > 0 {
		t.Errorf("%q would hold again when it is opened", got)
	}
	k.By("ADMINISTRATOR").Command("updateAccount", object{"id": "COORDINATOR", "state": "ACTIVE"}, "account { state }").Good()
	if diff := cmp.Diff([]any{object{"role": "COORDINATOR", "everywhere": false, "over": object{"displayName": "M"}}}, roles()); diff != "" {
		t.Error(diff)
	}
}

// Whether somebody is still signed in is asked once for a command, also where it changes who may do what, so that rights are looked at again for its answer.
func TestWhetherSomebodyIsSignedInIsAskedOnceACommand(t *testing.T) {
	w := register.New(t)
	member, network := w.Organisation("A"), w.Network("MITTSEC", "PLANNED")
	looked := 0
	w.Viewer.StillSignedIn = func(context.Context, access.AsOf) error { looked++; return nil }
	w.Make("admitMember", object{"member": member, "network": network}, "membership")
	if looked != 1 {
		t.Errorf("asked %d times, want once", looked)
	}
}

// Rights are read once after a command that changes them: who has written is likely to ask next. A dry run leaves nothing to be remembered.
func TestRightsThatACommandHasReadAreRemembered(t *testing.T) {
	w := register.New(t)
	var read atomic.Int64
	w.Handler = testworld.GraphQL(t, w.DB.Observed(func(_ context.Context, s store.Statement, _ time.Duration, _ error) {
		if strings.Contains(s.Text, "-[:GRANTEE]-") {
			read.Add(1)
		}
	}), func() time.Time { return register.Today }, func(o *graph.Options) { o.Log = slog.New(slog.DiscardHandler) })
	first, second, network := w.Organisation("A"), w.Organisation("B"), w.Network("MITTSEC", "PLANNED")
	admit := func(member string, dryRun bool) object {
		return object{"member": member, "network": network, "dryRun": dryRun}
	}
	w.Command("admitMember", admit(second, true), "membership { id }").Good()
	for _, step := range []struct {
		name string
		do   func()
		want int64
	}{
		{"a command that changes rights", func() { w.Command("admitMember", admit(first, false), "membership { id }").Good() }, 1},
		{"a question after it", func() { w.Do(`{ networks { nodes { id } } }`, nil) }, 0},
		{"another such command", func() { w.Command("admitMember", admit(second, false), "membership { id }").Good() }, 1},
	} {
		before := read.Load()
		if step.do(); read.Load()-before != step.want {
			t.Errorf("%s read the rights %d times, want %d", step.name, read.Load()-before, step.want)
		}
	}
}
