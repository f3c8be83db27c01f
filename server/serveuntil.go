package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

// How long a client may take, and how long a server that is asked to stop waits.
const (
	headerTime = 5 * time.Second  // to send a request's headers
	readTime   = 30 * time.Second // to send a request
	writeTime  = 2 * time.Minute  // from a request's headers to the end of its answer; event streams set their own
	idleTime   = 2 * time.Minute  // between two requests on one connection
	drainTime  = 15 * time.Second // for requests under way when the server stops: more than a statement may take by default
	headerSize = 64 << 10         // bytes
)

// serveUntil serves until ctx is done. Then it takes no more requests, ends the streams, and waits for the requests under way,
// for no longer than drainTime. endStreams ends what the HTTP server does not: sockets and event streams.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler, endStreams func(context.Context) error, log *slog.Logger) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       readTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerSize,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping")
	drain, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	var both errgroup.Group
	both.Go(func() error { return server.Shutdown(drain) })
	both.Go(func() error { return endStreams(drain) })
	if err := both.Wait(); err != nil {
		log.Warn("requests were under way for too long and are cut off")
		return server.Close()
	}
	return nil
}
