package signin

import (
	"encoding/json"
	"net/http"
	"time"

	"partnernet/access"
	"partnernet/audit"
	"partnernet/fault"
	"partnernet/telemetry"
)

// auditShown is how many audit records are shown at once, and requestLimit how long the body of a request may be, in bytes.
const (
	auditShown   = 1000
	requestLimit = 4096
)

// accountView is what callers are told of themselves.
type accountView struct {
	Account  string     `json:"account"`
	SignedIn *time.Time `json:"signedInAt"` // null for an access token
	MayWrite bool       `json:"mayWrite"`   // false for an access token that only reads
}

func (d *Desk) showAccount(w http.ResponseWriter, _ *http.Request, caller Caller) {
	view := accountView{Account: caller.Account, MayWrite: caller.MayWrite}
	if !caller.AuthenticatedAt.IsZero() {
		view.SignedIn = &caller.AuthenticatedAt
	}
	writeJSON(w, http.StatusOK, view)
}

func (d *Desk) listTokens(w http.ResponseWriter, r *http.Request, caller Caller) {
	tokens, err := d.Tokens(r.Context(), caller.Account)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string][]Token{"tokens": tokens})
}

// postToken makes an access token for whoever has signed in within the last ten minutes. So a token cannot make one that outlives it.
func (d *Desk) postToken(w http.ResponseWriter, r *http.Request, caller Caller) {
	err := d.recent(caller)
	if err == nil {
		err = d.makeToken(w, r, caller.Account)
	}
	if err != nil {
		d.refuse(w, r, err)
	}
}

// recent refuses who has not signed in within the last ten minutes.
func (d *Desk) recent(caller Caller) error {
	if !caller.Recent(d.Now()) {
		return access.ErrNotRecent
	}
	return nil
}

// makeToken makes an access token for an account, as the request asks, and shows its secret this once.
func (d *Desk) makeToken(w http.ResponseWriter, r *http.Request, account string) error {
	request, err := requested[TokenRequest](w, r, fault.New(fault.BadInput, "Send a JSON object with name, and right and days if you like."))
	if err != nil {
		return err
	}
	token, secret, err := NewToken(r.Context(), d.Options, account, request)
	if err != nil {
		return err
	}
	writeJSON(w, http.StatusCreated, struct {
		Token
		Secret string `json:"secret"` // shown this once
	}{token, secret})
	return nil
}

// requested reads the JSON object of a request. What is none is answered by the fault that says what to send.
func requested[T any](w http.ResponseWriter, r *http.Request, wrong error) (request T, err error) {
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, requestLimit))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&request); err != nil {
		return request, wrong
	}
	return request, nil
}

func (d *Desk) deleteToken(w http.ResponseWriter, r *http.Request, caller Caller) {
	if !caller.MayWrite {
		d.refuse(w, r, fault.New(fault.Forbidden, "This access token only reads."))
		return
	}
	if err := d.RevokeToken(r.Context(), caller.Account, r.PathValue("id")); err != nil {
		d.refuse(w, r, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// showLog shows callers the audit records of themselves, and administrators those of everybody when they ask for them.
func (d *Desk) showLog(w http.ResponseWriter, r *http.Request, caller Caller) {
	of := caller.Account
	if r.URL.Query().Get("of") == "everybody" {
		may, err := d.Accounts.Administers(r.Context(), caller.Account)
		if err == nil && !may {
			err = fault.New(fault.Forbidden, "Administrators see what was recorded of everybody. Leave \"of\" out to see what was recorded of you.")
		}
		if err != nil {
			d.refuse(w, r, err)
			return
		}
		of = ""
	}
	records, err := audit.Latest(r.Context(), d.DB, of, auditShown)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string][]audit.Record{"records": records})
}

// refuse answers with an error, in the status that goes with its code.
func (d *Desk) refuse(w http.ResponseWriter, r *http.Request, err error) {
	status := fault.StatusOf(err)
	if status >= http.StatusInternalServerError {
		telemetry.Failed(r.Context(), d.Log, err, "path", r.URL.Path)
	}
	if wantsPage(r) {
		d.refusePage(w, r, status, err)
		return
	}
	d.Refuse(w, r, status, err)
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // the client may have gone
}
