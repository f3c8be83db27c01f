package signin

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"
)

// streamsLooked is how often it is looked whether sessions and tokens of open streams still hold.
const streamsLooked = 500 * time.Millisecond

// staysOpen says whether a request asks for a stream: a socket, or server-sent events.
func staysOpen(r *http.Request) bool {
	return r.Header.Get("Upgrade") != "" || strings.Contains(r.Header.Get("Accept"), "text/event-stream")
}

// streams are the sockets and event streams that are open. While there are any, one watch asks the database for all of them.
type streams struct {
	good func(ctx context.Context, hashes []string) (map[string]bool, error)
	log  *slog.Logger

	mu   sync.Mutex
	open map[*stream]bool
	stop context.CancelFunc
}

// stream is one that is open.
type stream struct {
	hash string // of its session or token
	end  context.CancelCauseFunc
}

func newStreams(good func(context.Context, []string) (map[string]bool, error), log *slog.Logger) *streams {
	return &streams{good: good, log: log, open: map[*stream]bool{}}
}

// enter gives a context that is done when the caller's session or token holds no longer. leave is called when the stream is over.
func (s *streams) enter(ctx context.Context, caller Caller) (_ context.Context, leave func()) {
	ctx, end := context.WithCancelCause(ctx)
	entered := &stream{hash: caller.session + caller.token, end: end}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[entered] = true
	if len(s.open) == 1 {
		var watching context.Context
		watching, s.stop = context.WithCancel(context.Background())
		go s.watch(watching)
	}
	return ctx, func() { s.leave(entered) }
}

func (s *streams) leave(left *stream) {
	left.end(context.Canceled)
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, left)
	if len(s.open) == 0 {
		s.stop()
	}
}

func (s *streams) watch(ctx context.Context) {
	ticker := time.NewTicker(streamsLooked)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			s.look(ctx)
		}
	}
}

// look ends the streams whose session or token holds no longer. While the database does not answer nobody is told anything new either.
func (s *streams) look(ctx context.Context) {
	good, err := s.good(ctx, s.hashes())
	if err != nil {
		if ctx.Err() == nil {
			s.log.WarnContext(ctx, "it cannot be looked up whether open streams may go on", "error", err)
		}
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for each := range s.open {
		if valid, known := good[each.hash]; known && !valid {
			each.end(errSessionEnded)
		}
	}
}

func (s *streams) hashes() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []string
	for each := range s.open {
		all = append(all, each.hash)
	}
	return all
}
