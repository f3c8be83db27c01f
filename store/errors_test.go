package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"partnernet/fault"
)

func TestErrorsOfTheDriverBecomeFaults(t *testing.T) {
	answer := func(code string) error {
		return &neo4j.Neo4jError{Code: code, Msg: "node 17 of label Secret"}
	}
	own := fault.New(fault.NotFound, "No such network.")
	for _, c := range []struct {
		err   error
		code  fault.Code
		retry bool
		why   string
	}{
		{answer("Neo.TransientError.Transaction.DeadlockDetected"), fault.Unavailable, true, "the other writer is done in a moment"},
		{answer("Neo.TransientError.General.DatabaseUnavailable"), fault.Unavailable, true, "it is starting"},
		{answer("Neo.ClientError.Cluster.NotALeader"), fault.Unavailable, true, "the leader has changed and the driver finds the new one"},
		{answer("Neo.TransientError.General.MemoryPoolOutOfMemoryError"), fault.TooCostly, false, "it wants as much memory the second time"},
		{answer("Neo.TransientError.General.StackOverFlowError"), fault.TooCostly, false, "it nests as deep the second time"},
		{answer("Neo.ClientError.General.TransactionOutOfMemoryError"), fault.TooCostly, false, "it wants as much memory the second time"},
		{answer("Neo.ClientError.Transaction.TransactionTimedOut"), fault.Unavailable, false, "it takes as long the second time"},
		{answer("Neo.ClientError.Transaction.Terminated"), fault.Unavailable, false, "somebody meant it"},
		{answer("Neo.ClientError.Schema.ConstraintValidationFailed"), fault.Conflict, false, "the value stays taken"},
		{answer("Neo.ClientError.Security.Unauthorized"), fault.Unavailable, false, "the password stays wrong"},
		{answer("Neo.ClientError.Security.Forbidden"), fault.Unavailable, false, "the user stays the same"},
		{answer("Neo.ClientError.Database.DatabaseNotFound"), fault.Unavailable, false, "the name stays wrong"},
		{answer("Neo.ClientError.Statement.SyntaxError"), fault.Internal, false, "the registry wrote it"},
		{answer("Neo.DatabaseError.Transaction.TransactionCommitFailed"), fault.Unavailable, false, "its disk is full, and it takes no more before it is started anew"},
		{answer("Neo.DatabaseError.Transaction.TransactionStartFailed"), fault.Unavailable, false, "it has broken down"},
		{answer("Neo.DatabaseError.Database.Unknown"), fault.Unavailable, false, "it is breaking down"},
		{answer("Neo.DatabaseError.General.UnknownError"), fault.Internal, false, "nobody knows"},
		{&neo4j.ConnectivityError{Inner: io.EOF}, fault.Unavailable, true, "the next connection may be good"},
		{fmt.Errorf("closing: %w", &neo4j.ConnectivityError{Inner: io.EOF}), fault.Unavailable, true, "wrapping changes nothing"},
		{own, fault.NotFound, false, "it is a fault already"},
		{fmt.Errorf("row 5: %w", own), fault.NotFound, false, "it holds a fault already"},
		{errors.New("secret"), fault.Internal, false, "it is not known here"},
	} {
		got := translate(context.Background(), c.err)
		if fault.CodeOf(got) != c.code || retryable(c.err) != c.retry {
			t.Errorf("%v: got %s and retry %v, want %s and %v, because %s", c.err, fault.CodeOf(got), retryable(c.err), c.code, c.retry, c.why)
		}
		if !errors.Is(got, c.err) {
			t.Errorf("%v: the log does not learn it from %v", c.err, got)
		}
	}
}

// A commit whose outcome is not known must be called so: a database that breaks down while it commits may have written the transaction into its log.
func TestCommitsOfUnknownOutcome(t *testing.T) {
	for _, c := range []struct {
		err    error
		unsure bool
		why    string
	}{
		{nil, false, "it is done"},
		{&neo4j.ConnectivityError{Inner: io.EOF}, true, "the reply was lost"},
		{context.DeadlineExceeded, true, "no reply came"},
		{&neo4j.Neo4jError{Code: "Neo.DatabaseError.Transaction.TransactionCommitFailed"}, true, "it may be in the log of the database that broke down"},
		{&neo4j.Neo4jError{Code: "Neo.TransientError.Transaction.DeadlockDetected"}, false, "it was taken back"},
		{&neo4j.Neo4jError{Code: "Neo.ClientError.Schema.ConstraintValidationFailed"}, false, "it was taken back"},
	} {
		if got := lostReply(c.err); got != c.unsure {
			t.Errorf("%v: unsure is %v, because %s", c.err, got, c.why)
		}
	}
}
