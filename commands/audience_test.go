package commands_test

import (
	"context"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/graph"
	"partnernet/store"
)

// holds gives an account a role over a network, as an administrator did before.
func (w world) holds(account, role, network string) {
	w.t.Helper()
	w.write(`
MATCH (n:Record {id: $network})
MATCH (access:Access)
SET access.version = access.version + 1
MERGE (a:Record:Account {id: $account})
SET a.kind = 'PERSON', a.state = 'ACTIVE', a.name = $account, a.audience = 2, a.version = 1
CREATE (a)<-[:GRANTEE]-(:Record:Grant {id: randomUUID(), role: $role, state: 'ACTIVE', audience: 2, version: 1})-[:OVER]->(n)`,
		object{"account": account, "role": role, "network": network})
}

// write writes to the database what no command has told.
func (w world) write(statement string, params object) {
	w.t.Helper()
	must(w.t, w.db.Write(w.t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: statement, Params: params})
		return err
	}))
}

// by gives the same world as an account sees it.
func (w world) by(account string) world {
	w.viewer = graph.Viewer{Account: account, Name: account, Language: "en", Recent: true}
	return w
}

// twoNetworks is a world of two networks, each with a coordinator and a reader of its own, and an organisation in each.
func twoNetworks(t *testing.T) (w world, m, n string) {
	t.Helper()
	w = newWorld(t)
	m, n = w.network("M", "ESTABLISHED"), w.network("N", "ESTABLISHED")
	for account, role := range map[string]string{"coordinator": "COORDINATOR", "reader": "READER"} {
		w.holds(account+" of M", role, m)
		w.holds(account+" of N", role, n)
	}
	return w, m, n
}

// sees gives which of these may see a record.
func (w world) sees(id string) []string {
	w.t.Helper()
	var who []string
	for _, account := range []string{"coordinator of M", "reader of M", "coordinator of N", "reader of N", "nobody"} {
		if w.by(account).do("query($id: ID!) { node(id: $id) { id } }", object{"id": id})["node"] != nil {
			who = append(who, account)
		}
	}
	return who
}

func TestWhoSeesWhatIsForAClassOfNetworks(t *testing.T) {
	w, m, n := twoNetworks(t)
	coordinator := w.by("coordinator of M")
	for _, row := range []struct {
		why      string
		given    object
		sees     []string
		networks []any
		class    string
	}{
		{"a class alone is of the networks that the writer coordinates", object{"sensitivity": "MEMBERS"}, []string{"coordinator of M", "reader of M"}, []any{"M"}, "MEMBERS"},
		{"so it is in full", object{"audience": object{"class": "MEMBERS"}}, []string{"coordinator of M", "reader of M"}, []any{"M"}, "MEMBERS"},
		{"coordinators see more than members", object{"audience": object{"class": "COORDINATORS", "networks": []string{m}}}, []string{"coordinator of M"}, []any{"M"}, "COORDINATORS"},
		{"what is shared is of both", object{"audience": object{"class": "MEMBERS", "networks": []string{"M", n}}},
			[]string{"coordinator of M", "reader of M", "coordinator of N", "reader of N"}, []any{"M", "N"}, "MEMBERS"},
		{"everyone is everyone", object{"audience": object{"class": "PUBLIC", "networks": []string{"M"}}},
			[]string{"coordinator of M", "reader of M", "coordinator of N", "reader of N", "nobody"}, []any{}, "PUBLIC"},
	} {
		row.given["legalName"] = row.why
		told := coordinator.command("registerOrganisation", row.given, "organisation { id sensitivity audience { class everywhere networks { acronym } } }").good()["organisation"].(object)
		if diff := cmp.Diff(row.sees, w.sees(told["id"].(string))); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
		networks := []any{}
		audience := told["audience"].(object)
		for _, network := range audience["networks"].([]any) {
			networks = append(networks, network.(object)["acronym"])
		}
		if diff := cmp.Diff([]any{row.networks, row.class, row.class, len(row.networks) == 0}, []any{networks, audience["class"], told["sensitivity"], audience["everywhere"]}); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	if audiences := w.count("Audience"); audiences != 4+3 {
		t.Errorf("there are %d audiences; the same one has one number", audiences)
	}
}

func TestAudiencesThatCannotBeGiven(t *testing.T) {
	w, _, _ := twoNetworks(t)
	secret := w.make("registerNetwork", object{"acronym": "SECRET", "lifecycle": "FORMING", "sensitivity": "RESTRICTED"}, "network")
	coordinator := w.by("coordinator of M")
	for _, row := range []struct {
		why         string
		given       object
		code, field string
	}{
		{"nobody enters what they may not see", object{"audience": object{"class": "MEMBERS", "networks": []string{"N"}}}, "FORBIDDEN", "input.audience"},
		{"nor by class alone", object{"sensitivity": "RESTRICTED"}, "FORBIDDEN", "input.sensitivity"},
		{"there is no such network", object{"audience": object{"class": "MEMBERS", "networks": []string{"X"}}}, "NOT_FOUND", "input.audience.networks"},
		{"a hidden one is not there", object{"audience": object{"class": "MEMBERS", "networks": []string{"SECRET"}}}, "NOT_FOUND", "input.audience.networks"},
		{"nor by its id", object{"audience": object{"class": "MEMBERS", "networks": []string{secret}}}, "NOT_FOUND", "input.audience.networks"},
		{"it is said twice", object{"sensitivity": "MEMBERS", "audience": object{"class": "MEMBERS"}}, "BAD_INPUT", "input.audience"},
	} {
		row.given["legalName"] = "A"
		t.Run(row.why, func(t *testing.T) {
			coordinator.on(t).command("registerOrganisation", row.given, "command").fails(row.code, "", row.field)
		})
	}
}

// What is hidden is told by no refusal: not by one of a dry run, and not by one of a command. Those who see both find the pair.
func TestWhatIsHiddenIsNotToldByBeingUnique(t *testing.T) {
	w, _, _ := twoNetworks(t)
	m, n := w.by("coordinator of M"), w.by("coordinator of N")
	digest := "00000000000000000000000000000000000000000000000000000000000000aa"
	for _, row := range []struct {
		command string
		input   object
		rule    string
		field   string
	}{
		{"registerOrganisation", object{"legalName": "Hemlig AB", "identifiers": number("SE_ON", swedish)}, "unique", "input.identifiers[0]"},
		{"registerTheme", object{"code": "secret", "labelEn": "Secret"}, "unique", "input.code"},
		{"registerProgramme", object{"name": "P", "cci": "2021TC16RFCB001"}, "programme-cci", "input.cci"},
		{"registerNetwork", object{"acronym": "HIDDEN", "lifecycle": "FORMING"}, "network-acronym-unique", "input.acronym"},
		{"recordDocument", object{"title": "D", "sha256": digest}, "document-unique", "input.sha256"},
	} {
		given := func(more object) object {
			maps.Copy(more, row.input)
			return more
		}
		m.command(row.command, given(object{"sensitivity": "MEMBERS"}), "command").good()
		n.command(row.command, given(object{"dryRun": true}), "command").good()
		again := m.command(row.command, given(object{}), "command")
		if len(again.Errors) != 1 || again.Errors[0].Extensions.Code != "CONFLICT" {
			t.Errorf("%s: what one sees oneself is told: %+v", row.command, again.Errors)
		}
		n.command(row.command, given(object{"sensitivity": "MEMBERS"}), "command").good()
		n.command(row.command, given(object{"sensitivity": "COORDINATORS"}), "command").fails("CONFLICT", again.Errors[0].Extensions.Rule, again.Errors[0].Extensions.Field)
	}
	const pairs = "{ duplicates { totalCount } }"
	if got := w.do(pairs, nil)["duplicates"].(object)["totalCount"]; got != 1.0 {
		t.Errorf("who sees both finds %v pairs", got)
	}
	if got := n.do(pairs, nil)["duplicates"].(object)["totalCount"]; got != 0.0 {
		t.Errorf("who sees one finds %v pairs", got)
	}
}

// Two that become one are for those who could see both; where nobody could, they stay two.
func TestAMergeIsForThoseWhoSeeBoth(t *testing.T) {
	w, m, n := twoNetworks(t)
	w.holds("coordinator of both", "COORDINATOR", m)
	w.holds("coordinator of both", "COORDINATOR", n)
	both := w.by("coordinator of both")
	of := func(name string, networks ...string) string {
		return both.make("registerOrganisation", object{"legalName": name, "audience": object{"class": "MEMBERS", "networks": networks}}, "organisation")
	}
	apart := object{"organisation": of("A", "M"), "other": of("B", "N"), "verdict": "SAME"}
	both.command("judgeIdentity", apart, "command").fails("CONFLICT", "", "input.other")
	kept, merged := of("C", "M"), of("D", "M", "N")
	command := both.command("judgeIdentity", object{"organisation": kept, "other": merged, "verdict": "SAME"}, "command").good()["command"]
	if diff := cmp.Diff([]string{"coordinator of M", "reader of M"}, w.sees(kept)); diff != "" {
		t.Error(diff)
	}
	both.command("revertCommand", object{"command": command}, "command").good()
	if diff := cmp.Diff([]string{"coordinator of M", "reader of M", "coordinator of N", "reader of N"}, w.sees(merged)); diff != "" {
		t.Error(diff)
	}
}

// What is taken away is gone with its commit, whatever was known before; and what is given is there.
func TestARightThatIsTakenAwayIsGone(t *testing.T) {
	w, m, _ := twoNetworks(t)
	id := w.by("coordinator of M").make("registerOrganisation", object{"legalName": "A", "sensitivity": "MEMBERS"}, "organisation")
	w.write(`MATCH (:Account {id: 'reader of M'})<-[:GRANTEE]-(g:Grant) MATCH (a:Access) SET g.state = 'ENDED', a.version = a.version + 1`, nil)
	if diff := cmp.Diff([]string{"coordinator of M"}, w.sees(id)); diff != "" {
		t.Error(diff)
	}
	w.write(`MATCH (c:Account {id: 'coordinator of M'}) MATCH (a:Access) SET c.state = 'SUSPENDED', a.version = a.version + 1`, nil)
	w.holds("reader of N", "READER", m)
	if diff := cmp.Diff([]string{"reader of N"}, w.sees(id)); diff != "" {
		t.Error(diff)
	}
}

// Somebody who speaks for an organisation sees what is for members of the networks that it is a member of, as long as it is.
func TestARepresentativeSeesWhatMembersSee(t *testing.T) {
	w, m, _ := twoNetworks(t)
	firm := w.organisation("Firm")
	w.holds("speaker", "REPRESENTATIVE", firm)
	id := w.by("coordinator of M").make("registerOrganisation", object{"legalName": "A", "sensitivity": "MEMBERS"}, "organisation")
	seen := func() bool {
		return w.by("speaker").do("query($id: ID!) { node(id: $id) { id } }", object{"id": id})["node"] != nil
	}
	if seen() {
		t.Error("its organisation is no member")
	}
	membership := w.make("admitMember", object{"member": firm, "network": m, "validFrom": dayFrom(-10)}, "membership")
	if !seen() {
		t.Error("its organisation is a member")
	}
	w.make("endMembership", object{"id": membership, "validTo": dayFrom(-1)}, "membership")
	if seen() {
		t.Error("its organisation is a member no more")
	}
}

// What is for one network is shared with another by whoever keeps it, and kept again; who may not see it then, or has no say in it, does not change it.
func TestSharing(t *testing.T) {
	w, m, n := twoNetworks(t)
	coordinator := w.by("coordinator of M")
	id := coordinator.make("registerOrganisation", object{"legalName": "Ours", "audience": object{"class": "MEMBERS", "networks": []string{"M"}}}, "organisation")
	coordinator.make("admitMember", object{"member": id, "network": m, "validFrom": dayFrom(-1)}, "membership")
	theme := w.make("registerTheme", object{"code": "t", "labelEn": "T"}, "theme")
	share := func(by world, records []string, class string, networks ...string) answer {
		return by.command("changeAudience", object{"records": records, "audience": object{"class": class, "networks": networks}},
			"command records { id audience { class networks { acronym } } } changes { fields { name before after } }")
	}
	ofM := []string{"coordinator of M", "reader of M"}
	if diff := cmp.Diff(ofM, w.sees(id)); diff != "" {
		t.Fatal(diff)
	}
	share(w.by("coordinator of N"), []string{id}, "MEMBERS", "M", "N").fails("NOT_FOUND", "", "input.records[0]")
	share(w.by("reader of M"), []string{id}, "MEMBERS", "M").fails("FORBIDDEN", "", "")
	share(coordinator, []string{id}, "MEMBERS", "N").fails("FORBIDDEN", "", "input.audience")
	share(coordinator, []string{theme}, "MEMBERS", "M").fails("FORBIDDEN", "", "input.records[0]")
	both := w.organisation("Both")
	for _, network := range []string{m, n} {
		w.make("admitMember", object{"member": both, "network": network, "validFrom": dayFrom(-1)}, "membership")
	}
	share(coordinator, []string{both}, "MEMBERS", "M").fails("FORBIDDEN", "", "input.records[0]")
	share(coordinator, []string{both}, "MEMBERS", "M", "N").good()
	share(coordinator, []string{}, "MEMBERS", "M").fails("BAD_INPUT", "", "input.records")
	dry := coordinator.command("changeAudience", object{"records": []string{id}, "audience": object{"class": "PUBLIC"}, "dryRun": true}, "records { sensitivity }").good()
	if diff := cmp.Diff([]any{any(object{"sensitivity": "PUBLIC"}), ofM}, []any{at(dry, "records", 0), w.sees(id)}); diff != "" {
		t.Error(diff)
	}

	shared := share(coordinator, []string{id}, "MEMBERS", "M", "N").good()
	if diff := cmp.Diff(any(object{"id": id, "audience": object{"class": "MEMBERS", "networks": []any{object{"acronym": "M"}, object{"acronym": "N"}}}}), at(shared, "records", 0)); diff != "" {
		t.Error(diff)
	}
	changes := at(shared, "changes").([]any)
	if diff := cmp.Diff(any([]any{object{"name": "audience", "before": "MEMBERS:" + m, "after": "MEMBERS:" + m + "," + n}}), at(changes[len(changes)-1], "fields")); diff != "" && n > m {
		t.Error(diff)
	}
	if diff := cmp.Diff(append(slices.Clone(ofM), "coordinator of N", "reader of N"), w.sees(id)); diff != "" {
		t.Errorf("what is shared: %s", diff)
	}
	share(w.by("coordinator of N"), []string{id}, "MEMBERS", "N").fails("FORBIDDEN", "", "")
	coordinator.command("revertCommand", object{"command": shared["command"]}, "command").good()
	if diff := cmp.Diff(ofM, w.sees(id)); diff != "" {
		t.Errorf("what was shared and is kept again: %s", diff)
	}
}
