package store_test

import (
	"bytes"
	"net"
	"sync"
	"sync/atomic"
	"testing"
)

// commitMessage is Bolt's COMMIT as it goes over the wire: a chunk of two bytes, a structure without fields, the end of the message.
var commitMessage = []byte{0x00, 0x02, 0xB0, 0x12, 0x00, 0x00}

// wire is a connection between the registry and the database that can fail in the ways that a network does.
type wire struct {
	listener net.Listener
	target   string

	blocked      sync.RWMutex // held for writing: bytes go in and none come out
	swallowReply atomic.Bool  // the reply to the next commit is lost together with its connection
	swallowed    atomic.Int32 // how many were

	mu    sync.Mutex
	conns []net.Conn
}

func newWire(t *testing.T, target string) *wire {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{listener: listener, target: target}
	go w.accept()
	t.Cleanup(w.pull)
	return w
}

func (w *wire) address() string { return w.listener.Addr().String() }

func (w *wire) accept() {
	for {
		client, err := w.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", w.target)
		if err != nil {
			client.Close()
			continue
		}
		w.mu.Lock()
		w.conns = append(w.conns, client, server)
		w.mu.Unlock()
		var losing atomic.Bool
		go w.forward(client, server, func(b []byte) bool {
			if bytes.Contains(b, commitMessage) && w.swallowReply.CompareAndSwap(true, false) {
				losing.Store(true)
			}
			return true
		})
		go w.forward(server, client, func([]byte) bool {
			if losing.Load() {
				w.swallowed.Add(1)
			}
			return !losing.Load()
		})
	}
}

// forward copies until one side ends or pass says no, and then ends both.
func (w *wire) forward(from, to net.Conn, pass func([]byte) bool) {
	defer func() {
		w.blocked.RLock() // a side that hangs up is not heard of either
		defer w.blocked.RUnlock()
		from.Close()
		to.Close()
	}()
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if err != nil || !pass(buffer[:n]) {
			return
		}
		w.blocked.RLock()
		_, err = to.Write(buffer[:n])
		w.blocked.RUnlock()
		if err != nil {
			return
		}
	}
}

// cut ends every connection, as a database that restarts does. New ones are taken.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, c := range w.conns {
		c.Close()
	}
	w.conns = nil
}

// pull ends every connection and takes no new ones.
func (w *wire) pull() {
	w.listener.Close()
	w.cut()
}
