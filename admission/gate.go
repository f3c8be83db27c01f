package admission

import (
	"context"
	"sync"
	"time"

	"partnernet/fault"
)

// Gate lets so many go at once. Beyond that some wait for a short time, and take their turns by whose they are: whoever asks for much waits behind
// their own. Beyond that they are sent away at once.
type Gate struct {
	atOnce, share, waiting int
	patience               time.Duration

	mu     sync.Mutex
	free   int
	going  map[string]int       // by whose they are
	queues map[string][]*place  // of those who wait, by whose they are; none is empty
	turns  []string             // whose turn it is next; each that has a queue once
	since  map[string]time.Time // when each of them came to the end of that list
	queued int
	sent   int64         // away
	stay   time.Duration // that those who have left stayed, on average of about as many as the last lasting
	left   int64         // how many have left
}

// place is where one waits.
type place struct {
	called chan struct{} // closed when it is known what becomes of it
	enters bool          // what that is; set before
	since  time.Time     // when they came, and then when they entered
}

// State is how a gate stands.
type State struct {
	Going, Waiting int
	SentAway       int64 // since the start
}

// tooLong is how long somebody who comes may be expected to wait. Beyond that they are sent away at once: with what the slowest answers then take by themselves, they would
// not be answered within a second.
const tooLong = 200 * time.Millisecond

// aBurst is how long some may have waited while all who come still may: what a page asks at one moment is soon done, however much it is.
const aBurst = 100 * time.Millisecond

// lasting is how many of those who left count for how long one stays.
const lasting = 100

// NewGate makes a gate that lets so many go at once, and lets so many more wait, no longer than the patience. Whoever is alone leaves a quarter of
// the places to others, so that these need not wait until something long has ended.
func NewGate(atOnce, waiting int, patience time.Duration) *Gate {
	atOnce = max(atOnce, 1)
	return &Gate{atOnce: atOnce, share: max(1, atOnce-atOnce/4), waiting: waiting, patience: patience, free: atOnce, going: map[string]int{}, queues: map[string][]*place{}, since: map[string]time.Time{}}
}

// Enter lets somebody through, at once or after a short wait. Whoever has entered calls leave once. It is Unavailable when there is no place.
func (g *Gate) Enter(ctx context.Context, who string) (leave func(), err error) {
	p := g.take(who)
	if p == nil {
		return nil, busy()
	}
	patience := time.NewTimer(g.patience)
	defer patience.Stop()
	select {
	case <-p.called:
	case <-patience.C:
		g.giveUp(who, p)
	case <-ctx.Done():
		g.giveUp(who, p)
	}
	if <-p.called; p.enters {
		return func() { g.leave(who, p) }, nil
	}
	if ctx.Err() != nil {
		return nil, fault.Wrap(fault.Unavailable, ctx.Err(), "The request ended before the database had answered.")
	}
	return nil, busy()
}

func busy() error {
	return fault.New(fault.Unavailable, "The registry is asked for more than it can answer now. Try again in a moment.").Again(retryAfter)
}

// retryAfter is when the next try may do: what is going then has begun since.
const retryAfter = time.Second

// State tells how the gate stands.
func (g *Gate) State() State {
	g.mu.Lock()
	defer g.mu.Unlock()
	return State{Going: g.atOnce - g.free, Waiting: g.queued, SentAway: g.sent}
}

// take gives somebody a place: one that is called already where there is a free one. It is nil when all places are taken by others who wait for no more
// than they do.
func (g *Gate) take(who string) *place {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := time.Now()
	p := &place{called: make(chan struct{}), since: now}
	if g.mayGo(who) {
		g.enter(who, p)
		return p
	}
	if g.late(who, now) || g.queued >= g.waiting && !g.makeRoom(who) {
		g.sent++
		return nil
	}
	if len(g.queues[who]) == 0 {
		g.turns, g.since[who] = append(g.turns, who), now
	}
	g.queues[who] = append(g.queues[who], p)
	g.queued++
	return p
}

// late says whether somebody who comes now would wait too long: those have whose turn is next, or they themselves would, by how many are before them and how long each
// stays. How long the first wait does not tell it soon enough: where it does, too many wait behind them already.
func (g *Gate) late(who string, now time.Time) bool {
	waited := g.waited(who, now)
	return waited >= tooLong || waited >= aBurst && g.expected(who) >= tooLong
}

// waited is how long those have waited whose turn is next: their own, or else whoever is next of all.
func (g *Gate) waited(who string, now time.Time) time.Duration {
	if own := g.queues[who]; len(own) > 0 {
		return now.Sub(own[0].since)
	}
	if len(g.turns) > 0 {
		return now.Sub(g.since[g.turns[0]])
	}
	return 0
}

// expected is how long somebody who comes now will wait: behind their own, and as many of each other's.
func (g *Gate) expected(who string) time.Duration {
	own := len(g.queues[who])
	before := own
	for other, queue := range g.queues {
		if other != who {
			before += min(len(queue), own+1)
		}
	}
	return time.Duration(before) * g.stay / time.Duration(max(g.atOnce-g.free, 1))
}

func (g *Gate) mayGo(who string) bool { return g.free > 0 && g.going[who] < g.share }

func (g *Gate) enter(who string, p *place) {
	g.free--
	g.going[who]++
	p.since = time.Now()
	p.enters = true
	close(p.called)
}

// makeRoom sends the last away of whoever waits for most, if they wait for more than somebody who comes would.
func (g *Gate) makeRoom(who string) bool {
	longest := who
	for other, queue := range g.queues {
		if len(queue) > len(g.queues[longest]) {
			longest = other
		}
	}
	if len(g.queues[longest]) <= len(g.queues[who])+1 {
		return false
	}
	queue := g.queues[longest]
	g.drop(longest, queue[len(queue)-1])
	return true
}

// giveUp sends one away who has waited in vain, unless they have just been let in.
func (g *Gate) giveUp(who string, p *place) {
	g.mu.Lock()
	defer g.mu.Unlock()
	select {
	case <-p.called:
	default:
		g.drop(who, p)
	}
}

func (g *Gate) drop(who string, p *place) {
	g.remove(who, p)
	g.sent++
	close(p.called)
}

// leave makes a place free, and lets those in who may go now.
func (g *Gate) leave(who string, p *place) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.left++
	g.stay += (time.Since(p.since) - g.stay) / time.Duration(min(g.left, lasting))
	g.free++
	if g.going[who]--; g.going[who] == 0 {
		delete(g.going, who)
	}
	for next, found := g.next(); found; next, found = g.next() {
		p := g.queues[next][0]
		g.remove(next, p)
		if len(g.queues[next]) > 0 { // whoever has had a turn waits for the next behind the others
			g.turns, g.since[next] = append(without(g.turns, next), next), time.Now()
		}
		g.enter(next, p)
	}
}

// next gives whose turn it is of those who may go.
func (g *Gate) next() (who string, found bool) {
	for _, who := range g.turns {
		if g.mayGo(who) {
			return who, true
		}
	}
	return "", false
}

func (g *Gate) remove(who string, p *place) {
	g.queues[who] = without(g.queues[who], p)
	g.queued--
	if len(g.queues[who]) == 0 {
		delete(g.queues, who)
		g.turns = without(g.turns, who)
		delete(g.since, who)
	}
}

// without gives a list that lacks one of its items.
func without[T comparable](list []T, item T) []T {
	left := make([]T, 0, len(list))
	for _, each := range list {
		if each != item {
			left = append(left, each)
		}
	}
	return left
}
