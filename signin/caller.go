package signin

import (
	"context"
	"net/http"
	"strings"
	"time"

	"partnernet/access"
	"partnernet/audit"
	"partnernet/fault"
	"partnernet/secrets"
)

// Caller is who sends a request.
type Caller struct {
	// Account is the id of the caller's account, and Name what that is called.
	Account, Name string
	// AuthenticatedAt is when the caller proved who they are; the zero time for an access token.
	AuthenticatedAt time.Time
	// MayWrite is false for an access token that only reads.
	MayWrite bool
	// Networks are the ids of the only networks that the caller's access token holds for; none where it holds for all.
	Networks []string
	// Feed says that the caller came with the address of a feed, which is for feeds only.
	Feed bool

	session, token string      // the hash of the one that the caller came with
	expires        time.Time   // when that ends by itself
	asOf           access.AsOf // when the caller was looked up
	desk           *Desk       // that did it
}

type callerKey struct{}

// WithCaller says who sends the requests under ctx.
func WithCaller(ctx context.Context, c Caller) context.Context {
	return context.WithValue(ctx, callerKey{}, c)
}

// CallerOf gives who sends the request of a context; ok is false when nobody is known.
func CallerOf(ctx context.Context) (c Caller, ok bool) {
	c, ok = ctx.Value(callerKey{}).(Caller)
	return c, ok
}

// Recent says whether a caller has signed in within the last ten minutes, as is needed for making tokens and grants, for openings, exports
// and erasures. An access token never has. A sign-in that seems to be of the future, as after the clock was set back, is not recent.
func (c Caller) Recent(now time.Time) bool {
	ago := now.Sub(c.AuthenticatedAt)
	return -clockSkew <= ago && ago < sessionRecent
}

// Identified says who sends a request, from its access token or else from its session. Without either it goes on as nobody's. One that does
// not hold is refused: answering as to nobody would look as if the records were gone. What a browser sends in a session must come from a page
// of this server, unless it only reads.
func (d *Desk) Identified(next http.Handler) http.Handler { return d.identified(next, d.lookedUp) }

// Recognised is as Identified, but may go by what it looked up a moment ago. next asks StillSignedIn before it answers.
func (d *Desk) Recognised(next http.Handler) http.Handler { return d.identified(next, d.recalled) }

// lookUp gives the caller who sends a request with a session or an access token, by its hash. why says why there is none.
type lookUp func(r *http.Request, session, token string) (caller Caller, why string, err error)

// lookedUp asks the database.
func (d *Desk) lookedUp(r *http.Request, session, token string) (caller Caller, why string, err error) {
	return d.lookUp(r.Context(), session, token)
}

// recalled goes by what was looked up a moment ago, unless a stream is to begin: that asks only now and then whether it may go on.
func (d *Desk) recalled(r *http.Request, session, token string) (caller Caller, why string, err error) {
	if staysOpen(r) {
		return d.lookedUp(r, session, token)
	}
	if caller, ok := d.remembered.find(session + token); ok {
		return caller, "", nil
	}
	caller, why, err = d.lookedUp(r, session, token)
	if why == "" && err == nil {
		d.remembered.remember(caller)
	}
	return caller, why, err
}

func (d *Desk) identified(next http.Handler, look lookUp) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		authorization, secret := r.Header.Get("Authorization"), d.cookies.of(r)
		switch {
		case authorization != "":
			d.withToken(w, r, authorization, look, next)
		case secret != "":
			d.withSession(w, r, secret, look, next)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func (d *Desk) withSession(w http.ResponseWriter, r *http.Request, secret string, look lookUp, next http.Handler) {
	if !d.fromOwnPage(r) {
		d.Refuse(w, r, http.StatusForbidden, fault.New(fault.Forbidden, "The registry takes no requests from web pages of other origins."))
		return
	}
	caller, why, err := look(r, secrets.Hash(secret), "")
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	if why != "" {
		d.cookies.clear(w)
		d.refuse(w, r, errSessionEnded)
		return
	}
	d.serve(w, r, caller, next)
}

func (d *Desk) withToken(w http.ResponseWriter, r *http.Request, authorization string, look lookUp, next http.Handler) {
	scheme, secret, _ := strings.Cut(authorization, " ")
	if !strings.EqualFold(scheme, "Bearer") {
		secret = ""
	}
	d.withSecret(w, r, tokenPrefix, secret, look, next)
}

// WithFeed says who sends a request for a feed, from the secret that its address has as feed. One that does not hold is refused.
func (d *Desk) WithFeed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.withSecret(w, r, feedPrefix, r.URL.Query().Get("feed"), d.lookedUp, next)
	})
}

// withSecret says who sends a request with the secret of an access token or of a feed, as its prefix tells.
func (d *Desk) withSecret(w http.ResponseWriter, r *http.Request, prefix, secret string, look lookUp, next http.Handler) {
	if !strings.HasPrefix(secret, prefix) {
		d.refuseSecret(w, r, prefix, "", "no access token")
		return
	}
	caller, why, err := look(r, "", secrets.Hash(secret))
	switch {
	case err != nil:
		d.refuse(w, r, err)
	case why != "":
		d.refuseSecret(w, r, prefix, caller.Account, why)
	default:
		caller.Feed = prefix == feedPrefix
		d.serve(w, r, caller, next)
	}
}

// refuseSecret refuses an access token, or the address of a feed, that does not hold. Too many of them are not even recorded. Those that hold are
// never in their way.
func (d *Desk) refuseSecret(w http.ResponseWriter, r *http.Request, prefix, account, why string) {
	if wait := d.failures.take(d.ClientOf(r)); wait > 0 {
		d.tooOften(w, r, wait)
		return
	}
	d.refused(r.Context(), audit.TokenRefused, account, why)
	if prefix == feedPrefix {
		d.refuse(w, r, errFeedEnded)
		return
	}
	w.Header().Set("WWW-Authenticate", "Bearer")
	d.refuse(w, r, errTokenEnded)
}

// serve lets a request go on as a caller's. What stays open ends within a second after the session or token does.
func (d *Desk) serve(w http.ResponseWriter, r *http.Request, caller Caller, next http.Handler) {
	ctx := WithCaller(r.Context(), caller)
	if staysOpen(r) {
		var leave func()
		ctx, leave = d.streams.enter(ctx, caller)
		defer leave()
	}
	next.ServeHTTP(w, r.WithContext(ctx))
}

// fromOwnPage says whether a request only reads, or comes from a page of this server. Browsers tell where a request comes from; what is sent
// with a session and without a word of that is no browser's, and is refused.
func (d *Desk) fromOwnPage(r *http.Request) bool {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return true
	}
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return site == "same-origin"
	}
	return r.Header.Get("Origin") == d.Address.Scheme+"://"+r.Host
}

// forCaller answers those only who are signed in.
func (d *Desk) forCaller(next func(w http.ResponseWriter, r *http.Request, caller Caller)) http.Handler {
	return d.Identified(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		caller, ok := CallerOf(r.Context())
		if !ok {
			d.Refuse(w, r, http.StatusUnauthorized, fault.New(fault.Unauthenticated, "Sign in first."))
			return
		}
		next(w, r, caller)
	}))
}
