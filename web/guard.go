package web

import (
	"net/http"

	"partnernet/fault"
)

// sameOrigin refuses what a web page of another origin makes a browser send, unless it can only read and the page cannot see the answer.
func sameOrigin(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		Refuse(w, r, http.StatusForbidden, fault.New(fault.Forbidden, "The registry takes no requests from web pages of other origins."))
	}))
	return protection.Handler(next)
}

// ownOnly lets pages of this server use what the server itself serves, and nothing else.
const ownOnly = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "

// withSecurityHeaders says what a page of this server may do: load what is the server's own, and never turn text into script.
func withSecurityHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", ownOnly+"style-src 'self'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html partnernet")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// withInlineStyles lets styles stand in a page of others' making, as the editors in GraphiQL set them while they run. Scripts may not.
func withInlineStyles(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", ownOnly+"style-src 'self' 'unsafe-inline'")
		next(w, r)
	}
}
