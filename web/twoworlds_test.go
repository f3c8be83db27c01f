package web_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/commands"
	"partnernet/export"
	"partnernet/page"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld/site"
	"partnernet/web"
)

// Two registers that differ only in what somebody may not see answer that viewer alike, byte for byte: the questions, the operations of the page, commands that are tried and commands that
// are done, errors, cursors and headers. In the second one each record has a twin that is hidden.
func TestTwoWorldsThatDifferInWhatIsHidden(t *testing.T) {
	plain, _ := answersOfWorld(t, false)
	other, hidden := answersOfWorld(t, true)
	if len(hidden) < len(plain) {
		t.Fatalf("%d records are hidden", len(hidden))
	}
	for viewer := range plain {
		one, two := settled(plain[viewer], other[viewer]), settled(other[viewer], plain[viewer])
		for i := range one {
			if diff := cmp.Diff(one[i], two[i]); diff != "" {
				t.Errorf("%s is shown something hidden (-without it +with it):\n%s", viewer, diff)
			}
		}
	}
}

// worldRequest is what is asked in both worlds.
type worldRequest struct {
	name, method, path, body string
	recent                   bool // it is asked by somebody who has just signed in
}

// answersOfWorld gives what each viewer is answered in one of the worlds, and the ids of what is hidden in it.
func answersOfWorld(t *testing.T, twins bool) (answers map[string][]string, hidden []string) {
	t.Helper()
	server, db := site.Founding(t)
	db.TellSample(t)
	åsa := db.Account(t, "Åsa", registry.Coordinator, "MITTSEC")
	viewers := []struct {
		name string
		who  http.Header
	}{{"public", http.Header{"Cookie": {"none=1"}}}, {"coordinator of MITTSEC", http.Header{"Authorization": {site.TokenOf(t, db.Desk(&url.URL{Scheme: "http", Host: "localhost"}), åsa)}}}, {"keeper", nil}}
	settleLog(t, db)
	if twins {
		hidden = hideTwins(t, db)
	}
	recent := map[string]http.Header{"coordinator of MITTSEC": sessionOf(t, db, server.URL, åsa), "keeper": db.KeeperSession(t, server.URL)}
	answers = map[string][]string{}
	requests := worldRequests(t, db)
	for _, v := range viewers {
		for _, r := range requests {
			who := v.who
			if r.recent && recent[v.name] != nil && (v.name == "keeper" || r.method == http.MethodGet) {
				who = recent[v.name]
			}
			answers[v.name] = append(answers[v.name], r.answer(t, who, server.URL))
		}
	}
	return answers, hidden
}

// sessionOf gives the headers of a browser in which an account has just signed in.
func sessionOf(t *testing.T, db *site.Register, server, account string) http.Header {
	t.Helper()
	session := db.KeeperSession(t, server)
	if err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: `
MATCH (s:Session)-[of:OF]->(), (a:Record&Account {id: $account})
WITH s, of, a
ORDER BY s.startedAt DESC
LIMIT 1
DELETE of
CREATE (s)-[:OF]->(a)`, Params: map[string]any{"account": account}})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return session
}

// settleLog gives what has been told times and ids that are the same each time.
func settleLog(t *testing.T, db *site.Register) {
	t.Helper()
	err := db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: `
MATCH (c:Change)
SET c.id = '00000000-0000-7000-8000-' + right('00000000000' + toString(c.position), 12),
  c.command = '00000000-0000-7000-9000-' + right('00000000000' + toString(coalesce(c.first, 0)), 12)
WITH count(*) AS changes
MATCH (n)
SET n.createdAt = CASE WHEN n.createdAt IS NOT NULL THEN $at END, n.updatedAt = CASE WHEN n.updatedAt IS NOT NULL THEN $at END,
  n.at = CASE WHEN n.at IS NOT NULL THEN $at END, n.recordedAt = CASE WHEN n.recordedAt IS NOT NULL THEN $at END,
  n.retrievedAt = CASE WHEN n.retrievedAt IS NOT NULL THEN $at END
WITH count(*) AS nodes
MATCH (access:Access)
SET access.version = access.version + 1`, Params: map[string]any{"at": site.Today.AddDate(0, 0, -1)}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

var errorCode = regexp.MustCompile(`"code":"([A-Z_]+)"`)

// answer gives the status, the headers and the text of the answer to a request.
func (r worldRequest) answer(t *testing.T, who http.Header, server string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), r.method, server+r.path, strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	response, body, err := site.Send(request, who)
	if err != nil {
		t.Fatal(err)
	}
	response.Header.Del("Date")
	if strings.HasSuffix(response.Header.Get("Content-Type"), "spreadsheetml.sheet") {
		body = partsOf(t, body)
	}
	if text := string(body); strings.Contains(text, `"INTERNAL"`) || response.StatusCode == http.StatusTooManyRequests || response.StatusCode == http.StatusUnauthorized {
		t.Errorf("%s: %s", r.name, body)
	}
	if code := errorCode.FindSubmatch(body); code != nil {
		t.Logf("%s: %s", r.name, code[1])
	}
	return fmt.Sprintf("%s\n%s %v\n%s", r.name, response.Status, response.Header, strings.ReplaceAll(string(body), ",", ",\n"))
}

// partsOf gives the texts of a workbook, in which ids can be told.
func partsOf(t *testing.T, workbook []byte) (texts []byte) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(archive.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) }) // they stand in any order
	for _, part := range archive.File {
		content, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		texts = fmt.Appendf(texts, "%s\n%s\n", part.Name, text)
	}
	return texts
}

// worldRequests are what is asked: first what is read, then commands that are only tried, then those that are done, and at last some of what is read again.
func worldRequests(t *testing.T, db *site.Register) (all []worldRequest) {
	t.Helper()
	read, tried, done := []worldRequest{}, []worldRequest{}, []worldRequest{}
	questions, err := web.Questions()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		read = append(read, graphqlRequest(q.Name, q.Query, q.Variables))
	}
	again := slices.Clone(read)
	operations, err := page.Operations()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range operations {
		switch {
		case o.Name == "ChangeFeed" || o.Name == "ImportMembers" || o.Name == "Words": // what goes on, what takes a file, and what is no record
		case o.Reads():
			read = append(read, graphqlRequest(o.Name, o.Text, o.Variables))
		default:
			r := graphqlRequest(o.Name, o.Text, o.Variables)
			r.recent = commands.NeedsRecent(strings.ToLower(o.Name[:1]) + o.Name[1:])
			tried = append(tried, r)
			if r.recent {
				continue // it would take from the viewers what they may
			}
			r.name, r.body = r.name+" done", strings.ReplaceAll(r.body, `"dryRun":true`, `"dryRun":false`)
			done = append(done, r)
		}
	}
	return slices.Concat(read, exportRequests(), secretRequests(t, db), wrongRequests(), tried, done, commandRequests(t, db), again)
}

func graphqlRequest(name, query string, variables json.RawMessage) worldRequest {
	if len(variables) == 0 {
		variables = json.RawMessage("{}")
	}
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables}) // texts and JSON can be written
	return worldRequest{name: name, method: http.MethodPost, path: "/graphql", body: string(body)}
}

// exportRequests take every export, of all networks where it can be, and lists also of one: to plan what is asked for an export takes the database seconds.
func exportRequests() (all []worldRequest) {
	for _, o := range export.Offers {
		for _, network := range []string{"", "&network=MITTSEC"} {
			if o.OfNetwork == (network != "") || o.Format == "csv" && !o.OfNetwork {
				path := "/export/" + o.File() + "?lang=nb&day=2024-01-15" + network
				all = append(all, worldRequest{name: path, method: http.MethodGet, path: path, recent: true})
			}
		}
	}
	return all
}

// wrongRequests are requests that are answered with errors.
func wrongRequests() []worldRequest {
	return []worldRequest{
		{name: "no JSON", method: http.MethodPost, path: "/graphql", body: "{"},
		{name: "nothing asked", method: http.MethodGet, path: "/graphql"},
		{name: "no such path", method: http.MethodGet, path: "/nowhere.txt"},
		{name: "ready", method: http.MethodGet, path: "/readyz"},
		graphqlRequest("no such field", "{ nothing }", nil),
		graphqlRequest("a cursor that is none", `{ organisations(first: 1, after: "x") { nodes { id } } }`, nil),
	}
}

// secretRequests name what is hidden: for a record of each type, its twin.
func secretRequests(t *testing.T, db *site.Register) (all []worldRequest) {
	t.Helper()
	for _, id := range testdb.Texts(t, db.DB, `
MATCH (r:Record)
WHERE r.audience = 0
WITH labels(r) AS labels, min(r.id) AS id
RETURN left(id, 14) + '8' + substring(id, 15) AS text
ORDER BY text`) {
		variables, _ := json.Marshal(map[string]any{"id": id}) // text can be written
		all = append(all, graphqlRequest("the hidden "+id, `query($id: ID!) { node(id: $id) { __typename id } may(command: "updateOrganisation", on: [$id]) { allowed roles } }`, variables))
	}
	return all
}

// commandRequests are commands that are done, on what is seen.
func commandRequests(t *testing.T, db *site.Register) (all []worldRequest) {
	t.Helper()
	id := func(pattern string) string {
		found := testdb.Texts(t, db.DB, "MATCH "+pattern+" WHERE r.audience = 0 RETURN r.id AS text ORDER BY text LIMIT 1")
		if len(found) != 1 {
			t.Fatalf("there is no %s", pattern)
		}
		return found[0]
	}
	mittsec, midsec := id("(r:Network {acronym: 'MITTSEC'})"), id("(r:Network {acronym: 'MIDSEC'})")
	organisation := id("(r:Organisation)")
	const ground = `source: {document: {title: "Brev"}}`
	for _, c := range []struct{ name, input string }{
		{"registerOrganisation", `legalName: "Exempel Säkerhet AB", country: SE, identifiers: [{scheme: SE_ON, value: "559999-9991"}]`},
		{"registerOrganisation", `legalName: "Jämtlands Exempelkraft AB", country: SE`},
		{"registerNetwork", `acronym: "MITTSEC", lifecycle: FORMING`},
		{"admitMember", fmt.Sprintf(`member: %q, network: %q, validFrom: "2024-01-10"`, organisation, mittsec)},
		{"linkCounterparts", fmt.Sprintf("network: %q, counterpart: %q", mittsec, midsec)},
		{"judgeNetworkIdentity", fmt.Sprintf("network: %q, other: %q, verdict: DIFFERENT", mittsec, midsec)},
		{"updateNetwork", fmt.Sprintf(`id: %q, mission: "Ett uppdrag."`, mittsec)},
		{"proposePartnership", fmt.Sprintf("type: OTHER, parties: [{party: %q}, {party: %q}]", mittsec, midsec)},
		{"registerTheme", `code: "water", labelEn: "Water"`},
		{"changeAudience", fmt.Sprintf("records: [%q], audience: {class: MEMBERS}", organisation)},
		{"registerProject", `acronym: "MITTSAM"`},
	} {
		all = append(all, graphqlRequest(c.name, fmt.Sprintf("mutation { %s(input: {%s, %s}) { command changes { id version action fields { name before after } } } }", c.name, c.input, ground), nil))
	}
	return append(all, graphqlRequest("history", "query($id: ID!) { changes(subject: $id, first: 50) { totalCount nodes { id version action fields { name before after } } edges { cursor } } node(id: $id) { ... on Network { version } } }",
		json.RawMessage(fmt.Sprintf(`{"id": %q}`, mittsec))))
}

// varied are texts of which two registers share none that they make themselves: ids and sealed cursors.
var varied = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"(?:cursor|startCursor|endCursor)":"[^"]*"`)

// settled gives answers in which the ids that are not in the other world's, and the cursors, are called by the order in which they first come, and by their length.
func settled(answers, others []string) []string {
	known, named := map[string]string{}, 0
	for _, text := range others {
		for _, id := range varied.FindAllString(text, -1) {
			known[id] = id
		}
	}
	settled := make([]string, len(answers))
	for i, text := range answers {
		settled[i] = varied.ReplaceAllStringFunc(text, func(id string) string {
			if known[id] == "" {
				named++
				known[id] = fmt.Sprintf("%d of %d", named, len(id))
			}
			return known[id]
		})
	}
	return settled
}
