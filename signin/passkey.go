package signin

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/registry"
	"partnernet/secrets"
	"partnernet/store"
	"partnernet/stored"
)

// ceremonyLife is how long adding or using a passkey may take.
const ceremonyLife = 5 * time.Minute

// newPasskeys gives what checks passkeys of a server.
func (d *Desk) newPasskeys() (*webauthn.WebAuthn, error) {
	return webauthn.New(&webauthn.Config{
		RPID: d.Address.Hostname(), RPDisplayName: "Partnernet", RPOrigins: []string{d.Address.Scheme + "://" + d.Address.Host},
		AuthenticatorSelection: protocol.AuthenticatorSelection{ResidentKey: protocol.ResidentKeyRequirementRequired, UserVerification: protocol.VerificationRequired},
	})
}

// holder is an account that has passkeys.
type holder struct {
	account, name string
	credentials   []webauthn.Credential
}

var _ webauthn.User = holder{}

// WebAuthnID gives what a passkey calls the account.
func (h holder) WebAuthnID() []byte { return []byte(h.account) }

// WebAuthnName gives what people call the account.
func (h holder) WebAuthnName() string { return h.name }

// WebAuthnDisplayName gives the same.
func (h holder) WebAuthnDisplayName() string { return h.name }

// WebAuthnCredentials gives the account's passkeys.
func (h holder) WebAuthnCredentials() []webauthn.Credential { return h.credentials }

// errPasskey is what is told when a passkey does not sign in.
func errPasskey(cause error) error {
	return fault.Wrap(fault.Unauthenticated, cause, "This passkey does not sign you in here. Try again, or sign in in another way.")
}

// beginPasskey begins to add a passkey to the account of whoever has signed in within the last ten minutes.
func (d *Desk) beginPasskey(w http.ResponseWriter, r *http.Request, caller Caller) {
	if err := d.recent(caller); err != nil {
		d.refuse(w, r, err)
		return
	}
	h, err := d.holder(r.Context(), caller.Account)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	options, session, err := d.passkeys.BeginRegistration(h, webauthn.WithExclusions(webauthn.Credentials(h.credentials).CredentialDescriptors()))
	d.beginCeremony(w, r, options, session, err)
}

// endPasskey adds the passkey.
func (d *Desk) endPasskey(w http.ResponseWriter, r *http.Request, caller Caller) {
	session, err := d.takeCeremony(w, r)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	h, err := d.holder(r.Context(), caller.Account)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, ceremonyLimit)
	made, err := d.passkeys.FinishRegistration(h, session, r)
	if err != nil {
		d.refuse(w, r, fault.Wrap(fault.BadInput, err, "This passkey cannot be added. Try again, or with another one."))
		return
	}
	if err := d.keepPasskey(r.Context(), caller.Account, made, d.event(audit.PasskeyAdded, caller.Account, "")); err != nil {
		d.refuse(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// beginPasskeySignIn begins to sign somebody in with a passkey, whoever it is.
func (d *Desk) beginPasskeySignIn(w http.ResponseWriter, r *http.Request) {
	options, session, err := d.passkeys.BeginDiscoverableLogin(webauthn.WithUserVerification(protocol.VerificationRequired))
	d.beginCeremony(w, r, options, session, err)
}

// endPasskeySignIn signs in whose passkey it is.
func (d *Desk) endPasskeySignIn(w http.ResponseWriter, r *http.Request) {
	if !d.fromOwnPage(r) {
		d.refuse(w, r, fault.New(fault.Forbidden, "The registry takes no requests from web pages of other origins."))
		return
	}
	session, err := d.takeCeremony(w, r)
	if err != nil {
		d.refuseEntry(w, r, "", err)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, ceremonyLimit)
	user, used, err := d.passkeys.FinishPasskeyLogin(func(_, account []byte) (webauthn.User, error) {
		return d.holder(r.Context(), string(account))
	}, session, r)
	if err == nil && used.Authenticator.CloneWarning {
		err = errPasskey(nil)
	}
	if err != nil {
		d.refuseEntry(w, r, "", errPasskey(err))
		return
	}
	account := string(user.WebAuthnID())
	secret, err := d.begin(r.Context(), entry{account: account, how: "passkey", replaces: secrets.Hash(d.cookies.of(r))}, func(ctx context.Context, tx store.Tx, _ string) error {
		return savePasskey(ctx, tx, account, used)
	})
	if err != nil {
		d.refuseEntry(w, r, account, err)
		return
	}
	d.cookies.set(w, secret)
	writeJSON(w, http.StatusOK, map[string]string{"next": localPath(r.URL.Query().Get("to"))})
}

// holder reads an account with its passkeys.
func (d *Desk) holder(ctx context.Context, account string) (h holder, err error) {
	rows, err := d.DB.ReadRows(ctx, store.Statement{
		Text: `
			MATCH (a:Record&Account {id: $account})
			WHERE a.state = '` + registry.ActiveAccount + `'
			RETURN coalesce(a.name, a.id) AS name, COLLECT { MATCH (a)<-[:OF]-(p:Passkey) RETURN p.credential } AS credentials`,
		Params: map[string]any{"account": account},
	})
	if err != nil {
		return holder{}, err
	}
	if len(rows) == 0 {
		return holder{}, errPasskey(nil)
	}
	h = holder{account: account, name: stored.Text(rows[0]["name"])}
	credentials, _ := rows[0]["credentials"].([]any)
	for _, text := range credentials {
		var credential webauthn.Credential
		if err := json.Unmarshal([]byte(text.(string)), &credential); err != nil {
			return holder{}, fault.Wrap(fault.Internal, err, "A passkey cannot be read. Sign in in another way.")
		}
		h.credentials = append(h.credentials, credential)
	}
	return h, nil
}

func (d *Desk) keepPasskey(ctx context.Context, account string, made *webauthn.Credential, audited audit.Record) error {
	return d.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if err := savePasskey(ctx, tx, account, made); err != nil {
			return err
		}
		return record(ctx, tx, audited)
	})
}

// savePasskey keeps a passkey as it is now: how often it was used is part of it.
func savePasskey(ctx context.Context, tx store.Tx, account string, credential *webauthn.Credential) error {
	text, err := json.Marshal(credential)
	if err != nil {
		return fault.Wrap(fault.Internal, err, "A passkey cannot be kept. Sign in in another way.")
	}
	_, err = tx.Run(ctx, store.Statement{
		Text: `
			MATCH (a:Record&Account {id: $account})
			MERGE (p:Passkey {key: $key})
			SET p.credential = $credential
			MERGE (p)-[:OF]->(a)`,
		Params: map[string]any{"account": account, "key": base64.RawURLEncoding.EncodeToString(credential.ID), "credential": string(text)},
	})
	return err
}
