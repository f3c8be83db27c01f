package signin

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"net/http"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"partnernet/fault"
	"partnernet/secrets"
	"partnernet/store"
	"partnernet/stored"
)

// flowLife is how long somebody may take to sign in with a provider.
const flowLife = 10 * time.Minute

// flow is one sign-in with a provider under way. Everything secret in it is made from the secret in the browser's cookie: so an answer counts
// only in the browser that asked, and what the registry keeps helps nobody to give one.
type flow struct{ secret string }

func (f flow) made(of string) string {
	mac := hmac.New(sha256.New, []byte(f.secret))
	mac.Write([]byte(of))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func (f flow) state() string    { return f.made("state") }
func (f flow) nonce() string    { return f.made("nonce") }
func (f flow) verifier() string { return f.made("verifier") }

// same compares what should be secret, in the same time whatever differs.
func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// started is what the registry keeps of a flow.
type started struct{ to, invitation string }

// ofProvider answers what a request has to do with the provider that its path names.
func (d *Desk) ofProvider(next func(http.ResponseWriter, *http.Request, *provider)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		p := d.providers[r.PathValue("issuer")]
		if p == nil {
			http.NotFound(w, r)
			return
		}
		next(w, r, p)
	}
}

// startFlow sends somebody to a provider.
func (d *Desk) startFlow(w http.ResponseWriter, r *http.Request, p *provider) {
	found, err := p.described(r.Context())
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	f := flow{secrets.New()}
	if err := d.keepFlow(r.Context(), f, p.Key, started{to: localPath(r.URL.Query().Get("to")), invitation: r.URL.Query().Get("invitation")}); err != nil {
		d.refuse(w, r, err)
		return
	}
	options := []oauth2.AuthCodeOption{oidc.Nonce(f.nonce()), oauth2.S256ChallengeOption(f.verifier())}
	if len(p.ACR) > 0 {
		options = append(options, oauth2.SetAuthURLParam("acr_values", strings.Join(p.ACR, " ")))
	}
	if r.URL.Query().Has("again") { // whoever has signed in there already proves anew who they are
		options = append(options, oauth2.SetAuthURLParam("prompt", "login"))
	}
	config := found.config
	config.RedirectURL = d.callback(p)
	d.cookies.setFlow(w, f.secret)
	http.Redirect(w, r, config.AuthCodeURL(f.state(), options...), http.StatusSeeOther)
}

// callback gives where a provider sends people back to. Each has its own address: an answer of one is never taken for another's.
func (d *Desk) callback(p *provider) string {
	return d.Address.JoinPath("/sign-in/with", p.Key, "callback").String()
}

// localPath gives a path of this server, / for anything else.
func localPath(to string) string {
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n\t") {
		return "/"
	}
	return to
}

func (d *Desk) keepFlow(ctx context.Context, f flow, issuer string, s started) error {
	values := map[string]any{"issuer": issuer, "to": s.to, "invitation": s.invitation}
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		return keepOnce(ctx, tx, signInFlow, f.secret, values, d.Now(), flowLife)
	})
}

// errFlow is what is told when an answer belongs to no sign-in of the browser that brings it.
var errFlow = fault.New(fault.Unauthenticated, "This sign-in is over, or was begun in another browser. Begin again.")

// takeFlow uses a flow up: an answer counts once.
func (d *Desk) takeFlow(ctx context.Context, f flow, issuer string) (s started, err error) {
	taken := secrets.New()
	err = d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		used, err := useOnce(ctx, tx, signInFlow, secrets.Hash(f.secret), taken, d.Now())
		if err == nil && (used == nil || used["issuer"] != issuer) {
			return errFlow
		}
		s = started{to: stored.Text(used["to"]), invitation: stored.Text(used["invitation"])}
		return err
	})
	return s, err
}

// endFlow takes a provider's answer, and signs in whom it names.
func (d *Desk) endFlow(w http.ResponseWriter, r *http.Request, p *provider) {
	f := flow{d.cookies.flowOf(r)}
	d.cookies.clearFlow(w)
	to, secret, err := d.answered(r, p, f)
	if err != nil {
		d.refuseEntry(w, r, "", err)
		return
	}
	d.cookies.set(w, secret)
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// answered checks a provider's answer, and begins the session of whom it names.
func (d *Desk) answered(r *http.Request, p *provider, f flow) (to, secret string, err error) {
	ctx, query := r.Context(), r.URL.Query()
	if f.secret == "" || !same(query.Get("state"), f.state()) {
		return "", "", errFlow
	}
	s, err := d.takeFlow(ctx, f, p.Key)
	if err != nil {
		return "", "", err
	}
	e, err := p.identify(ctx, query, f, d.callback(p))
	if err != nil {
		return "", "", err
	}
	if s.invitation != "" {
		e.account, err = d.Accounts.Accept(ctx, s.invitation, e.issuer, e.subject)
	} else {
		e.account, err = d.Accounts.WithIdentity(ctx, e.issuer, e.subject)
	}
	if err != nil {
		return "", "", err
	}
	if e.account == "" {
		return "", "", fault.New(fault.Forbidden, "You have no account here. Ask a coordinator of your network to invite you.")
	}
	e.how, e.replaces = p.Key, secrets.Hash(d.cookies.of(r))
	secret, err = d.begin(ctx, e, nil)
	return s.to, secret, err
}
