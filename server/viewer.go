package main

import (
	"net/http"

	"partnernet/fault"
	"partnernet/graph"
	"partnernet/registry"
)

// viewerHeader names a sensitivity. The answer then shows what somebody sees who may see no more than that.
const viewerHeader = "X-Partnernet-Viewer"

// withViewer says on whose behalf a request reads: the coordinator at this machine, or whom that coordinator wants to see through the
// eyes of.
func withViewer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		viewer := graph.Coordinator
		viewer.Language = languageOf(r)
		if asked := r.Header.Get(viewerHeader); asked != "" {
			if !registry.KnownClass(asked) {
				refuse(w, r, http.StatusBadRequest, fault.New(fault.BadInput, "The header %s is PUBLIC, MEMBERS, COORDINATORS or RESTRICTED.", viewerHeader))
				return
			}
			viewer.Clearance = registry.Class(asked)
		}
		next.ServeHTTP(w, r.WithContext(graph.WithViewer(r.Context(), viewer)))
	})
}
