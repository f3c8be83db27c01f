package main

import (
	"errors"
	"io"
	"net"
	"sync/atomic"
)

// proxy passes Bolt on to a database and counts round trips: each time that something is sent after something was received.
type proxy struct {
	net.Listener
	target string
	trips  atomic.Int64
}

func newProxy(target string) (*proxy, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &proxy{Listener: listener, target: target}
	go p.serve()
	return p, nil
}

// serve takes connections until the proxy is closed.
func (p *proxy) serve() {
	for {
		client, err := p.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err == nil {
			go p.pass(client)
		}
	}
}

// pass passes on one connection, both ways, until either end closes it.
func (p *proxy) pass(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", p.target)
	if err != nil {
		return // the client sees its connection closed
	}
	defer server.Close()
	var received atomic.Bool
	received.Store(true)
	go func() {
		defer client.Close()
		_, _ = io.Copy(announcedWriter{client, func() { received.Store(true) }}, server) // ends when the connection does
	}()
	_, _ = io.Copy(announcedWriter{server, func() {
		if received.Swap(false) {
			p.trips.Add(1)
		}
	}}, client)
}

// announcedWriter is a writer that tells of each write before it is made.
type announcedWriter struct {
	io.Writer
	tell func()
}

func (t announcedWriter) Write(data []byte) (int, error) {
	t.tell()
	return t.Writer.Write(data)
}
