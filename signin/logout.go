package signin

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"partnernet/audit"
	"partnernet/store"
	"partnernet/stored"
)

// logoutEvent is what a logout token says, by OpenID Connect Back-Channel Logout. An ID token never does, so that none passes for one.
const logoutEvent = "http://schemas.openid.net/event/backchannel-logout"

// logoutLimit is how long the body of such a request may be, in bytes.
const logoutLimit = 16 << 10

// logoutClaims are what a logout token tells, beyond what every token must.
type logoutClaims struct {
	SID    string                    `json:"sid"`
	ID     string                    `json:"jti"`
	Nonce  *string                   `json:"nonce"`
	Events map[string]map[string]any `json:"events"`
}

// endByProvider ends the sessions that a provider says are over: one of them, or all of somebody.
func (d *Desk) endByProvider(w http.ResponseWriter, r *http.Request, p *provider) {
	r.Body = http.MaxBytesReader(w, r.Body, logoutLimit)
	found, err := p.described(r.Context())
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	over, err := p.over(r.Context(), found, r.PostFormValue("logout_token"))
	if err != nil {
		d.refused(r.Context(), audit.LogoutRefused, "", err.Error())
		d.Refuse(w, r, http.StatusBadRequest, err)
		return
	}
	if err := d.endAll(r.Context(), over); err != nil {
		d.refuse(w, r, err)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// sessionsOver says which sessions a provider has ended.
type sessionsOver struct {
	issuer, subject, sid string // subject or sid may be "", not both
	until                time.Time
}

// over reads a logout token.
func (p *provider) over(ctx context.Context, found *discovered, raw string) (sessionsOver, error) {
	token, _, err := p.verified(ctx, found, raw)
	if err != nil {
		return sessionsOver{}, err
	}
	var c logoutClaims
	if err := token.Claims(&c); err != nil {
		return sessionsOver{}, p.untrusted("its claims cannot be read")
	}
	now := p.now()
	switch _, logout := c.Events[logoutEvent]; {
	case !logout || c.Nonce != nil || c.ID == "":
		return sessionsOver{}, p.untrusted("no logout token")
	case len(token.Audience) != 1:
		return sessionsOver{}, p.untrusted("made for others too")
	case token.Subject == "" && c.SID == "":
		return sessionsOver{}, p.untrusted("it names no session")
	case token.IssuedAt.After(now.Add(clockSkew)) || token.IssuedAt.Before(now.Add(-tokenAge)):
		return sessionsOver{}, p.untrusted("not made now")
	}
	return sessionsOver{issuer: token.Issuer, subject: token.Subject, sid: c.SID, until: token.IssuedAt.Add(clockSkew)}, nil
}

// endAll ends sessions that had begun when the provider said so. So a token that is sent again ends nothing that has begun since.
func (d *Desk) endAll(ctx context.Context, over sessionsOver) error {
	by := "s.subject = $subject"
	if over.sid != "" {
		by = "s.sid = $sid"
	}
	audited := d.event(audit.SignedOut, "", "by the identity provider")
	defer d.remembered.forget()
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MATCH (s:Session {issuer: $issuer})-[:OF]->(a:Account)
				WHERE ` + by + ` AND s.endedAt IS NULL AND s.startedAt <= $until
				SET s.endedAt = $now
				` + signedOut + `
				RETURN DISTINCT a.id AS account`,
			Params: map[string]any{"issuer": over.issuer, "subject": over.subject, "sid": over.sid, "until": over.until.UTC(), "now": audited.At},
		})
		if err != nil || len(rows) == 0 {
			return err
		}
		audited.Account = stored.Text(rows[0]["account"])
		return record(ctx, tx, audited)
	})
}

// nextAfterSignOut gives where to go after signing out: to the provider that the session came from, to end that one too, where it has a
// place for this; otherwise to the front page.
func (d *Desk) nextAfterSignOut(ctx context.Context, issuer string) string {
	for _, p := range d.providers {
		if p.Issuer.Issuer != issuer {
			continue
		}
		found, err := p.described(ctx)
		if err != nil || found.endSession == "" {
			break // the session here has ended; the provider's lasts as long as the provider lets it
		}
		end, err := url.Parse(found.endSession)
		if err != nil {
			break
		}
		query := end.Query()
		query.Set("client_id", p.ClientID)
		query.Set("post_logout_redirect_uri", d.Address.JoinPath("/").String())
		end.RawQuery = query.Encode()
		return end.String()
	}
	return "/"
}
