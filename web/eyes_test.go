package web_test

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"partnernet/store"
	"partnernet/testworld"
	"partnernet/testworld/site"
)

// Whoever has looked through the eyes of others sees through them no longer than they may themselves, and changes nothing by them.
func TestEyesCloseWithTheirOwnersRights(t *testing.T) {
	server, r := site.Founding(t)
	own := r.Coordinator(t, "Kari", "")
	eyes := maps.Clone(own)
	eyes.Set("X-Partnernet-Viewer", "COORDINATORS")
	seen := func() string {
		t.Helper()
		return string(site.Ask(t, eyes, server.URL, `{ accounts { totalCount } }`, nil))
	}
	if got := seen(); !strings.Contains(got, `"totalCount":2`) {
		t.Fatalf("a coordinator's eyes see %s", got)
	}
	const write = `mutation { registerOrganisation(input: {legalName: "Exempel AB", country: SE, sectorType: SME, audience: {class: COORDINATORS}, dryRun: true, source: {document: {title: "Test"}}}) { command } }`
	if got := string(site.Ask(t, eyes, server.URL, write, nil)); !strings.Contains(got, "FORBIDDEN") {
		t.Errorf("through them is changed %s", got)
	}
	grant, err := r.Read(t.Context(), store.Statement{Text: "MATCH (:Account {name: 'Kari'})<-[:GRANTEE]-(g:Grant) RETURN g.id AS id"})
	testworld.Must(t, err)
	variables, err := json.Marshal(map[string]any{"id": grant})
	testworld.Must(t, err)
	ended := site.Ask(t, r.KeeperSession(t, server.URL), server.URL, `mutation($id: ID!) { endGrant(input: {id: $id, source: {document: {title: "Test"}}}) { command } }`, variables)
	if strings.Contains(string(ended), "errors") {
		t.Fatalf("%s", ended)
	}
	if got := seen(); !strings.Contains(got, `"totalCount":0`) {
		t.Errorf("once the grant has ended they see %s", got)
	}
}
