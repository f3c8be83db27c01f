package signin

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"github.com/maypok86/otter/v2"
	"golang.org/x/time/rate"

	"partnernet/fault"
)

const (
	attemptsAtOnce = 20              // from one network address
	attemptPause   = 3 * time.Second // after which it may try once more
	sourcesKept    = 10_000          // network addresses that are remembered: those that were seen last
)

// limiter counts what each network address tries, and lets it try so often only.
type limiter struct {
	sources *otter.Cache[netip.Prefix, *rate.Limiter]
	now     func() time.Time
}

func newLimiter(now func() time.Time) *limiter {
	return &limiter{now: now, sources: otter.Must(&otter.Options[netip.Prefix, *rate.Limiter]{
		MaximumSize: sourcesKept,
		Executor:    func(task func()) { task() }, // no goroutine goes on beside the requests
	})}
}

// of gives the limit of a network address. Whoever has an IPv6 address has the 2⁶⁴ beside it too, so these count as one.
func (l *limiter) of(address netip.Addr) *rate.Limiter {
	bits := address.BitLen()
	if address.Is6() && !address.Is4In6() {
		bits = 64
	}
	prefix, err := address.Prefix(bits)
	if err != nil {
		prefix = netip.Prefix{} // an address that is not known: all of these share one limit
	}
	source, _ := l.sources.ComputeIfAbsent(prefix, func() (*rate.Limiter, bool) {
		return rate.NewLimiter(rate.Every(attemptPause), attemptsAtOnce), false
	})
	return source
}

// take counts one try. When it is one too many, wait says after how long the next will do.
func (l *limiter) take(address netip.Addr) (wait time.Duration) {
	now := l.now()
	reserved := l.of(address).ReserveN(now, 1)
	wait = reserved.DelayFrom(now)
	if wait > 0 {
		reserved.CancelAt(now)
	}
	return wait
}

// limited lets each network address try to sign in only so often.
func (d *Desk) limited(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait := d.attempts.take(d.ClientOf(r)); wait > 0 {
			d.tooOften(w, r, wait)
			return
		}
		next(w, r)
	})
}

func (d *Desk) tooOften(w http.ResponseWriter, r *http.Request, wait time.Duration) {
	seconds := int(math.Ceil(wait.Seconds()))
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	d.Refuse(w, r, http.StatusTooManyRequests, fault.New(fault.TooCostly, "There were too many attempts from your network. Try again in %d seconds.", seconds))
}
