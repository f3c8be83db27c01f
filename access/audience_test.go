package access_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"partnernet/ledger"
	"partnernet/testworld"
	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// twoNetworks is a world of two networks, each with a coordinator and a reader of its own, and an organisation in each.
func twoNetworks(t *testing.T) (w register.World, m, n string) {
	t.Helper()
	w = register.New(t)
	m, n = w.Network("M", "ESTABLISHED"), w.Network("N", "ESTABLISHED")
	for account, role := range map[string]string{"coordinator": "COORDINATOR", "reader": "READER"} {
		w.GiveRole(account+" of M", role, m)
		w.GiveRole(account+" of N", role, n)
	}
	return w, m, n
}

// sees gives which of these may see a record.
func sees(w register.World, id string) []string {
	w.T.Helper()
	var who []string
	for _, account := range []string{"coordinator of M", "reader of M", "coordinator of N", "reader of N", "nobody"} {
		if w.By(account).Do("query($id: ID!) { node(id: $id) { id } }", object{"id": id})["node"] != nil {
			who = append(who, account)
		}
	}
	return who
}

func TestWhoSeesWhatIsForAClassOfNetworks(t *testing.T) {
	w, m, n := twoNetworks(t)
	coordinator := w.By("coordinator of M")
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
		told := coordinator.Command("registerOrganisation", row.given, "organisation { id sensitivity audience { class everywhere networks { acronym } } }").Good()["organisation"].(object)
		if diff := cmp.Diff(row.sees, sees(w, told["id"].(string))); diff != "" {
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
	if audiences := w.Count("Audience"); audiences != 4+3 {
		t.Errorf("there are %d audiences; the same one has one number", audiences)
	}
}

func TestAudiencesThatCannotBeGiven(t *testing.T) {
	w, _, _ := twoNetworks(t)
	secret := w.Make("registerNetwork", object{"acronym": "SECRET", "lifecycle": "FORMING", "sensitivity": "RESTRICTED"}, "network")
	coordinator := w.By("coordinator of M")
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
			coordinator.On(t).Command("registerOrganisation", row.given, "command").Fails(row.code, "", row.field)
		})
	}
}

// What is hidden is told by no refusal: not by one of a dry run, and not by one of a command. Those who see both find the pair.
func TestWhatIsHiddenIsNotToldByBeingUnique(t *testing.T) {
	w, _, _ := twoNetworks(t)
	m, n := w.By("coordinator of M"), w.By("coordinator of N")
	digest := "00000000000000000000000000000000000000000000000000000000000000aa"
	for _, row := range []struct {
		command string
		input   object
		rule    string
		field   string
	}{
		{"registerOrganisation", object{"legalName": "Hemlig AB", "identifiers": register.Number("SE_ON", register.Swedish)}, "unique", "input.identifiers[0]"},
		{"registerTheme", object{"code": "secret", "labelEn": "Secret"}, "unique", "input.code"},
		{"registerProgramme", object{"name": "P", "cci": "2021TC16RFCB001"}, "programme-cci", "input.cci"},
		{"registerNetwork", object{"acronym": "HIDDEN", "lifecycle": "FORMING"}, "network-acronym-unique", "input.acronym"},
		{"recordDocument", object{"title": "D", "sha256": digest}, "document-unique", "input.sha256"},
	} {
		given := func(more object) object {
			maps.Copy(more, row.input)
			return more
		}
		m.Command(row.command, given(object{"sensitivity": "MEMBERS"}), "command").Good()
		n.Command(row.command, given(object{"dryRun": true}), "command").Good()
		again := m.Command(row.command, given(object{}), "command")
		if len(again.Errors) != 1 || again.Errors[0].Extensions.Code != "CONFLICT" {
			t.Errorf("%s: what one sees oneself is told: %+v", row.command, again.Errors)
		}
		n.Command(row.command, given(object{"sensitivity": "MEMBERS"}), "command").Good()
		n.Command(row.command, given(object{"sensitivity": "COORDINATORS"}), "command").Fails("CONFLICT", again.Errors[0].Extensions.Rule, again.Errors[0].Extensions.Field)
	}
	const pairs = "{ duplicates { totalCount } }"
	if got := w.Do(pairs, nil)["duplicates"].(object)["totalCount"]; got != 1.0 {
		t.Errorf("who sees both finds %v pairs", got)
	}
	if got := n.Do(pairs, nil)["duplicates"].(object)["totalCount"]; got != 0.0 {
		t.Errorf("who sees one finds %v pairs", got)
	}
}

// Two that become one are for those who could see both; where nobody could, they stay two.
func TestAMergeIsForThoseWhoSeeBoth(t *testing.T) {
	w, m, n := twoNetworks(t)
	w.GiveRole("coordinator of both", "COORDINATOR", m)
	w.GiveRole("coordinator of both", "COORDINATOR", n)
	both := w.By("coordinator of both")
	of := func(name string, networks ...string) string {
		return both.Make("registerOrganisation", object{"legalName": name, "audience": object{"class": "MEMBERS", "networks": networks}}, "organisation")
	}
	apart := object{"organisation": of("A", "M"), "other": of("B", "N"), "verdict": "SAME"}
	both.Command("judgeIdentity", apart, "command").Fails("CONFLICT", "", "input.other")
	kept, merged := of("C", "M"), of("D", "M", "N")
	command := both.Command("judgeIdentity", object{"organisation": kept, "other": merged, "verdict": "SAME"}, "command").Good()["command"]
	if diff := cmp.Diff([]string{"coordinator of M", "reader of M"}, sees(w, kept)); diff != "" {
		t.Error(diff)
	}
	both.Command("revertCommand", object{"command": command}, "command").Good()
	if diff := cmp.Diff([]string{"coordinator of M", "reader of M", "coordinator of N", "reader of N"}, sees(w, merged)); diff != "" {
		t.Error(diff)
	}
}

// What is taken away is gone with its commit, whatever was known before; and what is given is there.
func TestARightThatIsTakenAwayIsGone(t *testing.T) {
	w, m, _ := twoNetworks(t)
	id := w.By("coordinator of M").Make("registerOrganisation", object{"legalName": "A", "sensitivity": "MEMBERS"}, "organisation")
	w.Write(`MATCH (:Account {id: 'reader of M'})<-[:GRANTEE]-(g:Grant) MATCH (a:Access) SET g.state = 'ENDED', a.version = a.version + 1`, nil)
	if diff := cmp.Diff([]string{"coordinator of M"}, sees(w, id)); diff != "" {
		t.Error(diff)
	}
	w.Write(`MATCH (c:Account {id: 'coordinator of M'}) MATCH (a:Access) SET c.state = 'SUSPENDED', a.version = a.version + 1`, nil)
	w.GiveRole("reader of N", "READER", m)
	if diff := cmp.Diff([]string{"reader of N"}, sees(w, id)); diff != "" {
		t.Error(diff)
	}
}

// Somebody who speaks for an organisation sees what is for members of the networks that it is a member of, as long as it is.
func TestARepresentativeSeesWhatMembersSee(t *testing.T) {
	w, m, _ := twoNetworks(t)
	firm := w.Organisation("Firm")
	w.GiveRole("speaker", "REPRESENTATIVE", firm)
	id := w.By("coordinator of M").Make("registerOrganisation", object{"legalName": "A", "sensitivity": "MEMBERS"}, "organisation")
	seen := func() bool {
		return w.By("speaker").Do("query($id: ID!) { node(id: $id) { id } }", object{"id": id})["node"] != nil
	}
	if seen() {
		t.Error("its organisation is no member")
	}
	membership := w.Make("admitMember", object{"member": firm, "network": m, "validFrom": register.DayFrom(-10)}, "membership")
	if !seen() {
		t.Error("its organisation is a member")
	}
	w.Make("endMembership", object{"id": membership, "validTo": register.DayFrom(-1)}, "membership")
	if seen() {
		t.Error("its organisation is a member no more")
	}
}

// What is for one network is shared with another by whoever keeps it, and kept again; who may not see it then, or has no say in it, does not change it.
func TestSharing(t *testing.T) {
	w, m, n := twoNetworks(t)
	coordinator := w.By("coordinator of M")
	id := coordinator.Make("registerOrganisation", object{"legalName": "Ours", "audience": object{"class": "MEMBERS", "networks": []string{"M"}}}, "organisation")
	coordinator.Make("admitMember", object{"member": id, "network": m, "validFrom": register.DayFrom(-1)}, "membership")
	theme := w.Make("registerTheme", object{"code": "t", "labelEn": "T"}, "theme")
	share := func(by register.World, records []string, class string, networks ...string) register.Answer {
		return by.Command("changeAudience", object{"records": records, "audience": object{"class": class, "networks": networks}},
			"command records { id audience { class networks { acronym } } } changes { fields { name before after } }")
	}
	ofM := []string{"coordinator of M", "reader of M"}
	if diff := cmp.Diff(ofM, sees(w, id)); diff != "" {
		t.Fatal(diff)
	}
	share(w.By("coordinator of N"), []string{id}, "MEMBERS", "M", "N").Fails("NOT_FOUND", "", "input.records[0]")
	share(w.By("reader of M"), []string{id}, "MEMBERS", "M").Fails("FORBIDDEN", "", "")
	share(coordinator, []string{id}, "MEMBERS", "N").Fails("FORBIDDEN", "", "input.audience")
	share(coordinator, []string{theme}, "MEMBERS", "M").Fails("FORBIDDEN", "", "input.records[0]")
	both := w.Organisation("Both")
	for _, network := range []string{m, n} {
		w.Make("admitMember", object{"member": both, "network": network, "validFrom": register.DayFrom(-1)}, "membership")
	}
	share(coordinator, []string{both}, "MEMBERS", "M").Fails("FORBIDDEN", "", "input.records[0]")
	share(coordinator, []string{both}, "MEMBERS", "M", "N").Good()
	share(coordinator, []string{}, "MEMBERS", "M").Fails("BAD_INPUT", "", "input.records")
	dry := coordinator.Command("changeAudience", object{"records": []string{id}, "audience": object{"class": "PUBLIC"}, "dryRun": true}, "records { sensitivity }").Good()
	if diff := cmp.Diff([]any{any(object{"sensitivity": "PUBLIC"}), ofM}, []any{register.At(dry, "records", 0), sees(w, id)}); diff != "" {
		t.Error(diff)
	}

	shared := share(coordinator, []string{id}, "MEMBERS", "M", "N").Good()
	if diff := cmp.Diff(any(object{"id": id, "audience": object{"class": "MEMBERS", "networks": []any{object{"acronym": "M"}, object{"acronym": "N"}}}}), register.At(shared, "records", 0)); diff != "" {
		t.Error(diff)
	}
	changes := register.At(shared, "changes").([]any)
	if diff := cmp.Diff(any([]any{object{"name": "audience", "before": "MEMBERS:" + m, "after": "MEMBERS:" + m + "," + n}}), register.At(changes[len(changes)-1], "fields")); diff != "" && n > m {
		t.Error(diff)
	}
	if diff := cmp.Diff(append(slices.Clone(ofM), "coordinator of N", "reader of N"), sees(w, id)); diff != "" {
		t.Errorf("what is shared: %s", diff)
	}
	share(w.By("coordinator of N"), []string{id}, "MEMBERS", "N").Fails("FORBIDDEN", "", "")
	coordinator.Command("revertCommand", object{"command": shared["command"]}, "command").Good()
	if diff := cmp.Diff(ofM, sees(w, id)); diff != "" {
		t.Errorf("what was shared and is kept again: %s", diff)
	}
}

// A number is that of one organisation among what somebody sees, also when one of two that nobody saw together is opened to more people.
func TestOpeningGivesNoNumberToTwo(t *testing.T) {
	w, m, n := twoNetworks(t)
	ours, theirs := w.By("coordinator of M"), w.By("coordinator of N")
	enter := func(by register.World, name, number, network string, audience object) string {
		id := by.Make("registerOrganisation", object{"legalName": name, "identifiers": register.Number("SE_ON", number), "audience": audience}, "organisation")
		by.Make("admitMember", object{"member": id, "network": network, "validFrom": register.DayFrom(-1), "audience": audience}, "membership")
		return id
	}
	open := func(by register.World, class string, records ...string) register.Answer {
		return by.Command("changeAudience", object{"records": records, "audience": object{"class": class}}, "command")
	}
	hidden := enter(ours, "Hidden", "2321000214", m, object{"class": "MEMBERS", "networks": []string{"M"}})
	enter(theirs, "Public", "2321000214", n, object{"class": "PUBLIC"})
	open(ours, "PUBLIC", hidden).Fails("CONFLICT", "identifier-unique", "input.records")
	open(w, "MEMBERS", hidden).Fails("CONFLICT", "identifier-unique", "input.records")
	narrowed := open(ours, "COORDINATORS", hidden).Good()
	ours.Command("revertCommand", object{"command": narrowed["command"]}, "command").Fails("CONFLICT", "identifier-unique", "input.command")

	enter(ours, "Hidden, too", "5560160680", m, object{"class": "MEMBERS", "networks": []string{"M"}})
	other := enter(theirs, "Other", "5560160680", n, object{"class": "MEMBERS", "networks": []string{"N"}})
	open(theirs, "PUBLIC", other).Good() // they do not see the other one, and no refusal tells of it
	broken, err := ledger.New(w.DB, testworld.Model(t), time.Now).Check(t.Context())
	if err != nil || len(broken) > 0 {
		t.Errorf("two that different people see are duplicates for those who see both, and break no rule: %v, %v", broken, err)
	}
}
