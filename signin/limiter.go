package signin

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"partnernet/fault"
	"partnernet/limits"
)

const (
	attemptsAtOnce = 20              // from one network address
	attemptPause   = 3 * time.Second // after which it may try once more
)

// limiter lets each network address try only so often.
type limiter struct{ *limits.Often[netip.Prefix] }

func newLimiter(now func() time.Time) limiter {
	return limiter{limits.NewOften[netip.Prefix](attemptsAtOnce, attemptPause, now)}
}

// take counts one try. When it is one too many, wait says after how long the next will do.
func (l limiter) take(address netip.Addr) (wait time.Duration) {
	return l.Take(limits.NetworkOf(address))
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
