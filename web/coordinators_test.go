package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
	"partnernet/signin"
	"partnernet/store"
	"partnernet/testworld/site"
)

// seat is where somebody asks a server: with an access token of theirs, or else in a browser's session.
type seat struct {
	t           *testing.T
	server, key string
	browser     *http.Client
}

// do sends a request and gives its data, and the codes of its errors.
func (s seat) do(query string, variables map[string]any) (data map[string]any, codes []string) {
	s.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		s.t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.server+"/graphql", bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if s.key != "" {
		request.Header.Set("Authorization", s.key)
	}
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	response, err := s.browser.Do(request)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	var answer struct {
		Data   map[string]any
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		s.t.Fatal(err)
	}
	for _, e := range answer.Errors {
		s.t.Log(e.Message)
		codes = append(codes, e.Extensions.Code)
	}
	return answer.Data, codes
}

// command does a mutation with its input, and gives what its payload tells of a selection, and "" or the code of what is wrong.
func (s seat) command(name, input, selection string, variables map[string]any) (map[string]any, string) {
	s.t.Helper()
	var declared strings.Builder
	for _, name := range slices.Sorted(maps.Keys(variables)) {
		fmt.Fprintf(&declared, "$%s: ID! ", name)
	}
	operation := "mutation"
	if declared.Len() > 0 {
		operation += "(" + declared.String() + ")"
	}
	data, codes := s.do(fmt.Sprintf("%s { %s(input: {%s, source: {document: {title: \"A letter\"}}}) { %s } }", operation, name, input, selection), variables)
	if len(codes) > 0 {
		return nil, codes[0]
	}
	payload, _ := data[name].(map[string]any)
	return payload, ""
}

// secondServer gives another server over the same database, with connections and knowledge of its own.
func secondServer(t *testing.T, first *site.Register) string {
	t.Helper()
	second := *first
	second.Config.URI = strings.Replace(first.Config.URI, "bolt://", "neo4j://", 1) // as to a cluster, which this is the only member of
	var err error
	second.DB, err = store.Open(t.Context(), second.Config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = second.Close(context.Background()) }) // what it could not say any more does not matter to a test that is over
	return second.PlainServer(t)
}

// seated gives the seat of somebody who has accepted an invitation.
func seated(t *testing.T, db *site.Register, server, name string, role registry.Role, over string) seat {
	t.Helper()
	token := site.TokenOf(t, db.Desk(&url.URL{Scheme: "http", Host: "localhost"}), db.Account(t, name, role, over))
	return seat{t, server, token, http.DefaultClient}
}

// inBrowser gives the seat of the keeper of the register, who has just signed in with a link.
func inBrowser(t *testing.T, db *site.Register, server string) seat {
	t.Helper()
	address, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	link, err := signin.NewLink(t.Context(), db.Desk(address))
	if err != nil {
		t.Fatal(err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := seat{t, server, "", &http.Client{Jar: jar}}
	opened, err := s.browser.Get(link)
	if err != nil {
		t.Fatal(err)
	}
	opened.Body.Close()
	return s
}

// network gives the id of a network.
func (s seat) network(acronym string) string {
	s.t.Helper()
	data, _ := s.do("query($a: String) { network(acronym: $a) { id } }", map[string]any{"a": acronym})
	return data["network"].(map[string]any)["id"].(string)
}

// sees gives the names of those of the organisations that somebody sees.
func (s seat) sees(ids ...string) []string {
	s.t.Helper()
	data, _ := s.do("query($ids: [ID!]) { organisations(filter: {id: $ids}) { nodes { legalName } } }", map[string]any{"ids": ids})
	names := []string{}
	for _, node := range data["organisations"].(map[string]any)["nodes"].([]any) {
		names = append(names, node.(map[string]any)["legalName"].(string))
	}
	slices.Sort(names)
	return names
}

// The founding case, kept by two coordinators at two servers, one in each network. Each speaks for their own, sees their own, and what the other has shared.
func TestTwoCoordinatorsAtTwoServers(t *testing.T) {
	_, db := site.Founding(t)
	first, second, third := db.PlainServer(t), secondServer(t, db), secondServer(t, db)
	asa := seated(t, db, first, "Åsa", registry.Coordinator, "MITTSEC")
	kari := seated(t, db, second, "Kari", registry.Coordinator, "MIDSEC")
	ours, theirs := asa.network("MITTSEC"), kari.network("MIDSEC")
	both := map[string]any{"a": ours, "b": theirs}
	check := func(why string, want, got any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", why, diff)
		}
	}
	refused := func(why, want string, by seat, name, input string, variables map[string]any) {
		t.Helper()
		_, code := by.command(name, input, "command", variables)
		check(why, want, code)
	}
	done := func(by seat, name, input, selection string, variables map[string]any) map[string]any {
		t.Helper()
		payload, code := by.command(name, input, selection, variables)
		if code != "" {
			t.Fatalf("%s: %s", name, code)
		}
		return payload
	}

	// One proposes, each confirms for their own, and nobody for the other.
	made := done(asa, "proposePartnership", `type: KNOWLEDGE_EXCHANGE, title: "Samövning", parties: [{party: $a}, {party: $b}]`, "partnership { id state }", both)
	partnership := made["partnership"].(map[string]any)["id"].(string)
	withOurs, withTheirs := map[string]any{"a": partnership, "b": ours}, map[string]any{"a": partnership, "b": theirs}
	refused("MITTSEC's answers for MIDSEC", "FORBIDDEN", asa, "confirmPartnership", "id: $a, party: $b", withTheirs)
	refused("MIDSEC's answers for MITTSEC", "FORBIDDEN", kari, "confirmPartnership", "id: $a, party: $b", withOurs)
	check("what waits for MIDSEC's", true, waits(kari, partnership))
	done(kari, "confirmPartnership", "id: $a, party: $b", "command", withTheirs)
	check("what waits for MIDSEC's afterwards", false, waits(kari, partnership))
	state := done(asa, "confirmPartnership", "id: $a, party: $b", "partnership { state parties { onBehalf } }", withOurs)
	check("confirmed by each", any(map[string]any{"state": "ACTIVE", "parties": []any{map[string]any{"onBehalf": false}, map[string]any{"onBehalf": false}}}), state["partnership"])
	refused("MITTSEC's denies for MIDSEC", "FORBIDDEN", asa, "denyPartnership", "id: $a, party: $b", withTheirs)

	// What concerns both networks, one asks and the other confirms.
	asked := done(asa, "judgeNetworkIdentity", "network: $a, other: $b, verdict: DIFFERENT", "judgement { id } proposal { id state }", both)
	proposal := map[string]any{"a": asked["proposal"].(map[string]any)["id"]}
	refused("who asks does not confirm", "FORBIDDEN", asa, "confirmProposal", "id: $a", proposal)
	check("the other side", any(map[string]any{"state": "CONFIRMED"}), done(kari, "confirmProposal", "id: $a", "proposal { state }", proposal)["proposal"])

	// What is for members of one network, until it is shared.
	enter := func(by seat, name, network string) string {
		made := done(by, "registerOrganisation", fmt.Sprintf("legalName: %q, audience: {class: MEMBERS}", name), "organisation { id }", nil)
		id := made["organisation"].(map[string]any)["id"].(string)
		done(by, "admitMember", `member: $a, network: $b, validFrom: "2024-01-01"`, "command", map[string]any{"a": id, "b": network})
		return id
	}
	swedish, norwegian := enter(asa, "Hemlig AB", ours), enter(kari, "Hemmelig AS", theirs)
	check("what MITTSEC's sees before sharing", []string{"Hemlig AB"}, asa.sees(swedish, norwegian))
	check("what MIDSEC's sees before sharing", []string{"Hemmelig AS"}, kari.sees(swedish, norwegian))
	refused("what is not seen is not changed", "NOT_FOUND", kari, "updateOrganisation", "id: $a, country: SE", map[string]any{"a": swedish})
	refused("nor shared", "NOT_FOUND", kari, "changeAudience", `records: [$a], audience: {class: MEMBERS, networks: ["MITTSEC", "MIDSEC"]}`, map[string]any{"a": swedish})
	done(asa, "changeAudience", `records: [$a], audience: {class: MEMBERS, networks: ["MITTSEC", "MIDSEC"]}`, "command", map[string]any{"a": swedish})
	check("what MITTSEC's sees after sharing", []string{"Hemlig AB"}, asa.sees(swedish, norwegian))
	check("what MIDSEC's sees after sharing", []string{"Hemlig AB", "Hemmelig AS"}, kari.sees(swedish, norwegian))
	refused("what is shared is seen, and not changed", "FORBIDDEN", kari, "updateOrganisation", "id: $a, country: SE", map[string]any{"a": swedish})

	// Whoever moves to another server of a cluster brings along what they have written, in a cookie that says nothing.
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	moving := kari
	moving.browser = &http.Client{Jar: jar}
	done(moving, "updateNetwork", `id: $a, mission: "Trygghet"`, "command", map[string]any{"a": theirs})
	address, err := url.Parse(third)
	if err != nil {
		t.Fatal(err)
	}
	brought := jar.Cookies(address)
	if len(brought) != 1 || brought[0].Name != "partnernet-bookmark" || strings.Contains(brought[0].Value, ":") {
		t.Errorf("what has been written is told as %v", brought)
	}
	moving.server = third
	data, codes := moving.do("query($a: ID!) { node(id: $a) { ... on Network { mission } } }", map[string]any{"a": theirs})
	check("what is read at the other server", map[string]any{"node": map[string]any{"mission": "Trygghet"}}, data)
	check("without errors", []string(nil), codes)

	// What is taken away at one server is gone at the other.
	data, _ = kari.do("{ viewer { account } }", nil)
	keeper := inBrowser(t, db, first)
	found, _ := keeper.do("query($a: ID!) { node(id: $a) { ... on Account { grants { id } } } }", map[string]any{"a": data["viewer"].(map[string]any)["account"]})
	grant := found["node"].(map[string]any)["grants"].([]any)[0].(map[string]any)["id"]
	script := seated(t, db, first, "Script", registry.Administrator, "")
	refused("an access token takes nothing away", "UNAUTHENTICATED", script, "endGrant", "id: $a", map[string]any{"a": grant})
	done(keeper, "endGrant", "id: $a", "command", map[string]any{"a": grant})
	check("what MIDSEC's sees when they are that no more", []string{}, kari.sees(swedish, norwegian))
	refused("and they change nothing", "FORBIDDEN", kari, "updateNetwork", `id: $a, mission: "x"`, map[string]any{"a": theirs})
}

// waits says whether something waits for somebody's answer.
func waits(s seat, id string) bool {
	s.t.Helper()
	data, _ := s.do("{ waiting(first: 100) { nodes { item { id } } } }", nil)
	for _, node := range data["waiting"].(map[string]any)["nodes"].([]any) {
		if node.(map[string]any)["item"].(map[string]any)["id"] == id {
			return true
		}
	}
	return false
}
