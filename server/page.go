package main

import (
	"embed"
	"net/http"
)

// The page at / and all that it loads, so that it works without a network.
//
//go:embed graphiql
var graphiql embed.FS

// consolePages gives the page at / and its files under /graphiql/, by their patterns.
func consolePages() map[string]http.Handler {
	return map[string]http.Handler{
		"GET /{$}": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			http.ServeFileFS(w, r, graphiql, "graphiql/index.html")
		}),
		"GET /graphiql/": http.FileServerFS(graphiql),
	}
}
