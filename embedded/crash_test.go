package embedded

import (
	"context"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A database that is killed under load comes back at the same address, with everything that was committed.
func TestKilledUnderLoad(t *testing.T) {
	server := open(t, disposable(t.TempDir()))
	address := server.URI()
	load := startLoad(t, server)
	load.await(t, "writes before the kill", func() bool { return len(load.written) >= 20 })

	killed := childOf(t, server)
	kill(t, killed)
	load.await(t, "a failed write", func() bool { return load.failures > 0 })
	if err := server.Ready(t.Context()); err == nil {
		t.Error("a killed database is ready")
	}
	before := load.count()
	load.await(t, "writes after the kill", func() bool { return len(load.written) >= before+20 })
	load.stop()

	if err := server.Ready(t.Context()); err != nil {
		t.Error(err)
	}
	if server.URI() != address || childOf(t, server) == killed {
		t.Errorf("it is at %s with process %d, was at %s with %d", server.URI(), childOf(t, server), address, killed)
	}
	t.Logf("%d writes were committed, %d failed", len(load.written), load.failures)
	for _, key := range load.written {
		if found, err := query(t.Context(), server, "MATCH (n:Load {key: $key}) RETURN n.key", map[string]any{"key": key}); err != nil || len(found) != 1 {
			t.Fatalf("write %d was committed, and found are %v, %v", key, found, err)
		}
	}
	kill(t, childOf(t, server)) // Close while it is being started again
}

// load is a client that writes one record after the other.
type load struct {
	mu       sync.Mutex
	changed  chan struct{}
	written  []int64 // keys of the records that were committed
	failures int
	stop     func()
}

func startLoad(t *testing.T, s *Server) *load {
	driver, err := neo4j.NewDriverWithContext(s.URI(), neo4j.BasicAuth(s.Username(), s.Password(), ""))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	l := &load{changed: make(chan struct{}, 1)}
	var running sync.WaitGroup
	pace := time.NewTicker(2 * time.Millisecond) // so that the load does not keep the database from starting again
	running.Go(func() {
		defer pace.Stop()
		for key := int64(0); ctx.Err() == nil; key++ {
			<-pace.C
			err := write(ctx, driver, key)
			l.mu.Lock()
			if err == nil {
				l.written = append(l.written, key)
			} else {
				l.failures++
			}
			l.mu.Unlock()
			select {
			case l.changed <- struct{}{}:
			default:
			}
		}
	})
	l.stop = sync.OnceFunc(func() {
		cancel()
		running.Wait()
		_ = driver.Close(context.WithoutCancel(ctx))
	})
	t.Cleanup(l.stop)
	return l
}

// write creates a record in a statement of its own, which is not sent again when it fails.
func write(ctx context.Context, driver neo4j.DriverWithContext, key int64) error {
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	result, err := session.Run(ctx, "CREATE (:Load {key: $key})", map[string]any{"key": key})
	if err == nil {
		_, err = result.Consume(ctx)
	}
	_ = session.Close(ctx)
	return err
}

// await returns when the load has come as far as wanted.
func (l *load) await(t *testing.T, what string, reached func() bool) {
	t.Helper()
	late := time.After(time.Minute)
	for {
		l.mu.Lock()
		ok := reached()
		l.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-l.changed:
		case <-late:
			t.Fatalf("no %s", what)
		}
	}
}

func (l *load) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.written)
}

func childOf(t *testing.T, s *Server) int {
	t.Helper()
	told, err := readRun(s.keeper.program.home)
	if err != nil {
		t.Fatal(err)
	}
	return told.Child
}

func kill(t *testing.T, pid int) {
	t.Helper()
	p, err := os.FindProcess(pid)
	if err == nil {
		err = p.Kill()
	}
	if err != nil {
		t.Fatal(err)
	}
}
