// Package admission decides who goes to the database now, who waits a moment, and who is sent away, so that the database is never asked for more at once
// than it does well, and nobody is kept from it by somebody else who asks for much.
package admission

import (
	"cmp"
	"context"
	"net/netip"
	"runtime"
	"time"

	"partnernet/fault"
	"partnernet/limits"
)

// Limits say how much may be asked of a server. Start from Default.
type Limits struct {
	Reads   int // queries that are answered at once; 0 for as many as this machine does well, when the database is on it too
	Writes  int // mutations that are done at once; 0 in the same way
	Waiting int // more of each that may wait for a moment; 0 for eight times as many as are answered at once
	// Rate is how many operations a second each network address may ask for without signing in, and RateSignedIn how many each account. Five times as many
	// may come at once. Zero is without limit.
	Rate, RateSignedIn int
}

// Default gives the limits of a server that says nothing else.
func Default() Limits {
	return Limits{Rate: 20, RateSignedIn: 100}
}

// A processor does several operations at once as fast as one after another: they wait for the wire too. With more than that each takes longer, and
// no more are done.
const (
	aProcessor = 4
	fewest     = 8 // so that what a page asks at once need not wait
)

// patience is how long one waits at most, where many come at one moment: right after a start the database takes seconds to plan what it is asked first. Where more is
// asked than can be done, nobody comes to wait so long: see tooLong.
const patience = 5 * time.Second

// queue is how many may wait for each that is answered at once: a page, or a script, may ask for a hundred things at one moment.
const queue = 8

// burst is how many seconds' operations may come at once.
const burst = 5

// Door is where all operations enter. A nil door lets everybody in.
type Door struct {
	Reads, Writes       *Gate
	addresses, accounts *limits.Often[string]
}

// NewDoor makes a door with these limits.
func NewDoor(l Limits, now func() time.Time) *Door {
	return &Door{
		Reads: gate(l.Reads, l.Waiting), Writes: gate(l.Writes, l.Waiting),
		addresses: often(l.Rate, now), accounts: often(l.RateSignedIn, now),
	}
}

func gate(atOnce, waiting int) *Gate {
	atOnce = cmp.Or(atOnce, max(fewest, aProcessor*runtime.GOMAXPROCS(0)))
	return NewGate(atOnce, cmp.Or(waiting, queue*atOnce), patience)
}

func often(rate int, now func() time.Time) *limits.Often[string] {
	if rate <= 0 {
		return nil
	}
	return limits.NewOften[string](burst*rate, time.Second/time.Duration(rate), now)
}

// Client is who asks, as far as it matters how much they ask for.
type Client struct {
	Account string     // empty where nobody has signed in
	Address netip.Addr // where they ask from
}

type clientKey struct{}

// WithClient says who sends the requests under ctx.
func WithClient(ctx context.Context, c Client) context.Context {
	return context.WithValue(ctx, clientKey{}, c)
}

// key tells one client from another: by their account, or else by their network.
func (c Client) key() string {
	if c.Account != "" {
		return c.Account
	}
	return limits.NetworkOf(c.Address).String()
}

type insideKey struct{}

// Enter lets an operation in that reads or writes; it is done under the context that it gives, and then leave is called. What is asked in the course of an
// operation has been let in with that.
//
// It is TooCostly when the client has asked too often, and Unavailable when more is asked for than can be answered; both say when to try again.
func (d *Door) Enter(ctx context.Context, writes bool) (inside context.Context, leave func(), err error) {
	if d == nil || ctx.Value(insideKey{}) != nil {
		return ctx, func() {}, nil
	}
	if err := d.Count(ctx); err != nil {
		return ctx, nil, err
	}
	gate := d.Reads
	if writes {
		gate = d.Writes
	}
	client, _ := ctx.Value(clientKey{}).(Client)
	leave, err = gate.Enter(ctx, client.key())
	return context.WithValue(ctx, insideKey{}, true), leave, err
}

// Count counts an operation of a client's, which is TooCostly when it is one too many.
func (d *Door) Count(ctx context.Context) error {
	if d == nil {
		return nil
	}
	client, _ := ctx.Value(clientKey{}).(Client)
	counts := d.addresses
	if client.Account != "" {
		counts = d.accounts
	}
	if counts == nil {
		return nil
	}
	wait := counts.Take(client.key())
	switch {
	case wait <= 0:
		return nil
	case client.Account != "":
		return fault.New(fault.TooCostly, "You ask more often than the registry answers one account. Wait a moment, and ask for more at a time.").Again(wait)
	}
	return fault.New(fault.TooCostly, "The registry is asked from your network more often than it answers without signing in. Wait a moment, or sign in.").Again(wait)
}
