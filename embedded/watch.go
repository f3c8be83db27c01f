package embedded

import (
	"context"
	"errors"
	"sync"
	"time"
)

// watchInterval is how often a process that shares a database looks whether its owner is still there.
const watchInterval = 500 * time.Millisecond

// retryPause is how long it waits before it tries once more to start a database that did not start.
const retryPause = 5 * time.Second

// watch looks after a database that is another process's.
type watch struct {
	stop    context.CancelFunc
	stopped sync.WaitGroup
}

// watchOwner has this process start the database again, where it answered before, when the one that ran it has ended.
func (s *Server) watchOwner(c Config) {
	ctx, stop := context.WithCancel(context.Background())
	s.watch = &watch{stop: stop}
	s.watch.stopped.Go(func() {
		look := time.NewTicker(watchInterval)
		defer look.Stop()
		for s.Shared() {
			select {
			case <-ctx.Done():
				return
			case <-look.C:
			}
			if s.succeed(ctx, c) {
				continue
			}
			select {
			case <-ctx.Done():
			case <-time.After(retryPause):
			}
		}
	})
}

func (w *watch) end() {
	w.stop()
	w.stopped.Wait()
}

// succeed starts the database when nobody runs it. What goes wrong is told, and false.
func (s *Server) succeed(ctx context.Context, c Config) bool {
	claim, err := tryClaim(c)
	if claim == nil || err != nil {
		return err == nil // its owner is there
	}
	c.Log.Warn("the process that ran the database has ended; it is started again here", "folder", c.Folder)
	keeper, err := startOwned(ctx, c, claim)
	if err == nil && keeper.address != s.address {
		err = errors.Join(errors.New("another process has its port"), keeper.close())
	}
	if err != nil {
		if ctx.Err() == nil {
			c.Log.Error("the database could not be started again and is tried again", "error", err)
		}
		_ = claim.release() // it has been released where the keeper was closed
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keeper = keeper
	return true
}
