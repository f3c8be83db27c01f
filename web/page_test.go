package web_test

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"partnernet/commands"
	"partnernet/page"
	"partnernet/testworld/golden"
	"partnernet/testworld/site"
	"partnernet/web"
)

// inARow are operations that go on from others or take a file: what visitors do in the browser tells whether they work.
var inARow = []string{
	"AcceptIntroduction", "ChangeFeed", "ConfirmProposal", "ContactDeeds", "DeclineIntroduction", "DecisionDraft", "DeclineProposal", "EndContact", "EndMembership", "EraseSubject", "ImportDecision", "ImportMembers",
	"LinkCounterparts", "MembershipDeeds", "PersonDeeds", "ProposalDeeds", "ProposePartnership", "RecordPayment", "RegisterContact", "RegisterPerson", "ResumeOffer", "RevealContact", "RevertCommand", "SendMessage",
	"SubjectExport", "UpdateContact", "UpdateMembership", "UpdatePerson", "VerifyContact", "WithdrawProposal",
}

// TestPageOperations compares what the founding case and the sample answer to each operation of the page with testdata/page/<name>.golden.json.
// Those that change something are told to leave it.
func TestPageOperations(t *testing.T) {
	server, db := site.Founding(t)
	db.TellSample(t)
	operations, err := page.Operations()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range operations {
		if slices.Contains(inARow, o.Name) {
			continue
		}
		t.Run(o.Name, func(t *testing.T) {
			var who http.Header
			if commands.NeedsRecent(strings.ToLower(o.Name[:1]) + o.Name[1:]) {
				who = db.KeeperSession(t, server.URL)
			}
			answer := site.Ask(t, who, server.URL, o.Text, o.Variables)
			if strings.Contains(string(answer), `"errors"`) {
				t.Fatalf("%s", answer)
			}
			if o.Name == "Words" {
				return // they are in registry/, and tests there compare them with the schema
			}
			golden.Compare(t, "testdata/page/"+o.Name+".golden.json", site.Stable(t, answer))
		})
	}
}

func TestFilesAreKeptByBrowsers(t *testing.T) {
	server := site.WithoutDatabase(t, nil, nil, web.Edge{})
	_, index := site.Fetch(t, "GET", server.URL+"/", nil)
	script := regexp.MustCompile(`/assets/[^"]*\.js`).FindString(index)
	for path, want := range map[string]string{
		"/": "no-cache", "/networks/MITTSEC": "no-cache", script: "public, max-age=31536000, immutable", "/graphiql/": "no-cache", "/graphiql/page.js": "no-cache",
	} {
		response, err := http.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusOK || response.Header.Get("Cache-Control") != want {
			t.Errorf("%s: %s, Cache-Control: %q, want %q", path, response.Status, response.Header.Get("Cache-Control"), want)
		}
		status, body := site.Fetch(t, "GET", server.URL+path, map[string]string{"If-None-Match": response.Header.Get("ETag")})
		if status != http.StatusNotModified || body != "" {
			t.Errorf("%s asked for again: %d, %d bytes", path, status, len(body))
		}
	}
	for _, path := range []string{"/assets/none.js", "/none.txt", "/graphiql/none.js"} {
		if status, _ := site.Fetch(t, "GET", server.URL+path, nil); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
	if status, body := site.Fetch(t, "POST", server.URL+"/networks", nil); status != http.StatusMethodNotAllowed || site.RefusalCode(body) != "BAD_INPUT" {
		t.Errorf("POST to the page: %d %s", status, body)
	}
}

func TestAnswersAreCompressed(t *testing.T) {
	long := `{"data":"` + strings.Repeat("long ", 1000) + `"}`
	server := site.WithoutDatabase(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(long))
	}, nil, web.Edge{})
	for _, c := range []struct{ accept, encoding, want string }{
		{"application/json", "gzip", "gzip"},
		{"application/json", "identity", ""},
		{"text/event-stream", "gzip", ""}, // each event is sent at once
	} {
		request, err := http.NewRequest(http.MethodPost, server.URL+"/graphql", strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Accept", c.accept)
		request.Header.Set("Accept-Encoding", c.encoding)
		response, err := http.DefaultTransport.RoundTrip(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if got := response.Header.Get("Content-Encoding"); got != c.want {
			t.Errorf("%s, %s: encoded as %q, want %q", c.accept, c.encoding, got, c.want)
		}
	}
}

// TestAServerMayTakeOnlyWhatThePageAsks asks, of a server that is told to take nothing else, what the page asks by its hash, and something else.
func TestAServerMayTakeOnlyWhatThePageAsks(t *testing.T) {
	_, db := site.Founding(t)
	texts, err := page.Texts()
	if err != nil {
		t.Fatal(err)
	}
	viewer := texts[slices.IndexFunc(texts, func(text string) bool { return strings.Contains(text, "query Viewer ") })]
	byHash := func(text string) string {
		return fmt.Sprintf(`{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "%x"}}}`, sha256.Sum256([]byte(text)))
	}
	const free = "{ viewer { name } }"
	for _, c := range []struct {
		why, body, want string
		only            bool
	}{
		{"what the page asks", byHash(viewer), `"account":null`, true},
		{"a hash of something else", byHash(free), `"FORBIDDEN"`, true},
		{"something else", `{"query": "` + free + `"}`, `"FORBIDDEN"`, true},
		{"what the page asks, of a server that takes all", byHash(viewer), `"account":null`, false},
		{"a hash that such a server does not know yet", byHash(free), `"PERSISTED_QUERY_NOT_FOUND"`, false},
		{"something else, of such a server", `{"query": "` + free + `"}`, `"name":null`, false},
	} {
		request := httptest.NewRequest("POST", "/graphql", strings.NewReader(c.body))
		request.Header.Set("Content-Type", "application/json")
		answer := httptest.NewRecorder()
		db.GraphQL(t, c.only).ServeHTTP(answer, request)
		if !strings.Contains(answer.Body.String(), c.want) {
			t.Errorf("%s: %s, want %s", c.why, answer.Body, c.want)
		}
	}
}
