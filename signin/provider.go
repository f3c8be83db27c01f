package signin

import (
	"context"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"partnernet/fault"
)

const (
	providerTime = 10 * time.Second // in which a provider must answer
	keyPause     = 30 * time.Second // between two fetches of a provider's keys: whoever sends tokens with unknown keys causes fetches
)

// provider is an issuer as it describes itself. It is asked when somebody first wants to sign in with it, so that a registry starts
// without its identity providers.
type provider struct {
	Issuer
	now    func() time.Time
	client *http.Client

	mu    sync.Mutex
	found *discovered
}

// discovered is what an issuer says of itself.
type discovered struct {
	config     oauth2.Config
	verifier   *oidc.IDTokenVerifier
	endSession string // where people end their session with the provider, "" for nowhere
	tellsIss   bool   // whether it tells who answers, by RFC 9207
}

func newProvider(i Issuer, now func() time.Time) *provider {
	return &provider{Issuer: i, now: now, client: &http.Client{Timeout: providerTime, Transport: &keyCooldown{next: http.DefaultTransport, now: now}}}
}

// described gives what the issuer says of itself. It is Unavailable when the issuer does not answer.
func (p *provider) described(ctx context.Context) (*discovered, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found != nil {
		return p.found, nil
	}
	found, err := oidc.NewProvider(oidc.ClientContext(ctx, p.client), p.Issuer.Issuer)
	if err != nil {
		return nil, p.away(err)
	}
	var more struct {
		EndSession  string   `json:"end_session_endpoint"`
		TellsIss    bool     `json:"authorization_response_iss_parameter_supported"`
		AuthMethods []string `json:"token_endpoint_auth_methods_supported"`
		Keys        string   `json:"jwks_uri"`
	}
	if err := found.Claims(&more); err != nil {
		return nil, p.away(err)
	}
	p.client.Transport.(*keyCooldown).guard(more.Keys)
	endpoint := found.Endpoint()
	endpoint.AuthStyle = oauth2.AuthStyleInHeader
	if len(more.AuthMethods) > 0 && !slices.Contains(more.AuthMethods, "client_secret_basic") {
		endpoint.AuthStyle = oauth2.AuthStyleInParams
	}
	p.found = &discovered{
		config:     oauth2.Config{ClientID: p.ClientID, ClientSecret: p.secret, Endpoint: endpoint, Scopes: append([]string{oidc.ScopeOpenID}, p.Scopes...)},
		verifier:   found.Verifier(&oidc.Config{ClientID: p.ClientID, Now: p.now}),
		endSession: more.EndSession,
		tellsIss:   more.TellsIss,
	}
	return p.found, nil
}

// away is the fault of a provider that does not answer as it should.
func (p *provider) away(cause error) error {
	return fault.Wrap(fault.Unavailable, cause, "%s does not answer now. Try again in a moment.", p.Name)
}

// keyCooldown fetches the keys of a provider once in a while only.
type keyCooldown struct {
	next http.RoundTripper
	now  func() time.Time

	mu      sync.Mutex
	keys    string
	fetched time.Time
}

// guard says where the keys are.
func (c *keyCooldown) guard(keys string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keys = keys
}

// RoundTrip sends a request, unless it is one too many for keys.
func (c *keyCooldown) RoundTrip(r *http.Request) (*http.Response, error) {
	if !c.may(r.URL.String()) {
		return nil, fault.New(fault.Unavailable, "The keys of the identity provider were fetched a moment ago.")
	}
	return c.next.RoundTrip(r)
}

func (c *keyCooldown) may(address string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	if address != c.keys {
		return true
	}
	if now.Sub(c.fetched) < keyPause {
		return false
	}
	c.fetched = now
	return true
}
