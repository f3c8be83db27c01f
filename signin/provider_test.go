package signin_test

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/oauth2-proxy/mockoidc"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/signin"
)

// idp is an identity provider in this process, which knows one person. Its ID tokens can be forged.
type idp struct {
	*mockoidc.MockOIDC
	t         *testing.T
	forge     func(claims map[string]any) string // nil: none
	discovery func(map[string]any)               // changes what it says of itself; nil: nothing
	fetches   atomic.Int64                       // of its keys
}

// person is what the provider calls the person it knows.
const person = "1234567890"

// member is that person's account.
const member = "member"

// withProvider gives a world where people sign in with a provider, and where its person has an account.
func withProvider(t *testing.T, change func(*signin.Issuer)) (*world, *idp) {
	t.Helper()
	mock, err := mockoidc.NewServer(nil)
	if err != nil {
		t.Fatal(err)
	}
	p := &idp{MockOIDC: mock, t: t}
	for _, layer := range []func(http.Handler) http.Handler{basicAsForm, p.forging, p.counting, p.describing} {
		if err := mock.AddMiddleware(layer); err != nil {
			t.Fatal(err)
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := mock.Start(listener, nil); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = mock.Shutdown() })

	folder := t.TempDir()
	secret := filepath.Join(folder, "secret")
	writeFile(t, secret, mock.ClientSecret+"\n")
	file := filepath.Join(folder, "issuers.yaml")
	writeFile(t, file, "- {key: test, name: Test, issuer: '"+mock.Issuer()+"', clientId: '"+mock.ClientID+"', clientSecretFile: "+secret+", scopes: [profile]}\n")
	issuers, err := signin.ReadIssuers(file)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(&issuers[0])
	}
	w := newWorldWith(t, issuers)
	w.now = time.Now() // the provider's clock cannot be moved
	w.run(w.options.DB, `CREATE (:Record:Account {id: 'member', kind: 'PERSON', state: 'ACTIVE'})`)
	w.accounts[identity{mock.Issuer(), person}] = member
	return w, p
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// basicAsForm lets the provider, which reads the client's secret in a form only, read it in a header too.
func basicAsForm(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if id, secret, ok := r.BasicAuth(); ok && r.ParseForm() == nil {
			r.Form.Set("client_id", unescaped(id))
			r.Form.Set("client_secret", unescaped(secret))
		}
		next.ServeHTTP(w, r)
	})
}

func unescaped(text string) string {
	plain, _ := url.QueryUnescape(text)
	return plain
}

// counting counts how often the keys are fetched.
func (p *idp) counting(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, mockoidc.JWKSEndpoint) {
			p.fetches.Add(1)
		}
		next.ServeHTTP(w, r)
	})
}

// describing changes what the provider says of itself.
func (p *idp) describing(next http.Handler) http.Handler {
	return p.changing(next, mockoidc.DiscoveryEndpoint, func(said map[string]any) {
		if p.discovery != nil {
			p.discovery(said)
		}
	})
}

// forging puts a forged ID token into the provider's answer.
func (p *idp) forging(next http.Handler) http.Handler {
	return p.changing(next, mockoidc.TokenEndpoint, func(said map[string]any) {
		if token, ok := said["id_token"].(string); ok && p.forge != nil {
			said["id_token"] = p.forge(p.claimsOf(token))
		}
	})
}

func (p *idp) changing(next http.Handler, path string, change func(map[string]any)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != path {
			next.ServeHTTP(w, r)
			return
		}
		held := httptest.NewRecorder()
		next.ServeHTTP(held, r)
		var said map[string]any
		if err := json.Unmarshal(held.Body.Bytes(), &said); err != nil {
			p.t.Error(err)
		}
		change(said)
		text, err := json.Marshal(said)
		if err != nil {
			p.t.Error(err)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(held.Code)
		_, _ = w.Write(text)
	})
}

func (p *idp) claimsOf(token string) map[string]any {
	signed, err := jose.ParseSignedCompact(token, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		p.t.Fatal(err)
	}
	var claims map[string]any
	decoder := json.NewDecoder(bytes.NewReader(signed.UnsafePayloadWithoutVerification()))
	decoder.UseNumber()
	if err := decoder.Decode(&claims); err != nil {
		p.t.Fatal(err)
	}
	return claims
}

// sign signs claims as the provider does.
func (p *idp) sign(claims map[string]any) string {
	id, err := p.Keypair.KeyID()
	if err != nil {
		p.t.Fatal(err)
	}
	return p.signWith(claims, jose.RS256, p.Keypair.PrivateKey, id)
}

func (p *idp) signWith(claims map[string]any, how jose.SignatureAlgorithm, key any, id string) string {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: how, Key: jose.JSONWebKey{Key: key, KeyID: id}}, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	text, err := json.Marshal(claims)
	if err != nil {
		p.t.Fatal(err)
	}
	signed, err := signer.Sign(text)
	if err != nil {
		p.t.Fatal(err)
	}
	compact, err := signed.CompactSerialize()
	if err != nil {
		p.t.Fatal(err)
	}
	return compact
}

// with gives claims of which some are others; nil takes one away.
func with(claims map[string]any, others map[string]any) map[string]any {
	changed := maps.Clone(claims)
	for name, value := range others {
		if changed[name] = value; value == nil {
			delete(changed, name)
		}
	}
	return changed
}

// goTo sends a browser to the provider, and gives the address that the provider sends it back to.
func (b *browser) goTo(path string) string {
	b.w.t.Helper()
	there := b.open("GET", path, "")
	there.Body.Close()
	if there.StatusCode != http.StatusSeeOther {
		b.w.t.Fatalf("%s answers %d", path, there.StatusCode)
	}
	back := b.open("GET", there.Header.Get("Location"), "")
	back.Body.Close()
	if back.StatusCode != http.StatusFound {
		b.w.t.Fatalf("the provider answers %d", back.StatusCode)
	}
	return back.Header.Get("Location")
}

func TestSigningInWithAProvider(t *testing.T) {
	w, p := withProvider(t, nil)
	b := w.browser()
	back := b.open("GET", b.goTo("/sign-in/with/test?to=/account"), "")
	back.Body.Close()
	if back.StatusCode != http.StatusSeeOther || back.Header.Get("Location") != "/account" {
		t.Fatalf("the answer is answered by %d to %s", back.StatusCode, back.Header.Get("Location"))
	}
	b.is("signed in", member+" true")
	if event := w.events()[0]; event.Event != audit.SignedIn || event.Account != member || event.Detail != "test" {
		t.Errorf("recorded is %+v", event)
	}

	delete(w.accounts, identity{p.Issuer(), person})
	stranger := w.browser()
	if status, _ := stranger.get(stranger.goTo("/sign-in/with/test")); status != http.StatusForbidden {
		t.Errorf("who has no account gets %d", status)
	}
	stranger.is("who has no account", "nobody")
	if status, _ := stranger.get(stranger.goTo("/sign-in/with/test?invitation=used")); status != http.StatusForbidden {
		t.Errorf("who comes with a used invitation gets %d", status)
	}
	stranger.get(stranger.goTo("/sign-in/with/test?invitation=code"))
	stranger.is("who was invited", member+" true")
	if status, _ := stranger.get("/sign-in/with/unknown"); status != http.StatusNotFound {
		t.Errorf("an unknown provider answers %d", status)
	}
}

// Who knows who they are is still not let in by an account that is closed.
func TestAClosedAccountIsNotSignedIn(t *testing.T) {
	w, _ := withProvider(t, nil)
	link := w.link()
	w.now = w.now.Add(time.Second)
	w.run(w.options.DB, `MATCH (a:Account) SET a.state = 'SUSPENDED'`)
	for why, answer := range map[string]func(*browser) string{
		"a provider": func(b *browser) string { return b.goTo("/sign-in/with/test") },
		"a link":     func(*browser) string { return link },
	} {
		b := w.browser()
		if status, body := b.get(answer(b)); status != http.StatusForbidden || body != "FORBIDDEN" {
			t.Errorf("%s is answered by %d %s", why, status, body)
		}
		b.is(why, "nobody")
		w.now = w.now.Add(time.Second)
	}
	for _, event := range w.events()[:2] {
		if event.Event != audit.SignInRefused || !strings.Contains(event.Detail, "closed") {
			t.Errorf("recorded is %+v", event)
		}
	}
}

// Whatever leads away from this server after signing in leads to its front page instead.
func TestAfterSigningInOneStaysHere(t *testing.T) {
	w, _ := withProvider(t, nil)
	for _, to := range []string{"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "elsewhere"} {
		b := w.browser()
		back := b.open("GET", b.goTo("/sign-in/with/test?to="+url.QueryEscape(to)), "")
		back.Body.Close()
		if got := back.Header.Get("Location"); got != "/" {
			t.Errorf("%s leads to %s", to, got)
		}
	}
}

// A provider's answer counts once, in the browser that asked for it, and at the address of that provider.
func TestAnAnswerCountsOnce(t *testing.T) {
	w, _ := withProvider(t, nil)
	b, other := w.browser(), w.browser()
	answer := b.goTo("/sign-in/with/test")
	cookies := b.jar.Cookies(w.options.Address)
	other.goTo("/sign-in/with/test")
	refuse := func(why string, b *browser, address string) {
		t.Helper()
		if status, body := b.get(address); status != http.StatusUnauthorized || body != "UNAUTHENTICATED" {
			t.Errorf("%s: %d %s", why, status, body)
		}
	}
	refuse("another's answer", other, answer)
	refuse("an answer without a question", w.browser(), answer)
	if status, _ := b.get(answer); status != http.StatusSeeOther {
		t.Fatalf("the answer itself: %d", status)
	}
	again := w.browser()
	again.jar.SetCookies(w.options.Address, cookies)
	refuse("the same answer again, cookie and all", again, answer)

	late := w.browser()
	answer = late.goTo("/sign-in/with/test")
	w.now = w.now.Add(10 * time.Minute)
	refuse("an answer after ten minutes", late, answer)
}

func TestForgedTokens(t *testing.T) {
	w, p := withProvider(t, func(i *signin.Issuer) { i.ACR = []string{"high"} })
	stranger, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	changed := func(others map[string]any) func(map[string]any) string {
		return func(claims map[string]any) string {
			return p.sign(with(with(claims, map[string]any{"acr": "high"}), others))
		}
	}
	keyID, err := p.Keypair.KeyID()
	if err != nil {
		t.Fatal(err)
	}
	now := w.now.Unix()
	for i, c := range []struct {
		why    string
		status int
		forge  func(map[string]any) string
	}{
		{"a good one", http.StatusSeeOther, changed(nil)},
		{"issued a moment ahead", http.StatusSeeOther, changed(map[string]any{"iat": now + 30})},
		{"no signature", http.StatusUnauthorized, func(claims map[string]any) string {
			text, _ := json.Marshal(with(claims, map[string]any{"acr": "high"}))
			return base64URL(`{"alg":"none"}`) + "." + base64URL(string(text)) + "."
		}},
		{"signed with the client's secret", http.StatusUnauthorized, func(claims map[string]any) string {
			return p.signWith(with(claims, map[string]any{"acr": "high"}), jose.HS256, []byte(p.ClientSecret+p.ClientSecret), keyID)
		}},
		{"signed by somebody else", http.StatusUnauthorized, func(claims map[string]any) string {
			return p.signWith(with(claims, map[string]any{"acr": "high"}), jose.RS256, stranger, keyID)
		}},
		{"signed with an unknown key", http.StatusUnauthorized, func(claims map[string]any) string {
			return p.signWith(with(claims, map[string]any{"acr": "high"}), jose.RS256, stranger, "unknown")
		}},
		{"no token", http.StatusUnauthorized, func(map[string]any) string { return "" }},
		{"of another issuer", http.StatusUnauthorized, changed(map[string]any{"iss": "https://elsewhere.example"})},
		{"for somebody else", http.StatusUnauthorized, changed(map[string]any{"aud": "elsewhere"})},
		{"for us too", http.StatusUnauthorized, changed(map[string]any{"aud": []string{p.ClientID, "elsewhere"}})},
		{"at another's request", http.StatusUnauthorized, changed(map[string]any{"azp": "elsewhere"})},
		{"expired", http.StatusUnauthorized, changed(map[string]any{"exp": now - 1})},
		{"issued an hour ahead", http.StatusUnauthorized, changed(map[string]any{"iat": now + 3600})},
		{"issued long ago", http.StatusUnauthorized, changed(map[string]any{"iat": now - 3600})},
		{"never issued", http.StatusUnauthorized, changed(map[string]any{"iat": nil})},
		{"without a subject", http.StatusUnauthorized, changed(map[string]any{"sub": nil})},
		{"with an empty subject", http.StatusUnauthorized, changed(map[string]any{"sub": ""})},
		{"for another sign-in", http.StatusUnauthorized, changed(map[string]any{"nonce": "other"})},
		{"without a nonce", http.StatusUnauthorized, changed(map[string]any{"nonce": nil})},
		{"with a lower level of assurance", http.StatusUnauthorized, changed(map[string]any{"acr": "low"})},
		{"without a level of assurance", http.StatusUnauthorized, changed(map[string]any{"acr": nil})},
		{"of somebody unknown", http.StatusForbidden, changed(map[string]any{"sub": "unknown", "email": "jane.doe@example.com"})},
	} {
		p.forge = c.forge
		b := w.browser()
		b.headers["Test-Client"] = fmt.Sprintf("192.0.2.%d", i+1) // nobody tries too often
		if status, body := b.get(b.goTo("/sign-in/with/test")); status != c.status {
			t.Errorf("%s: %d %s, want %d", c.why, status, body, c.status)
		}
	}
}

func base64URL(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

// By RFC 9207 a provider tells in its answer who it is. One that says it does must do so, and none may be another.
func TestWhoAnswers(t *testing.T) {
	w, p := withProvider(t, nil)
	try := func(why, iss string, want int) {
		t.Helper()
		b := w.browser()
		answer := b.goTo("/sign-in/with/test")
		if iss != "" {
			answer += "&iss=" + url.QueryEscape(iss)
		}
		if status, body := b.get(answer); status != want {
			t.Errorf("%s: %d %s, want %d", why, status, body, want)
		}
	}
	try("it tells nothing", "", http.StatusSeeOther)
	try("it tells", p.Issuer(), http.StatusSeeOther)
	try("another answers", "https://elsewhere.example", http.StatusUnauthorized)

	w, p = withProvider(t, nil)
	p.discovery = func(said map[string]any) { said["authorization_response_iss_parameter_supported"] = true }
	try("it tells nothing, and says that it does", "", http.StatusUnauthorized)
	try("it tells, as it says", p.Issuer(), http.StatusSeeOther)
}

func TestAProviderThatRefuses(t *testing.T) {
	w, _ := withProvider(t, nil)
	b := w.browser()
	answer, err := url.Parse(b.goTo("/sign-in/with/test"))
	if err != nil {
		t.Fatal(err)
	}
	query := answer.Query()
	query.Del("code")
	query.Set("error", "access_denied")
	answer.RawQuery = query.Encode()
	if status, _ := b.get(answer.String()); status != http.StatusUnauthorized {
		t.Errorf("it answers %d", status)
	}
	if event := w.events()[0]; event.Event != audit.SignInRefused || !strings.Contains(event.Detail, "access_denied") {
		t.Errorf("recorded is %+v", event)
	}
}

// Anybody can send tokens with keys that nobody knows. They cause one fetch of the provider's keys in half a minute.
func TestKeysAreFetchedOnceInAWhile(t *testing.T) {
	w, p := withProvider(t, nil)
	stranger, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	send := func() {
		for i := range 10 {
			b := w.browser()
			token := p.signWith(map[string]any{"iss": p.Issuer()}, jose.RS256, stranger, fmt.Sprintf("unknown-%d", i))
			if status, _ := b.postForm("/sign-in/with/test/back-channel-logout", url.Values{"logout_token": {token}}); status != http.StatusBadRequest {
				t.Errorf("it answers %d", status)
			}
		}
	}
	send()
	if n := p.fetches.Load(); n != 1 {
		t.Errorf("the keys were fetched %d times", n)
	}
	w.now = w.now.Add(30 * time.Second)
	send()
	if n := p.fetches.Load(); n != 2 {
		t.Errorf("half a minute later the keys were fetched %d times in all", n)
	}
}

func TestAProviderEndsSessions(t *testing.T) {
	w, p := withProvider(t, nil)
	signIn := func(sid string) *browser {
		t.Helper()
		p.forge = func(claims map[string]any) string { return p.sign(with(claims, map[string]any{"sid": sid})) }
		b := w.browser()
		b.get(b.goTo("/sign-in/with/test"))
		b.is("signed in", member+" true")
		return b
	}
	good := map[string]any{"iss": p.Issuer(), "aud": p.ClientID, "iat": w.now.Unix(), "exp": w.now.Unix() + 120, "jti": "1", "sub": person, "sid": "first",
		"events": map[string]any{"http://schemas.openid.net/event/backchannel-logout": map[string]any{}}}
	first, second := signIn("first"), signIn("second")
	end := func(why string, others map[string]any, want int) {
		t.Helper()
		if status, body := w.browser().postForm("/sign-in/with/test/back-channel-logout", url.Values{"logout_token": {p.sign(with(good, others))}}); status != want {
			t.Errorf("%s: %d %s", why, status, body)
		}
	}
	end("an ID token", map[string]any{"events": nil}, http.StatusBadRequest)
	end("with a nonce", map[string]any{"nonce": "n"}, http.StatusBadRequest)
	end("for somebody else", map[string]any{"aud": "elsewhere"}, http.StatusBadRequest)
	end("of nobody", map[string]any{"sub": nil, "sid": nil}, http.StatusBadRequest)
	end("of long ago", map[string]any{"iat": w.now.Unix() - 3600}, http.StatusBadRequest)
	end("of another session", map[string]any{"sid": "third"}, http.StatusOK)
	first.is("after all these", member+" true")

	end("the first session", nil, http.StatusOK)
	first.is("ended by its provider", "UNAUTHENTICATED")
	second.is("not ended", member+" true")
	end("all sessions", map[string]any{"sid": nil}, http.StatusOK)
	second.is("ended with all of the person's", "UNAUTHENTICATED")

	w.now = w.now.Add(2 * time.Minute)
	third := signIn("third")
	end("the same again", map[string]any{"sid": nil, "exp": w.now.Unix() + 60}, http.StatusOK)
	third.is("begun since", member+" true")
}

func TestSigningOutLeadsToTheProvider(t *testing.T) {
	w, p := withProvider(t, nil)
	p.discovery = func(said map[string]any) { said["end_session_endpoint"] = "https://idp.example/end" }
	b := w.browser()
	b.get(b.goTo("/sign-in/with/test"))
	_, body := b.send("POST", "/sign-out", "")
	next, err := url.Parse(read[map[string]string](w, body)["next"])
	w.must(err)
	if next.Host != "idp.example" || next.Query().Get("client_id") != p.ClientID || next.Query().Get("post_logout_redirect_uri") != w.url+"/" {
		t.Errorf("it leads to %s", next)
	}
	b.is("signed out", "nobody")
}

func TestIssuersThatAreRefused(t *testing.T) {
	folder := t.TempDir()
	secret, file := filepath.Join(folder, "secret"), filepath.Join(folder, "issuers.yaml")
	writeFile(t, secret, "secret")
	good := "- {key: a, name: A, issuer: 'https://idp.example', clientId: c, clientSecretFile: " + secret + "}\n"
	for why, text := range map[string]string{
		"no https":            strings.Replace(good, "https", "http", 1),
		"everybody's tenants": strings.Replace(good, "idp.example", "login.microsoftonline.com/common/v2.0", 1),
		"no client":           strings.Replace(good, "clientId: c", "clientId: ''", 1),
		"no secret":           strings.Replace(good, secret, secret+"-missing", 1),
		"a strange key":       strings.Replace(good, "key: a", "key: A/B", 1),
		"the same twice":      good + good,
		"an unknown word":     strings.Replace(good, "name: A", "name: A, role: ADMINISTRATOR", 1),
		"no YAML":             "- {",
	} {
		writeFile(t, file, text)
		if _, err := signin.ReadIssuers(file); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v", why, err)
		}
	}
	writeFile(t, file, good)
	if issuers, err := signin.ReadIssuers(file); err != nil || len(issuers) != 1 {
		t.Errorf("a good one: %v", err)
	}
}
