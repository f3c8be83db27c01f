package web

import (
	"context"
	"net/http"
	"time"

	"partnernet/access"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/limits"
	"partnernet/registry"
	"partnernet/signin"
)

// viewerHeader names a class. The answer then shows what somebody sees who may see no more than that, of all networks.
const viewerHeader = "X-Partnernet-Viewer"

// viewers says on whose behalf requests read: the caller who has signed in, or else the public.
type viewers struct {
	rights func(context.Context, graph.Viewer) (access.Rights, error)
	beyond bool // whether people beyond this machine are among them
}

// seen lets a request read on its viewer's behalf.
func (v viewers) seen(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		viewer := viewerOf(r.Context())
		if header := r.Header.Get(viewerHeader); header != "" {
			if !registry.KnownClass(header) {
				Refuse(w, r, http.StatusBadRequest, fault.New(fault.BadInput, "The header %s is PUBLIC, MEMBERS, COORDINATORS or RESTRICTED.", viewerHeader))
				return
			}
			var err error
			if viewer, err = v.lowered(r.Context(), viewer, registry.Class(header)); err != nil {
				Refuse(w, r, http.StatusServiceUnavailable, err)
				return
			}
		}
		viewer.Language = LanguageOf(r)
		ctx := graph.WithViewer(r.Context(), viewer)
		if _, known := signin.CallerOf(ctx); v.beyond && !known {
			ctx = limits.WithoutGuesses(ctx)
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// lowered gives somebody who sees no more than a class, so that callers can look through the eyes of others. It never raises what is seen: who
// does not see that class of all networks stays who they are. Nobody changes anything through the eyes of others: it would be in nobody's name.
func (v viewers) lowered(ctx context.Context, viewer graph.Viewer, class registry.Class) (graph.Viewer, error) {
	if class != registry.Public {
		rights, err := v.rights(ctx, viewer)
		if err != nil {
			return viewer, err
		}
		if everywhere := (registry.Sight{Everywhere: rights.Sight.Everywhere}); !everywhere.Sees(registry.Audience(class)) {
			return viewer, nil
		}
	}
	viewer.Account, viewer.Clearance, viewer.ReadOnly = "", class, true
	return viewer, nil
}

// viewerOf gives the viewer that the caller of a context is.
func viewerOf(ctx context.Context) graph.Viewer {
	caller, known := signin.CallerOf(ctx)
	if !known {
		return graph.Public
	}
	return graph.Viewer{Account: caller.Account, Name: caller.Name, ReadOnly: !caller.MayWrite, Networks: caller.Networks, Recent: caller.Recent(time.Now()), StillSignedIn: caller.StillSignedIn}
}
