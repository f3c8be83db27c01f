package transport

import (
	"context"
	"sync"
)

// Streams keeps account of the open sockets and event streams, so that a server that stops can end them.
// A nil *Streams keeps none.
type Streams struct {
	mu     sync.Mutex
	closed bool
	ending chan struct{}
	open   sync.WaitGroup
}

// NewStreams gives an account with nothing open.
func NewStreams() *Streams { return &Streams{ending: make(chan struct{})} }

// Shutdown lets no stream begin any more, ends those that are open (sockets with close code 1001, going away)
// and waits until they have ended or ctx is done; then it gives ctx's error.
func (s *Streams) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	if !s.closed {
		s.closed = true
		close(s.ending)
	}
	s.mu.Unlock()

	ended := make(chan struct{})
	go func() {
		s.open.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// enter counts a stream in; leave counts it out, and ending is closed when it must end. Not ok: the server is stopping.
func (s *Streams) enter() (leave func(), ending <-chan struct{}, ok bool) {
	if s == nil {
		return func() {}, nil, true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, nil, false
	}
	s.open.Add(1)
	return s.open.Done, s.ending, true
}
