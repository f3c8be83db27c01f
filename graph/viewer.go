package graph

import (
	"context"
	"slices"
)

// Viewer is on whose behalf a request reads.
type Viewer struct {
	// ReadOnly says that the viewer came with an access token that only reads.
	ReadOnly bool
	// Name is who records what the viewer changes.
	Name string
	// Clearance is the highest sensitivity that the viewer may see.
	Clearance string
	// Language is the language of the texts the viewer reads: sv, nb or en.
	Language string
}

// sensitivities in rising order; a viewer sees the one of the clearance and those before it.
var sensitivities = []string{"PUBLIC", "MEMBERS", "COORDINATORS", "RESTRICTED"}

// Coordinator is the viewer who keeps the register: it sees and may do everything.
var Coordinator = Viewer{Name: "local coordinator", Clearance: "RESTRICTED", Language: "en"}

// Public is the viewer of whom nothing is known.
var Public = Viewer{Name: "anonymous", Clearance: "PUBLIC", Language: "en"}

// ClearanceKnown says whether a text names a sensitivity.
func ClearanceKnown(text string) bool { return slices.Contains(sensitivities, text) }

// Visible gives the sensitivities that the viewer may see. An unknown clearance sees what is public.
func (v Viewer) Visible() []string {
	return sensitivities[:max(slices.Index(sensitivities, v.Clearance), 0)+1]
}

// MayWrite says whether the viewer may change the register.
func (v Viewer) MayWrite() bool { return !v.ReadOnly && slices.Contains(v.Visible(), "COORDINATORS") }

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
