package main

import (
	"context"
	"net/http"
	"slices"

	"partnernet/fault"
	"partnernet/graph"
	"partnernet/signin"
)

// viewerHeader names a sensitivity. The answer then shows what somebody sees who may see no more than that.
const viewerHeader = "X-Partnernet-Viewer"

// withViewer says on whose behalf a request reads: the caller who has signed in, or else the public. The header lowers what is seen, so that
// callers can look through the eyes of others; it never raises it.
func withViewer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		viewer := viewerOf(r.Context())
		viewer.Language = languageOf(r)
		if asked := r.Header.Get(viewerHeader); asked != "" {
			if !graph.ClearanceKnown(asked) {
				refuse(w, r, http.StatusBadRequest, fault.New(fault.BadInput, "The header %s is PUBLIC, MEMBERS, COORDINATORS or RESTRICTED.", viewerHeader))
				return
			}
			if slices.Contains(viewer.Visible(), asked) {
				viewer.Clearance = asked
			}
		}
		next.ServeHTTP(w, r.WithContext(graph.WithViewer(r.Context(), viewer)))
	})
}

// viewerOf gives the viewer that the caller of a context is. Whoever has an account keeps the register.
func viewerOf(ctx context.Context) graph.Viewer {
	caller, known := signin.CallerOf(ctx)
	if !known {
		return graph.Public
	}
	viewer := graph.Coordinator
	viewer.ReadOnly = !caller.MayWrite
	return viewer
}
