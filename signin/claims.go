package signin

import (
	"slices"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
)

const (
	clockSkew      = time.Minute      // by which a provider's clock may be ahead
	tokenAge       = 10 * time.Minute // of an ID token when it arrives, at most
	subjectLongest = 255              // characters, by OpenID Connect
)

// claims are what an ID token tells, beyond what every one must.
type claims struct {
	AuthorizedParty string `json:"azp"`
	SID             string `json:"sid"`
	ACR             string `json:"acr"`
	AuthTime        int64  `json:"auth_time"` // when the provider asked who somebody is; 0 when it does not tell
}

// doubt says why an ID token is not to be trusted whose signature, issuer, audience and expiry hold; "" when it is. These are checks that
// the library leaves to its caller.
func (p *provider) doubt(t *oidc.IDToken, c claims, nonce string) string {
	now := p.now()
	switch {
	case t.Subject == "" || len(t.Subject) > subjectLongest:
		return "no subject"
	case len(t.Audience) != 1:
		return "made for others too"
	case c.AuthorizedParty != "" && c.AuthorizedParty != p.ClientID:
		return "made at another's request"
	case t.IssuedAt.After(now.Add(clockSkew)):
		return "made in the future"
	case t.IssuedAt.Before(now.Add(-tokenAge)):
		return "made long ago"
	case !same(t.Nonce, nonce):
		return "made for another sign-in"
	case len(p.ACR) > 0 && !slices.Contains(p.ACR, c.ACR):
		return "level of assurance too low"
	}
	return ""
}
