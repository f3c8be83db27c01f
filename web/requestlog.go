package web

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/felixge/httpsnoop"

	"partnernet/fault"
	"partnernet/telemetry"
)

// logged writes a line for each request once it is answered, and not what was asked, which may name persons.
func logged(log *slog.Logger, t *telemetry.Telemetry, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m := httpsnoop.Metrics{Code: http.StatusOK}
		defer func() { // also where an answer is broken off
			t.Request(m.Code, m.Duration)
			log.InfoContext(r.Context(), "request", "method", r.Method, "status", m.Code, "took", m.Duration, "bytes", m.Written)
		}()
		m.CaptureMetrics(w, func(w http.ResponseWriter) { next.ServeHTTP(w, r) })
	})
}

// recovered answers a request whose handler panicked, so that one request cannot take the server with it.
func recovered(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(p)
			}
			log.ErrorContext(r.Context(), "panic", "path", r.URL.Path, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			Refuse(w, r, http.StatusInternalServerError, fault.New(fault.Internal, "The registry failed to answer. It has been logged; try again, and tell its keeper if it stays so."))
		}()
		next.ServeHTTP(w, r)
	})
}
