package accounts

import (
	"context"

	"partnernet/audit"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
)

// Listed is an account with what it may do.
type Listed struct {
	ID, Kind, State, Name string
	Grants                []string // each as "COORDINATOR of MITTSEC"
}

// List gives all accounts, by their names.
func (a *Accounts) List(ctx context.Context) ([]Listed, error) {
	rows, err := a.db.ReadRows(ctx, store.Statement{
		Text: `
			MATCH (account:Account)
			RETURN account.id AS id, account.kind AS kind, account.state AS state, account.name AS name, COLLECT {
			  MATCH (account)<-[:GRANTEE]-(grant:Grant)
			  WHERE grant.state = 'ACTIVE' AND coalesce(grant.validTo >= date($today), true)
			  OPTIONAL MATCH (grant)-[:OVER]->(over)
			  WITH grant.role + coalesce(' of ' + coalesce(over.acronym, over.legalName), '') AS granted
			  RETURN granted
			  ORDER BY granted
			} AS grants
			ORDER BY name, id`,
		Params: map[string]any{"today": registry.Today(a.now()).String()},
	})
	if err != nil {
		return nil, err
	}
	all := make([]Listed, len(rows))
	for i, row := range rows {
		text := func(column string) string { value, _ := row[column].(string); return value }
		all[i] = Listed{ID: text("id"), Kind: text("kind"), State: text("state"), Name: text("name")}
		grants, _ := row["grants"].([]any)
		for _, grant := range grants {
			if granted, ok := grant.(string); ok {
				all[i].Grants = append(all[i].Grants, granted)
			}
		}
	}
	return all, nil
}

// SetState opens or closes an account. Sessions and tokens of a closed account hold no longer.
func (a *Accounts) SetState(ctx context.Context, id, state string) error {
	event := audit.AccountReopened
	if state == registry.SuspendedAccount {
		event = audit.AccountClosed
	}
	record := audit.At(a.now(), event, id, "")
	return a.ledger.Write(ctx, func(ctx context.Context, p *ledger.Page) error {
		rows, err := p.Run(ctx, "MATCH (account:Record&Account {id: $id}) RETURN account.id AS id", map[string]any{"id": id})
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return fault.New(fault.NotFound, "There is no account of this id. \"server accounts\" lists them.")
		}
		t := a.telling("server accounts", "The machine that the registry runs on", "machine")
		t.Overwrites = true
		t.Records = append(t.Records, ledger.Record{Type: "Account", ID: id, Values: map[string]any{"state": state}})
		if _, err := p.Record(ctx, t); err != nil {
			return err
		}
		return audit.Write(ctx, p.Send, record)
	})
}

// Administers says whether an account is an administrator today.
func (a *Accounts) Administers(ctx context.Context, id string) (bool, error) {
	value, err := a.db.Read(ctx, store.Statement{
		Text: `
			RETURN EXISTS {
			  MATCH (account:Record&Account {id: $id})<-[:GRANTEE]-(grant:Grant {role: 'ADMINISTRATOR', state: 'ACTIVE'})
			  WHERE account.state = 'ACTIVE'
			    AND coalesce(grant.validFrom <= date($today), true)
			    AND coalesce(grant.validTo >= date($today), true)
			} AS administers`,
		Params: map[string]any{"id": id, "today": registry.Today(a.now()).String()},
	})
	administers, _ := value.(bool)
	return administers, err
}
