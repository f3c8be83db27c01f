package graph

import (
	"context"

	"partnernet/access"
	"partnernet/registry"
)

// Viewer is on whose behalf a request reads and writes.
type Viewer = access.Viewer

// Coordinator is the viewer of a registry that serves only the machine it runs on: whoever sits there keeps the register.
var Coordinator = Viewer{Name: "local coordinator", Clearance: registry.Restricted, Language: "en"}

// Public is the viewer of whom nothing is known.
var Public = Viewer{Name: "anonymous", Clearance: registry.Public, Language: "en"}

type viewerKey struct{}

// WithViewer says on whose behalf the requests under ctx read.
func WithViewer(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, viewerKey{}, v)
}

// ViewerOf gives the viewer of ctx, Public when none was named.
func ViewerOf(ctx context.Context) Viewer {
	if v, ok := ctx.Value(viewerKey{}).(Viewer); ok {
		return v
	}
	return Public
}
