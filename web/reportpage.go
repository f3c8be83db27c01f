package web

import (
	"io"
	"net/http"
	"strings"

	"partnernet/graph"
	"partnernet/reports"
)

// serveReport answers with a report as a page of its own, ready to print: the kind is in the path, and network, lang and day in the query. The audit
// tells who took it out.
func (p Parts) serveReport(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	kind, err := reports.Find(r.PathValue("kind"))
	if err != nil {
		p.refuse(w, r, err)
		return
	}
	variables := map[string]any{"kind": kind.Enum()}
	if lang := query.Get("lang"); lang != "" {
		if err := reports.CheckLanguage(lang); err != nil {
			p.refuse(w, r, err)
			return
		}
		variables["language"] = strings.ToUpper(lang)
	}
	for argument, name := range map[string]string{"network": "network", "asOf": "day"} {
		if value := query.Get(name); value != "" {
			variables[argument] = value
		}
	}
	answer, err := p.Ask(r.Context(), reports.Query, variables)
	if err != nil {
		p.refuse(w, r, err)
		return
	}
	if err := p.recordExport(r.Context(), string(kind)+".html", query.Get("network"), string(graph.ViewerOf(r.Context()).Eyes)); err != nil {
		p.refuse(w, r, err)
		return
	}
	report, _ := answer["report"].(map[string]any)
	text, _ := report["html"].(string)
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = io.WriteString(w, text) // the client may have gone
}
