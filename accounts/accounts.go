// Package accounts keeps who may sign in: accounts, what each was granted first, and the invitations that people come with. What they make are
// records of the register like any other, with their history.
package accounts

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
)

// Accounts are the accounts of one register.
type Accounts struct {
	db     *store.DB
	ledger *ledger.Ledger
	now    func() time.Time
}

// New gives the accounts of a register.
func New(db *store.DB, l *ledger.Ledger, now func() time.Time) *Accounts {
	return &Accounts{db: db, ledger: l, now: now}
}

// local is the id of the account of whoever sits at the machine that the registry runs on: the same on every server over one database.
var local = ledger.DerivedID("local account")

// localName is what that account is called.
const localName = "Keeper of this register"

// Local gives the id of the account that keeps the register from the machine it runs on. It is made when there is none: an administrator, who
// coordinates all networks.
func (a *Accounts) Local(ctx context.Context) (string, error) {
	rows, err := a.db.ReadRows(ctx, store.Statement{
		Text:   "MATCH (account:Record&Account {id: $id}) RETURN account.state AS state",
		Params: map[string]any{"id": local},
	})
	if err != nil {
		return "", err
	}
	if len(rows) == 0 {
		return local, a.makeLocal(ctx)
	}
	if rows[0]["state"] != registry.ActiveAccount {
		return "", fault.New(fault.Forbidden, "The account of this machine's keeper is closed. Open it again with \"server accounts --open %s\".", local)
	}
	return local, nil
}

func (a *Accounts) makeLocal(ctx context.Context) error {
	t := a.telling("sign-in", "The machine that the registry runs on", "machine")
	t.Records = append(t.Records, account(local, "LOCAL", localName, nil))
	for _, role := range []registry.Role{registry.Administrator, registry.Coordinator} {
		t.Records = append(t.Records, a.grant(ledger.DerivedID("local grant "+string(role)), role, local, "", ""))
	}
	_, err := a.ledger.Tell(ctx, t)
	return err
}

// Service makes the account of a program, with its first role, and gives its id. It signs in nowhere: access tokens are made for it.
func (a *Accounts) Service(ctx context.Context, i registry.Invitation) (string, error) {
	if err := i.Check(); err != nil {
		return "", err
	}
	t := a.telling("server accounts", "The machine that the registry runs on", "machine")
	if i.By == "" {
		by, err := a.Local(ctx)
		if err != nil {
			return "", err
		}
		i.By = by
	} else {
		t = a.telling("add program", "An administrator", "administrator")
		t.Actor, t.Account = "", i.By
	}
	id := uuid.Must(uuid.NewV7()).String()
	t.Records = append(t.Records, account(id, "SERVICE", strings.TrimSpace(i.Name), nil), a.grant(ledger.DerivedID("service grant "+id), i.Role, id, i.Over, i.By))
	record := audit.At(a.now(), audit.ServiceAdded, id, fmt.Sprintf("%s as %s", i.Name, i.Role))
	return id, a.ledger.Write(ctx, func(ctx context.Context, p *ledger.Page) error {
		if _, err := p.Record(ctx, t); err != nil {
			return err
		}
		return audit.Write(ctx, p.Send, record)
	})
}

// ServiceOf gives the id of the account of a program, asked for by its id or its name.
func (a *Accounts) ServiceOf(ctx context.Context, named string) (string, error) {
	return a.only(ctx, "MATCH (account:Account {kind: 'SERVICE', state: '"+registry.ActiveAccount+"'}) WHERE account.id = $named OR account.name = $named RETURN account.id AS id", named,
		fault.New(fault.NotFound, "%.80q names no account of a program, or more than one. \"server accounts\" lists them with their ids.", named))
}

// only gives the id of the one record that a statement finds by what it is called. Where there is none, or more than one, that is the fault.
func (a *Accounts) only(ctx context.Context, statement, named string, wrong error) (string, error) {
	rows, err := a.db.ReadRows(ctx, store.Statement{Text: statement, Params: map[string]any{"named": named}})
	if err != nil {
		return "", err
	}
	if len(rows) != 1 {
		return "", wrong
	}
	id, _ := rows[0]["id"].(string)
	return id, nil
}

// telling begins what is recorded of accounts, with the document and source that it rests on.
func (a *Accounts) telling(action, title, key string) ledger.Telling {
	document := ledger.Record{Type: "Document", ID: ledger.DerivedID("accounts document: " + key), Audience: registry.ForOrganisers,
		Values: map[string]any{"title": title}}
	source := ledger.Record{Type: "Source", ID: ledger.DerivedID("accounts source: " + key), Audience: registry.ForOrganisers,
		Links: map[string][]string{"document": {document.ID}}}
	return ledger.Telling{Actor: localName, Action: action, Source: source.ID, Records: []ledger.Record{document, source}}
}

func account(id, kind, name string, identities []ledger.Part) ledger.Record {
	return ledger.Record{Type: "Account", ID: id, Audience: registry.ForOrganisers,
		Values: map[string]any{"kind": kind, "state": registry.ActiveAccount, "name": name}, Parts: map[string][]ledger.Part{"identities": identities}}
}

func (a *Accounts) grant(id string, role registry.Role, grantee, over, by string) ledger.Record {
	r := ledger.Record{Type: "Grant", ID: id, Audience: registry.ForOrganisers, Links: map[string][]string{"grantee": {grantee}},
		Values: map[string]any{"role": string(role), "state": "ACTIVE", "validFrom": registry.Today(a.now())}}
	if over != "" {
		r.Links["over"] = []string{over}
	}
	if by != "" {
		r.Links["grantedBy"] = []string{by}
	}
	return r
}

// identityOf finds the account that has an identity.
const identityOf = "MATCH (account:Account)-[:HAS_IDENTITY]->(:AccountIdentity {issuer: $issuer, subject: $subject}) RETURN account.id AS id, account.state AS state"

// WithIdentity gives the id of the account that an identity provider knows by a subject, "" when none has that identity.
func (a *Accounts) WithIdentity(ctx context.Context, issuer, subject string) (string, error) {
	rows, err := a.db.ReadRows(ctx, store.Statement{
		Text:   identityOf,
		Params: map[string]any{"issuer": issuer, "subject": subject},
	})
	if err != nil || len(rows) == 0 {
		return "", err
	}
	id, _ := rows[0]["id"].(string)
	return id, nil
}
