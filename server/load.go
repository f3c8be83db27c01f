package main

import (
	"time"

	"partnernet/admission"
)

// loadFlags are the fields of admission.Limits, as flags whose defaults are the registry's own.
type loadFlags struct {
	Reads        int `name:"max-reads" default:"${Reads}" placeholder:"N" group:"load" help:"Queries that are answered at once (default: 0, which is four for each processor of this machine, and at least eight)."`
	Writes       int `name:"max-writes" default:"${Writes}" placeholder:"N" group:"load" help:"Mutations that are done at once (default: 0, in the same way)."`
	Waiting      int `name:"max-waiting" default:"${Waiting}" placeholder:"N" group:"load" help:"How many more of each may wait for a moment (default: 0, which is eight times as many as are answered at once)."`
	Rate         int `name:"rate" default:"${Rate}" placeholder:"N" group:"load" help:"Operations a second from a network address without signing in, where people beyond this machine are served; five times as many may come at once. 0 is without limit (default: ${Rate})."`
	RateSignedIn int `name:"rate-signed-in" default:"${RateSignedIn}" placeholder:"N" group:"load" help:"Operations a second of an account, in the same way (default: ${RateSignedIn})."`
}

// door gives where operations enter. Whoever sits at the machine is not asked how often they ask: it is theirs.
func (f loadFlags) door(beyond bool) *admission.Door {
	l := admission.Limits(f)
	if !beyond {
		l.Rate, l.RateSignedIn = 0, 0
	}
	return admission.NewDoor(l, time.Now)
}
