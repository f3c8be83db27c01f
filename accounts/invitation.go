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
	"partnernet/secrets"
	"partnernet/store"
)

const invitationLife = 7 * 24 * time.Hour

// Invite makes an invitation and gives its code, which is told this once.
func (a *Accounts) Invite(ctx context.Context, i registry.Invitation) (string, error) {
	if err := i.Check(); err != nil {
		return "", err
	}
	if i.By == "" {
		by, err := a.Local(ctx)
		if err != nil {
			return "", err
		}
		i.By = by
	}
	code, now := secrets.New(), a.now().UTC()
	record := audit.At(now, audit.Invited, i.By, fmt.Sprintf("%s as %s", i.Name, i.Role))
	return code, a.ledger.Write(ctx, func(ctx context.Context, p *ledger.Page) error {
		_, err := p.Run(ctx, `
			MERGE (i:Invitation {hash: $hash})
			SET i.name = $name, i.role = $role, i.over = $over, i.by = $by, i.expiresAt = $expiresAt`,
			map[string]any{"hash": secrets.Hash(code), "name": strings.TrimSpace(i.Name), "role": string(i.Role), "over": i.Over, "by": i.By,
				"expiresAt": now.Add(invitationLife)})
		if err != nil {
			return err
		}
		return audit.Write(ctx, p.Send, record)
	})
}

// Accept gives the account of whom an identity provider knows by a subject what an invitation promises. The account is made when there is none.
// An invitation counts once, for seven days, and not for an account that is closed.
func (a *Accounts) Accept(ctx context.Context, code, issuer, subject string) (id string, err error) {
	made, grant, now := uuid.Must(uuid.NewV7()).String(), uuid.Must(uuid.NewV7()).String(), a.now().UTC()
	err = a.ledger.Write(ctx, func(ctx context.Context, p *ledger.Page) error {
		i, err := a.take(ctx, p, code, grant)
		if err != nil {
			return err
		}
		t := a.telling("accept invitation", "Invitation", "invitation "+secrets.Hash(code))
		if id, err = holder(ctx, p, issuer, subject); err != nil {
			return err
		}
		if id == "" {
			id = made
			identity := ledger.Part{Key: map[string]any{"issuer": issuer, "subject": subject}}
			t.Records = append(t.Records, account(id, "PERSON", i.Name, []ledger.Part{identity}))
		}
		t.Actor, t.Account, t.Records = "", id, append(t.Records, a.grant(grant, i.Role, id, i.Over, i.By))
		if _, err := p.Record(ctx, t); err != nil {
			return err
		}
		return audit.Write(ctx, p.Send, audit.At(now, audit.Accepted, id, string(i.Role)))
	})
	return id, err
}

// take uses an invitation up for a grant.
func (a *Accounts) take(ctx context.Context, p *ledger.Page, code, grant string) (registry.Invitation, error) {
	rows, err := p.Run(ctx, `
		MATCH (i:Invitation {hash: $hash})
		WHERE i.expiresAt > $now AND (i.takenFor IS NULL OR i.takenFor = $grant)
		SET i.takenFor = $grant
		RETURN i.name AS name, i.role AS role, i.over AS over, i.by AS by`,
		map[string]any{"hash": secrets.Hash(code), "now": a.now().UTC(), "grant": grant})
	if err != nil {
		return registry.Invitation{}, err
	}
	if len(rows) == 0 {
		return registry.Invitation{}, fault.New(fault.Forbidden, "This invitation has been used, or its seven days are over. Ask for another.")
	}
	text := func(column string) string { value, _ := rows[0][column].(string); return value }
	return registry.Invitation{Name: text("name"), Role: registry.Role(text("role")), Over: text("over"), By: text("by")}, nil
}

// holder gives the id of the account that has an identity, "" for none. It is Forbidden when that account is closed.
func holder(ctx context.Context, p *ledger.Page, issuer, subject string) (string, error) {
	rows, err := p.Run(ctx, identityOf, map[string]any{"issuer": issuer, "subject": subject})
	if err != nil || len(rows) == 0 {
		return "", err
	}
	if rows[0]["state"] != registry.ActiveAccount {
		return "", registry.ErrAccountClosed
	}
	id, _ := rows[0]["id"].(string)
	return id, nil
}

// Over gives the id of the network of an acronym, or of the organisation or network of an id; "" for "".
func (a *Accounts) Over(ctx context.Context, named string) (string, error) {
	if named == "" {
		return "", nil
	}
	rows, err := a.db.ReadRows(ctx, store.Statement{
		Text: `
			MATCH (over:Network|Organisation)
			WHERE over.id = $named OR over.acronym = $named
			RETURN over.id AS id, over.acronym AS acronym, over.lifecycle AS lifecycle`,
		Params: map[string]any{"named": named},
	})
	if err != nil {
		return "", err
	}
	ids := registry.NetworksNamed(named, rows)
	if len(ids) != 1 {
		return "", fault.New(fault.NotFound, "%.80q names no network by its acronym, and no network or organisation by its id.", named)
	}
	return ids[0], nil
}
