package store

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Read runs a statement that reads, in one round trip, and gives the one value of its one row.
// It is run again when the connection was lost or when the database says that this may help.
// A statement that gives no row, or more than one row or column, is an Internal fault; null is a value like any other.
func (d *DB) Read(ctx context.Context, s Statement) (any, error) {
	record, err := send(ctx, d, d.reading(), s, neo4j.ResultWithContext.Single)
	if err != nil {
		return nil, err
	}
	if len(record.Values) != 1 {
		return nil, internal(fmt.Errorf("the statement should give one value, and gave %d: %s", len(record.Values), s.Text))
	}
	return record.Values[0], nil
}

// ReadRows runs a statement that reads, in the same way as Read, and gives all its rows by column name.
func (d *DB) ReadRows(ctx context.Context, s Statement) ([]map[string]any, error) {
	return send(ctx, d, d.reading(), s, byName)
}

// reading gives the session in which statements are run that only read.
func (d *DB) reading() neo4j.SessionConfig {
	session := d.session
	session.AccessMode = neo4j.AccessModeRead
	return session
}

// send runs a statement by itself and takes what is wanted of the result. It costs one message there and one back,
// where a transaction that is begun and committed costs three: so no driver function that retries can be used, and retry does it.
func send[T any](ctx context.Context, d *DB, config neo4j.SessionConfig, s Statement, take func(neo4j.ResultWithContext, context.Context) (T, error)) (T, error) {
	return retry(ctx, d, func(ctx context.Context) (taken T, err error) {
		defer func(start time.Time) { d.observe(ctx, s, start, err) }(time.Now())
		defer d.use()()
		behind, _ := d.behind(ctx, config)
		session := d.driver.NewSession(ctx, behind)
		defer session.Close(ctx) // what can go wrong in it has gone wrong before, and is told
		text, params := s.Sent()
		result, err := session.Run(ctx, text, params, serverTimeout(ctx))
		if err != nil {
			return taken, err
		}
		return take(result, ctx)
	})
}

// byName takes all rows of a result. The driver's own Collect makes room for a thousand, and most statements give one.
func byName(result neo4j.ResultWithContext, ctx context.Context) ([]map[string]any, error) {
	rows := []map[string]any{}
	for result.Next(ctx) {
		rows = append(rows, result.Record().AsMap())
	}
	return rows, result.Err()
}
