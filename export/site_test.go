package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/xuri/excelize/v2"

	"partnernet/audit"
	"partnernet/export"
	"partnernet/intake"
	"partnernet/lists"
	"partnernet/registry"
	"partnernet/signin"
	"partnernet/testworld"
	"partnernet/testworld/site"
)

// fetched gives an export that somebody fetches, and the status of the answer.
func fetched(t *testing.T, server, path string, who http.Header) (int, []byte) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server+"/export/"+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, body, err := site.Send(request, who)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, body
}

// TestExports takes every export out of the founding case with the sample, and reads each with a program of others.
func TestExports(t *testing.T) {
	server, db := site.Founding(t)
	db.TellSample(t)
	keeper := db.KeeperSession(t, server.URL)
	checkExportLinks(t, server.URL, keeper)
	for _, offer := range export.Offers {
		for _, lang := range registry.Languages {
			status, body := fetched(t, server.URL, offer.File()+"?day=2024-01-15&network=MITTSEC&lang="+lang, keeper)
			if status != http.StatusOK {
				t.Errorf("%s: %d %s", offer.File(), status, body)
				continue
			}
			checkFormat(t, offer, body)
		}
	}
	checkRoundTrip(t, server.URL, db, keeper)
	checkLinkedData(t, server.URL, keeper)
	checkGraphOfNetwork(t, server.URL, keeper)
	checkAward(t, server.URL, keeper)
	checkExportRights(t, server.URL, db, keeper)
}

// checkExportLinks asks the API where exports are, and follows a link.
func checkExportLinks(t *testing.T, server string, keeper http.Header) {
	t.Helper()
	var answer struct {
		Data struct {
			All       []struct{ Kind, Format string }
			OfNetwork []struct{ Kind, Format, MediaType, Title, Href string }
		}
	}
	text := site.Ask(t, keeper, server, `{
		all: exports { kind format }
		ofNetwork: exports(network: "MITTSEC", language: NB, asOf: "2024-01-15") { kind format mediaType title href }
	}`, nil)
	if err := json.Unmarshal(text, &answer); err != nil || len(answer.Data.OfNetwork) != len(export.Offers) || len(answer.Data.All) >= len(export.Offers) {
		t.Fatalf("%v: %s", err, text)
	}
	for _, link := range answer.Data.OfNetwork {
		if link.Kind != "members" || link.Format != "csv" {
			continue
		}
		if path := strings.TrimPrefix(link.Href, "/export/"); link.Title != "Medlemmer" || link.MediaType != "text/csv; charset=utf-8" || path == link.Href {
			t.Errorf("the link to members is %+v", link)
		} else if status, body := fetched(t, server, path, keeper); status != http.StatusOK || !strings.Contains(string(body), "Juridisk navn") {
			t.Errorf("%s: %d %s", link.Href, status, body)
		}
	}
}

// checkFormat reads an export with a library of others for its format.
func checkFormat(t *testing.T, offer export.Offer, body []byte) {
	t.Helper()
	switch offer.Format {
	case "csv":
		text, marked := bytes.CutPrefix(body, []byte("\ufeff"))
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil || !marked || len(rows) < 2 {
			t.Errorf("%s: %d rows, %v\n%s", offer.File(), len(rows), err, body)
		}
	case "xlsx":
		file, err := excelize.OpenReader(bytes.NewReader(body))
		if err != nil {
			t.Errorf("%s: %v", offer.File(), err)
			return
		}
		for _, name := range file.GetSheetList() {
			if rows, err := file.GetRows(name); err != nil || len(rows) < 2 {
				t.Errorf("%s: %d rows in %s, %v", offer.File(), len(rows), name, err)
			}
		}
	case "graphml", "gexf":
		checkGraph(t, offer, body)
	case "ics":
		calendar, err := ics.ParseCalendar(bytes.NewReader(body))
		if err != nil || len(calendar.Events()) == 0 {
			t.Errorf("%s: %v\n%s", offer.File(), err, body)
			return
		}
		for _, event := range calendar.Events() {
			from, err := event.GetAllDayStartAt()
			to, errTo := event.GetAllDayEndAt()
			if err != nil || errTo != nil || to.Sub(from) != 24*time.Hour || event.GetProperty(ics.ComponentPropertySummary).Value == "" {
				t.Errorf("%s: %v %v from %s to %s", offer.File(), err, errTo, from, to)
			}
		}
	case "atom":
		checkAtom(t, body)
	case "jsonld":
		linkedStatements(t, body)
	case "nq":
		if dataset, err := ld.ParseNQuads(string(body)); err != nil || len(dataset.GetQuads("@default")) == 0 {
			t.Errorf("%s: %v", offer.File(), err)
		}
	case "json":
		checkGrants(t, body)
	default:
		t.Errorf("nothing reads %s", offer.File())
	}
}

// membersImported imports a member list, and gives how many of its rows have each verdict, and the rows that are not the same as what is held.
func membersImported(t *testing.T, server string, who http.Header, list []byte, network string, apply bool) (counts map[string]int, others string) {
	t.Helper()
	const query = "mutation($input: ImportMembersInput!) { importMembers(input: $input) { counts { verdict count } rows(verdicts: [NEW, CHANGED, CONFLICT, REFUSED]) { row name verdict problems { code cell sentence } } same: rows(verdicts: [SAME]) { problems { code cell sentence } } } }"
	contentType, body := testworld.Upload(t, query, map[string]any{"input": map[string]any{"file": nil, "network": network, "dryRun": !apply}}, "variables.input.file", "list", list)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server+"/graphql", body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = who.Clone()
	request.Header.Set("Content-Type", contentType)
	request.Header.Set("GraphQL-Preflight", "1")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var answer struct {
		Data struct {
			ImportMembers *struct {
				Counts []struct {
					Verdict string
					Count   int
				}
				Rows, Same json.RawMessage
			}
		}
		Errors json.RawMessage
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || answer.Data.ImportMembers == nil {
		t.Fatalf("%v: %s", err, answer.Errors)
	}
	if same := string(answer.Data.ImportMembers.Same); strings.Contains(same, string(lists.StatusUnknown)) {
		t.Errorf("what the list says of how members stand is doubted: %s", same)
	}
	counts = map[string]int{}
	for _, each := range answer.Data.ImportMembers.Counts {
		if each.Count > 0 {
			counts[each.Verdict] = each.Count
		}
	}
	return counts, string(answer.Data.ImportMembers.Rows)
}

// numbered is a list of members with all that a list can tell, and with names that look like formulas.
const numbered = `Organisationsnummer;Namn;Land;Kommun;Bolagsform;Hemsida;SNI;Roll;Kategori;Medlem sedan;Medlem till;PIC
559999-9991;=Formelbolaget AB;SE;Östersund;AB;https://exempel.se/a?b=c;25.40, 62.01;Styrelse;'=1+1;2020-01-31;2030-12-31;
123456785;"Semikolon; Komma, AS";NO;Trondheim;AS;;;Observatør;"Sa ""ja""";2021-02-28;;999999999
`

// graphElement is a node or edge of a graph, in either format.
type graphElement struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Start  string `xml:"start,attr"`
	Data   []struct {
		Text string `xml:",chardata"`
	} `xml:"data"`
	Values []struct {
		Value string `xml:"value,attr"`
	} `xml:"attvalues>attvalue"`
}

// checkGraph asks that a graph has nodes and edges that tell something, that edges lead between nodes, and that those of GEXF have days.
func checkGraph(t *testing.T, offer export.Offer, body []byte) {
	t.Helper()
	var graphML struct {
		Nodes []graphElement `xml:"graph>node"`
		Edges []graphElement `xml:"graph>edge"`
	}
	var gexf struct {
		Nodes []graphElement `xml:"graph>nodes>node"`
		Edges []graphElement `xml:"graph>edges>edge"`
	}
	if err := errors.Join(xml.Unmarshal(body, &graphML), xml.Unmarshal(body, &gexf)); err != nil {
		t.Errorf("%s: %v", offer.File(), err)
		return
	}
	nodes, edges := append(graphML.Nodes, gexf.Nodes...), append(graphML.Edges, gexf.Edges...)
	known, dated := map[string]bool{}, offer.Format == "graphml"
	for _, n := range nodes {
		known[n.ID] = true
	}
	for _, e := range append(nodes, edges...) {
		dated = dated || e.Start != ""
		if len(e.Data)+len(e.Values) == 0 || e.Source != "" && !(known[e.Source] && known[e.Target]) {
			t.Errorf("%s: %+v tells nothing, or leads to nothing", offer.File(), e)
		}
	}
	if len(nodes) < 5 || len(edges) < 5 || !dated {
		t.Errorf("%s has %d nodes and %d edges, with days: %v", offer.File(), len(nodes), len(edges), dated)
	}
}

// checkGraphOfNetwork asks that the graph in time of a network has all its memberships, also those that begin only later, and those of networks.
func checkGraphOfNetwork(t *testing.T, server string, keeper http.Header) {
	t.Helper()
	var answer struct {
		Data struct {
			Network         struct{ ID string }
			RegisterNetwork struct{ Network struct{ ID string } }
			Memberships     struct{ TotalCount int }
		}
	}
	ask := func(text string) {
		t.Helper()
		if err := json.Unmarshal(site.Ask(t, keeper, server, text, nil), &answer); err != nil {
			t.Fatal(err)
		}
	}
	const source = `source: {document: {title: "Minutes"}}`
	ask(`mutation { registerNetwork(input: {acronym: "FJÄLL", country: SE, lifecycle: ESTABLISHED, ` + source + `}) { network { id } } }`)
	ask(`{ network(acronym: "MITTSEC") { id } }`)
	ask(`mutation { admitMember(input: {member: "` + answer.Data.RegisterNetwork.Network.ID + `", network: "` + answer.Data.Network.ID + `", validFrom: "2024-04-01", ` + source + `}) { membership { id } } }`)
	ask(`{ memberships(standing: ANY, filter: {network: {id: "` + answer.Data.Network.ID + `"}}) { totalCount } }`)
	_, body := fetched(t, server, "network.gexf?network=MITTSEC&day=2019-01-01", keeper)
	if n := strings.Count(string(body), `kind="Membership"`); n == 0 || n != answer.Data.Memberships.TotalCount {
		t.Errorf("the graph has %d of %d memberships", n, answer.Data.Memberships.TotalCount)
	}
}

// linkedStatements gives the statements that JSON-LD makes, as a processor of others reads it.
func linkedStatements(t *testing.T, body []byte) []string {
	t.Helper()
	document, err := ld.DocumentFromReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	options := ld.NewJsonLdOptions("")
	options.Format = "application/n-quads"
	quads, err := ld.NewJsonLdProcessor().ToRDF(document, options)
	if err != nil {
		t.Fatal(err)
	}
	return statementsOf(quads.(string))
}

// statementsOf gives the statements of N-Quads, each once, in an order.
func statementsOf(quads string) []string {
	lines := strings.Split(strings.TrimSpace(quads), "\n")
	slices.Sort(lines)
	return slices.Compact(lines)
}

// checkLinkedData asks that JSON-LD and N-Quads say the same: by a processor of others, also after a round through its expanded form.
func checkLinkedData(t *testing.T, server string, keeper http.Header) {
	t.Helper()
	_, document := fetched(t, server, "everything.jsonld?day=2024-01-15", keeper)
	_, quads := fetched(t, server, "everything.nq?day=2024-01-15", keeper)
	parsed, err := ld.ParseNQuads(string(quads))
	if err != nil {
		t.Fatal(err)
	}
	written, err := new(ld.NQuadRDFSerializer).Serialize(parsed)
	if err != nil {
		t.Fatal(err)
	}
	told := linkedStatements(t, document)
	if diff := cmp.Diff(told, statementsOf(written.(string))); diff != "" {
		t.Errorf("JSON-LD and N-Quads differ: %.3000s", diff)
	}
	back, err := ld.NewJsonLdProcessor().FromRDF(written, &ld.JsonLdOptions{Format: "application/n-quads", ProcessingMode: ld.JsonLd_1_1})
	if err != nil {
		t.Fatal(err)
	}
	compacted, err := ld.NewJsonLdProcessor().Compact(back, map[string]any{"@context": export.Context}, ld.NewJsonLdOptions(""))
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(compacted)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(told, linkedStatements(t, text)); diff != "" {
		t.Errorf("after a round through another program: %.3000s", diff)
	}
	for _, says := range []string{
		`<http://www.w3.org/ns/org#FormalOrganization>`, `<https://schema.org/legalName> "IUC Z-Group AB"`, `<http://www.w3.org/2004/02/skos/core#prefLabel>`,
		`<http://www.w3.org/ns/prov#wasDerivedFrom>`, `#hasEnd> <http://www.w3.org/2006/time#inXSDDate> "2028-01-01"^^<http://www.w3.org/2001/XMLSchema#date>`,
		`<urn:partnernet:ns:reason> <urn:partnernet:ns:reason/NOT_IN_SOURCE>`, `^^<urn:partnernet:ns:SE_ON>`,
	} {
		if !strings.Contains(string(quads), says) {
			t.Errorf("nothing says %s", says)
		}
	}
	response, err := http.Get(server + "/context.jsonld")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if served, err := ld.DocumentFromReader(response.Body); err != nil || cmp.Diff(served.(map[string]any)["@context"], jsonObject(t, document)["@context"]) != "" {
		t.Errorf("the context that is served is another one than in the export: %v", err)
	}
}

// jsonObject gives a document of JSON.
func jsonObject(t *testing.T, body []byte) map[string]any {
	t.Helper()
	var document map[string]any
	if err := json.Unmarshal(body, &document); err != nil {
		t.Fatal(err)
	}
	return document
}

// grantSchema is the published schema of 360Giving's packages.
var grantSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat() // a day and a time are told apart by it
	for file, address := range map[string]string{
		"360-giving-schema.json":         "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json", // as the package's schema names it
		"360-giving-package-schema.json": "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.3/schema/360-giving-package-schema.json",
	} {
		text, err := os.ReadFile("testdata/360giving/" + file)
		if err != nil {
			return nil, err
		}
		schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err == nil {
			delete(schema.(map[string]any), "$id") // it is found by the address that the other names
			err = compiler.AddResource(address, schema)
		}
		if err != nil {
			return nil, err
		}
	}
	return compiler.Compile("https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.3/schema/360-giving-package-schema.json")
})

// checkGrants asks that grants are as their published schema says, or that there are none, and each award that is none is listed with what is missing.
func checkGrants(t *testing.T, body []byte) {
	t.Helper()
	schema, err := grantSchema()
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		t.Errorf("%v: %s", err, body)
		return
	}
	grants, _ := document.(map[string]any)["grants"].([]any)
	others, _ := document.(map[string]any)["partnernet"].(map[string]any)["notGrants"].([]any)
	if len(grants)+len(others) == 0 {
		t.Errorf("there are neither grants nor others: %s", body)
	}
	if err := schema.Validate(document); err != nil && len(grants) > 0 {
		t.Errorf("%v\n%s", err, body)
	}
}

// checkAward asks that an award without a day of decision is no grant, and that it is one when somebody knows the day.
func checkAward(t *testing.T, server string, keeper http.Header) {
	t.Helper()
	_, before := fetched(t, server, "grants.json?day=2024-01-15", keeper)
	if !strings.Contains(string(before), `"missing":["awardDate"]`) || strings.Contains(string(before), "amountAwarded") {
		t.Errorf("without a day of decision: %s", before)
	}
	var found struct {
		Data struct{ Decision struct{ ID string } }
	}
	if err := json.Unmarshal(site.Ask(t, keeper, server, `{ decision(caseNumber: "RUN/112/2023") { id } }`, nil), &found); err != nil {
		t.Fatal(err)
	}
	changed := site.Ask(t, keeper, server, `mutation { updateDecision(input: {id: "`+found.Data.Decision.ID+`", decidedOn: "2023-06-01", source: {document: {title: "Brev"}}}) { command } }`, nil)
	_, after := fetched(t, server, "grants.json?day=2024-01-15", keeper)
	checkGrants(t, after)
	for _, says := range []string{`"amountAwarded":362060.00`, `"awardDate":"2023-06-01"`, `"aidRate":"0.35"`, `"type":"OTHER_FINANCING"`, `"notGrants":[]`} {
		if !strings.Contains(string(after), says) {
			t.Errorf("nothing says %s: %s\n%s", says, after, changed)
		}
	}
}

// checkAtom asks that a feed has what RFC 4287 demands of it and of each entry.
func checkAtom(t *testing.T, body []byte) {
	t.Helper()
	type common struct {
		ID      string    `xml:"id"`
		Title   string    `xml:"title"`
		Updated time.Time `xml:"updated"`
	}
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		common
		Entries []struct {
			common
			Author  string `xml:"author>name"`
			Content string `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(body, &feed); err != nil || feed.ID == "" || feed.Title == "" || feed.Updated.IsZero() || len(feed.Entries) == 0 {
		t.Errorf("%v: %.500s", err, body)
	}
	for _, e := range feed.Entries {
		if !strings.HasPrefix(e.ID, "urn:uuid:") || e.Title == "" || e.Updated.IsZero() || e.Author == "" || e.Updated.After(feed.Updated) {
			t.Errorf("%+v lacks something", e)
		}
	}
}

// checkRoundTrip imports lists that were exported, and asks that none of their rows would change anything.
func checkRoundTrip(t *testing.T, server string, db *site.Register, keeper http.Header) {
	t.Helper()
	networks := map[string]string{}
	for _, acronym := range []string{"MITTSEC", "MIDSEC"} {
		networks[acronym] = db.Network(t, acronym)
	}
	if counts, others := membersImported(t, server, keeper, []byte(numbered), networks["MITTSEC"], true); counts["NEW"] != 2 {
		t.Fatalf("the list to begin with: %v %s", counts, others)
	}
	for _, format := range []string{"csv", "xlsx"} {
		for _, lang := range registry.Languages {
			for acronym, id := range networks {
				_, body := fetched(t, server, "members."+format+"?day=2024-01-15&network="+acronym+"&lang="+lang, keeper)
				if counts, others := membersImported(t, server, keeper, body, id, false); len(counts) != 1 || counts["SAME"] == 0 {
					t.Errorf("members of %s as %s in %s: %v %s", acronym, format, lang, counts, others)
				}
			}
			_, body := fetched(t, server, "needs."+format+"?day=2024-01-15&lang="+lang, keeper)
			checkSameNeeds(t, db, body, format+" in "+lang)
		}
	}
}

// checkSameNeeds imports a list of needs, and asks that each is the same as one that is held.
func checkSameNeeds(t *testing.T, db *site.Register, body []byte, how string) {
	t.Helper()
	answers, err := lists.ReadAnswers(bytes.NewReader(body), int64(len(body)), nil)
	if err != nil {
		t.Fatal(err)
	}
	known, err := intake.ReadKnown(t.Context(), db.DB)
	if err != nil {
		t.Fatal(err)
	}
	judged := intake.JudgeAnswers(answers, known)
	if len(judged) < 10 {
		t.Errorf("needs as %s: only %d", how, len(judged))
	}
	for _, need := range judged {
		if need.Verdict != lists.Same || len(need.Doubts) > 0 {
			t.Errorf("needs as %s: row %d, %q: %s %v %v", how, need.Row, need.Statement, need.Verdict, need.Refusal.In("en"), need.Doubts)
		}
	}
}

// checkExportRights asks who may export what, and what the audit tells of it.
func checkExportRights(t *testing.T, server string, db *site.Register, keeper http.Header) {
	t.Helper()
	token := db.Coordinator(t, "Åsa", "MITTSEC")
	for _, c := range []struct {
		why, path string
		who       http.Header
		status    int
		says      string
	}{
		{"with an access token", "needs.csv", token, http.StatusUnauthorized, "UNAUTHENTICATED"},
		{"with one, through the eyes of members", "needs.csv?audience=MEMBERS", token, http.StatusUnauthorized, "UNAUTHENTICATED"},
		{"what is public", "needs.csv?audience=PUBLIC&lang=nb", token, http.StatusOK, "Behov"},
		{"no such kind", "secrets.csv", keeper, http.StatusBadRequest, "organisations"},
		{"no such format", "needs.doc", keeper, http.StatusBadRequest, "xlsx"},
		{"no such network", "needs.csv?network=NOSEC", keeper, http.StatusNotFound, "NOSEC"},
		{"no network", "members.csv", keeper, http.StatusBadRequest, "BAD_INPUT"},
		{"no day", "needs.csv?day=soon", keeper, http.StatusBadRequest, "soon"},
		{"no language", "needs.csv?lang=da", keeper, http.StatusBadRequest, "da"},
		{"no class", "needs.csv?audience=ALL", keeper, http.StatusBadRequest, "audience=ALL is no audience"},
	} {
		status, body := fetched(t, server, c.path, c.who)
		if status != c.status || !strings.Contains(string(body), c.says) {
			t.Errorf("%s: %d %.300s", c.why, status, body)
		}
	}
	records, err := audit.Latest(t.Context(), db.DB, "", 10)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(records, func(r audit.Record) bool {
		return r.Event == audit.Exported && r.Account != "" && r.Detail == "needs.csv for PUBLIC"
	}) {
		t.Errorf("the audit does not tell of the export: %+v", records)
	}
	checkFeeds(t, server, db, keeper)
	checkHiddenFromExports(t, server, keeper)
}

// checkFeeds subscribes to a calendar by an address that has a secret, which is for nothing else, until it is revoked.
func checkFeeds(t *testing.T, server string, db *site.Register, keeper http.Header) {
	t.Helper()
	options := db.Desk(&url.URL{Scheme: "http", Host: "localhost"})
	account := db.Account(t, "Kari", registry.Coordinator, "MIDSEC")
	token, secret, err := signin.NewToken(t.Context(), options, account, signin.TokenRequest{Name: "calendar", Right: signin.Feed})
	if err != nil {
		t.Fatal(err)
	}
	asks := func(why, path string, who http.Header, want int) {
		t.Helper()
		if status, body := fetched(t, server, path, who); status != want {
			t.Errorf("%s: %d %.200s", why, status, body)
		}
	}
	asks("a calendar", "calendar.ics?feed="+secret, nil, http.StatusOK)
	asks("changes", "changes.atom?feed="+secret, nil, http.StatusOK)
	asks("a list", "needs.csv?feed="+secret, nil, http.StatusForbidden)
	asks("no class", "calendar.ics?audience=ALL&feed="+secret, nil, http.StatusBadRequest)
	const name = "Dold kalenderorganisation AB"
	site.Ask(t, keeper, server, `mutation { registerOrganisation(input: {legalName: "`+name+`", audience: {class: COORDINATORS}, source: {document: {title: "Brev"}}}) { command } }`, nil)
	for audience, shown := range map[string]bool{"": true, "audience=COORDINATORS&": true, "audience=MEMBERS&": false, "audience=PUBLIC&": false} {
		if status, body := fetched(t, server, "changes.atom?"+audience+"feed="+secret, nil); status != http.StatusOK || strings.Contains(string(body), name) != shown {
			t.Errorf("changes by the address of a feed with %q: %d, what is for coordinators is shown: %v", audience, status, !shown)
		}
	}
	asks("a list, as if it were public", "needs.csv?audience=PUBLIC&feed="+secret, nil, http.StatusForbidden)
	asks("as an access token", "needs.csv?audience=PUBLIC", http.Header{"Authorization": {"Bearer " + secret}}, http.StatusUnauthorized)
	asks("an access token as a feed", "calendar.ics?feed="+strings.TrimPrefix(site.TokenOf(t, options, account), "Bearer "), nil, http.StatusUnauthorized)
	if err := signin.New(options).RevokeToken(t.Context(), account, token.ID); err != nil {
		t.Fatal(err)
	}
	if status, body := fetched(t, server, "calendar.ics?feed="+secret, nil); status != http.StatusUnauthorized || !strings.Contains(string(body), "address of this feed") {
		t.Errorf("one that is revoked: %d %.200s", status, body)
	}
}

// checkHiddenFromExports asks that an export for the public has none of what is for others.
func checkHiddenFromExports(t *testing.T, server string, keeper http.Header) {
	t.Helper()
	const name = "Dold Exempelorganisation AB"
	site.Ask(t, keeper, server, `mutation { registerOrganisation(input: {legalName: "`+name+`", audience: {class: COORDINATORS}, source: {document: {title: "Brev"}}}) { command } }`, nil)
	for path, shown := range map[string]bool{"organisations.csv": true, "organisations.csv?audience=PUBLIC": false, "organisations.csv?audience=MEMBERS": false} {
		if status, body := fetched(t, server, path, keeper); status != http.StatusOK || strings.Contains(string(body), name) != shown {
			t.Errorf("%s: %d, what is for coordinators is shown: %v", path, status, !shown)
		}
	}
}
