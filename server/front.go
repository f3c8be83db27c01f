package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"

	"partnernet/web"
)

// front answers from the first moment of the start: that the process lives, and what is awaited. It hands requests on once there is what answers them.
type front struct {
	listener net.Listener
	open     atomic.Pointer[opened]
	awaited  atomic.Pointer[string]
	ended    chan struct{}
	err      error // how serving ended; to be read after ended
}

// opened is what answers requests once the server has started, and what ends its streams.
type opened struct {
	handler    http.Handler
	endStreams func(context.Context) error
}

// answerEarly serves at a listener until ctx is done. The context that it gives is done, too, when serving ends by itself.
func answerEarly(ctx context.Context, listener net.Listener, log *slog.Logger) (*front, context.Context) {
	f := &front{listener: listener, ended: make(chan struct{})}
	f.await("The database is being started.")
	starting, stop := context.WithCancel(ctx)
	go func() {
		defer stop()
		defer close(f.ended)
		f.err = serveUntil(ctx, listener, f, f.endStreams, log)
	}()
	return f, starting
}

// await says what the start waits for, as a sentence.
func (f *front) await(what string) { f.awaited.Store(&what) }

// handOn hands requests on from now on.
func (f *front) handOn(handler http.Handler, endStreams func(context.Context) error) {
	f.open.Store(&opened{handler, endStreams})
}

// wait returns when serving has ended.
func (f *front) wait() error {
	<-f.ended
	return f.err
}

// close ends serving where the start has failed. It may be called when serving has ended.
func (f *front) close() {
	_ = f.listener.Close() // it is closed already when serving has ended
	<-f.ended
}

func (f *front) endStreams(ctx context.Context) error {
	if o := f.open.Load(); o != nil {
		return o.endStreams(ctx)
	}
	return nil
}

// ServeHTTP answers what can be answered.
func (f *front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if o := f.open.Load(); o != nil {
		o.handler.ServeHTTP(w, r)
		return
	}
	if r.URL.Path == "/healthz" {
		web.Alive(w, r)
		return
	}
	web.Starting(w, *f.awaited.Load())
}
