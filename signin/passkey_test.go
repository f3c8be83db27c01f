package signin_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"
)

// device is an authenticator with one passkey.
type device struct {
	virtualwebauthn.Authenticator
	passkey virtualwebauthn.Credential
	site    virtualwebauthn.RelyingParty
}

func newDevice(w *world) *device {
	return &device{
		Authenticator: virtualwebauthn.NewAuthenticatorWithOptions(virtualwebauthn.AuthenticatorOptions{UserHandle: []byte(keeper)}),
		passkey:       virtualwebauthn.NewCredentialWithImportedKey(virtualwebauthn.KeyTypeEC2, newKey(w)),
		site:          virtualwebauthn.RelyingParty{Name: "Partnernet", ID: "localhost", Origin: w.url},
	}
}

// newKey gives the key of a passkey. The library leaves out a zero in front of a coordinate, which one key in 128 has, and no server takes such a key.
func newKey(w *world) []byte {
	w.t.Helper()
	for {
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		w.must(err)
		point, err := key.PublicKey.Bytes() // 4, and then either coordinate in 32 bytes
		w.must(err)
		if point[1] != 0 && point[33] != 0 {
			der, err := x509.MarshalPKCS8PrivateKey(key)
			w.must(err)
			return der
		}
	}
}

// publicKey gives what a server asks of an authenticator.
func publicKey(w *world, body string) string {
	w.t.Helper()
	return string(read[struct{ PublicKey json.RawMessage }](w, body).PublicKey)
}

func (d *device) add(b *browser) (int, string) {
	b.w.t.Helper()
	status, body := b.send("POST", "/account/passkeys/begin", "")
	if status != http.StatusOK {
		return status, body
	}
	options, err := virtualwebauthn.ParseAttestationOptions(publicKey(b.w, body))
	b.w.must(err)
	d.AddCredential(d.passkey)
	return b.send("POST", "/account/passkeys/end", virtualwebauthn.CreateAttestationResponse(d.site, d.Authenticator, d.passkey, *options))
}

// answer begins to sign in with the passkey, and gives what it answers.
func (d *device) answer(b *browser) string {
	b.w.t.Helper()
	_, body := b.send("POST", "/sign-in/passkey/begin", "")
	options, err := virtualwebauthn.ParseAssertionOptions(publicKey(b.w, body))
	b.w.must(err)
	d.passkey.Counter++
	return virtualwebauthn.CreateAssertionResponse(d.site, d.Authenticator, d.passkey, *options)
}

func TestPasskeys(t *testing.T) {
	w := newWorld(t)
	w.now = time.Now() // the library has no other clock
	d, b := newDevice(w), w.signedIn()
	if status, body := d.add(b); status != http.StatusNoContent {
		t.Fatalf("adding it answers %d %s", status, body)
	}
	other := w.browser()
	answer := d.answer(other)
	if status, body := other.send("POST", "/sign-in/passkey/end", answer); status != http.StatusOK {
		t.Fatalf("using it answers %d %s", status, body)
	}
	other.is("signed in with the passkey", keeper+" true")
	if status, _ := other.send("POST", "/sign-in/passkey/end", answer); status != http.StatusUnauthorized {
		t.Errorf("the same answer again: %d", status)
	}

	refused := func(why string, b *browser, answer string) {
		t.Helper()
		if status, body := b.send("POST", "/sign-in/passkey/end", answer); status != http.StatusUnauthorized && status != http.StatusForbidden {
			t.Errorf("%s: %d %s", why, status, body)
		}
		b.is(why, "nobody")
	}
	refused("another's answer", w.browser(), d.answer(w.browser()))
	elsewhere := *d
	elsewhere.site.Origin = "http://elsewhere.example"
	mine := w.browser()
	refused("an answer to another site", mine, elsewhere.answer(mine))
	stranger, mine := newDevice(w), w.browser()
	refused("a passkey that was never added", mine, stranger.answer(mine))
	mine = w.browser()
	late := d.answer(mine)
	w.now = w.now.Add(5 * time.Minute)
	refused("an answer after five minutes", mine, late)

	w.run(w.options.DB, `MATCH (a:Account) SET a.state = 'SUSPENDED'`)
	mine = w.browser()
	refused("a passkey of a closed account", mine, d.answer(mine))
}

func TestPasskeysAreAddedByWhoHasJustSignedIn(t *testing.T) {
	w := newWorld(t)
	b := w.signedIn()
	w.now = w.now.Add(10 * time.Minute)
	if status, _ := newDevice(w).add(b); status != http.StatusUnauthorized {
		t.Errorf("ten minutes after signing in: %d", status)
	}
	if status, _ := newDevice(w).add(w.browser()); status != http.StatusUnauthorized {
		t.Errorf("who has not signed in: %d", status)
	}
	if _, page := b.get("/sign-in"); !strings.Contains(page, "add-passkey") || !strings.Contains(page, "sign-out") {
		t.Errorf("who has signed in is shown %s", page)
	}
	if _, page := w.browser().get("/sign-in"); !strings.Contains(page, "use-passkey") {
		t.Errorf("who has not signed in is shown %s", page)
	}
}
