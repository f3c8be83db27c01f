package main

import (
	"context"
	"log/slog"
	"net/http"

	"partnernet/reports"
	"partnernet/signin"
)

// parts are what the server's handler is put together from.
type parts struct {
	graphql http.Handler
	ask     reports.Ask
	ready   func(context.Context) error
	desk    *signin.Desk
	edge    edge
	log     *slog.Logger
}

// newHandler puts together all that the server answers: GraphQL, its page with the questions, signing in, and its health.
func newHandler(p parts) (http.Handler, error) {
	questions, err := readQuestions()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", logged(p.log, sameOrigin(p.desk.Identified(withViewer(p.graphql)))))
	mux.HandleFunc("GET /questions", serveQuestions(questions, examples{p.ask}))
	mux.HandleFunc("GET /healthz", alive)
	mux.HandleFunc("GET /readyz", readiness(p.ready))
	p.desk.Routes(mux)
	servePage(mux)
	return recovered(p.log, withSecurityHeaders(p.edge.guarded(mux))), nil
}
