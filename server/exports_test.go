package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"partnernet/audit"
	"partnernet/export"
	"partnernet/intake"
	"partnernet/lists"
	"partnernet/registry"
)

// fetched gives an export that somebody fetches, and the status of the answer.
func fetched(t *testing.T, server, path string, who http.Header) (int, []byte) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server+"/export/"+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, body, err := answerTo(request, who)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, body
}

// TestExports takes every export out of the founding case with the sample, and reads each with a program of others.
func TestExports(t *testing.T) {
	server, db := foundingRegistry(t)
	tellSample(t, db)
	keeper := keeperSession(t, db, server.URL)
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
	text := graphqlAnswerWith(t, keeper, server, `{
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
	default:
		t.Errorf("nothing reads %s", offer.File())
	}
}

// membersImported imports a member list, and gives how many of its rows have each verdict, and the rows that are not the same as what is held.
func membersImported(t *testing.T, server string, who http.Header, list []byte, network string, apply bool) (counts map[string]int, others string) {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	operations, err := json.Marshal(map[string]any{
		"query":     "mutation($input: ImportMembersInput!) { importMembers(input: $input) { counts { verdict count } rows(verdicts: [NEW, CHANGED, CONFLICT, REFUSED]) { row name verdict problems { code cell sentence } } } }",
		"variables": map[string]any{"input": map[string]any{"file": nil, "network": network, "dryRun": !apply}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []struct{ name, text string }{{"operations", string(operations)}, {"map", `{"0": ["variables.input.file"]}`}} {
		if err := form.WriteField(field.name, field.text); err != nil {
			t.Fatal(err)
		}
	}
	file, err := form.CreateFormFile("0", "list")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Write(list); err != nil {
		t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server+"/graphql", &body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = who.Clone()
	request.Header.Set("Content-Type", form.FormDataContentType())
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
				Rows json.RawMessage
			}
		}
		Errors json.RawMessage
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || answer.Data.ImportMembers == nil {
		t.Fatalf("%v: %s", err, answer.Errors)
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

// checkRoundTrip imports lists that were exported, and asks that none of their rows would change anything.
func checkRoundTrip(t *testing.T, server string, db *database, keeper http.Header) {
	t.Helper()
	networks := map[string]string{}
	for _, acronym := range []string{"MITTSEC", "MIDSEC"} {
		id, err := networkOf(t.Context(), db, acronym)
		if err != nil {
			t.Fatal(err)
		}
		networks[acronym] = id
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
func checkSameNeeds(t *testing.T, db *database, body []byte, how string) {
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
func checkExportRights(t *testing.T, server string, db *database, keeper http.Header) {
	t.Helper()
	token := coordinator(t, db, "Åsa", "MITTSEC")
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
		{"no class", "needs.csv?audience=ALL", keeper, http.StatusBadRequest, "COORDINATORS"},
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
	checkHiddenFromExports(t, server, keeper)
}

// checkHiddenFromExports asks that an export for the public has none of what is for others.
func checkHiddenFromExports(t *testing.T, server string, keeper http.Header) {
	t.Helper()
	const name = "Dold Exempelorganisation AB"
	graphqlAnswerWith(t, keeper, server, `mutation { registerOrganisation(input: {legalName: "`+name+`", audience: {class: COORDINATORS}, source: {document: {title: "Brev"}}}) { command } }`, nil)
	for path, shown := range map[string]bool{"organisations.csv": true, "organisations.csv?audience=PUBLIC": false, "organisations.csv?audience=MEMBERS": false} {
		if status, body := fetched(t, server, path, keeper); status != http.StatusOK || strings.Contains(string(body), name) != shown {
			t.Errorf("%s: %d, what is for coordinators is shown: %v", path, status, !shown)
		}
	}
}
