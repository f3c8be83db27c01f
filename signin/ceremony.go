package signin

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/go-webauthn/webauthn/webauthn"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/stored"
)

// ceremonyLimit is how long what a passkey answers may be, in bytes.
const ceremonyLimit = 32 << 10

// beginCeremony tells a browser what a passkey is asked, and keeps what its answer is checked against.
func (d *Desk) beginCeremony(w http.ResponseWriter, r *http.Request, options any, session *webauthn.SessionData, err error) {
	if err != nil {
		d.refuse(w, r, fault.Wrap(fault.Internal, err, "A passkey cannot be asked for. Sign in in another way."))
		return
	}
	secret := newSecret()
	if err := d.keepCeremony(r.Context(), secret, session); err != nil {
		d.refuse(w, r, err)
		return
	}
	d.cookies.setFlow(w, secret)
	w.Header().Set("Cache-Control", "no-store")
	writeJSON(w, http.StatusOK, options)
}

func (d *Desk) keepCeremony(ctx context.Context, secret string, session *webauthn.SessionData) error {
	text, err := json.Marshal(session)
	if err != nil {
		return fault.Wrap(fault.Internal, err, "A passkey cannot be asked for. Sign in in another way.")
	}
	now := d.Now().UTC()
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{
			Text: `
				MERGE (c:PasskeyCeremony {hash: $hash})
				SET c.session = $session, c.expiresAt = $expiresAt
				WITH c
				MATCH (old:PasskeyCeremony)
				WHERE old.expiresAt < $now
				DELETE old`,
			Params: map[string]any{"hash": hashOf(secret), "session": string(text), "now": now, "expiresAt": now.Add(ceremonyLife)},
		})
		return err
	})
}

// takeCeremony gives what the answer of a browser is checked against. An answer counts once.
func (d *Desk) takeCeremony(w http.ResponseWriter, r *http.Request) (session webauthn.SessionData, err error) {
	secret, taken := d.cookies.flowOf(r), newSecret()
	d.cookies.clearFlow(w)
	var text string
	err = d.DB.Write(r.Context(), func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MATCH (c:PasskeyCeremony {hash: $hash})
				SET c.opened = true // locks it
				WITH c
				WHERE c.expiresAt > $now AND (c.takenBy IS NULL OR c.takenBy = $taken)
				SET c.takenBy = $taken
				RETURN c.session AS session`,
			Params: map[string]any{"hash": hashOf(secret), "taken": taken, "now": d.Now().UTC()},
		})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return errFlow
		}
		text = stored.Text(rows[0]["session"])
		return nil
	})
	if err != nil {
		return session, err
	}
	if err := json.Unmarshal([]byte(text), &session); err != nil {
		return session, fault.Wrap(fault.Internal, err, "A passkey cannot be asked for. Sign in in another way.")
	}
	return session, nil
}
