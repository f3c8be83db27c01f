package store

import (
	"context"
	"errors"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"partnernet/fault"
)

// Tx is a write transaction under way. It is good only inside the function that Write gave it to, and for one goroutine.
type Tx struct {
	db *DB
	tx neo4j.ExplicitTransaction
}

// Run runs a statement in the transaction and gives its rows by column name.
// After an error the transaction is lost: work returns the error, so that Write can try again or tell it.
func (t Tx) Run(ctx context.Context, s Statement) ([]map[string]any, error) {
	start := time.Now()
	rows, err := t.rows(ctx, s)
	t.db.observe(ctx, s, start, err)
	if err != nil {
		return nil, translate(ctx, err)
	}
	return rows, nil
}

func (t Tx) rows(ctx context.Context, s Statement) ([]map[string]any, error) {
	text, params := s.Sent()
	result, err := t.tx.Run(ctx, text, params)
	if err != nil {
		return nil, err
	}
	return byName(result, ctx)
}

// Write runs work in one transaction and commits it; an error from work takes everything back and is returned as it is.
//
// Work is run again from its beginning after a deadlock, a lost connection and the like, so it must do nothing that a second run
// would spoil. One case needs its help: when the reply to a commit is lost, the first run may have been committed, or may
// still be. So a second run must find what the first one wrote: work starts with a MERGE, on a key under a uniqueness constraint,
// of an id made before Write was called, and does the rest only if that created something.
// What must hold between concurrent writers needs such a constraint too, or a lock: SET a property of a node, then read it.
//
// When no reply to the commit comes at all, the fault is Unavailable and says that the outcome is not known.
func (d *DB) Write(ctx context.Context, work func(ctx context.Context, tx Tx) error) error {
	unsure := false
	_, err := retry(ctx, d, func(ctx context.Context) (done struct{}, err error) {
		defer d.use()()
		behind, trail := d.behind(ctx, d.session)
		session := d.driver.NewSession(ctx, behind)
		defer session.Close(ctx) // takes back what was not committed
		tx, err := session.BeginTransaction(ctx, serverTimeout(ctx))
		if err != nil {
			return done, err
		}
		if err := work(ctx, Tx{db: d, tx: tx}); err != nil {
			return done, err
		}
		if err = tx.Commit(ctx); err == nil {
			trail.leave(session)
		}
		unsure = unsure || lostReply(err)
		return done, err
	})
	if unsure && fault.CodeOf(err) == fault.Unavailable {
		return fault.Wrap(fault.Unavailable, err, "The database did not confirm that this was written. It may have been: look before sending it again.")
	}
	return err
}

// lostReply tells whether it is unknown what became of a commit: the database answered neither that it is done nor that it was taken back. One that breaks down
// while it commits says that it failed, and may find the transaction in its log when it is started anew.
func lostReply(err error) bool {
	var answered *neo4j.Neo4jError
	return err != nil && (!errors.As(err, &answered) || broken(answered))
}
