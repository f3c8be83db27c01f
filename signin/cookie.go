package signin

import (
	"net/http"
	"net/url"
)

// cookies are how a browser tells which session it is in, and which sign-in it has begun.
type cookies struct {
	session, flow string // their names
	secure        bool
}

// cookiesAt gives the cookies of a server. Under https their names begin with __Host-, which a browser takes only from this host and over
// https. Over http, which only this machine is served by, the port is in the names: cookies ignore ports, and several servers may run here.
func cookiesAt(address *url.URL) cookies {
	if address.Scheme == "https" {
		return cookies{session: "__Host-partnernet", flow: "__Host-partnernet-sign-in", secure: true}
	}
	return cookies{session: "partnernet-" + address.Port(), flow: "partnernet-sign-in-" + address.Port()}
}

// set gives the browser a session, for as long as the browser runs.
func (c cookies) set(w http.ResponseWriter, secret string) { c.give(w, c.session, secret, 0) }

// clear takes the session from the browser.
func (c cookies) clear(w http.ResponseWriter) { c.give(w, c.session, "", -1) }

// of gives the secret of the session that a request carries, "" when it carries none.
func (c cookies) of(r *http.Request) string { return valueOf(r, c.session) }

// setFlow, clearFlow and flowOf do the same for a sign-in under way.
func (c cookies) setFlow(w http.ResponseWriter, secret string) {
	c.give(w, c.flow, secret, int(flowLife.Seconds()))
}
func (c cookies) clearFlow(w http.ResponseWriter) { c.give(w, c.flow, "", -1) }
func (c cookies) flowOf(r *http.Request) string   { return valueOf(r, c.flow) }

// give sets a cookie. Lax lets it come along when another site leads here, as an identity provider does; Strict would ask those people to sign
// in for ever.
func (c cookies) give(w http.ResponseWriter, name, value string, age int) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: c.secure, SameSite: http.SameSiteLaxMode})
}

func valueOf(r *http.Request, name string) string {
	cookie, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return cookie.Value
}
