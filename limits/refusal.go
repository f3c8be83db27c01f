package limits

import (
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/fault"
)

// excess is a cost over its limit.
type excess struct {
	limit   string // its name, for programs
	allowed int
	found   int
	what    string // a sentence with two numbers: found and allowed
	remedy  string
}

// refusal gives the error that a client sees.
func (e excess) refusal() *gqlerror.Error {
	f := fault.New(fault.TooCostly, e.what+" "+e.remedy, e.found, e.allowed)
	return &gqlerror.Error{Err: f, Message: f.Text, Extensions: map[string]any{
		"code":    string(fault.TooCostly),
		"limit":   e.limit,
		"allowed": e.allowed,
		"found":   e.found,
	}}
}

// within gives the refusal of the first excess, or nil.
func within(all ...excess) *gqlerror.Error {
	for _, each := range all {
		if each.found > each.allowed {
			return each.refusal()
		}
	}
	return nil
}
