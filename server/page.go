package main

import (
	"embed"
	"net/http"
)

// The page at / and all that it loads, so that it works without a network.
//
//go:embed graphiql
var graphiql embed.FS

// servePage serves the page at / and its files under /graphiql/.
func servePage(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFileFS(w, r, graphiql, "graphiql/index.html")
	})
	mux.Handle("GET /graphiql/", http.FileServerFS(graphiql))
}
