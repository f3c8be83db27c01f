// Package fault holds the registry's errors: each has a code for programs, a sentence for people, and a private cause for the log.
package fault

import (
	"errors"
	"fmt"
	"strings"
	"time"
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
	Path   string // where in the input it was found, if that is known: it stands before the sentence
	Field  string // the input field that is wrong, if one is
	Rule   string // the rule of the domain that was broken, if one was
	// Violations are all rules that were broken, where the sentence tells several of them.
	Violations []Violation
	Cause      error
	Wait       time.Duration // after which the same request may do, where that is known
}

// Error gives the public sentence, after the path in the input.
func (f *Fault) Error() string { return f.After(f.Text) }

// After gives a sentence after the fault's path, as "path: sentence"; the sentence alone where there is no path.
func (f *Fault) After(sentence string) string {
	if f.Path == "" {
		return sentence
	}
	return f.Path + ": " + sentence
}

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

// At names the input field that the fault is about, without telling it in the sentence.
func (f *Fault) At(field string) *Fault {
	f.Field = field
	return f
}

// Violating gives all rules that were broken, of which the sentence tells.
func (f *Fault) Violating(all []Violation) *Fault {
	f.Violations = all
	return f
}

// Breaking names the rule of the domain that was broken.
func (f *Fault) Breaking(rule string) *Fault {
	f.Rule = rule
	return f
}

// Again says after how long the same request may do.
func (f *Fault) Again(after time.Duration) *Fault {
	f.Wait = after
	return f
}

// In says in which part of the input the fault was found. A path that it has already goes on from there.
func (f *Fault) In(path string) *Fault {
	f.Path = Join(path, f.Path)
	f.Field = f.Path
	return f
}

// Join gives the path of what is at a path within what is at another one; each is empty for the whole.
func Join(path, within string) string {
	if path == "" || within == "" {
		return path + within
	}
	return path + "." + within
}

// Within says of err in which part of the input it was found. What is no fault stays as it is.
func Within(path string, err error) error {
	f, ok := errors.AsType[*Fault](err)
	if !ok {
		return err
	}
	found := *f
	found.Cause = err
	return found.In(path)
}

// Listed gives names as a sentence lists them.
func Listed[T ~string](names []T) string {
	texts := make([]string, len(names))
	for i, name := range names {
		texts[i] = string(name)
	}
	return strings.Join(texts, ", ")
}

// CodeOf gives the code of the nearest fault in err's chain, Internal when there is none.
func CodeOf(err error) Code {
	if f, ok := errors.AsType[*Fault](err); ok {
		return f.Code
	}
	return Internal
}

// moment is after how long to try again what is Unavailable, where nothing else is known.
const moment = time.Second

// WaitOf gives after how long to try again what failed with err; 0 where that does not help.
func WaitOf(err error) time.Duration {
	f, ok := errors.AsType[*Fault](err)
	if ok && f.Wait == 0 && f.Code == Unavailable {
		return moment
	}
	if !ok {
		return 0
	}
	return f.Wait
}

// CauseOf gives what lies at the bottom of an error, for the log: what a database or a file has answered, behind all sentences that were made of it.
func CauseOf(err error) error {
	for {
		cause := errors.Unwrap(err)
		if cause == nil {
			return err
		}
		err = cause
	}
}
