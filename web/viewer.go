package web

import (
	"context"
	"net/http"

	"partnernet/fault"
	"partnernet/graph"
	"partnernet/limits"
	"partnernet/registry"
	"partnernet/signin"
)

// viewerHeader names a class. The answer then shows what somebody sees who may see no more than that, of all networks or of the viewer's own.
const viewerHeader = "X-Partnernet-Viewer"

// seen lets a request read on its viewer's behalf: the caller who has signed in, or else the public.
func (p Parts) seen(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		viewer := p.viewerOf(r.Context())
		if header := r.Header.Get(viewerHeader); header != "" {
			if !registry.KnownClass(header) {
				Refuse(w, r, http.StatusBadRequest, fault.New(fault.BadInput, "The header %s is PUBLIC, MEMBERS, COORDINATORS or RESTRICTED.", viewerHeader))
				return
			}
			viewer.Eyes, viewer.ReadOnly = registry.Class(header), true // what one changes through them would be in nobody's name
		}
		viewer.Language = LanguageOf(r)
		ctx := graph.WithViewer(r.Context(), viewer)
		if _, known := signin.CallerOf(ctx); p.Edge.Beyond && !known {
			ctx = limits.WithoutGuesses(ctx)
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// viewerOf gives the viewer that the caller of a context is.
func (p Parts) viewerOf(ctx context.Context) graph.Viewer {
	caller, known := signin.CallerOf(ctx)
	if !known {
		return graph.Public
	}
	return graph.Viewer{Account: caller.Account, Name: caller.Name, ReadOnly: !caller.MayWrite, Networks: caller.Networks, Recent: caller.Recent(p.Desk.Now()), StillSignedIn: caller.StillSignedIn}
}
