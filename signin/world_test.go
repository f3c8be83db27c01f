package signin_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/registry"
	"partnernet/signin"
	"partnernet/store"
	"partnernet/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// world is a server where people sign in, whose time stands still until it is moved. What it serves tells who asks.
type world struct {
	t        *testing.T
	options  signin.Options
	accounts accounts
	desk     *signin.Desk
	now      time.Time
	url      string
}

// keeper is the account that keeps the register from the machine it runs on.
const keeper = "keeper"

// accounts are those of the keeper and of whom identities name.
type accounts map[identity]string

type identity struct{ issuer, subject string }

func (accounts) Local(context.Context) (string, error) { return keeper, nil }

func (a accounts) WithIdentity(_ context.Context, issuer, subject string) (string, error) {
	return a[identity{issuer, subject}], nil
}

func newWorld(t *testing.T) *world {
	t.Helper()
	return newWorldWith(t, nil)
}

func newWorldWith(t *testing.T, issuers []signin.Issuer) *world {
	t.Helper()
	w := &world{t: t, accounts: accounts{}, now: time.Date(2024, 1, 15, 9, 0, 0, 0, time.UTC)}
	db := testdb.Open(t)
	w.run(db, `CREATE (:Record:Account {id: 'keeper', kind: 'LOCAL', state: 'ACTIVE'})`)
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	w.url = strings.Replace(server.URL, "127.0.0.1", "localhost", 1) // passkeys need a name
	address, err := url.Parse(w.url)
	w.must(err)
	w.options = signin.Options{DB: db, Accounts: w.accounts, Issuers: issuers, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return w.now },
		Address: address, Refuse: refuse, LanguageOf: func(r *http.Request) string { return r.Header.Get("Accept-Language") },
		ClientOf: func(r *http.Request) netip.Addr { return netip.MustParseAddr(orLocal(r.Header.Get("Test-Client"))) }}
	w.desk = signin.New(w.options)
	w.desk.Routes(mux)
	mux.Handle("/", w.desk.Identified(http.HandlerFunc(tellCaller)))
	return w
}

func orLocal(address string) string {
	if address == "" {
		return "127.0.0.1"
	}
	return address
}

func refuse(w http.ResponseWriter, _ *http.Request, status int, err error) {
	w.WriteHeader(status)
	_, _ = fmt.Fprint(w, fault.CodeOf(err))
}

// tellCaller tells who asks. Asked for a stream, it goes on until the request's context is done.
func tellCaller(w http.ResponseWriter, r *http.Request) {
	caller, known := signin.CallerOf(r.Context())
	if !known {
		_, _ = io.WriteString(w, "nobody")
		return
	}
	_, _ = fmt.Fprint(w, caller.Account, " ", caller.MayWrite)
	if r.Header.Get("Accept") == "text/event-stream" {
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	}
}

// Accept makes the account of an identity, with any code but "used".
func (a accounts) Accept(_ context.Context, code, issuer, subject string) (string, error) {
	if code == "used" {
		return "", fault.New(fault.Forbidden, "It was used.")
	}
	a[identity{issuer, subject}] = member
	return member, nil
}

func (accounts) Administers(_ context.Context, account string) (bool, error) {
	return account == keeper, nil
}

// Invite gives the name as the code.
func (accounts) Invite(_ context.Context, i registry.Invitation) (string, error) { return i.Name, nil }

// Service makes an account called as its id.
func (a accounts) Service(_ context.Context, i registry.Invitation) (string, error) {
	a[identity{"", i.Name}] = i.Name
	return i.Name, nil
}

func (a accounts) ServiceOf(_ context.Context, named string) (string, error) {
	if id, there := a[identity{"", named}]; there {
		return id, nil
	}
	return "", fault.New(fault.NotFound, "There is none.")
}

func (accounts) Over(_ context.Context, named string) (string, error) { return named, nil }

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// run runs a statement that writes.
func (w *world) run(db *store.DB, statement string) {
	w.t.Helper()
	w.must(db.Write(w.t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: statement})
		return err
	}))
}

// link makes a link to sign in with.
func (w *world) link() string {
	w.t.Helper()
	link, err := signin.NewLink(w.t.Context(), w.options)
	w.must(err)
	return link
}

// browser is a browser with cookies of its own. It follows no redirects.
type browser struct {
	w       *world
	jar     *cookiejar.Jar
	headers map[string]string
}

func (w *world) browser() *browser {
	w.t.Helper()
	jar, err := cookiejar.New(nil)
	w.must(err)
	return &browser{w: w, jar: jar, headers: map[string]string{"Sec-Fetch-Site": "same-origin"}}
}

// signedIn gives a browser in which the keeper has signed in.
func (w *world) signedIn() *browser {
	w.t.Helper()
	b := w.browser()
	if status, body := b.get(w.link()); status != http.StatusSeeOther {
		w.t.Fatalf("the link answers %d %s", status, body)
	}
	return b
}

func (b *browser) get(url string) (int, string) { return b.send("GET", url, "") }

func (b *browser) postForm(path string, form url.Values) (int, string) {
	return b.send("POST", path, form.Encode())
}

func (b *browser) send(method, url, body string) (int, string) {
	b.w.t.Helper()
	response := b.open(method, url, body)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	b.w.must(err)
	return response.StatusCode, string(text)
}

func (b *browser) open(method, url, body string) *http.Response {
	b.w.t.Helper()
	if strings.HasPrefix(url, "/") {
		url = b.w.url + url
	}
	request, err := http.NewRequestWithContext(b.w.t.Context(), method, url, strings.NewReader(body))
	b.w.must(err)
	if strings.HasPrefix(body, "logout_token=") {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for name, value := range b.headers {
		if value != "" {
			request.Header.Set(name, value)
		}
	}
	client := &http.Client{Jar: b.jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	b.w.must(err)
	return response
}

// is asks who the browser's requests are of.
func (b *browser) is(why, want string) {
	b.w.t.Helper()
	if _, got := b.get("/"); got != want {
		b.w.t.Errorf("%s: the request is of %q, want %q", why, got, want)
	}
}

// token makes an access token, and gives its id and a client that comes with it.
func (w *world) token(asked signin.TokenRequest) (string, *browser) {
	w.t.Helper()
	token, secret, err := signin.NewToken(w.t.Context(), w.options, keeper, asked)
	w.must(err)
	b := w.browser()
	b.headers = map[string]string{"Authorization": "Bearer " + secret}
	return token.ID, b
}

// events gives what the audit records tell, newest first.
func (w *world) events() []audit.Record {
	w.t.Helper()
	records, err := audit.Latest(w.t.Context(), w.options.DB, "", 100)
	w.must(err)
	return records
}

// read reads JSON.
func read[T any](w *world, text string) (value T) {
	w.t.Helper()
	w.must(json.Unmarshal([]byte(text), &value))
	return value
}
