package embedded

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

// Linux ends a child with the thread that started it, and Go moves goroutines between threads and ends threads as it likes.
func TestThreadsThatEnd(t *testing.T) {
	const children = 20
	var busy sync.WaitGroup
	var done atomic.Bool
	for range 4 * runtime.GOMAXPROCS(0) { // so that goroutines do move
		busy.Go(func() {
			for !done.Load() {
				runtime.Gosched()
			}
		})
	}
	var all []*child
	for range children {
		c, err := startChild(play(t, "java that never answers", "org.neo4j.server.CommunityEntryPoint"))
		if err != nil {
			t.Fatal(err)
		}
		defer c.stop(0)
		all = append(all, c)
	}
	done.Store(true)
	busy.Wait()
	endThreads(2 * children)
	for _, c := range all {
		select {
		case <-c.exited:
			t.Error("a child has ended with a thread: ", c.ending())
		default:
		}
	}
}

// endThreads ends threads, among them all that Go has to spare.
func endThreads(count int) {
	var locked, ended sync.WaitGroup
	all := make(chan struct{})
	locked.Add(count)
	for range count {
		ended.Go(func() {
			runtime.LockOSThread() // never unlocked: the thread ends with its goroutine
			locked.Done()
			<-all
		})
	}
	locked.Wait()
	close(all)
	ended.Wait()
}
