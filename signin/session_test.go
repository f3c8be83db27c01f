package signin_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"partnernet/signin"
)

func TestALinkSignsItsOpenerInOnce(t *testing.T) {
	w := newWorld(t)
	link := w.link()
	first, second := w.browser(), w.browser()
	first.is("before", "nobody")

	ahead := w.browser()
	ahead.headers["Sec-Purpose"] = "prefetch"
	if status, _ := ahead.get(link); status != http.StatusNoContent {
		t.Errorf("a browser that looks ahead gets %d", status)
	}
	if status, _ := first.get(link); status != http.StatusSeeOther {
		t.Errorf("the link answers %d", status)
	}
	first.is("after", keeper+" true")
	if status, body := second.get(link); status != http.StatusUnauthorized || body != "UNAUTHENTICATED" {
		t.Errorf("a used link answers %d %s", status, body)
	}
	second.is("with a used link", "nobody")

	late := w.link()
	w.now = w.now.Add(15 * time.Minute)
	if status, _ := second.get(late); status != http.StatusUnauthorized {
		t.Errorf("a link that is over answers %d", status)
	}
	if status, _ := second.get("/sign-in/link?code=guessed"); status != http.StatusUnauthorized {
		t.Errorf("a link that was never made answers %d", status)
	}
}

func TestOfManyWhoOpenALinkAtOnceOneIsSignedIn(t *testing.T) {
	w := newWorld(t)
	link := w.link()
	var all sync.WaitGroup
	statuses := make(chan int, 8)
	for range cap(statuses) {
		b := w.browser()
		all.Go(func() {
			status, _ := b.get(link)
			statuses <- status
		})
	}
	all.Wait()
	close(statuses)
	let := 0
	for status := range statuses {
		if status == http.StatusSeeOther {
			let++
		}
	}
	if let != 1 {
		t.Errorf("%d were let in", let)
	}
}

func TestTheCookieOfASession(t *testing.T) {
	w := newWorld(t)
	response := w.browser().open("GET", w.link(), "")
	response.Body.Close()
	cookies := response.Cookies()
	if len(cookies) != 1 {
		t.Fatalf("%d cookies", len(cookies))
	}
	port := w.url[strings.LastIndex(w.url, ":")+1:]
	if c := cookies[0]; c.Name != "partnernet-"+port || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Secure || c.Path != "/" || c.Domain != "" {
		t.Errorf("on this machine the cookie is %s", c)
	}

	w.options.Address.Scheme = "https"
	mux := http.NewServeMux()
	signin.New(w.options).Routes(mux)
	cookie := answerOf(mux, w.link()).Header().Get("Set-Cookie")
	if !strings.HasPrefix(cookie, "__Host-partnernet=") || !strings.Contains(cookie, "; Secure") || !strings.Contains(cookie, "; HttpOnly") || strings.Contains(cookie, "Domain") {
		t.Errorf("over https the cookie is %s", cookie)
	}
}

// A secret is in no node, whatever was done with it.
func TestSecretsAreKeptAsHashesOnly(t *testing.T) {
	w := newWorld(t)
	link := w.link()
	response := w.browser().open("GET", link, "")
	response.Body.Close()
	_, script := w.token(signin.TokenRequest{Name: "script"})
	script.is("a script", keeper+" false")
	held := strings.Join(dump(w), "\n")
	for _, secret := range []string{
		link[strings.Index(link, "code=")+5:],
		response.Cookies()[0].Value,
		strings.TrimPrefix(script.headers["Authorization"], "Bearer "),
	} {
		if len(secret) < 43 || strings.Contains(held, secret) {
			t.Errorf("%q is kept, or no secret", secret)
		}
	}
}

func TestASessionEnds(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		why string
		do  func(b *browser)
	}{
		{"an hour without a request", func(*browser) { w.now = w.now.Add(time.Hour) }},
		{"twelve hours, though used all the time", func(b *browser) {
			for range 13 {
				w.now = w.now.Add(50 * time.Minute)
				b.is("in use", keeper+" true")
			}
			w.now = w.now.Add(20 * time.Minute)
		}},
		{"the clock has been set back by hours, and it is of the future", func(b *browser) {
			w.now = w.now.Add(-30 * time.Minute)
			b.is("of the near future", keeper+" true")
			w.now = w.now.Add(-90 * time.Minute)
		}},
		{"its account is closed", func(*browser) { w.run(w.options.DB, `MATCH (a:Account) SET a.state = 'SUSPENDED'`) }},
	} {
		w.run(w.options.DB, `MATCH (a:Account) SET a.state = 'ACTIVE'`)
		b := w.signedIn()
		w.now = w.now.Add(59 * time.Minute)
		b.is("before: "+c.why, keeper+" true")
		c.do(b)
		b.is(c.why, "UNAUTHENTICATED")
		b.is(c.why+", told once", "nobody")
	}
}

// A fresh authentication stays fresh for ten minutes, and no longer where the clock has been set back since.
func TestAFreshAuthentication(t *testing.T) {
	at := time.Date(2024, 1, 15, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		now    time.Time
		recent bool
		why    string
	}{
		{at, true, "it is now"},
		{at.Add(9 * time.Minute), true, "it is of nine minutes ago"},
		{at.Add(10 * time.Minute), false, "it is of ten minutes ago"},
		{at.Add(-30 * time.Second), true, "another server's clock may be a little ahead"},
		{at.Add(-time.Hour), false, "it is of the future"},
	} {
		if got := (signin.Caller{AuthenticatedAt: at}).Recent(c.now); got != c.recent {
			t.Errorf("recent is %v where %s", got, c.why)
		}
	}
}

func TestSigningOut(t *testing.T) {
	w := newWorld(t)
	b, other := w.signedIn(), w.signedIn()
	stolen := w.browser()
	stolen.jar.SetCookies(w.options.Address, b.jar.Cookies(w.options.Address))
	stolen.is("a copy of the cookie", keeper+" true")

	if status, _ := b.send("POST", "/sign-out", ""); status != http.StatusOK {
		t.Errorf("signing out answers %d", status)
	}
	b.is("signed out", "nobody")
	stolen.is("a copy of the cookie after signing out", "UNAUTHENTICATED")
	other.is("another browser", keeper+" true")
}

// Who signs in anew gets a new session, and the former one ends: what somebody learnt of it is worth nothing.
func TestSigningInAnewEndsTheFormerSession(t *testing.T) {
	w := newWorld(t)
	b := w.signedIn()
	former := w.browser()
	former.jar.SetCookies(w.options.Address, b.jar.Cookies(w.options.Address))
	b.get(w.link())
	b.is("the new session", keeper+" true")
	former.is("the former session", "UNAUTHENTICATED")
}

func TestSessionsAreForgottenAfterAMonth(t *testing.T) {
	w := newWorld(t)
	w.signedIn()
	w.now = w.now.AddDate(0, 0, 31)
	w.signedIn()
	held := 0
	for _, line := range dump(w) {
		if strings.Contains(line, "[Session]") {
			held++
		}
	}
	if held != 1 {
		t.Errorf("%d sessions are held", held)
	}
}

func TestWhatASessionWritesComesFromAnOwnPage(t *testing.T) {
	w := newWorld(t)
	b := w.signedIn()
	for _, c := range []struct {
		why, method string
		headers     map[string]string
		want        string
	}{
		{"our own page", "POST", map[string]string{"Sec-Fetch-Site": "same-origin"}, keeper + " true"},
		{"our own page, in an old browser", "POST", map[string]string{"Origin": w.url}, keeper + " true"},
		{"a page elsewhere", "POST", map[string]string{"Sec-Fetch-Site": "cross-site"}, "FORBIDDEN"},
		{"a page of a neighbour", "POST", map[string]string{"Sec-Fetch-Site": "same-site"}, "FORBIDDEN"},
		{"a page elsewhere, in an old browser", "POST", map[string]string{"Origin": "https://elsewhere.example"}, "FORBIDDEN"},
		{"a page of nowhere", "POST", map[string]string{"Origin": "null"}, "FORBIDDEN"},
		{"no word of where from", "DELETE", nil, "FORBIDDEN"},
		{"a page elsewhere that leads here", "GET", map[string]string{"Sec-Fetch-Site": "cross-site"}, keeper + " true"},
	} {
		b.headers = c.headers
		if _, got := b.send(c.method, "/", "{}"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

// What is open ends soon after the session or the token that it was opened with.
func TestOpenStreamsEndWithWhatTheyWereOpenedWith(t *testing.T) {
	w := newWorld(t)
	id, script := w.token(signin.TokenRequest{Name: "script"})
	page := w.signedIn()
	for _, each := range []*browser{script, page} {
		each.headers["Accept"] = "text/event-stream"
	}
	ofScript, ofPage := script.open("GET", "/", ""), page.open("GET", "/", "")
	defer ofScript.Body.Close()
	defer ofPage.Body.Close()

	w.must(w.desk.RevokeToken(t.Context(), keeper, id))
	if got := rest(ofScript); got != keeper+" false" { // it would wait for ever
		t.Errorf("the stream of a revoked token: %q", got)
	}
	delete(page.headers, "Accept")
	page.is("the other stream's session", keeper+" true")
	page.send("POST", "/sign-out", "")
	if got := rest(ofPage); got != keeper+" true" {
		t.Errorf("the stream of a session that has ended: %q", got)
	}
}
