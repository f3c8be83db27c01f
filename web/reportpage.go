package web

import (
	"io"
	"net/http"
	"strings"

	"partnernet/fault"
	"partnernet/operations"
	"partnernet/registry"
	"partnernet/reports"
)

// serveReport answers with a report as a page of its own, ready to print: the kind is in the path, and network, lang and day in the query.
func serveReport(ask operations.Ask) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		query := r.URL.Query()
		kind, err := reports.Find(r.PathValue("kind"))
		if err != nil {
			refuseByCode(w, r, err)
			return
		}
		variables := map[string]any{"kind": strings.ToUpper(strings.ReplaceAll(string(kind), "-", "_"))}
		if lang := query.Get("lang"); lang != "" {
			if err := reports.CheckLanguage(lang); err != nil {
				refuseByCode(w, r, err)
				return
			}
			variables["language"] = strings.ToUpper(lang)
		}
		for argument, name := range map[string]string{"network": "network", "asOf": "day"} {
			if value := query.Get(name); value != "" {
				variables[argument] = value
			}
		}
		answer, err := ask(r.Context(), reports.Query, variables)
		if err != nil {
			refuseByCode(w, r, fault.New(fault.CodeOf(err), "%s", registry.Sentence(err, LanguageOf(r))).Again(fault.WaitOf(err)))
			return
		}
		report, _ := answer["report"].(map[string]any)
		text, _ := report["html"].(string)
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = io.WriteString(w, text) // the client may have gone
	}
}
