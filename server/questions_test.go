package main

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"partnernet/access"
	"partnernet/accounts"
	"partnernet/graph"
	"partnernet/intake"
	"partnernet/page"
	"partnernet/registry"
	"partnernet/seal"
	"partnernet/signin"
	"partnernet/testdb"
	"partnernet/testworld"
)

// today is the day on which tests ask: while Commsec runs, so that what is in force and what is due is not all over.
var today = time.Date(2024, 1, 15, 12, 0, 0, 0, time.UTC)

// patience is how long a test waits for what should take seconds on a machine with nothing else to do.
const patience = 3 * time.Minute

// foundingServer gives a server over a database that holds what the project ships and nothing else.
func foundingServer(t *testing.T) *httptest.Server {
	t.Helper()
	server, _ := foundingRegistry(t)
	return server
}

func foundingRegistry(t *testing.T) (*httptest.Server, *database) {
	t.Helper()
	testdb.Open(t)
	db := &database{model: testworld.Model(t), config: testdb.Config(t)}
	if err := db.connect(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.close() }) // what it could not say any more does not matter to a test that is over
	if _, err := loadFounding(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	graphql := graphqlOver(t, db, false)
	options := deskToday(db, &url.URL{Scheme: "http", Host: "localhost"})
	handler, err := newHandler(parts{graphql: graphql, ask: graphql.Ask, export: db.recordExport, ready: db.ready, desk: signin.New(options), viewers: viewers{access.NewResolver(db.DB, time.Now).Rights, false}, log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(asKeeper(t, options, handler))
	t.Cleanup(server.Close)
	return server, db
}

// graphqlOver gives what answers GraphQL over a database on the day on which tests ask: all of it, or only what the page asks.
func graphqlOver(t *testing.T, db *database, onlyKnown bool) *graph.Handler {
	t.Helper()
	texts, err := page.Texts()
	if err != nil {
		t.Fatal(err)
	}
	return testworld.GraphQL(t, db.DB, func() time.Time { return today }, func(o *graph.Options) {
		o.Known, o.OnlyKnown, o.Keys, o.Facts, o.KeepTexts = texts, onlyKnown, seal.In(t.TempDir()), intake.ReadRecognised(db.model), true
	})
}

// deskToday says how people sign in on the day on which tests ask: who is granted something on another day may not do it on that one.
func deskToday(db *database, address *url.URL) signin.Options {
	options := deskOptions(db, edge{address: address}, quiet)
	options.Accounts = accounts.New(db.DB, db.ledger(), func() time.Time { return today })
	return options
}

// asKeeper lets each request that has neither an access token nor a session come with one of whoever keeps the register.
func asKeeper(t *testing.T, o signin.Options, next http.Handler) http.Handler {
	t.Helper()
	account, err := o.Accounts.Local(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	token := tokenOf(t, o, account)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" && r.Header.Get("Cookie") == "" {
			r.Header.Set("Authorization", token)
		}
		next.ServeHTTP(w, r)
	})
}

// tokenOf gives the header Authorization of an account: that of an access token which it may write with.
func tokenOf(t *testing.T, o signin.Options, account string) string {
	t.Helper()
	_, secret, err := signin.NewToken(t.Context(), o, account, signin.TokenRequest{Name: "tests", Right: signin.Write})
	if err != nil {
		t.Fatal(err)
	}
	return "Bearer " + secret
}

// keeperSession signs the keeper of the register in, just now, and gives the headers of a browser in that session.
func keeperSession(t *testing.T, db *database, server string) http.Header {
	t.Helper()
	link, err := signin.NewLink(t.Context(), deskToday(db, &url.URL{Scheme: "http", Host: "localhost"}))
	if err != nil {
		t.Fatal(err)
	}
	browser := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := browser.Get(strings.Replace(link, "http://localhost", server, 1))
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	cookies := response.Cookies()
	if len(cookies) != 1 {
		t.Fatalf("the link signs nobody in: %s", response.Status)
	}
	return http.Header{"Cookie": {cookies[0].Name + "=" + cookies[0].Value}, "Sec-Fetch-Site": {"same-origin"}}
}

// coordinator makes an account that coordinates a network, or all of them where none is named, and gives the header that says that it asks.
func coordinator(t *testing.T, db *database, name, network string) http.Header {
	t.Helper()
	options := deskToday(db, &url.URL{Scheme: "http", Host: "localhost"})
	return http.Header{"Authorization": {tokenOf(t, options, coordinatorAccount(t, db, name, network))}}
}

// coordinatorAccount makes such an account and gives its id.
func coordinatorAccount(t *testing.T, db *database, name, network string) string {
	t.Helper()
	all := accounts.New(db.DB, db.ledger(), func() time.Time { return today })
	over, err := all.Over(t.Context(), network)
	if err != nil {
		t.Fatal(err)
	}
	code, err := all.Invite(t.Context(), registry.Invitation{Name: name, Role: registry.Coordinator, Over: over})
	if err != nil {
		t.Fatal(err)
	}
	account, err := all.Accept(t.Context(), code, "https://idp.example", name+" of "+t.Name())
	if err != nil {
		t.Fatal(err)
	}
	return account
}

// graphqlAnswer sends a GraphQL request and gives the answer's JSON. It may be called from any goroutine.
func graphqlAnswer(t *testing.T, server, query string, variables json.RawMessage) []byte {
	t.Helper()
	return graphqlAnswerWith(t, nil, server, query, variables)
}

// graphqlAnswerWith does so with headers that say who asks.
func graphqlAnswerWith(t *testing.T, who http.Header, server, query string, variables json.RawMessage) []byte {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Error(err)
		return nil
	}
	request, err := http.NewRequest(http.MethodPost, server+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Error(err)
		return nil
	}
	_, answer, err := answerTo(request, who)
	if err != nil {
		t.Error(err)
	}
	return answer
}

// answerTo sends JSON with the headers of whoever asks, and gives the response with its whole body.
func answerTo(request *http.Request, who http.Header) (*http.Response, []byte, error) {
	request.Header = maps.Clone(who)
	if who == nil {
		request.Header = http.Header{}
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return response, body, err
}

// TestQuestions compares what the founding case answers to each question with questions/<name>.golden.json.
func TestQuestions(t *testing.T) {
	server := foundingServer(t)
	questions, err := readQuestions()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		if q.Name == dossier {
			continue // the founding case has no organisation with a number
		}
		t.Run(q.Name, func(t *testing.T) {
			answer := graphqlAnswer(t, server.URL, q.Query, q.Variables)
			golden(t, "questions/"+q.Name+".golden.json", stable(t, answer))
		})
	}
	checkDossier(t, server.URL)
}

// checkDossier asks the question about one organisation as the page has it: with a note while nobody has a number, and then, once somebody has
// one, with that number, to which the answer is compared with the golden file.
func checkDossier(t *testing.T, server string) {
	t.Helper()
	if q := servedDossier(t, server); q.Note != noNumber {
		t.Errorf("nobody has a number, and the note is %q", q.Note)
	}
	entered := graphqlAnswer(t, server, `mutation {
		registerOrganisation(input: {
			legalName: "Exempel Säkerhet AB", country: SE, sectorType: SME, location: {municipality: "Östersund"}
			identifiers: [{scheme: SE_ON, value: "559999-9991"}], source: {document: {title: "Utdrag ur registret"}}
		}) { organisation { id } }
	}`, nil)
	if bytes.Contains(entered, []byte(`"errors"`)) {
		t.Fatalf("%s", entered)
	}
	q := servedDossier(t, server)
	if q.Note != "" || string(q.Variables) != `{"scheme":"SE_ON","value":"5599999991"}` {
		t.Errorf("somebody has a number, and the question has %s, %q", q.Variables, q.Note)
	}
	golden(t, "questions/"+dossier+".golden.json", stable(t, graphqlAnswer(t, server, q.Query, q.Variables)))
}

// servedDossier gives that question as the page gets it.
func servedDossier(t *testing.T, server string) question {
	t.Helper()
	_, body := ask(t, "GET", server+"/questions", nil)
	var questions []question
	if err := json.Unmarshal([]byte(body), &questions); err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		if q.Name == dossier {
			var variables bytes.Buffer
			if err := json.Compact(&variables, q.Variables); err != nil {
				t.Fatal(err)
			}
			q.Variables = variables.Bytes()
			return q
		}
	}
	t.Fatal("the page has no such question")
	return question{}
}

// varying are values that no two runs share: when something was recorded, the ids and cursors that follow from it, and
// how well a text matches, which depends on what was in the index before.
var varying = []*regexp.Regexp{
	regexp.MustCompile(`"(?:at|retrievedAt|endCursor)": ("[^"]*")`),
	regexp.MustCompile(`"(?:id|command|before|after)": ("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")`),
	regexp.MustCompile(`"score": ([0-9.]+)`),
}

// stable gives an answer in a form in which two runs give the same.
func stable(t *testing.T, answer []byte) []byte {
	t.Helper()
	var indented bytes.Buffer
	if err := json.Indent(&indented, answer, "", "  "); err != nil {
		t.Fatalf("no JSON: %s", answer)
	}
	text := indented.Bytes()
	for _, value := range varying {
		text = value.ReplaceAllFunc(text, func(match []byte) []byte {
			return bytes.Replace(match, value.FindSubmatch(match)[1], []byte(`"varies"`), 1)
		})
	}
	return append(text, '\n')
}
