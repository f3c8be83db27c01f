package web

import (
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"strconv"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/telemetry"
)

// Refuse answers a request that does not get as far as GraphQL, in the form in which GraphQL refuses one and in the
// language of whoever asks.
func Refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	f, ok := errors.AsType[*fault.Fault](err)
	if !ok {
		f = fault.Wrap(fault.Internal, err, "The registry failed to answer. It has been logged; try again, and tell its keeper if it stays so.")
	}
	if wait := fault.WaitOf(f); wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
	}
	extensions := map[string]any{"code": f.Code}
	if id := telemetry.RequestID(r.Context()); id != "" {
		extensions["requestId"] = id
	}
	writeJSON(w, status, map[string]gqlerror.List{"errors": {{Message: registry.Sentence(f, LanguageOf(r)), Extensions: extensions}}})
}

// refuse answers so with the status that the code of an error stands for, and logs what the request is not to blame for.
func (p Parts) refuse(w http.ResponseWriter, r *http.Request, err error) {
	status := fault.StatusOf(err)
	if status >= http.StatusInternalServerError {
		telemetry.Failed(r.Context(), p.Log, err, "path", r.URL.Path)
	}
	Refuse(w, r, status, err)
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // the client may have gone
}
