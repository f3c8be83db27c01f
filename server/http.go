package main

import (
	"context"
	"log/slog"
	"net/http"

	"partnernet/reports"
)

// newHandler puts together all that the server answers: GraphQL, the page with its reports, GraphiQL with the questions, and its health.
func newHandler(graphql http.Handler, ask reports.Ask, ready func(context.Context) error, log *slog.Logger) (http.Handler, error) {
	questions, err := readQuestions()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", logged(log, sameOrigin(withViewer(graphql))))
	mux.Handle("GET /reports/{kind}", logged(log, sameOrigin(withViewer(serveReport(ask)))))
	mux.HandleFunc("GET /questions", serveQuestions(questions, examples{ask}))
	mux.HandleFunc("GET /healthz", alive)
	mux.HandleFunc("GET /readyz", readiness(ready))
	if err := servePages(mux); err != nil {
		return nil, err
	}
	return withSecurityHeaders(compressed(recovered(log, thisMachine(mux)))), nil
}
