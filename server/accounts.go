package main

import (
	"context"

	"github.com/google/uuid"

	"partnernet/store"
)

// accounts are the register's accounts, as signing in asks for them.
type accounts struct{ db *store.DB }

// Local gives the account that keeps the register from this machine.
func (a accounts) Local(ctx context.Context) (id string, err error) {
	made := uuid.NewString()
	err = a.db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		rows, err := tx.Run(ctx, store.Statement{
			Text: `
				MERGE (lock:Lock {name: 'local account'})
				SET lock.taken = true
				MERGE (a:Record:Account {kind: 'LOCAL'})
				ON CREATE SET a.id = $id, a.state = 'ACTIVE'
				RETURN a.id AS id`,
			Params: map[string]any{"id": made},
		})
		if err == nil {
			id, _ = rows[0]["id"].(string)
		}
		return err
	})
	return id, err
}

// WithIdentity gives the account that an identity provider knows by a subject.
func (a accounts) WithIdentity(ctx context.Context, issuer, subject string) (string, error) {
	rows, err := a.db.ReadRows(ctx, store.Statement{
		Text:   "MATCH (a:Account)-[:HAS_IDENTITY]->(:AccountIdentity {issuer: $issuer, subject: $subject}) RETURN a.id AS id",
		Params: map[string]any{"issuer": issuer, "subject": subject},
	})
	if err != nil || len(rows) == 0 {
		return "", err
	}
	id, _ := rows[0]["id"].(string)
	return id, nil
}
