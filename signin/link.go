package signin

import (
	"context"
	"net/http"
	"time"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/secrets"
	"partnernet/store"
	"partnernet/stored"
)

// linkLife is for how long a link signs its opener in.
const linkLife = 15 * time.Minute

// NewLink makes a link that signs its opener in once, as the account that keeps the register from the machine it runs on. Whoever can write to
// the database can make one: so it is the way back in, too, when an identity provider is gone.
func NewLink(ctx context.Context, o Options) (string, error) {
	account, err := o.Accounts.Local(ctx)
	if err != nil {
		return "", err
	}
	secret, now := secrets.New(), o.Now().UTC()
	audited := audit.At(now, audit.LinkMade, account, "")
	err = o.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		if err := keepOnce(ctx, tx, signInLink, secret, map[string]any{"account": account}, now, linkLife); err != nil {
			return err
		}
		return record(ctx, tx, audited)
	})
	return o.Address.JoinPath("/sign-in/link").String() + "?code=" + secret, err
}

// errLink is what everybody is told whose link does not sign in, whatever the reason.
var errLink = fault.New(fault.Unauthenticated, "This link has been used, or its 15 minutes are over. Run \"server sign-in\" where the registry runs: it prints another.")

// openLink signs the opener of a link in. A browser that only looks ahead does not use the link up.
func (d *Desk) openLink(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if r.Header.Get("Sec-Purpose") != "" {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	link := secrets.Hash(r.URL.Query().Get("code"))
	account, err := d.accountOfLink(r.Context(), link)
	if err != nil {
		d.refuseEntry(w, r, account, err)
		return
	}
	e := entry{account: account, how: "link", replaces: secrets.Hash(d.cookies.of(r))}
	secret, err := d.begin(r.Context(), e, func(ctx context.Context, tx store.Tx, session string) error {
		return useLink(ctx, tx, link, session, d.Now())
	})
	if err != nil {
		d.refuseEntry(w, r, account, err)
		return
	}
	d.cookies.set(w, secret)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// accountOfLink gives whom a link signs in.
func (d *Desk) accountOfLink(ctx context.Context, link string) (string, error) {
	rows, err := d.DB.ReadRows(ctx, store.Statement{
		Text:   "MATCH (l:SignInLink {hash: $hash}) RETURN l.account AS account",
		Params: map[string]any{"hash": link},
	})
	if err != nil {
		return "", err
	}
	if len(rows) == 0 {
		return "", errLink
	}
	return stored.Text(rows[0]["account"]), nil
}

// useLink uses a link up for a session.
func useLink(ctx context.Context, tx store.Tx, link, session string, now time.Time) error {
	used, err := useOnce(ctx, tx, signInLink, link, session, now)
	if err == nil && used == nil {
		return errLink
	}
	return err
}

// refuseEntry tells somebody that they are not signed in, and writes it down.
func (d *Desk) refuseEntry(w http.ResponseWriter, r *http.Request, account string, err error) {
	switch fault.CodeOf(err) {
	case fault.Unauthenticated, fault.Forbidden, fault.BadInput:
		d.refused(r.Context(), audit.SignInRefused, account, err.Error())
	}
	d.refuse(w, r, err)
}
