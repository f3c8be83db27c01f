package web

import (
	"embed"
	"net/http"
	"path"

	"partnernet/fault"
	"partnernet/page"
)

// graphiql is GraphiQL with all that it loads, so that it works without a network.
//
//go:embed graphiql
var graphiql embed.FS

// servePages serves the page of coordinators at / and at the address of each of its rooms, and GraphiQL at /graphiql/.
func (p Parts) servePages(mux *http.ServeMux) error {
	built, err := taggedFiles(page.Built())
	if err != nil {
		return err
	}
	tools, err := taggedFiles(graphiql)
	if err != nil {
		return err
	}
	mux.HandleFunc("GET /assets/", built.at(forever))
	mux.HandleFunc("/", built.rooms)
	mux.Handle("GET /graphiql/", p.forAccounts(withInlineStyles(tools.at(whileSame))))
	mux.Handle("GET /graphiql/{$}", p.forAccounts(withInlineStyles(func(w http.ResponseWriter, r *http.Request) {
		tools.serve(w, r, "graphiql/index.html", whileSame)
	})))
	return nil
}

// rooms answers every address that could be a room with the one page, which finds the room by itself.
func (f files) rooms(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		Refuse(w, r, http.StatusMethodNotAllowed, fault.New(fault.BadInput, "The page can only be read. Requests to the registry go to /graphql."))
	case path.Ext(r.URL.Path) != "":
		http.NotFound(w, r)
	default:
		f.serve(w, r, "index.html", whileSame)
	}
}
