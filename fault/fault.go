// Package fault holds the registry's errors: each has a code for programs, a sentence for people, and a private cause for the log.
package fault

import (
	"errors"
	"fmt"
)

// Code says what kind of fault it is; it is what a client sees in extensions.code.
type Code string

// The codes a client can meet.
const (
	BadInput        Code = "BAD_INPUT"       // the request is wrong and will stay wrong until it is changed
	NotFound        Code = "NOT_FOUND"       // what the request names does not exist for this viewer
	Conflict        Code = "CONFLICT"        // the request disagrees with what the registry holds now
	TooCostly       Code = "TOO_COSTLY"      // the request is over a limit
	Unauthenticated Code = "UNAUTHENTICATED" // the request does not say who asks
	Forbidden       Code = "FORBIDDEN"       // who asks may not do this
	Unavailable     Code = "UNAVAILABLE"     // the database does not answer now; the same request may work later
	Internal        Code = "INTERNAL"        // a fault of the registry itself
)

// Fault is an error with a public sentence and a private cause.
// The sentence says what was wrong, where, and what to do; the cause is for the log and never leaves the server.
//
// Format and Args are what the sentence is made of, so that it can be said in another language where it is shown.
type Fault struct {
	Code   Code
	Text   string
	Format string
	Args   []any
	Field  string // the input field that is wrong, if one is
	Rule   string // the rule of the domain that was broken, if one was
	Cause  error
}

// Error gives the public sentence.
func (f *Fault) Error() string { return f.Text }

// Unwrap gives the private cause to errors.Is and errors.As.
func (f *Fault) Unwrap() error { return f.Cause }

// New makes a fault with a public sentence and no cause.
func New(code Code, format string, args ...any) *Fault {
	return Wrap(code, nil, format, args...)
}

// Wrap makes a fault that keeps its cause for the log.
func Wrap(code Code, cause error, format string, args ...any) *Fault {
	return &Fault{Code: code, Text: fmt.Sprintf(format, args...), Format: format, Args: args, Cause: cause}
}

// At names the input field that the fault is about.
func (f *Fault) At(field string) *Fault {
	f.Field = field
	return f
}

// Breaking names the rule of the domain that was broken.
func (f *Fault) Breaking(rule string) *Fault {
	f.Rule = rule
	return f
}

// Within says of err, found in a part of the input, in which field it is. What is no fault stays as it is.
func Within(field string, err error) error {
	var f *Fault
	if !errors.As(err, &f) {
		return err
	}
	return Wrap(f.Code, err, "%s: %s", field, f).At(field).Breaking(f.Rule)
}

// CodeOf gives the code of the nearest fault in err's chain, Internal when there is none.
func CodeOf(err error) Code {
	if f, ok := errors.AsType[*Fault](err); ok {
		return f.Code
	}
	return Internal
}
