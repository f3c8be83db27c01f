package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"partnernet/access"
	"partnernet/graph"
	"partnernet/registry"
	"partnernet/signin"
)

// noDesk is a desk without a database, where nobody can sign in.
var noDesk = signin.New(signin.Options{Address: &url.URL{Scheme: "http", Host: "localhost"}, Now: time.Now, ClientOf: edge{}.clientOf, LanguageOf: languageOf, Refuse: refuse})

// serverOver gives a server whose GraphQL is the given handler.
func serverOver(t testing.TB, graphql http.HandlerFunc, ready error) *httptest.Server {
	t.Helper()
	ask := func(context.Context, string, map[string]any) (map[string]any, error) {
		return nil, errors.New("no database")
	}
	handler, err := newHandler(parts{graphql: graphql, ask: ask, ready: func(context.Context) error { return ready }, desk: noDesk, log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// ask sends a request and gives the status and the body. A header called Host sets the host.
func ask(t *testing.T, method, url string, headers map[string]string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(`{}`))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	request.Host = request.Header.Get("Host")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// refusalCode gives the code of a GraphQL error, "" when the body is none.
func refusalCode(body string) string {
	var response struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if json.Unmarshal([]byte(body), &response) != nil || len(response.Errors) != 1 || response.Errors[0].Message == "" {
		return ""
	}
	return response.Errors[0].Extensions.Code
}

func TestOnWhoseBehalfARequestReads(t *testing.T) {
	sees := func(class registry.Class) func(context.Context, graph.Viewer) (access.Rights, error) {
		return func(context.Context, graph.Viewer) (access.Rights, error) {
			return access.Rights{Sight: registry.Sight{Everywhere: class}}, nil
		}
	}
	nobody, reader, keeper := t.Context(), signin.WithCaller(t.Context(), signin.Caller{Account: "r"}), signin.WithCaller(t.Context(), signin.Caller{Account: "k", MayWrite: true})
	for _, c := range []struct {
		why               string
		who               context.Context
		sees              registry.Class
		viewer, languages string
		status            int
		want              string
	}{
		{"nobody has signed in", nobody, "PUBLIC", "", "", 200, " PUBLIC en false"},
		{"nobody sees more by asking for it", nobody, "PUBLIC", "RESTRICTED", "", 200, " PUBLIC en false"},
		{"an account is who it is", keeper, "COORDINATORS", "", "", 200, "k  en false"},
		{"a token that only reads", reader, "COORDINATORS", "", "", 200, "r  en true"},
		{"the public's eyes", keeper, "COORDINATORS", "PUBLIC", "sv-SE,sv;q=0.9,en;q=0.5", 200, " PUBLIC sv true"},
		{"a member's eyes", keeper, "COORDINATORS", "MEMBERS", "nb-NO", 200, " MEMBERS nb true"},
		{"a coordinator's eyes, with a token that only reads", reader, "COORDINATORS", "COORDINATORS", "no", 200, " COORDINATORS nb true"},
		{"more than one sees", keeper, "COORDINATORS", "RESTRICTED", "nn", 200, "k  nb false"},
		{"more than one sees of all networks", keeper, "PUBLIC", "MEMBERS", "nn", 200, "k  nb false"},
		{"nothing suits", nobody, "PUBLIC", "", "fi, fr;q=0.5", 200, " PUBLIC en false"},
		{"the best that suits comes first", nobody, "PUBLIC", "", "fr, sv;q=0.4, en;q=0.3", 200, " PUBLIC sv false"},
		{"a broken header is no reason to fail", nobody, "PUBLIC", "", ";;q=,", 200, " PUBLIC en false"},
		{"an unknown viewer must not see everything", keeper, "COORDINATORS", "GUEST", "", 400, "BAD_INPUT"},
		{"names are written as in the schema", keeper, "COORDINATORS", "public", "", 400, "BAD_INPUT"},
	} {
		told := viewers{rights: sees(c.sees)}.seen(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			viewer := graph.ViewerOf(r.Context())
			_, _ = fmt.Fprintf(w, "%s %s %s %t", viewer.Account, viewer.Clearance, viewer.Language, viewer.ReadOnly)
		}))
		request := httptest.NewRequestWithContext(c.who, "POST", "/graphql", nil)
		request.Header.Set(viewerHeader, c.viewer)
		request.Header.Set("Accept-Language", c.languages)
		answer := httptest.NewRecorder()
		told.ServeHTTP(answer, request)
		body := answer.Body.String()
		if answer.Code == http.StatusBadRequest {
			body = refusalCode(body)
		}
		if answer.Code != c.status || body != c.want {
			t.Errorf("%s: got %d %q, want %d %q", c.why, answer.Code, body, c.status, c.want)
		}
	}
}

func TestWhoMayAskFromABrowser(t *testing.T) {
	server := serverOver(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, nil)
	for _, c := range []struct {
		why     string
		headers map[string]string
		status  int
	}{
		{"no browser", nil, 204},
		{"our own page", map[string]string{"Sec-Fetch-Site": "same-origin"}, 204},
		{"this machine by name", map[string]string{"Host": "localhost:8080"}, 204},
		{"this machine over IPv6", map[string]string{"Host": "[::1]:8080"}, 204},
		{"a page elsewhere", map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{"a page elsewhere, in an old browser", map[string]string{"Origin": "https://elsewhere.example"}, 403},
		{"a name that was made to point here", map[string]string{"Host": "elsewhere.example:8080", "Sec-Fetch-Site": "same-origin"}, 421},
		{"a name that begins like this machine's", map[string]string{"Host": "localhost.elsewhere.example"}, 421},
	} {
		status, body := ask(t, "POST", server.URL+"/graphql", c.headers)
		if status != c.status || status != http.StatusNoContent && refusalCode(body) != "FORBIDDEN" {
			t.Errorf("%s: got %d %q, want %d", c.why, status, body, c.status)
		}
	}
}

func TestHealth(t *testing.T) {
	for _, c := range []struct {
		why, path string
		ready     error
		status    int
		want      health
	}{
		{"the process lives", "/healthz", nil, 200, health{Status: "alive"}},
		{"the process lives without its database", "/healthz", errors.New("gone"), 200, health{Status: "alive"}},
		{"the database answers", "/readyz", nil, 200, health{Status: "ready"}},
		{"the database is away", "/readyz", errors.New("gone"), 503, health{Status: "unavailable", Reason: "gone"}},
	} {
		status, body := ask(t, "GET", serverOver(t, nil, c.ready).URL+c.path, nil)
		var got health
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Errorf("%s: %v", c.why, err)
		}
		if status != c.status || got != c.want {
			t.Errorf("%s: got %d %+v, want %d %+v", c.why, status, got, c.status, c.want)
		}
	}
}

func TestPanicTakesOneRequestOnly(t *testing.T) {
	server := serverOver(t, func(http.ResponseWriter, *http.Request) { panic("secret") }, nil)
	status, body := ask(t, "POST", server.URL+"/graphql", nil)
	if status != http.StatusInternalServerError || refusalCode(body) != "INTERNAL" || strings.Contains(body, "secret") {
		t.Errorf("got %d %q", status, body)
	}
	if status, _ := ask(t, "GET", server.URL+"/healthz", nil); status != http.StatusOK {
		t.Errorf("afterwards: %d", status)
	}
}

// Beyond this machine everybody reads the page, which shows what is public. The pages to ask freely from are for those who have signed in.
func TestThePublicBeyondThisMachine(t *testing.T) {
	beyond := edge{address: &url.URL{Scheme: "https", Host: "registry.example.org"}, beyond: true}
	handler, err := newHandler(parts{desk: noDesk, edge: beyond, log: quiet})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{"/": 200, "/graphiql/": 303, "/graphiql/page.js": 303, "/questions": 303, "/sign-in": 200, "/healthz": 200} {
		request := httptest.NewRequest("GET", "https://registry.example.org"+path, nil)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if answer.Code != want || want == 303 && answer.Header().Get("Location") != "/sign-in" {
			t.Errorf("%s: %d %s", path, answer.Code, answer.Header())
		}
	}
}

// TestPageIsWhole follows every reference of the page, and finds that all are to this server and all are there.
func TestPageIsWhole(t *testing.T) {
	server := serverOver(t, nil, nil)
	_, page := ask(t, "GET", server.URL+"/", nil)
	references := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(references) == 0 {
		t.Fatalf("no page, but: %s", page)
	}
	for _, reference := range references {
		path := reference[1]
		if path == "data:," { // the icon: none, and the browser need not ask
			continue
		}
		if status, body := ask(t, "GET", server.URL+path, nil); status != http.StatusOK || body == "" {
			t.Errorf("%s: %d, %d bytes", path, status, len(body))
		}
	}
}

func TestSecurityHeadersAreOnEveryAnswer(t *testing.T) {
	server := serverOver(t, nil, nil)
	for _, path := range []string{"/", "/graphiql/page.js", "/questions", "/healthz", "/missing"} {
		response, err := http.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		policy := response.Header.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'; script-src 'self';") || strings.Contains(policy, "http") {
			t.Errorf("%s: the page may load what is not ours: %q", path, policy)
		}
		if response.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: the browser may guess at types", path)
		}
	}
}

func TestQuestionsAreServedWithExamples(t *testing.T) {
	server := serverOver(t, nil, nil)
	_, body := ask(t, "GET", server.URL+"/questions", nil)
	var questions []struct {
		Name, Title, Query string
		Variables          map[string]any
	}
	if err := json.Unmarshal([]byte(body), &questions); err != nil {
		t.Fatal(err)
	}
	if len(questions) != 15 {
		t.Errorf("got %d questions, want 15", len(questions))
	}
	for _, q := range questions {
		if q.Title == "" || !strings.Contains(q.Query, q.Title) {
			t.Errorf("%s: the title is %q", q.Name, q.Title)
		}
		for _, variable := range regexp.MustCompile(`\$(\w+): [\w\[\]]+!`).FindAllStringSubmatch(q.Query, -1) {
			if !slices.Contains(slices.Collect(maps.Keys(q.Variables)), variable[1]) {
				t.Errorf("%s: no example for $%s", q.Name, variable[1])
			}
		}
	}
}
