package store

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	firstWait   = 10 * time.Millisecond // about a statement's time: a deadlock is over when the other writer has finished
	longestWait = 500 * time.Millisecond

	// A connection may be found dead when it is used, and then the next one is new. A database that takes no connection
	// several times in a row is away, and whoever asks is told so at once instead of waiting for the timeout.
	connectionTries = 4

	// The database ends a transaction by itself this long after the client stopped waiting for it, should the client have vanished.
	serverGrace = time.Second
)

// retry does an attempt until it succeeds, fails for good, or the time is over. Its error is a fault.
func retry[T any](ctx context.Context, d *DB, attempt func(context.Context) (T, error)) (T, error) {
	ctx, cancel := d.deadline(ctx)
	defer cancel()
	var last error
	lost := 0
	result, err := backoff.Retry(ctx, func() (T, error) {
		result, err := attempt(ctx)
		last = err
		if connectionLost(err) {
			lost++
		}
		if err != nil && (!retryable(err) || lost == connectionTries) {
			err = backoff.Permanent(err)
		}
		return result, err
	}, backoff.WithBackOff(waits()), backoff.WithMaxElapsedTime(0))
	if err != nil {
		return result, translate(ctx, last)
	}
	return result, nil
}

func waits() backoff.BackOff {
	waits := backoff.NewExponentialBackOff()
	waits.InitialInterval = firstWait
	waits.MaxInterval = longestWait
	return waits
}

// deadline ends the context after the database's timeout, with a cause that says so.
func (d *DB) deadline(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, d.timeout, tooLate(d.timeout))
}

// serverTimeout lets the database, too, end a transaction that the client no longer waits for.
func serverTimeout(ctx context.Context) func(*neo4j.TransactionConfig) {
	deadline, _ := ctx.Deadline() // retry has set one
	return neo4j.WithTxTimeout(time.Until(deadline) + serverGrace)
}

func retryable(err error) bool {
	if connectionLost(err) {
		return true
	}
	var answer *neo4j.Neo4jError
	return errors.As(err, &answer) && answer.IsRetriable() && !outOfMemory(answer)
}

func connectionLost(err error) bool {
	var lost *neo4j.ConnectivityError
	return errors.As(err, &lost)
}
