package signin_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"partnernet/audit"
	"partnernet/signin"
)

// keycloakVersion is the Keycloak that the test fetches, with Maven as the embedded Neo4j is.
const keycloakVersion = "26.4.0"

// keycloakStart is how long its first start may take, in which it builds itself, and keycloakWait how long anything else.
const (
	keycloakStart = 5 * time.Minute
	keycloakWait  = time.Minute
)

// keycloak is a Keycloak on this machine.
type keycloak struct {
	t     *testing.T
	url   string
	admin string // an access token of its administrator
}

// People sign in with a Keycloak as docs/signing-in.md describes it, and when it says that a session is over, that one is over here. The test takes minutes, so it is run on demand:
// PARTNERNET_KEYCLOAK names the file for Keycloak's log.
func TestKeycloak(t *testing.T) {
	log := os.Getenv("PARTNERNET_KEYCLOAK")
	if log == "" {
		t.Skip("set PARTNERNET_KEYCLOAK to a file for Keycloak's log, to fetch Keycloak (160 MB) and sign in with it")
	}
	k := startKeycloak(t, log)
	folder := t.TempDir()
	secret, file := filepath.Join(folder, "secret"), filepath.Join(folder, "issuers.yaml")
	writeFile(t, secret, "the client's secret\n")
	writeFile(t, file, "- {key: kc, name: Keycloak, issuer: '"+k.url+"/realms/partnernet', clientId: partnernet, clientSecretFile: "+secret+"}\n")
	issuers, err := signin.ReadIssuers(file)
	if err != nil {
		t.Fatal(err)
	}
	w := newWorldWith(t, issuers)
	w.run(w.options.DB, `CREATE (:Record:Account {id: 'member', kind: 'PERSON', state: 'ACTIVE'})`)
	k.ask("POST", "/admin/realms", realm(w.url), nil)
	var users []struct{ ID string }
	k.ask("GET", "/admin/realms/partnernet/users?username=kari", nil, &users)
	w.accounts[identity{issuers[0].Issuer, users[0].ID}] = member

	w.now = time.Now()
	b := w.browser()
	back := k.signIn(b, "/sign-in/with/kc?to=/account")
	answer, err := url.Parse(back)
	w.must(err)
	if answer.Query().Get("iss") != issuers[0].Issuer || answer.Query().Get("code") == "" {
		t.Fatalf("the answer is %s", back)
	}
	w.now = time.Now()
	signedIn := b.open("GET", back, "")
	signedIn.Body.Close()
	if signedIn.StatusCode != http.StatusSeeOther || signedIn.Header.Get("Location") != "/account" {
		t.Fatalf("the answer is answered by %d to %s", signedIn.StatusCode, signedIn.Header.Get("Location"))
	}
	b.is("signed in", member+" true")
	if status, _ := b.get(back); status != http.StatusUnauthorized {
		t.Errorf("the same answer again: %d", status)
	}
	began := time.Now()
	w.now = began
	k.ask("POST", "/admin/realms/partnernet/users/"+users[0].ID+"/logout", nil, nil)
	k.eventually("the session ends", keycloakWait, func() bool {
		_, who := b.get("/")
		return who != member+" true"
	})
	t.Logf("the session ended %s after Keycloak was told to end it", time.Since(began).Round(time.Millisecond))
	if event := w.events()[0]; event.Event != audit.SignedOut || event.Account != member || event.Detail != "by the identity provider" {
		t.Errorf("recorded is %+v", event)
	}
}

// realm is what Keycloak is told, as docs/signing-in.md has people click it together: a realm with the registry as its client, and one person.
func realm(registry string) map[string]any {
	return map[string]any{
		"realm": "partnernet", "enabled": true,
		"clients": []any{map[string]any{
			"clientId": "partnernet", "secret": "the client's secret", "protocol": "openid-connect", "publicClient": false, "standardFlowEnabled": true,
			"directAccessGrantsEnabled": false, "redirectUris": []string{registry + "/sign-in/with/kc/callback"},
			"attributes": map[string]string{
				"pkce.code.challenge.method": "S256", "backchannel.logout.url": registry + "/sign-in/with/kc/back-channel-logout",
				"backchannel.logout.session.required": "true", "post.logout.redirect.uris": registry + "/",
			},
		}},
		"users": []any{map[string]any{
			"username": "kari", "enabled": true, "email": "kari@example.org", "emailVerified": true, "firstName": "Kari", "lastName": "Nordmann",
			"credentials": []any{map[string]any{"type": "password", "value": "a password", "temporary": false}},
		}},
	}
}

// startKeycloak fetches Keycloak when it is not there, starts it on this machine, and waits until it answers.
func startKeycloak(t *testing.T, log string) *keycloak {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(cache, "partnernet", "keycloak")
	home := filepath.Join(folder, "keycloak-"+keycloakVersion)
	if _, err := os.Stat(filepath.Join(home, "bin", "kc.sh")); err != nil {
		fetch := exec.CommandContext(t.Context(), "mvn", "-q", "-B", "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack",
			"-Dartifact=org.keycloak:keycloak-quarkus-dist:"+keycloakVersion+":zip", "-DoutputDirectory="+folder)
		if said, err := fetch.CombinedOutput(); err != nil {
			t.Fatalf("fetch Keycloak: %v\n%s", err, said)
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	listener.Close()
	out, err := os.Create(log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { out.Close() })
	k := &keycloak{t: t, url: "http://localhost:" + port}
	cmd := exec.CommandContext(t.Context(), "sh", filepath.Join(home, "bin", "kc.sh"), "start-dev", "--http-host=127.0.0.1", "--http-port="+port, "--db=dev-mem")
	cmd.Env = append(os.Environ(), "KC_BOOTSTRAP_ADMIN_USERNAME=admin", "KC_BOOTSTRAP_ADMIN_PASSWORD=admin")
	cmd.Stdout, cmd.Stderr = out, out
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = keycloakWait // then it is killed
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait() // that it was asked to end is no failure
	})
	began := time.Now()
	k.eventually("Keycloak starts; see "+log, keycloakStart, func() bool { return k.letIn() == nil })
	t.Logf("Keycloak %s answered after %s", keycloakVersion, time.Since(began).Round(time.Second))
	return k
}

// letIn gets an access token of the administrator.
func (k *keycloak) letIn() error {
	response, err := http.PostForm(k.url+"/realms/master/protocol/openid-connect/token",
		url.Values{"grant_type": {"password"}, "client_id": {"admin-cli"}, "username": {"admin"}, "password": {"admin"}})
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var told struct {
		Token string `json:"access_token"`
	}
	if err := json.NewDecoder(response.Body).Decode(&told); err != nil || told.Token == "" {
		return fmt.Errorf("status %d: %w", response.StatusCode, err)
	}
	k.admin = told.Token
	return nil
}

// ask sends a request to Keycloak's administration. Its tokens are short-lived.
func (k *keycloak) ask(method, path string, body, answer any) {
	k.t.Helper()
	if err := k.letIn(); err != nil {
		k.t.Fatal(err)
	}
	text, err := json.Marshal(body)
	if err != nil {
		k.t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(context.WithoutCancel(k.t.Context()), method, k.url+path, bytes.NewReader(text))
	if err != nil {
		k.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+k.admin)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		k.t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusBadRequest {
		k.t.Fatalf("%s %s answers %d", method, path, response.StatusCode)
	}
	if answer != nil {
		if err := json.NewDecoder(response.Body).Decode(answer); err != nil {
			k.t.Fatal(err)
		}
	}
}

// formAction is where Keycloak's page sends what people enter.
var formAction = regexp.MustCompile(`action="([^"]+)"`)

// signIn sends a browser to Keycloak, enters name and password there, and gives the address that Keycloak sends it back to.
func (k *keycloak) signIn(b *browser, path string) string {
	k.t.Helper()
	there := b.open("GET", path, "")
	there.Body.Close()
	asked, err := url.Parse(there.Header.Get("Location"))
	if err != nil || asked.Query().Get("code_challenge_method") != "S256" {
		k.t.Fatalf("%d to %s: %v", there.StatusCode, asked, err)
	}
	page := k.browse(b, "GET", asked.String(), "")
	defer page.Body.Close()
	var text bytes.Buffer
	if _, err := text.ReadFrom(page.Body); err != nil {
		k.t.Fatal(err)
	}
	action := formAction.FindStringSubmatch(text.String())
	if page.StatusCode != http.StatusOK || action == nil {
		k.t.Fatalf("Keycloak's page answers %d %s", page.StatusCode, text.String())
	}
	back := k.browse(b, "POST", html.UnescapeString(action[1]), url.Values{"username": {"kari"}, "password": {"a password"}}.Encode())
	back.Body.Close()
	if back.StatusCode != http.StatusFound {
		k.t.Fatalf("the password is answered by %d", back.StatusCode)
	}
	return back.Header.Get("Location")
}

// browse sends a browser to Keycloak. Browsers send cookies for https to localhost without it, too.
func (k *keycloak) browse(b *browser, method, address, form string) *http.Response {
	k.t.Helper()
	request, err := http.NewRequestWithContext(k.t.Context(), method, address, strings.NewReader(form))
	b.w.must(err)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for _, cookie := range b.jar.Cookies(request.URL) {
		request.AddCookie(cookie)
	}
	response, err := (&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(request)
	b.w.must(err)
	cookies := response.Cookies()
	for _, cookie := range cookies {
		cookie.Secure, cookie.Path = false, cmp.Or(cookie.Path, "/")
	}
	b.jar.SetCookies(request.URL, cookies)
	return response
}

// eventually waits until something is so.
func (k *keycloak) eventually(what string, patience time.Duration, so func() bool) {
	k.t.Helper()
	every := time.NewTicker(100 * time.Millisecond)
	defer every.Stop()
	over := time.After(patience)
	for !so() {
		select {
		case <-every.C:
		case <-over:
			k.t.Fatalf("not within %s: %s", patience, what)
		}
	}
}
