package site

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"partnernet/audit"
	"partnernet/graph"
	"partnernet/signin"
	"partnernet/testworld"
	"partnernet/web"
)

// Founding gives a server over a new register, at which whoever does not say who asks is the keeper of the register.
func Founding(t testing.TB) (*httptest.Server, *Register) {
	t.Helper()
	r := NewRegister(t)
	options := r.Desk(localhost)
	server := httptest.NewServer(asKeeper(t, options, r.handler(t, r.GraphQL(t, false), options)))
	t.Cleanup(server.Close)
	return server, r
}

// ServerToSignInAt gives a server over a register whose visitors are nobody until they sign in, and how they do.
func (r *Register) ServerToSignInAt(t testing.TB) (*httptest.Server, signin.Options) {
	t.Helper()
	server := httptest.NewUnstartedServer(nil)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	testworld.Must(t, err)
	address := &url.URL{Scheme: "http", Host: "localhost:" + port} // passkeys belong to a name
	options := r.Desk(address)
	server.Config.Handler = r.handler(t, r.GraphQL(t, false), options)
	server.Start()
	server.URL = address.String()
	t.Cleanup(server.Close)
	return server, options
}

// PlainServer gives a server over a register, at which everybody is who they say.
func (r *Register) PlainServer(t testing.TB) string {
	t.Helper()
	server := httptest.NewServer(r.handler(t, testworld.GraphQL(t, r.DB, today), r.Desk(localhost)))
	t.Cleanup(server.Close)
	return server.URL
}

// handler gives all that a server over a register answers.
func (r *Register) handler(t testing.TB, graphql *graph.Handler, desk signin.Options) http.Handler {
	t.Helper()
	handler, err := web.NewHandler(web.Parts{
		GraphQL: graphql, Ask: graphql.Ask, Export: audit.Exports(r.DB, time.Now), CursorKey: graphql.CursorKey, Ready: r.Ready,
		Desk: signin.New(desk), Log: slog.New(slog.DiscardHandler), Routed: r.Routed(),
	})
	testworld.Must(t, err)
	return handler
}

// asKeeper lets each request that has neither an access token nor a session come with one of whoever keeps the register.
func asKeeper(t testing.TB, o signin.Options, next http.Handler) http.Handler {
	t.Helper()
	account, err := o.Accounts.Local(t.Context())
	testworld.Must(t, err)
	token := TokenOf(t, o, account)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" && r.Header.Get("Cookie") == "" {
			r.Header.Set("Authorization", token)
		}
		next.ServeHTTP(w, r)
	})
}

// WithoutDatabase gives a server whose GraphQL is the given handler, and which has neither a database nor anybody who signs in.
func WithoutDatabase(t testing.TB, graphql http.HandlerFunc, ready error, edge web.Edge) *httptest.Server {
	t.Helper()
	handler, err := web.NewHandler(web.Parts{
		GraphQL: graphql, Ready: func(context.Context) error { return ready }, Edge: edge, Log: slog.New(slog.DiscardHandler),
		Ask: func(context.Context, string, map[string]any) (map[string]any, error) {
			return nil, errors.New("no database")
		},
		Desk: signin.New(web.Edge{Address: localhost}.DeskOptions(signin.Options{Now: time.Now})),
	})
	testworld.Must(t, err)
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}
