package rules

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"partnernet/fault"
)

// Violation is a rule that a record breaks.
type Violation struct {
	Type, ID string // of the record or the part's owner
	With     string // the id of the other record of a pair that breaks it; "" for a rule of one record
	Place    string // where in a source it is told; "" when nobody says
	Field    string // of the record
	Rule     string
	Code     fault.Code
	Sentence string // what is wrong, and what to do
}

// HangsOn is named of a record that breaks no rule itself, and leads to one that does.
const HangsOn = "hangs-on-refused"

func violation(typeName, id, field string, err error) Violation {
	v := Violation{Type: typeName, ID: id, Field: field, Code: fault.CodeOf(err), Sentence: err.Error()}
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		v.Rule, v.Field = f.Rule, cmp.Or(field, f.Field)
	}
	return v
}

// String says in one line which record breaks which rule and what to do.
func (v Violation) String() string {
	return fmt.Sprintf("%s: %s: %s (%s)", cmp.Or(v.Place, v.Type+" "+v.ID), v.Field, v.Sentence, v.Rule)
}

// Broken are the rules that a writing breaks; it is taken back for them.
type Broken struct {
	Violations []Violation
	fault      *fault.Fault
}

// mostTold is how many violations an error tells; who has more mends these first.
const mostTold = 50

// Breaks gives the error of violations, nil when there are none.
func Breaks(violations []Violation) error {
	if len(violations) == 0 {
		return nil
	}
	lines := make([]string, 0, min(len(violations), mostTold)+1)
	for _, v := range violations[:min(len(violations), mostTold)] {
		lines = append(lines, v.String())
	}
	if more := len(violations) - mostTold; more > 0 {
		lines = append(lines, fmt.Sprintf("And %d more.", more))
	}
	first := violations[0]
	return &Broken{violations, fault.New(first.Code, "%s", strings.Join(lines, "\n")).At(first.Field).Breaking(first.Rule)}
}

// Error tells all violations, a line for each.
func (b *Broken) Error() string { return b.fault.Text }

// Unwrap gives the fault of the first violation, with the text of all.
func (b *Broken) Unwrap() error { return b.fault }
