package signin

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/go-webauthn/webauthn/webauthn"

	"partnernet/fault"
	"partnernet/secrets"
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
	secret := secrets.New()
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
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		return keepOnce(ctx, tx, passkeyCeremony, secret, map[string]any{"session": string(text)}, d.Now(), ceremonyLife)
	})
}

// takeCeremony gives what the answer of a browser is checked against. An answer counts once.
func (d *Desk) takeCeremony(w http.ResponseWriter, r *http.Request) (session webauthn.SessionData, err error) {
	secret, taken := d.cookies.flowOf(r), secrets.New()
	d.cookies.clearFlow(w)
	var text string
	err = d.DB.Write(r.Context(), func(ctx context.Context, tx store.Tx) error {
		used, err := useOnce(ctx, tx, passkeyCeremony, secrets.Hash(secret), taken, d.Now())
		if err == nil && used == nil {
			return errFlow
		}
		text = stored.Text(used["session"])
		return err
	})
	if err != nil {
		return session, err
	}
	if err := json.Unmarshal([]byte(text), &session); err != nil {
		return session, fault.Wrap(fault.Internal, err, "A passkey cannot be asked for. Sign in in another way.")
	}
	return session, nil
}
