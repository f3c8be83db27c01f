package store

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"partnernet/fault"
)

// outOfMemory tells whether one statement wanted more memory than there is. Most of these call themselves transient,
// but the same statement would want as much again.
func outOfMemory(e *neo4j.Neo4jError) bool {
	return e.Code == "Neo.ClientError.General.TransactionOutOfMemoryError" || slices.Contains([]string{
		"TransactionMemoryLimit", "OutOfMemoryError", "StackOverFlowError", "MemoryPoolOutOfMemoryError",
	}, strings.TrimPrefix(e.Code, "Neo.TransientError.General."))
}

// broken tells whether a database cannot begin or end a transaction any more, as when its disk is full. It takes none until it is started anew.
func broken(e *neo4j.Neo4jError) bool {
	return strings.HasPrefix(e.Code, "Neo.DatabaseError.Transaction.") || strings.HasPrefix(e.Code, "Neo.DatabaseError.Database.")
}

// translate turns an error of the driver into a fault, once: what is or holds a fault stays as it is.
func translate(ctx context.Context, err error) error {
	if _, ok := errors.AsType[*fault.Fault](err); ok {
		return err
	}
	if ctx.Err() != nil {
		return ended(ctx, err)
	}
	if answer, ok := errors.AsType[*neo4j.Neo4jError](err); ok {
		return refused(answer)
	}
	if connectionLost(err) {
		return fault.Wrap(fault.Unavailable, err, "The database cannot be reached now. Try again in a moment.")
	}
	return internal(err)
}

// CodeOf gives the code of what an Observer is told of, as whoever asked is told it.
func CodeOf(ctx context.Context, err error) fault.Code { return fault.CodeOf(translate(ctx, err)) }

// ended is the fault of a context that ended before the database answered: by our timeout, or by the caller's own wish.
func ended(ctx context.Context, err error) *fault.Fault {
	err = errors.Join(ctx.Err(), err)
	if late, ok := errors.AsType[*fault.Fault](context.Cause(ctx)); ok {
		return fault.Wrap(late.Code, err, "%s", late.Text)
	}
	return fault.Wrap(fault.Unavailable, err, "The request ended before the database had answered.")
}

func tooLate(after time.Duration) *fault.Fault {
	return fault.New(fault.Unavailable, "The database did not answer within %s. Try again in a moment, or ask for less at a time.", after)
}

// refused is the fault of a statement that the database answered with an error.
func refused(e *neo4j.Neo4jError) *fault.Fault {
	switch {
	case e.Code == "Neo.ClientError.Schema.ConstraintValidationFailed":
		return fault.Wrap(fault.Conflict, e, "Another record holds a value that only one record may have, or something still needs the record. Read the records again and change the request.")
	case outOfMemory(e):
		return fault.Wrap(fault.TooCostly, e, "The request needs more memory than the database gives to one request. Ask for less at a time.")
	case e.IsRetriable():
		return fault.Wrap(fault.Unavailable, e, "The database is too busy now. Try again in a moment.")
	case broken(e):
		return fault.Wrap(fault.Unavailable, e, "The database has broken down, and works again once it has been started anew. Whoever runs it must look whether its disk is full or write-protected, and into its log.")
	case e.HasSecurityCode() || strings.HasPrefix(e.Code, "Neo.ClientError.Database."):
		return fault.Wrap(fault.Unavailable, e, "The registry is not let into its database. Whoever runs it must check the database's name, the user, the password and what the user may do.")
	case strings.HasPrefix(e.Code, "Neo.ClientError.Transaction."):
		return fault.Wrap(fault.Unavailable, e, "The database ended the request before it was done. Try again in a moment, or ask for less at a time.")
	}
	return internal(e)
}

func internal(cause error) *fault.Fault {
	return fault.Wrap(fault.Internal, cause, "The registry failed to do this through a fault of its own. Its log says more to whoever runs it.")
}
