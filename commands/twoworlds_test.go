package commands_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/graph"
	"partnernet/registry"
	"partnernet/store"
)

// Two registers that differ only in what somebody may not see answer that viewer alike, byte for byte: every question, every command as a dry run, cursors,
// errors and headers. What is hidden stands among what is seen, in the log too.
func TestTwoWorldsThatDifferInHiddenData(t *testing.T) {
	w, m, n := twoNetworks(t)
	ids := w.seenByAll(m, n)
	known := w.texts("MATCH (r:Record) RETURN r.id AS text")
	requests := w.requests(append(ids, never))
	viewers := []graph.Viewer{{Name: "anonymous", Clearance: registry.Public, Language: "en"}, w.by("reader of M").viewer, w.by("coordinator of M").viewer}
	before := w.answersTo(viewers, requests)
	for k, secret := range w.hiddenFromM(ids) {
		after := w.requests(append(ids, secret))
		for i, asked := range requests {
			if k > 0 && !strings.Contains(fmt.Sprint(after[i]), secret) { // it is the same as for the first secret
				continue
			}
			for v, got := range w.answersTo(viewers, after[i:i+1])[0] {
				got = strings.ReplaceAll(got, secret, never)
				if diff := cmp.Diff(settled(before[i][v], known), settled(got, known)); diff != "" {
					t.Errorf("%s%s is shown something hidden: %s\n%s", viewers[v].Name, viewers[v].Account, asked.name, diff)
				}
			}
		}
	}
}

// requests are what is asked in both worlds, with ids the last of which is another one in each.
func (w world) requests(ids []string) []request {
	m, err := theModel()
	must(w.t, err)
	e := newEverything(m, ids...)
	all := append(e.questions(), e.commands()...)
	for name, input := range map[string]object{
		"registerOrganisation": {"legalName": "Hemlig AB", "identifiers": number("SE_ON", hiddenNumber)},
		"registerNetwork":      {"acronym": "HIDSEC", "lifecycle": "FORMING"},
		"registerTheme":        {"code": "secret", "labelEn": "Secret"},
		"registerProject":      {"acronym": "HIDPRO"},
		"admitMember":          {"member": ids[len(ids)-1], "network": "M"},
		"recordDocument":       {"title": "Hemligt brev", "reference": "H 1"},
	} {
		given := object{"source": ground("Brev"), "dryRun": true}
		maps.Copy(given, input)
		if !w.hasField(name, "source") {
			delete(given, "source")
		}
		payload := m.Type("Mutation").Field(name).Def.Type.Name()
		all = append(all, request{name: name + " of what is hidden", variables: object{"input": given},
			query: fmt.Sprintf("mutation($input: %s%sInput!) { %s(input: $input)%s }", strings.ToUpper(name[:1]), name[1:], name, e.selection(payload, 1))})
	}
	return all
}

const (
	hiddenNumber = "559999-9991"
	never        = "00000000-0000-7000-8000-000000000000" // the id of nothing
)

// seenByAll enters what everybody sees, and gives the ids of some of it.
func (w world) seenByAll(m, n string) []string {
	w.t.Helper()
	a := w.make("registerOrganisation", object{"legalName": "Alfa AB", "country": "SE", "identifiers": number("SE_ON", swedish)}, "organisation")
	b := w.make("registerOrganisation", object{"legalName": "Beta AS", "country": "NO"}, "organisation")
	w.make("admitMember", object{"member": a, "network": m, "validFrom": dayFrom(-10)}, "membership")
	w.make("admitMember", object{"member": b, "network": n, "validFrom": dayFrom(-10)}, "membership")
	w.write("MATCH (lock:Lock {name: 'ledger'}) SET lock.middle = lock.position", nil)
	w.theme("energy", "")
	need := w.need(a)
	w.offer(b)
	partnership := w.make("proposePartnership", object{"type": "PROJECT", "parties": []object{party(a, "ASKED"), party(b, "ASKED")}}, "partnership")
	award := w.granted(w.application("Commsec"), financing())
	project := w.project("Nordic")
	w.make("addParticipant", object{"organisation": a, "project": project, "role": "PARTNER"}, "participation")
	return []string{a, m, need, partnership, project, award}
}

// hiddenFromM enters what is for N alone, or for nobody, and moves its changes in among the others. It gives the ids of some of it.
func (w world) hiddenFromM(seen []string) []string {
	w.t.Helper()
	a, m, project := seen[0], seen[1], seen[4]
	ofN := func(class string, more object) object {
		more["audience"] = object{"class": class, "networks": []string{"N"}}
		return more
	}
	secret := w.make("registerOrganisation", ofN("MEMBERS", object{"legalName": "Hemlig Alfa AB", "country": "NO", "identifiers": number("SE_ON", hiddenNumber)}), "organisation")
	other := w.make("registerOrganisation", ofN("COORDINATORS", object{"legalName": "Alfa AB", "country": "SE"}), "organisation")
	network := w.make("registerNetwork", object{"acronym": "HIDSEC", "lifecycle": "ESTABLISHED", "sensitivity": "RESTRICTED"}, "network")
	w.make("admitMember", object{"member": a, "network": network, "sensitivity": "RESTRICTED", "validFrom": dayFrom(-3)}, "membership")
	w.make("admitMember", ofN("MEMBERS", object{"member": secret, "network": m, "validFrom": dayFrom(-3)}), "membership")
	w.make("registerTheme", ofN("MEMBERS", object{"code": "secret", "labelEn": "Secret", "broader": object{"code": "energy"}}), "theme")
	need := w.make("recordNeed", ofN("MEMBERS", object{"statement": "Hemlig reservkraft", "stakeholder": a, "theme": object{"code": "secret"}}), "need")
	w.make("recordOffer", ofN("MEMBERS", object{"statement": "Hemliga aggregater", "organisation": a, "theme": object{"code": "energy"}}), "offer")
	w.make("proposePartnership", ofN("MEMBERS", object{"type": "PROJECT", "parties": []object{party(a, "ASKED"), party(secret, "ASKED")}}), "partnership")
	w.make("registerProject", ofN("MEMBERS", object{"acronym": "HIDPRO"}), "project")
	w.make("addParticipant", ofN("MEMBERS", object{"organisation": secret, "project": project, "role": "PARTNER"}), "participation")
	w.command("recordDocument", ofN("MEMBERS", object{"title": "Hemligt brev", "reference": "H 1"}), "document { id }").good()
	w.command("judgeIdentity", object{"organisation": secret, "other": other, "verdict": "DIFFERENT"}, "changes { id }")
	w.write(`
MATCH (lock:Lock {name: 'ledger'})
MATCH (c:Change)
WITH lock, max(CASE WHEN c.audience = 0 OR c.audience = 2 THEN c.position END) AS seen
MATCH (c:Change)
WITH c, lock.middle AS middle, seen, lock.position - seen AS hidden
SET c.position = CASE WHEN c.position > seen THEN c.position - seen + middle WHEN c.position > middle THEN c.position + hidden ELSE c.position END,
  c.first = CASE WHEN c.first > seen THEN c.first - seen + middle WHEN c.first > middle THEN c.first + hidden ELSE c.first END,
  c.last = CASE WHEN c.last > seen THEN c.last - seen + middle WHEN c.last > middle THEN c.last + hidden ELSE c.last END`, nil)
	w.write(`
MATCH (p:Partnership {id: $id})-[:HAS_PARTY]->(party:Party)
SET party.position = party.position + 1`, object{"id": seen[3]})
	w.write(`
MATCH (p:Partnership {id: $id}), (secret:Organisation {id: $secret})
CREATE (p)-[:HAS_PARTY]->(:Party:PartnershipParty {position: 1, role: 'PARTNER', confirmation: 'DENIED'})-[:PARTY]->(secret)`, object{"id": seen[3], "secret": secret})
	return []string{secret, network, need}
}

// answersTo gives what each viewer is answered to each request: status, headers and text.
func (w world) answersTo(viewers []graph.Viewer, requests []request) [][]string {
	w.t.Helper()
	all := make([][]string, len(requests))
	for i, asked := range requests {
		body, err := json.Marshal(object{"query": asked.query, "variables": asked.variables})
		must(w.t, err)
		for _, viewer := range viewers {
			r := httptest.NewRequestWithContext(graph.WithViewer(w.t.Context(), viewer), http.MethodPost, "/graphql", bytes.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			got := httptest.NewRecorder()
			w.handler.ServeHTTP(got, r)
			if strings.Contains(got.Body.String(), "GRAPHQL_VALIDATION_FAILED") || strings.Contains(got.Body.String(), `"INTERNAL"`) {
				w.t.Errorf("%s is no request: %.400s", asked.name, got.Body)
			}
			all[i] = append(all[i], fmt.Sprint(got.Code, got.Header(), "\n", strings.ReplaceAll(got.Body.String(), ",", ",\n")))
		}
	}
	return all
}

// texts gives what a statement gives as text, a row each.
func (w world) texts(statement string) (texts []string) {
	w.t.Helper()
	rows, err := w.db.ReadRows(w.t.Context(), store.Statement{Text: statement})
	must(w.t, err)
	for _, row := range rows {
		texts = append(texts, row["text"].(string))
	}
	return texts
}

var (
	anID    = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)
	aSeal   = regexp.MustCompile(`(sealed:1:[0-9a-f-]{36}:)([A-Za-z0-9_-]+)`)
	aCursor = regexp.MustCompile(`"(cursor|startCursor|endCursor)":"([^"]*)"`)
)

// settled gives an answer with what no two servers share made alike: ids that a dry run has made, by the order in which they come, and the sealed
// cursors of the log and what a dry run has sealed, by their length.
func settled(answer string, seen []string) string {
	known := map[string]string{never: never}
	for _, id := range seen {
		known[id] = id
	}
	answer = aCursor.ReplaceAllStringFunc(answer, func(cursor string) string { return fmt.Sprint("a cursor of ", len(cursor)) })
	answer = aSeal.ReplaceAllStringFunc(answer, func(sealed string) string {
		return sealed[:len("sealed:1:")+36] + fmt.Sprint(" sealed in ", len(sealed))
	})
	return anID.ReplaceAllStringFunc(answer, func(id string) string {
		if known[id] == "" {
			known[id] = fmt.Sprint("id ", len(known))
		}
		return known[id]
	})
}
