package main

import (
	"context"
	"log/slog"
	"net/http"

	"partnernet/backup"
	"partnernet/operations"
	"partnernet/signin"
	"partnernet/telemetry"
)

// parts are what the server's handler is put together from.
type parts struct {
	graphql http.Handler
	ask     operations.Ask
	export  func(ctx context.Context, account, detail string) error // tells the audit of an export
	ready   func(context.Context) error
	desk    *signin.Desk
	edge    edge
	viewers viewers
	log     *slog.Logger
	backups *backup.Schedule // nil where none are taken

	telemetry *telemetry.Telemetry // may be nil
	bookmarks *bookmarks           // nil where none are needed
}

// newHandler puts together all that the server answers: GraphQL, the page with its reports and exports, GraphiQL with the questions, signing in, and its health.
func newHandler(p parts) (http.Handler, error) {
	questions, err := readQuestions()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", p.read(p.graphql))
	mux.Handle("GET /reports/{kind}", p.read(serveReport(p.ask)))
	mux.Handle("GET /export/{file}", p.exported())
	mux.HandleFunc("GET /context.jsonld", serveContext)
	mux.Handle("GET /questions", p.forAccounts(serveQuestions(questions, examples{p.ask})))
	mux.HandleFunc("GET /healthz", alive)
	mux.HandleFunc("GET /readyz", readiness(p.ready, p.backups))
	p.desk.Routes(mux)
	if err := p.servePages(mux); err != nil {
		return nil, err
	}
	return withSecurityHeaders(telemetry.WithRequestIDs(compressed(recovered(p.log, p.edge.guarded(p.bookmarks.followed(mux)))))), nil
}

// read answers requests that read the registry, each on its viewer's behalf.
func (p parts) read(next http.Handler) http.Handler { return p.from(p.desk.Recognised, next) }

// from answers requests on behalf of whom they are from, as identified says.
func (p parts) from(identified func(http.Handler) http.Handler, next http.Handler) http.Handler {
	return p.telemetry.Traced(logged(p.log, p.telemetry, sameOrigin(identified(p.edge.counted(p.viewers.seen(next))))))
}

// forAccounts shows a page to ask from to those only who have signed in, where people beyond this machine are served. Others sign in first.
func (p parts) forAccounts(page http.Handler) http.Handler {
	if !p.edge.beyond {
		return page
	}
	return p.desk.Identified(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, known := signin.CallerOf(r.Context()); !known {
			http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
			return
		}
		page.ServeHTTP(w, r)
	}))
}
