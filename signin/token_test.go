package signin_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/signin"
	"partnernet/testdb"
)

func answerOf(handler http.Handler, url string) *httptest.ResponseRecorder {
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest("GET", url, nil))
	return answer
}

func dump(w *world) []string { return testdb.Dump(w.t, w.options.DB) }

// rest reads a stream to its end.
func rest(response *http.Response) string {
	text, _ := io.ReadAll(response.Body) // a stream that is cut off has told what it told
	return string(text)
}

func TestAccessTokens(t *testing.T) {
	w := newWorld(t)
	_, reader := w.token(signin.TokenRequest{Name: "reader"})
	_, writer := w.token(signin.TokenRequest{Name: "writer", Right: signin.Write, Days: 365})
	reader.is("a token that only reads", keeper+" false")
	writer.is("a token that writes too", keeper+" true")
	if got := reader.headers["Authorization"]; !strings.HasPrefix(got, "Bearer pnr_") {
		t.Errorf("the token is %q", got)
	}

	w.now = w.now.AddDate(0, 0, 90).Add(-time.Second)
	reader.is("its last second", keeper+" false")
	w.now = w.now.Add(time.Second)
	reader.is("a token is over after 90 days", "UNAUTHENTICATED")
	writer.is("unless it was made for longer", keeper+" true")

	id, revoked := w.token(signin.TokenRequest{Name: "revoked"})
	w.must(w.desk.RevokeToken(t.Context(), keeper, id))
	revoked.is("a revoked token", "UNAUTHENTICATED")
	w.run(w.options.DB, `MATCH (a:Account) SET a.state = 'SUSPENDED'`)
	writer.is("a token of a closed account", "UNAUTHENTICATED")

	for _, header := range []string{"Bearer pnr_unknown", "Bearer", "Basic a2VlcGVyOnNlY3JldA==", "pnr_unknown", "Bearer eyJhbGciOiJub25lIn0.e30."} {
		writer.headers["Authorization"] = header
		writer.is(header, "UNAUTHENTICATED")
	}
}

// A token may hold for some networks alone, which whoever makes it knows.
func TestTokensForSomeNetworks(t *testing.T) {
	w := newWorld(t)
	w.run(w.options.DB, `CREATE (:Record:Network {id: 'm', acronym: 'M', audience: 0}), (:Record:Network {id: 'h', acronym: 'HIDDEN', audience: 2}), (own:Record:Network {id: 'own', acronym: 'OWN', audience: 2})
		WITH own MATCH (a:Account {id: 'keeper'}) CREATE (a)<-[:GRANTEE]-(:Record:Grant {id: 'g', role: 'READER', state: 'ACTIVE'})-[:OVER]->(own)`)
	made, secret, err := signin.NewToken(t.Context(), w.options, keeper, signin.TokenRequest{Name: "some", Networks: []string{"M", "own"}})
	w.must(err)
	var caller signin.Caller
	request := httptest.NewRequest("GET", "/", nil)
	request.Header.Set("Authorization", "Bearer "+secret)
	w.desk.Identified(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { caller, _ = signin.CallerOf(r.Context()) })).ServeHTTP(httptest.NewRecorder(), request)
	listed, err := w.desk.Tokens(t.Context(), keeper)
	w.must(err)
	for why, got := range map[string][]string{"made": made.Networks, "asked with": caller.Networks, "listed": listed[0].Networks} {
		if diff := cmp.Diff([]string{"m", "own"}, got); diff != "" {
			t.Errorf("%s: %s", why, diff)
		}
	}
	for _, named := range []string{"HIDDEN", "h", "X"} {
		if _, _, err := signin.NewToken(t.Context(), w.options, keeper, signin.TokenRequest{Name: "some", Networks: []string{named}}); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("%s: %v", named, err)
		}
	}
}

// Which networks a token may hold for is asked of what decides who sees what: roles of other days do not count, and one over an organisation reaches its networks.
func TestATokenHoldsForNetworksThatAreSeen(t *testing.T) {
	w := newWorld(t)
	w.run(w.options.DB, `
		MATCH (a:Account {id: 'keeper'})
		CREATE (a)<-[:GRANTEE]-(:Record:Grant {id: 'lapsed', role: 'COORDINATOR', state: 'ACTIVE', validTo: date('2024-01-14')})-[:OVER]->(:Record:Network {id: 'was', audience: 2}),
		  (a)<-[:GRANTEE]-(:Record:Grant {id: 'speaks', role: 'REPRESENTATIVE', state: 'ACTIVE'})-[:OVER]->(:Record:Organisation {id: 'o'})
		    <-[:MEMBER]-(:Record:Membership {state: 'ACTIVE'})-[:IN_NETWORK]->(:Record:Network {id: 'spoken', audience: 2}),
		  (:Record:Network {id: 'members', audience: 1}),
		  (:Record:Account {id: 'reader', kind: 'PERSON', state: 'ACTIVE'})<-[:GRANTEE]-(:Record:Grant {id: 'all', role: 'READER', state: 'ACTIVE'})`)
	for _, c := range []struct {
		account, network string
		may              bool
	}{{keeper, "was", false}, {keeper, "spoken", true}, {keeper, "members", true}, {"reader", "members", true}, {"reader", "spoken", false}} {
		_, _, err := signin.NewToken(t.Context(), w.options, c.account, signin.TokenRequest{Name: "some", Networks: []string{c.network}})
		if c.may && err != nil || !c.may && fault.CodeOf(err) != fault.NotFound {
			t.Errorf("%s for %s: %v", c.account, c.network, err)
		}
	}
}

// A name is as long as its letters are many.
func TestTheNameOfAToken(t *testing.T) {
	w := newWorld(t)
	for name, code := range map[string]fault.Code{strings.Repeat("å", 100): "", strings.Repeat("å", 101): fault.BadInput, " ": fault.BadInput} {
		if _, _, err := signin.NewToken(t.Context(), w.options, keeper, signin.TokenRequest{Name: name}); err == nil != (code == "") || err != nil && fault.CodeOf(err) != code {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestTokensAreMadeByWhoHasJustSignedIn(t *testing.T) {
	w := newWorld(t)
	b := w.signedIn()
	status, body := b.send("POST", "/account/tokens", `{"name": "nightly import", "right": "WRITE", "days": 7}`)
	made := read[struct{ ID, Secret, Right string }](w, body)
	if status != http.StatusCreated || !strings.HasPrefix(made.Secret, "pnr_") || made.Right != "WRITE" {
		t.Fatalf("got %d %s", status, body)
	}
	script := w.browser()
	script.headers = map[string]string{"Authorization": "Bearer " + made.Secret}
	script.is("the token", keeper+" true")

	if status, _ := script.send("POST", "/account/tokens", `{"name": "eternal"}`); status != http.StatusUnauthorized {
		t.Errorf("a token makes a token: %d", status)
	}
	for _, wrong := range []string{`{}`, `{"name": ""}`, `{"name": "x", "days": 366}`, `{"name": "x", "days": -1}`, `{"name": "x", "right": "ALL"}`, `{"name": "x", "account": "y"}`, `no JSON`} {
		if status, body := b.send("POST", "/account/tokens", wrong); status != http.StatusBadRequest || body != "BAD_INPUT" {
			t.Errorf("%s answers %d %s", wrong, status, body)
		}
	}
	w.now = w.now.Add(10 * time.Minute)
	if status, _ := b.send("POST", "/account/tokens", `{"name": "late"}`); status != http.StatusUnauthorized {
		t.Errorf("ten minutes after signing in: %d", status)
	}

	_, list := b.get("/account/tokens")
	tokens := read[struct{ Tokens []signin.Token }](w, list).Tokens
	if len(tokens) != 1 || tokens[0].ID != made.ID || tokens[0].LastUsedAt == nil || tokens[0].RevokedAt != nil || strings.Contains(list, made.Secret) {
		t.Errorf("the list is %s", list)
	}
	if status, _ := b.send("DELETE", "/account/tokens/"+made.ID, ""); status != http.StatusNoContent {
		t.Errorf("revoking answers %d", status)
	}
	if status, _ := b.send("DELETE", "/account/tokens/unknown", ""); status != http.StatusNotFound {
		t.Errorf("revoking what is not there answers %d", status)
	}
	script.is("the revoked token", "UNAUTHENTICATED")
}

func TestTooManyAttempts(t *testing.T) {
	w := newWorld(t)
	guess, b := w.browser(), w.browser()
	guess.headers = map[string]string{"Authorization": "Bearer pnr_guess", "Test-Client": "2001:db8::1"}
	b.headers["Test-Client"] = "2001:db8::1"
	tries := func(b *browser, path string) (let int) {
		for range 50 {
			if status, _ := b.get(path); status == http.StatusTooManyRequests {
				break
			}
			let++
		}
		return let
	}
	const atOnce = 20
	if let := tries(guess, "/"); let != atOnce {
		t.Errorf("%d tokens could be guessed at once", let)
	}
	if let := tries(b, "/sign-in/link?code=guess"); let != atOnce {
		t.Errorf("%d links could be guessed at once", let)
	}
	b.headers["Test-Client"] = "2001:db8::2"
	if let := tries(b, "/sign-in/link?code=guess"); let != 0 {
		t.Errorf("a neighbour of the same network could guess %d more", let)
	}
	b.headers["Test-Client"] = "192.0.2.1"
	if let := tries(b, "/sign-in/link?code=guess"); let != atOnce {
		t.Errorf("somebody else could guess %d links", let)
	}
	w.now = w.now.Add(30 * time.Second)
	if let := tries(guess, "/"); let != 10 {
		t.Errorf("after half a minute %d more could be guessed", let)
	}
	b.is("who asks for nothing secret", "nobody")
}

func TestAuditRecords(t *testing.T) {
	w := newWorld(t)
	b := w.signedIn()
	b.send("POST", "/account/tokens", `{"name": "nightly"}`)
	b.get("/sign-in/link?code=guess")
	guess := w.browser()
	guess.headers = map[string]string{"Authorization": "Bearer pnr_guess"}
	guess.get("/")
	_, shown := b.get("/account/log")
	b.send("POST", "/sign-out", "")

	count := map[audit.Event]int{}
	for _, record := range w.events() {
		count[record.Event]++
		if !record.At.Equal(w.now) {
			t.Errorf("%+v was not at %s", record, w.now)
		}
	}
	for _, event := range []audit.Event{audit.LinkMade, audit.SignedIn, audit.TokenMade, audit.SignInRefused, audit.TokenRefused, audit.SignedOut} {
		if count[event] != 1 {
			t.Errorf("%d records of %s", count[event], event)
		}
	}
	own := read[struct{ Records []audit.Record }](w, shown).Records
	if len(own) != 3 {
		t.Errorf("of herself the keeper is shown %s", shown)
	}
	for _, record := range own {
		if record.Account != keeper {
			t.Errorf("the keeper is shown %+v", record)
		}
	}
}

// Administrators see the audit records of everybody, and others only their own.
func TestWhoSeesAuditRecords(t *testing.T) {
	w, _ := withProvider(t, nil)
	b := w.browser()
	b.get(b.goTo("/sign-in/with/test"))
	if status, _ := b.get("/account/log?of=everybody"); status != http.StatusForbidden {
		t.Errorf("a member asks for everybody's: %d", status)
	}
	_, all := w.signedIn().get("/account/log?of=everybody")
	whose := map[string]bool{}
	for _, each := range read[struct{ Records []audit.Record }](w, all).Records {
		whose[each.Account] = true
	}
	if !whose[member] || !whose[keeper] {
		t.Errorf("the administrator sees %s", all)
	}
	_, own := b.get("/account/log")
	for _, each := range read[struct{ Records []audit.Record }](w, own).Records {
		if each.Account != member {
			t.Errorf("a member sees %+v", each)
		}
	}
}
