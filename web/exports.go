package web

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"partnernet/export"
	"partnernet/fault"
	"partnernet/graph"
	"partnernet/registry"
	"partnernet/signin"
	"partnernet/telemetry"
)

// How an export is sent: so much is gathered before the first of it goes, so that what is wrong until then is told as an error, and so long
// each part of it may take.
const (
	exportBuffer = 64 << 10
	exportTime   = time.Minute
)

// exported serves exports to whoever asks: with the address of a feed, or else as all that is read.
func (p Parts) exported() http.Handler {
	serve := http.HandlerFunc(p.serveExport)
	feed, read := forAudience(p.from(p.Desk.WithFeed, serve)), forAudience(p.read(serve))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has("feed") {
			feed.ServeHTTP(w, r)
			return
		}
		read.ServeHTTP(w, r)
	})
}

// serveContext answers with what the terms of exports in JSON-LD mean, which everybody may know.
func serveContext(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/ld+json")
	_ = json.NewEncoder(w).Encode(map[string]any{"@context": export.Context}) // the client may have gone
}

// forAudience lets a link say for whom an export is, as the header of a request does.
func forAudience(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if class := r.URL.Query().Get("audience"); class != "" {
			if !registry.KnownClass(class) {
				Refuse(w, r, http.StatusBadRequest, fault.New(fault.BadInput, "audience=%s is no audience. Give PUBLIC, MEMBERS, COORDINATORS or RESTRICTED.", class))
				return
			}
			r = r.Clone(r.Context()) // others look at the request that came
			r.Header.Set(viewerHeader, class)
		}
		next.ServeHTTP(w, r)
	})
}

// serveExport answers with the export that the path names, as organisations.csv; network, lang and day are in the query. Anybody exports what is
// public. Who exports more has signed in just now, and the audit tells it.
func (p Parts) serveExport(w http.ResponseWriter, r *http.Request) {
	kind, format, _ := strings.Cut(r.PathValue("file"), ".")
	query := r.URL.Query()
	viewer := graph.ViewerOf(r.Context())
	request := export.Request{Kind: export.Kind(kind), Format: export.Format(format), Network: query.Get("network"), Language: query.Get("lang"), AsOf: query.Get("day")}
	if request.Language == "" {
		request.Language = viewer.Language
	}
	if request.AsOf == "" {
		request.AsOf = registry.Today(p.Desk.Now()).String()
	}
	offer, err := export.Find(request.Kind, request.Format)
	if err != nil {
		p.refuse(w, r, err)
		return
	}
	if caller, known := signin.CallerOf(r.Context()); known {
		if caller.Feed && !offer.Feed {
			Refuse(w, r, http.StatusForbidden, fault.New(fault.Forbidden, "This address is for feeds, such as calendar.ics and changes.atom. Sign in to take out anything else."))
			return
		}
		if !caller.Feed && viewer.Eyes != registry.Public && !caller.Recent(p.Desk.Now()) {
			refuseOld(w, r)
			return
		}
	}
	viewer.Language = request.Language
	p.sendExport(w, r.WithContext(graph.WithViewer(r.Context(), viewer)), offer, request, string(viewer.Eyes))
}

// sendExport writes an export as it is read. What goes wrong after its beginning breaks the connection off, so that nobody takes it for whole.
func (p Parts) sendExport(w http.ResponseWriter, r *http.Request, offer export.Offer, request export.Request, class string) {
	out := &exportWriter{response: w, control: http.NewResponseController(w), offer: offer, record: func() error {
		return p.recordExport(r.Context(), offer.File(), request.Network, class)
	}}
	buffered := bufio.NewWriterSize(out, exportBuffer)
	ask := func(ctx context.Context, query string, variables map[string]any) (map[string]any, error) {
		if err := out.goOn(); err != nil {
			return nil, err
		}
		return p.Ask(ctx, query, variables)
	}
	err := export.Write(r.Context(), ask, request, buffered)
	if err == nil {
		err = buffered.Flush()
	}
	switch {
	case err == nil:
	case out.begun:
		telemetry.Failed(r.Context(), p.Log, err, "path", r.URL.Path)
		panic(http.ErrAbortHandler)
	default:
		p.refuse(w, r, err)
	}
}

// recordExport tells the audit what the caller takes out. What nobody in particular takes is public, and is not told.
func (p Parts) recordExport(ctx context.Context, file, network, class string) error {
	caller, known := signin.CallerOf(ctx)
	if !known {
		return nil
	}
	return p.Export(ctx, caller.Account, export.Detail(file, network, class))
}

// exportWriter writes an export to a client. Before the first of it come its headers, and that the audit is told.
type exportWriter struct {
	response http.ResponseWriter
	control  *http.ResponseController
	offer    export.Offer
	record   func() error
	begun    bool
}

// goOn gives a while for the next part, however long the whole takes: to read it, or for the client to take it.
func (w *exportWriter) goOn() error { return w.control.SetWriteDeadline(time.Now().Add(exportTime)) }

// Write sends a part.
func (w *exportWriter) Write(part []byte) (int, error) {
	if !w.begun {
		if err := w.record(); err != nil {
			return 0, err
		}
		header := w.response.Header()
		header.Set("Content-Type", w.offer.MediaType)
		header.Set("Content-Disposition", `attachment; filename="`+w.offer.File()+`"`)
		header.Set("Cache-Control", "no-store")
		w.begun = true
	}
	if err := w.goOn(); err != nil {
		return 0, err
	}
	return w.response.Write(part)
}

// refuseOld asks whoever has signed in long ago to sign in again: a browser goes there at once.
func refuseOld(w http.ResponseWriter, r *http.Request) {
	if strings.Contains(r.Header.Get("Accept"), "text/html") {
		http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
		return
	}
	Refuse(w, r, http.StatusUnauthorized, fault.New(fault.Unauthenticated, "An export of more than what is public needs a sign-in of the last ten minutes, which no access token is. Sign in again, or export what is public: audience=PUBLIC."))
}
