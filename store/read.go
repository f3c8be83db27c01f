package store

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// Read runs a statement that reads, in one round trip, and gives the one value of its one row.
// It is run again when the connection was lost or when the database says that this may help.
// A statement that gives no row, or more than one row or column, is an Internal fault; null is a value like any other.
func (d *DB) Read(ctx context.Context, s Statement) (any, error) {
	records, err := d.run(ctx, neo4j.AccessModeRead, s)
	if err != nil {
		return nil, err
	}
	if len(records) != 1 || len(records[0].Values) != 1 {
		return nil, internal(fmt.Errorf("the statement should give one row of one value, and gave %d rows: %s", len(records), s.Text))
	}
	return records[0].Values[0], nil
}

// ReadRows runs a statement that reads, in the same way as Read, and gives all its rows by column name.
func (d *DB) ReadRows(ctx context.Context, s Statement) ([]map[string]any, error) {
	records, err := d.run(ctx, neo4j.AccessModeRead, s)
	return byName(records), err
}

// run runs a statement in a transaction of its own.
func (d *DB) run(ctx context.Context, mode neo4j.AccessMode, s Statement) ([]*neo4j.Record, error) {
	session := d.session
	session.AccessMode = mode
	return send(ctx, d, session, s, neo4j.ResultWithContext.Collect)
}

// Plan is how the database would run a statement.
type Plan struct {
	Operators []string // root first, each with its details, as in "NodeUniqueIndexSeek@neo4j UNIQUE n:Record(id) WHERE id = $id"
	Warnings  []string // what the database has against the statement: empty when it is sound
}

// Explain plans a statement without running it.
func (d *DB) Explain(ctx context.Context, s Statement) (Plan, error) {
	session := d.session
	session.AccessMode = neo4j.AccessModeRead
	session.NotificationsMinSeverity = notifications.InformationLevel
	s.Text = "EXPLAIN " + s.Text
	summary, err := send(ctx, d, session, s, neo4j.ResultWithContext.Consume)
	if err != nil {
		return Plan{}, err
	}
	plan := Plan{Operators: operators(summary.Plan())}
	for _, n := range summary.Notifications() {
		plan.Warnings = append(plan.Warnings, n.Code()+": "+n.Description())
	}
	return plan, nil
}

func operators(p neo4j.Plan) []string {
	all := []string{fmt.Sprintf("%s %v", p.Operator(), p.Arguments()["Details"])}
	for _, child := range p.Children() {
		all = append(all, operators(child)...)
	}
	return all
}

// send runs a statement by itself and takes what is wanted of the result. It costs one message there and one back,
// where a transaction that is begun and committed costs three: so no driver function that retries can be used, and retry does it.
func send[T any](ctx context.Context, d *DB, config neo4j.SessionConfig, s Statement, take func(neo4j.ResultWithContext, context.Context) (T, error)) (T, error) {
	return retry(ctx, d, func(ctx context.Context) (taken T, err error) {
		defer func(start time.Time) { d.observe(ctx, s, start, err) }(time.Now())
		session := d.driver.NewSession(ctx, config)
		defer session.Close(ctx) // what can go wrong in it has gone wrong before, and is told
		result, err := session.Run(ctx, s.Text, s.Params, serverTimeout(ctx))
		if err != nil {
			return taken, err
		}
		return take(result, ctx)
	})
}

func byName(records []*neo4j.Record) []map[string]any {
	rows := make([]map[string]any, len(records))
	for i, r := range records {
		rows[i] = r.AsMap()
	}
	return rows
}
