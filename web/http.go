// Package web is the registry as it answers over HTTP: GraphQL, the page with its reports and exports, GraphiQL, signing in, and its health.
package web

import (
	"context"
	"log/slog"
	"net/http"

	"partnernet/backup"
	"partnernet/operations"
	"partnernet/signin"
	"partnernet/telemetry"
)

// Parts are what the handler of a server is put together from.
type Parts struct {
	GraphQL http.Handler
	Ask     operations.Ask
	Export  func(ctx context.Context, account, detail string) error // tells the audit what is taken out, before it is sent
	Ready   func(context.Context) error
	// CursorKey gives a key that all servers find in the database; asked for where Routed.
	CursorKey func(context.Context) ([]byte, error)
	Desk      *signin.Desk
	Edge      Edge
	Log       *slog.Logger

	Routed    bool                 // whether one of several databases answers, which may be behind what another has written
	Backups   *backup.Schedule     // nil where none are taken
	Telemetry *telemetry.Telemetry // may be nil
}

// NewHandler puts together all that the server answers: GraphQL, the page with its reports and exports, GraphiQL with the questions, signing in, and its health.
func NewHandler(p Parts) (http.Handler, error) {
	questions, err := Questions()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", p.read(p.GraphQL))
	mux.Handle("GET /reports/{kind}", p.read(http.HandlerFunc(p.serveReport)))
	mux.Handle("GET /export/{file}", p.exported())
	mux.HandleFunc("GET /context.jsonld", serveContext)
	mux.Handle("GET /questions", p.forAccounts(serveQuestions(questions, examples{p.Ask})))
	mux.HandleFunc("GET /healthz", Alive)
	mux.HandleFunc("GET /readyz", readiness(p.Ready, p.Backups))
	p.Desk.Routes(mux)
	if err := p.servePages(mux); err != nil {
		return nil, err
	}
	return withSecurityHeaders(telemetry.WithRequestIDs(compressed(recovered(p.Log, p.Edge.guarded(p.bookmarks().followed(mux)))))), nil
}

// read answers requests that read the registry, each on its viewer's behalf.
func (p Parts) read(next http.Handler) http.Handler { return p.from(p.Desk.Recognised, next) }

// from answers requests on behalf of whom they are from, as identified says.
func (p Parts) from(identified func(http.Handler) http.Handler, next http.Handler) http.Handler {
	return p.Telemetry.Traced(logged(p.Log, p.Telemetry, recovered(p.Log, sameOrigin(identified(p.Edge.counted(p.seen(next)))))))
}

// forAccounts shows a page to ask from to those only who have signed in, where people beyond this machine are served. Others sign in first.
func (p Parts) forAccounts(page http.Handler) http.Handler {
	if !p.Edge.Beyond {
		return page
	}
	return p.Desk.Identified(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, known := signin.CallerOf(r.Context()); !known {
			http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
			return
		}
		page.ServeHTTP(w, r)
	}))
}
