package main

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"testing"

	"partnernet/fault"
)

// quiet is a log that nobody reads.
var quiet = slog.New(slog.DiscardHandler)

// answer is what a client got.
type answer struct {
	body string
	err  error
}

func get(url string) answer {
	response, err := http.Get(url)
	if err != nil {
		return answer{err: err}
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return answer{string(body), err}
}

func TestStoppingLetsRequestsFinishAndTakesNoMore(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	url := "http://" + listener.Addr().String()
	begun, finish, streamsEnded := make(chan bool), make(chan bool), make(chan bool)
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		begun <- true
		<-finish
		_, _ = io.WriteString(w, "finished")
	})
	endStreams := func(ctx context.Context) error { close(streamsEnded); return ctx.Err() }
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error)
	go func() { served <- serveUntil(ctx, listener, slow, endStreams, quiet) }()
	underWay := make(chan answer)
	go func() { underWay <- get(url) }()

	<-begun
	stop()
	<-streamsEnded
	for { // the listener is closed beside the streams: at last nobody is let in
		connection, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			break
		}
		connection.Close()
	}
	finish <- true
	if got := <-underWay; got.err != nil || got.body != "finished" {
		t.Errorf("the request under way got %q, %v", got.body, got.err)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}

func TestListeningOnThisMachineOnly(t *testing.T) {
	for _, address := range []string{"127.0.0.1:0", "localhost:0", "127.0.0.2:0", "[::1]:0"} {
		listener, err := listen(t.Context(), address)
		if err == nil {
			listener.Close()
		} else if fault.CodeOf(err) == fault.Forbidden { // not every machine has all of these addresses
			t.Errorf("%s: %v", address, err)
		}
	}
}
