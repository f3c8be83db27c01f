package web

import (
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"partnernet/admission"
	"partnernet/fault"
	"partnernet/registry"
	"partnernet/signin"
)

// Edge is how a server is reached.
type Edge struct {
	Address *url.URL       // where people reach it
	Beyond  bool           // whether they are beyond this machine
	Proxies []netip.Prefix // those that end https in front of it
}

// DeskOptions gives how people sign in, completed by where they reach the server and how it answers them there.
func (e Edge) DeskOptions(o signin.Options) signin.Options {
	o.Address, o.ClientOf, o.LanguageOf, o.Refuse = e.Address, e.ClientOf, LanguageOf, Refuse
	return o
}

// guarded refuses requests that do not come the way they should: by another host name than the server's, or past the proxy. A web page whose
// name is made to point to this machine would otherwise be of the same origin as the registry, and read it.
func (e Edge) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case e.Beyond && (r.URL.Path == "/healthz" || r.URL.Path == "/readyz"): // asked by machines, by whatever name
			next.ServeHTTP(w, r)
		case !e.Beyond && !registry.IsThisMachine(r.Host):
			Refuse(w, r, http.StatusMisdirectedRequest, fault.New(fault.Forbidden, "The registry answers to localhost and this machine's loopback address, and to no other name."))
		case e.Beyond && !strings.EqualFold(r.Host, e.Address.Host):
			Refuse(w, r, http.StatusMisdirectedRequest, fault.New(fault.Forbidden, "The registry answers at %s, and at no other name.", e.Address))
		case len(e.Proxies) > 0 && !e.trusts(peerOf(r)):
			Refuse(w, r, http.StatusForbidden, fault.New(fault.Forbidden, "The registry answers at %s, and at no other name.", e.Address))
		default:
			if e.Beyond {
				w.Header().Set("Strict-Transport-Security", "max-age=31536000")
			}
			next.ServeHTTP(w, r)
		}
	})
}

func (e Edge) trusts(peer netip.Addr) bool {
	for _, prefix := range e.Proxies {
		if prefix.Contains(peer) {
			return true
		}
	}
	return false
}

// ClientOf gives the network address that a request comes from. A proxy tells it, at the end of a list that whoever asks may have begun.
func (e Edge) ClientOf(r *http.Request) netip.Addr {
	peer := peerOf(r)
	if !e.trusts(peer) {
		return peer
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, header := range slices.Backward(hops) {
		hop, err := netip.ParseAddr(strings.TrimSpace(header))
		if err != nil {
			break
		}
		if peer = hop.Unmap(); !e.trusts(peer) {
			break
		}
	}
	return peer
}

// peerOf gives the network address at the other end of a request's connection.
func peerOf(r *http.Request) netip.Addr {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return peer.Addr().Unmap()
}

// counted says of each request whose it is when it is counted what they ask for.
func (e Edge) counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client := admission.Client{Address: e.ClientOf(r)}
		if caller, known := signin.CallerOf(r.Context()); known {
			client.Account = caller.Account
		}
		next.ServeHTTP(w, r.WithContext(admission.WithClient(r.Context(), client)))
	})
}
