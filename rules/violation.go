package rules

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
)

// Violation is a rule that a record breaks.
type Violation struct {
	Type, ID string   // of the record or the part's owner
	With     string   // the id of the other record of a pair that breaks it; "" for a rule of one record
	By       []string // ids of the records of a telling that bring it about, where it tells nothing of the record itself
	Place    string   // where in a source it is told; "" when nobody says
	Field    string   // of the record
	Rule     string
	Code     fault.Code
	Err      error // says in each language what is wrong, and what to do
}

// HangsOn is named of a record that breaks no rule itself, and leads to one that does.
const HangsOn = "hangs-on-refused"

// Violated gives the violation of a rule that a record breaks, as an error says it.
func Violated(typeName, id, field string, err error) Violation {
	v := Violation{Type: typeName, ID: id, Field: field, Code: fault.CodeOf(err), Err: err}
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		v.Rule, v.Field = f.Rule, cmp.Or(field, f.Field)
	}
	return v
}

// Hanging gives the violation of a record that leads to one that is refused.
func Hanging(typeName, id, place string) Violation {
	v := Violated(typeName, id, "", fault.New(fault.Conflict, "It hangs on a record that is refused. Mend that one first.").Breaking(HangsOn))
	v.Place = place
	return v
}

// String says in one line which record breaks which rule and what to do.
func (v Violation) String() string { return v.In("en") }

// In says that in a language.
func (v Violation) In(language string) string {
	field := v.Field
	if len(v.By) > 0 {
		field = v.Type + "." + v.Field
	}
	return fmt.Sprintf("%s: %s: %s (%s)", cmp.Or(v.Place, v.Type+" "+v.ID), field, v.Says(language), v.Rule)
}

// Says gives in a language what is wrong, and what to do.
func (v Violation) Says(language string) string { return registry.Sentence(v.Err, language) }

// violationList are violations, a line for each.
type violationList []Violation

// String tells them in English.
func (t violationList) String() string { return t.In("en") }

// In tells them in a language.
func (t violationList) In(language string) string {
	lines := make([]string, 0, min(len(t), mostListed)+1)
	for _, v := range t[:min(len(t), mostListed)] {
		lines = append(lines, v.In(language))
	}
	if more := len(t) - mostListed; more > 0 {
		and := registry.Sentence(fault.New(fault.BadInput, "And %d more.", more), language)
		lines = append(lines, and)
	}
	return strings.Join(lines, "\n")
}

// Broken are the rules that a writing breaks; it is taken back for them.
type Broken struct {
	Violations []Violation
	fault      *fault.Fault
}

// mostListed is how many violations an error tells; who has more mends these first.
const mostListed = 50

// Breaks gives the error of violations, nil when there are none.
func Breaks(violations []Violation) error {
	if len(violations) == 0 {
		return nil
	}
	first := violations[0]
	return &Broken{violations, fault.New(first.Code, "%s", violationList(violations)).At(first.Field).Breaking(first.Rule)}
}

// Error tells all violations, a line for each.
func (b *Broken) Error() string { return b.fault.Text }

// Unwrap gives the fault of the first violation, with the text of all.
func (b *Broken) Unwrap() error { return b.fault }
