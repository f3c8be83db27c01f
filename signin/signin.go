// Package signin tells who asks: it signs people in and out at the server's edge, and keeps sessions, one-time links and access tokens.
//
// Who somebody is comes from here. What they may do comes from the register, where each account has its grants. Secrets are kept as hashes
// only: what is in the database lets nobody in.
package signin

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"

	"partnernet/registry"
	"partnernet/store"
)

// Accounts is what signing in asks of the register's accounts.
type Accounts interface {
	// Local gives the id of the account that keeps the register from the machine it runs on, an administrator. It is made when there is none.
	Local(ctx context.Context) (string, error)
	// WithIdentity gives the id of the account that an identity provider knows by a subject, "" when none has that identity.
	WithIdentity(ctx context.Context, issuer, subject string) (string, error)
	// Accept gives the account of an identity what the invitation of a code promises, and its id. The account is made when there is none.
	Accept(ctx context.Context, code, issuer, subject string) (string, error)
	// Administers says whether an account is an administrator.
	Administers(ctx context.Context, account string) (bool, error)
	// Invite makes an invitation, and gives its code.
	Invite(ctx context.Context, i registry.Invitation) (code string, err error)
	// Service makes the account of a program, and gives its id.
	Service(ctx context.Context, i registry.Invitation) (id string, err error)
	// ServiceOf gives the id of the account of a program, asked for by its id or its name.
	ServiceOf(ctx context.Context, named string) (id string, err error)
	// Over gives the id of the network of an acronym, or of the organisation or network of an id; "" for "".
	Over(ctx context.Context, named string) (id string, err error)
}

// Options are what a Desk is made of.
type Options struct {
	DB       *store.DB
	Accounts Accounts
	Log      *slog.Logger
	Now      func() time.Time
	// Address is where people reach the server: http://localhost:8080 or https://registry.example.org.
	Address *url.URL
	// Issuers are the identity providers that people may sign in with; none on a machine of one's own.
	Issuers []Issuer
	// ClientOf gives the network address that a request comes from.
	ClientOf func(*http.Request) netip.Addr
	// LanguageOf gives the language of whoever sends a request: sv, nb or en.
	LanguageOf func(*http.Request) string
	// Refuse answers a request that may not go on.
	Refuse func(w http.ResponseWriter, r *http.Request, status int, err error)
}

// Desk is where people sign in and out, and where requests are asked who sends them.
type Desk struct {
	Options
	cookies    cookies
	providers  map[string]*provider // by their keys
	attempts   limiter              // to sign in, by whoever
	failures   limiter              // of access tokens
	streams    *streams
	remembered *callers
	passkeys   *webauthn.WebAuthn // nil where there can be none: at an address without a name
}

// New makes a desk.
func New(o Options) *Desk {
	d := &Desk{Options: o, cookies: cookiesAt(o.Address), providers: map[string]*provider{}, attempts: newLimiter(o.Now), failures: newLimiter(o.Now), remembered: newCallers(o.Now)}
	for _, issuer := range o.Issuers {
		d.providers[issuer.Key] = newProvider(issuer, o.Now)
	}
	if passkeys, err := d.newPasskeys(); err == nil && net.ParseIP(o.Address.Hostname()) == nil {
		d.passkeys = passkeys
	}
	d.streams = newStreams(d.stillGood, o.Log)
	return d
}

// Routes adds what the desk answers.
func (d *Desk) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /sign-in", d.showSignIn)
	mux.Handle("GET /sign-in/link", d.limited(d.openLink))
	mux.Handle("GET /sign-in/with/{issuer}", d.limited(d.ofProvider(d.startFlow)))
	mux.Handle("GET /sign-in/with/{issuer}/callback", d.limited(d.ofProvider(d.endFlow)))
	mux.Handle("POST /sign-in/with/{issuer}/back-channel-logout", d.limited(d.ofProvider(d.endByProvider)))
	mux.Handle("POST /sign-out", d.forCaller(d.signOut))
	mux.Handle("GET /account", d.forCaller(d.showAccount))
	mux.Handle("GET /account/tokens", d.forCaller(d.listTokens))
	mux.Handle("POST /account/tokens", d.forCaller(d.postToken))
	mux.Handle("DELETE /account/tokens/{id}", d.forCaller(d.deleteToken))
	mux.Handle("POST /account/invitations", d.forAdministrator(d.created(d.invite)))
	mux.Handle("POST /account/programs", d.forAdministrator(d.created(d.addProgram)))
	mux.Handle("POST /account/programs/{name}/tokens", d.forAdministrator(d.addProgramToken))
	mux.Handle("GET /account/log", d.forCaller(d.showLog))
	mux.HandleFunc("GET /sign-in/passkey.js", serveText("text/javascript", passkeyScript))
	mux.HandleFunc("GET /sign-in/page.css", serveText("text/css", pageStyle))
	if d.passkeys != nil {
		mux.Handle("POST /account/passkeys/begin", d.forCaller(d.beginPasskey))
		mux.Handle("POST /account/passkeys/end", d.forCaller(d.endPasskey))
		mux.Handle("POST /sign-in/passkey/begin", d.limited(d.beginPasskeySignIn))
		mux.Handle("POST /sign-in/passkey/end", d.limited(d.endPasskeySignIn))
	}
}
