package access_test

import (
	"fmt"
	"strings"
	"testing"

	"partnernet/graph"
	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// Who recorded a change is the account for those who may see it, and a role for everybody else.
func TestWhoRecordedAChange(t *testing.T) {
	w, _, _ := twoNetworks(t)
	changed := w.By("coordinator of M").Make("registerOrganisation", object{"legalName": "Region"}, "organisation")
	const asked = "query($id: ID!, $account: ID) { changes(subject: $id) { nodes { actor account { name } } } by: changes(subject: $id, account: $account) { totalCount } }"
	who := func(w register.World, language string) any {
		w.Viewer.Language = language
		return w.Do(asked, object{"id": changed, "account": "coordinator of M"})
	}
	told := func(actor string, account any, count float64) any {
		return object{"changes": object{"nodes": []any{object{"actor": actor, "account": account}}}, "by": object{"totalCount": count}}
	}
	for _, row := range []struct {
		why  string
		got  any
		want any
	}{
		{"coordinators see accounts", who(w.By("coordinator of N"), "en"), told("coordinator of M", object{"name": "coordinator of M"}, 1)},
		{"a reader sees the role", who(w.By("reader of N"), "en"), told("a coordinator of M", nil, 0)},
		{"in Swedish", who(w.As("PUBLIC"), "sv"), told("en samordnare för M", nil, 0)},
		{"in Norwegian", who(w.As("PUBLIC"), "nb"), told("en koordinator for M", nil, 0)},
	} {
		if diff := cmp.Diff(row.want, row.got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	w.Write("MATCH (n:Network {acronym: 'M'}) SET n.audience = 3", nil)
	if diff := cmp.Diff(told("a coordinator", nil, 0), who(w.As("PUBLIC"), "en")); diff != "" {
		t.Errorf("the network is hidden, and so is its name: %s", diff)
	}
	changed = w.Organisation("Recorded at the registry's machine")
	for language, actor := range map[string]string{"sv": "den lokala samordnaren", "nb": "den lokale koordinatoren", "en": graph.Coordinator.Name} {
		w.Viewer.Language = language
		if got := register.At(w.Do("query($id: ID!) { changes(subject: $id) { nodes { actor } } }", object{"id": changed}), "changes", "nodes", 0, "actor"); got != actor {
			t.Errorf("%s: %v, want %s", language, got, actor)
		}
	}
	kept := w.As("RESTRICTED").Make("registerOrganisation", object{"legalName": "Kommun"}, "organisation")
	if actor := register.At(w.As("PUBLIC").Do("query($id: ID!) { changes(subject: $id) { nodes { actor } } }", object{"id": kept}), "changes", "nodes", 0, "actor"); actor != w.As("RESTRICTED").Viewer.Name {
		t.Errorf("who has no account is told by name: %v", actor)
	}
}

// What a change tells of relations leaves out the ids of records that are hidden.
func TestChangesNameNothingHidden(t *testing.T) {
	w := register.New(t)
	host := w.Make("registerOrganisation", object{"legalName": "Host", "sensitivity": "RESTRICTED"}, "organisation")
	network := w.Make("registerNetwork", object{"acronym": "M", "lifecycle": "FORMING", "host": host}, "network")
	a, b := w.Organisation("A"), w.Organisation("B")
	partnership := w.Make("proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(a, "ASKED"), register.Party(host, "ASKED"), register.Party(b, "ASKED")}}, "partnership")
	const asked = "query($id: ID!) { changes(subject: $id) { nodes { fields { name before after } } } }"
	for _, id := range []string{network, partnership} {
		for who, shown := range map[string]bool{"RESTRICTED": true, "PUBLIC": false} {
			text := fmt.Sprint(w.As(who).Do(asked, object{"id": id}))
			if strings.Contains(text, host) != shown || id == partnership && !(strings.Contains(text, a) && strings.Contains(text, b)) {
				t.Errorf("as %s: %s", who, text)
			}
		}
	}
}
