package signin

import (
	"context"
	"sync"
	"time"

	"partnernet/access"
	"partnernet/fault"
	"partnernet/stored"
)

// rememberedFor is how long is remembered whose a session or an access token is, so that not every request looks it up.
const rememberedFor = time.Second

// mostRemembered is how many sessions and access tokens are remembered.
const mostRemembered = 10_000

// presentState begins a statement that looks a caller up. The state is read first, so that whatever ends meanwhile makes it an old one.
const presentState = `
MATCH (access:Access)
MATCH (outs:SignOuts)
WITH access.version AS version, outs.count AS signOuts`

// signedOut says in a statement that sessions or access tokens have ended.
const signedOut = `
WITH *
MATCH (outs:SignOuts)
SET outs.count = outs.count + 1
`

// asOf gives the state that a row tells of.
func asOf(row map[string]any) access.AsOf {
	return access.AsOf{Version: stored.Number(row["version"]), SignOuts: stored.Number(row["signOuts"])}
}

// remembered is a caller who was looked up, and until when that counts.
type remembered struct {
	caller Caller
	until  time.Time
}

// callers are those who were looked up a moment ago, by the hashes of what they came with.
type callers struct {
	now func() time.Time

	mu    sync.Mutex
	known map[string]remembered
}

func newCallers(now func() time.Time) *callers {
	return &callers{now: now, known: map[string]remembered{}}
}

// find gives whoever was looked up a moment ago by a hash.
func (c *callers) find(hash string) (Caller, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found, ok := c.known[hash]
	return found.caller, ok && c.now().Before(found.until)
}

// remember keeps a caller for a moment, at most until what they came with expires.
func (c *callers) remember(caller Caller) {
	until := c.now().Add(rememberedFor)
	if caller.expires.Before(until) {
		until = caller.expires
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known) >= mostRemembered {
		clear(c.known)
	}
	c.known[caller.session+caller.token] = remembered{caller, until}
}

// forget drops all that is known: something has ended.
func (c *callers) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.known)
}

// StillSignedIn refuses a caller whose session or access token has ended, as of a state of the database or a later one. It looks the caller up only when they
// were looked up before that.
func (c Caller) StillSignedIn(ctx context.Context, state access.AsOf) error {
	if c.desk == nil || c.asOf.Covers(state) {
		return nil
	}
	found, why, err := c.desk.lookUp(ctx, c.session, c.token)
	if err != nil {
		return err
	}
	if why != "" {
		c.desk.remembered.forget()
		if c.token != "" {
			return errTokenEnded
		}
		return errSessionEnded
	}
	c.desk.remembered.remember(found)
	return nil
}

// What is said to those whose session or access token does not hold. A stream of either ends as a session does.
var (
	errSessionEnded = fault.New(fault.Unauthenticated, "Your session has ended. Sign in again.")
	errFeedEnded    = fault.New(fault.Unauthenticated, "The address of this feed does not hold: it is unknown, expired or revoked. Make a new one on the page or by \"server token\".")
	errTokenEnded   = fault.New(fault.Unauthenticated,
		"The access token does not hold: it is unknown, expired or revoked. Send one as \"Authorization: Bearer pnr_…\"; \"server token\" makes one.")
)

// lookUp gives whose a session is, or an access token, by their hashes. why says why it does not hold.
func (d *Desk) lookUp(ctx context.Context, session, token string) (caller Caller, why string, err error) {
	if token != "" {
		return d.callerWithToken(ctx, token)
	}
	return d.callerInSession(ctx, session)
}
