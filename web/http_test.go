package web_test

import (
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"partnernet/testworld/site"
	"partnernet/web"
)

func TestWhoMayAskFromABrowser(t *testing.T) {
	server := site.WithoutDatabase(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, nil, web.Edge{})
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
		status, body := site.Fetch(t, "POST", server.URL+"/graphql", c.headers)
		if status != c.status || status != http.StatusNoContent && site.RefusalCode(body) != "FORBIDDEN" {
			t.Errorf("%s: got %d %q, want %d", c.why, status, body, c.status)
		}
	}
}

func TestHealth(t *testing.T) {
	for _, c := range []struct {
		why, path string
		ready     error
		status    int
		want      web.Health
	}{
		{"the process lives", "/healthz", nil, 200, web.Health{Status: "alive"}},
		{"the process lives without its database", "/healthz", errors.New("gone"), 200, web.Health{Status: "alive"}},
		{"the database answers", "/readyz", nil, 200, web.Health{Status: "ready"}},
		{"the database is away", "/readyz", errors.New("gone"), 503, web.Health{Status: "unavailable", Reason: "gone"}},
	} {
		status, body := site.Fetch(t, "GET", site.WithoutDatabase(t, nil, c.ready, web.Edge{}).URL+c.path, nil)
		var got web.Health
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			t.Errorf("%s: %v", c.why, err)
		}
		if status != c.status || got != c.want {
			t.Errorf("%s: got %d %+v, want %d %+v", c.why, status, got, c.status, c.want)
		}
	}
}

func TestPanicTakesOneRequestOnly(t *testing.T) {
	server := site.WithoutDatabase(t, func(http.ResponseWriter, *http.Request) { panic("secret") }, nil, web.Edge{})
	status, body := site.Fetch(t, "POST", server.URL+"/graphql", nil)
	if status != http.StatusInternalServerError || site.RefusalCode(body) != "INTERNAL" || strings.Contains(body, "secret") {
		t.Errorf("got %d %q", status, body)
	}
	if status, _ := site.Fetch(t, "GET", server.URL+"/healthz", nil); status != http.StatusOK {
		t.Errorf("afterwards: %d", status)
	}
}

// A report or export that there is none of is refused with those that there are, in the language of whoever asks, and without a database.
func TestWhatIsNotThereIsRefusedWithWhatIs(t *testing.T) {
	server := site.WithoutDatabase(t, nil, nil, web.Edge{})
	for path, want := range map[string]string{"/reports/nope": "Rapporterna är network-overview", "/reports/gaps?lang=fi": "Språken är sv", "/export/nope.csv": "Exporterna är"} {
		status, body := site.Fetch(t, "GET", server.URL+path, map[string]string{"Accept-Language": "sv"})
		if status != http.StatusBadRequest || site.RefusalCode(body) != "BAD_INPUT" || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s, want %q", path, status, body, want)
		}
	}
}

// Beyond this machine everybody reads the page, which shows what is public. The pages to ask freely from are for those who have signed in.
func TestThePublicBeyondThisMachine(t *testing.T) {
	beyond := web.Edge{Address: &url.URL{Scheme: "https", Host: "registry.example.org"}, Beyond: true}
	server := site.WithoutDatabase(t, nil, nil, beyond)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for path, want := range map[string]int{"/": 200, "/graphiql/": 303, "/graphiql/page.js": 303, "/questions": 303, "/sign-in": 200, "/healthz": 200} {
		request, err := http.NewRequestWithContext(t.Context(), "GET", server.URL+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		request.Host = beyond.Address.Host
		answer, err := client.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want || want == 303 && answer.Header.Get("Location") != "/sign-in" {
			t.Errorf("%s: %d %s", path, answer.StatusCode, answer.Header)
		}
	}
}

// TestPageIsWhole follows every reference of the page, and finds that all are to this server and all are there.
func TestPageIsWhole(t *testing.T) {
	server := site.WithoutDatabase(t, nil, nil, web.Edge{})
	_, page := site.Fetch(t, "GET", server.URL+"/", nil)
	references := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(references) == 0 {
		t.Fatalf("no page, but: %s", page)
	}
	for _, reference := range references {
		path := reference[1]
		if path == "data:," { // the icon: none, and the browser need not ask
			continue
		}
		if status, body := site.Fetch(t, "GET", server.URL+path, nil); status != http.StatusOK || body == "" {
			t.Errorf("%s: %d, %d bytes", path, status, len(body))
		}
	}
}

func TestSecurityHeadersAreOnEveryAnswer(t *testing.T) {
	server := site.WithoutDatabase(t, nil, nil, web.Edge{})
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
	server := site.WithoutDatabase(t, nil, nil, web.Edge{})
	_, body := site.Fetch(t, "GET", server.URL+"/questions", nil)
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
