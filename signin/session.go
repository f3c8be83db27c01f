package signin

import (
	"context"
	"net/http"
	"time"

	"partnernet/audit"
	"partnernet/registry"
	"partnernet/secrets"
	"partnernet/store"
	"partnernet/stored"
)

// How long a session lasts. An identity provider tells of a logout, but not that it closed an account: so a session never lasts longer than a
// working day.
const (
	sessionIdle   = time.Hour      // without a request
	sessionLife   = 12 * time.Hour // from signing in
	sessionNoted  = time.Minute    // between two notes of when it was last used
	sessionKept   = 30 * 24 * time.Hour
	sessionAhead  = time.Hour        // by which it may seem to be of the future: where the clock was set back by more, nobody knows how old it is
	sessionRecent = 10 * time.Minute // in which one may do what needs a fresh authentication
)

// entry is how somebody signed in.
type entry struct {
	account                   string
	issuer, subject, sid, acr string    // as the identity provider told; empty without one
	authenticatedAt           time.Time // when the provider asked who they are; now when it does not tell
	how                       string    // for the audit record
	replaces                  string    // hash of the session that the browser had
}

// begin begins a session and gives its secret. first is done in the same transaction, before; it may be nil.
func (d *Desk) begin(ctx context.Context, e entry, first func(ctx context.Context, tx store.Tx, session string) error) (string, error) {
	secret, now := secrets.New(), d.Now().UTC()
	if e.authenticatedAt.IsZero() || e.authenticatedAt.After(now) {
		e.authenticatedAt = now
	}
	audited := d.event(audit.SignedIn, e.account, e.how)
	err := d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if first != nil {
			if err := first(ctx, tx, secrets.Hash(secret)); err != nil {
				return err
			}
		}
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MATCH (a:Record&Account {id: $account})
				WHERE a.state = '` + registry.ActiveAccount + `'
				MERGE (s:Session {hash: $hash})
				SET s.startedAt = $now, s.authenticatedAt = $authenticatedAt, s.seenAt = $now, s.issuer = $issuer, s.subject = $subject, s.sid = $sid, s.acr = $acr
				MERGE (s)-[:OF]->(a)
				RETURN s.hash AS hash`,
			Params: map[string]any{"account": e.account, "hash": secrets.Hash(secret), "now": now, "authenticatedAt": e.authenticatedAt.UTC(),
				"issuer": e.issuer, "subject": e.subject, "sid": e.sid, "acr": e.acr},
		})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return registry.ErrAccountClosed
		}
		if err := forgetSessions(ctx, tx, now); err != nil {
			return err
		}
		if _, err := end(ctx, tx, e.replaces, now); err != nil {
			return err
		}
		return record(ctx, tx, audited)
	})
	return secret, err
}

// forgetSessions forgets sessions that are long over; the audit records tell that they were.
func forgetSessions(ctx context.Context, tx store.Tx, now time.Time) error {
	_, err := tx.Run(ctx, store.Statement{
		Text:   "MATCH (s:Session) WHERE s.startedAt < $before DETACH DELETE s",
		Params: map[string]any{"before": now.Add(-sessionKept)},
	})
	return err
}

// end ends the session of a hash, if there is one and it has not ended, and gives the issuer it came from.
func end(ctx context.Context, tx store.Tx, hash string, now time.Time) (issuer string, err error) {
	rows, err := tx.Run(ctx, store.Statement{
		Text:   "MATCH (s:Session {hash: $hash}) SET s.endedAt = coalesce(s.endedAt, $now) " + signedOut + " RETURN s.issuer AS issuer",
		Params: map[string]any{"hash": hash, "now": now.UTC()},
	})
	if err != nil || len(rows) == 0 {
		return "", err
	}
	return stored.Text(rows[0]["issuer"]), nil
}

// callerInSession gives who a browser's session is of, by its hash. why says that the session has ended, or never was.
func (d *Desk) callerInSession(ctx context.Context, hash string) (caller Caller, why string, err error) {
	now := d.Now().UTC()
	rows, err := d.DB.ReadRows(ctx, store.Statement{
		Text: presentState + `
			MATCH (s:Session {hash: $hash})-[:OF]->(a:Account)
			WHERE ` + sessionHolds + `
			RETURN version, signOuts, a.id AS account, a.name AS name, s.authenticatedAt AS authenticatedAt, s.seenAt AS seenAt, s.startedAt AS startedAt`,
		Params: sessionLimits(now, map[string]any{"hash": hash}),
	})
	if err != nil {
		return Caller{}, "", err
	}
	if len(rows) == 0 {
		return Caller{}, "no session", nil
	}
	row := rows[0]
	seenAt := stored.Time(row["seenAt"])
	caller = Caller{Account: stored.Text(row["account"]), Name: stored.Text(row["name"]), AuthenticatedAt: stored.Time(row["authenticatedAt"]), MayWrite: true,
		session: hash, expires: stored.Time(row["startedAt"]).Add(sessionLife), asOf: asOf(row), desk: d}
	if idle := seenAt.Add(sessionIdle); idle.Before(caller.expires) {
		caller.expires = idle
	}
	if now.Sub(seenAt).Abs() >= sessionNoted {
		err = d.seen(ctx, hash, now)
	}
	return caller, "", err
}

// sessionHolds is the condition that a session s of an account a is under way.
const sessionHolds = `s.endedAt IS NULL AND $seenAfter < s.seenAt < $ahead AND $startedAfter < s.startedAt < $ahead AND a.state = '` + registry.ActiveAccount + `'`

func sessionLimits(now time.Time, params map[string]any) map[string]any {
	params["seenAfter"], params["startedAfter"], params["ahead"] = now.Add(-sessionIdle), now.Add(-sessionLife), now.Add(sessionAhead)
	return params
}

// seen notes that a session was used.
func (d *Desk) seen(ctx context.Context, hash string, now time.Time) error {
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{
			Text:   "MATCH (s:Session {hash: $hash}) SET s.seenAt = $now",
			Params: map[string]any{"hash": hash, "now": now},
		})
		return err
	})
}

// signOut ends the session of the browser that asks, and tells where to go next.
func (d *Desk) signOut(w http.ResponseWriter, r *http.Request, caller Caller) {
	issuer, audited := "", d.event(audit.SignedOut, caller.Account, "")
	err := d.DB.Write(r.Context(), func(ctx context.Context, tx store.Tx) (err error) {
		if issuer, err = end(ctx, tx, caller.session, audited.At); err != nil {
			return err
		}
		return record(ctx, tx, audited)
	})
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	d.remembered.forget()
	d.cookies.clear(w)
	writeJSON(w, http.StatusOK, map[string]string{"next": d.nextAfterSignOut(r.Context(), issuer)})
}
