package fault_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"testing"
	"time"

	"partnernet/fault"
)

// errPrivate is what only the log may say.
var errPrivate = errors.New("bolt://10.0.0.7:7687 refused MATCH (n:Person)")

func TestCodeOf(t *testing.T) {
	conflict := fault.New(fault.Conflict, "The network is taken.")
	for _, row := range []struct {
		err  error
		want fault.Code
		why  string
	}{
		{conflict, fault.Conflict, "a fault's own code"},
		{fmt.Errorf("record 3: %w", conflict), fault.Conflict, "a fault within an error that says where"},
		{errors.Join(io.EOF, conflict), fault.Conflict, "a fault beside another error"},
		{fault.Wrap(fault.BadInput, conflict, "The file cannot be read."), fault.BadInput, "the nearest of two: it is the one that is told"},
		{fmt.Errorf("read: %w", io.EOF), fault.Internal, "what nobody has made a fault of is the registry's own"},
	} {
		if got := fault.CodeOf(row.err); got != row.want {
			t.Errorf("%s: got %s, want %s", row.why, got, row.want)
		}
	}
}

// The cause is there for the log and for errors.Is, and is no part of the sentence.
func TestACauseIsKeptAndNotTold(t *testing.T) {
	err := error(fault.Wrap(fault.Unavailable, errPrivate, "The database is away. Try again in %s.", "a moment"))
	if want := "The database is away. Try again in a moment."; err.Error() != want {
		t.Errorf("told %q, want %q", err, want)
	}
	if !errors.Is(err, errPrivate) {
		t.Error("the cause is lost")
	}
	if fault.New(fault.NotFound, "There is no such record.").Unwrap() != nil {
		t.Error("a fault without a cause has one")
	}
}

// A value in a sentence may hold a percent sign: what Wrap is given as text is not read a second time.
func TestASentenceIsWrittenOnce(t *testing.T) {
	inner := fault.New(fault.BadInput, "An aid rate is a share; 35 %% is 0.35.")
	outer := fault.Wrap(inner.Code, inner, "aidRate: %s", inner)
	if want := "aidRate: An aid rate is a share; 35 % is 0.35."; outer.Text != want {
		t.Errorf("got %q, want %q", outer.Text, want)
	}
}

func TestAFaultNamesFieldAndRule(t *testing.T) {
	f := fault.New(fault.BadInput, "The check digit is wrong.").At("value").Breaking("identifier-check-digit")
	if f.Field != "value" || f.Rule != "identifier-check-digit" || f.Code != fault.BadInput {
		t.Errorf("got %+v", f)
	}
}

// What is found deep in an input has the whole path, before its sentence and for programs; the sentence itself stays as it is.
func TestAFaultIsFoundWithin(t *testing.T) {
	found := fault.New(fault.BadInput, "A PIC has 9 digits.").Breaking("pic")
	for _, row := range []struct {
		err              error
		field, told, why string
	}{
		{found, "", "A PIC has 9 digits.", "nobody knows where"},
		{fault.Within("pic", found), "pic", "pic: A PIC has 9 digits.", "in a field"},
		{fault.Within("input", fault.Within("parties[1]", fault.Within("pic", found))), "input.parties[1].pic", "input.parties[1].pic: A PIC has 9 digits.", "in a field of a field"},
		{fault.Within("input", fmt.Errorf("second: %w", found)), "input", "input: A PIC has 9 digits.", "in an error that says more"},
	} {
		f, ok := errors.AsType[*fault.Fault](row.err)
		if !ok || f.Field != row.field || f.Error() != row.told || f.Rule != "pic" || !errors.Is(row.err, found) {
			t.Errorf("%s: field %q, %q", row.why, f.Field, row.err)
		}
	}
	if got := fault.Within("input", io.EOF); got.Error() != io.EOF.Error() {
		t.Error("what is no fault is not left as it is")
	}
}

// The log is told what lies at the bottom, behind all sentences that were made of it.
func TestTheCauseIsAtTheBottom(t *testing.T) {
	cause := errors.New("no space left on device")
	err := fmt.Errorf("input: %w", fault.Wrap(fault.Unavailable, fault.Wrap(fault.Internal, cause, "It broke."), "Try again."))
	if got := fault.CauseOf(err); !errors.Is(got, cause) || got.Error() != cause.Error() {
		t.Errorf("the cause is %v", got)
	}
	both := fault.Wrap(fault.Unavailable, errors.Join(io.EOF, cause), "Try again.")
	if got := fault.CauseOf(both); !errors.Is(got, io.EOF) || !errors.Is(got, cause) {
		t.Errorf("of two causes it is %v", got)
	}
}

// Every code has one status of HTTP, whoever answers with it.
func TestStatuses(t *testing.T) {
	for _, row := range []struct {
		err  error
		want int
	}{
		{fault.New(fault.BadInput, "x"), http.StatusBadRequest},
		{fault.New(fault.NotFound, "x"), http.StatusNotFound},
		{fault.New(fault.Conflict, "x"), http.StatusConflict},
		{fault.New(fault.TooCostly, "x"), http.StatusBadRequest},
		{fault.New(fault.TooCostly, "x").Again(time.Second), http.StatusTooManyRequests},
		{fault.New(fault.Unauthenticated, "x"), http.StatusUnauthorized},
		{fault.New(fault.Forbidden, "x"), http.StatusForbidden},
		{fault.New(fault.Unavailable, "x"), http.StatusServiceUnavailable},
		{fault.New(fault.Internal, "x"), http.StatusInternalServerError},
		{fmt.Errorf("read: %w", io.EOF), http.StatusInternalServerError},
		{fault.New("PERSISTED_QUERY_NOT_FOUND", "x"), http.StatusBadRequest},
	} {
		if got := fault.StatusOf(row.err); got != row.want {
			t.Errorf("%s is answered with %d, want %d", fault.CodeOf(row.err), got, row.want)
		}
	}
}

func TestNamesAreListed(t *testing.T) {
	for want, names := range map[string][]fault.Code{"": nil, "NOT_FOUND": {fault.NotFound}, "NOT_FOUND, CONFLICT": {fault.NotFound, fault.Conflict}} {
		if got := fault.Listed(names); got != want {
			t.Errorf("%v are listed as %q, want %q", names, got, want)
		}
	}
}
