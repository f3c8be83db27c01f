package embedded

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shirou/gopsutil/v4/process"
)

// claimed claims a new folder, until the test ends.
func claimed(t *testing.T) *claim {
	t.Helper()
	c := Config{Folder: t.TempDir(), Log: slogTo(t), StopTimeout: 300 * time.Millisecond}
	claim, guest, err := claimFolder(t.Context(), c)
	if err != nil || guest != nil {
		t.Fatalf("claimFolder: guest %v, %v", guest, err)
	}
	t.Cleanup(func() {
		if err := claim.release(); err != nil {
			t.Error(err)
		}
	})
	return claim
}

// Where a database can outlive its owner it is ended at the next start, but never another process that has got its id.
func TestEndStale(t *testing.T) {
	for _, row := range []struct {
		why, role string
		ours      bool
	}{
		{"it ends when it is asked to", "java that never answers", true},
		{"it has to be killed", "java that ignores SIGTERM", true},
		{"its id is another process's now", "java that never answers", false},
	} {
		t.Run(row.why, func(t *testing.T) {
			claim := claimed(t)
			over := claim.home
			if !row.ours {
				over += "elsewhere"
			}
			left := leave(t, row.role, over)
			defer left.stop(0)
			if err := claim.tell(run{Child: left.process.Pid}); err != nil {
				t.Fatal(err)
			}
			if err := claim.endStale(t.Context()); err != nil {
				t.Error(err)
			}
			if row.ours {
				<-left.exited
			} else if still, err := process.PidExists(int32(left.process.Pid)); err != nil || !still {
				t.Errorf("another's process was ended, %v", err)
			}
		})
	}
}

// leave starts a database that runs over a folder without anyone keeping it.
func leave(t *testing.T, role string, over home) *child {
	t.Helper()
	cmd := play(t, role, "org.neo4j.server.CommunityEntryPoint", over.argument())
	said, saying, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	cmd.Stdout = saying
	left, err := startChild(cmd)
	if closing := saying.Close(); err != nil || closing != nil {
		t.Fatal(err, closing)
	}
	if _, err := said.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	return left
}

// A second process waits for the first as long as its caller lets it, and says why it gives up.
func TestWaitForOwner(t *testing.T) {
	owner := claimed(t)
	ctx, cancel := context.WithTimeout(t.Context(), 4*pollInterval)
	defer cancel()
	_, _, err := claimFolder(ctx, Config{Folder: string(owner.home), Log: slogTo(t)})
	wantSentence(t, err, "Another process", string(owner.home), "does not answer")
}

// What an owner tells is what another process reads, whole.
func TestTell(t *testing.T) {
	owner := claimed(t)
	want := run{Owner: 1, Child: 2, Address: "127.0.0.1:3"}
	if err := owner.tell(want); err != nil {
		t.Fatal(err)
	}
	got, err := readRun(owner.home)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
