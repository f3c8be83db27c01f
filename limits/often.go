package limits

import (
	"net/netip"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/time/rate"
)

// keptCounts is of how many it is remembered what they did: of those that did it last.
const keptCounts = 10_000

// Often lets each of many do something only so often. Each server counts for itself.
type Often[Who comparable] struct {
	counts *otter.Cache[Who, *rate.Limiter]
	atOnce int
	pause  time.Duration
	now    func() time.Time
}

// NewOften lets each do it so many times at once, and once more after each pause.
func NewOften[Who comparable](atOnce int, pause time.Duration, now func() time.Time) *Often[Who] {
	return &Often[Who]{atOnce: atOnce, pause: pause, now: now, counts: otter.Must(&otter.Options[Who, *rate.Limiter]{
		MaximumSize: keptCounts,
		Executor:    func(task func()) { task() }, // no goroutine goes on beside the requests
	})}
}

// Take counts that somebody does it. When it is once too many, it counts nothing, and wait says after how long the next time will do.
func (o *Often[Who]) Take(who Who) (wait time.Duration) {
	wait, _ = o.Begin(who)
	return wait
}

// Begin is Take of what may come to nothing: then undo counts it no more.
func (o *Often[Who]) Begin(who Who) (wait time.Duration, undo func()) {
	count, _ := o.counts.ComputeIfAbsent(who, func() (*rate.Limiter, bool) {
		return rate.NewLimiter(rate.Every(o.pause), o.atOnce), false
	})
	now := o.now()
	reserved := count.ReserveN(now, 1)
	undo = func() { reserved.CancelAt(now) } // as of then: what has begun by now is not cancelled otherwise
	wait = reserved.DelayFrom(now)
	if wait > 0 {
		undo()
	}
	return wait, undo
}

// NetworkOf gives what counts as one client of an address. Whoever has an IPv6 address has the 2⁶⁴ beside it too, so these count as one. All addresses
// that are not known share one.
func NetworkOf(address netip.Addr) netip.Prefix {
	bits := address.BitLen()
	if address.Is6() && !address.Is4In6() {
		bits = 64
	}
	network, err := address.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return network
}
