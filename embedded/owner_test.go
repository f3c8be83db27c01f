package embedded

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shirou/gopsutil/v4/process"
)

// holder is what another process says of the database that it has opened.
type holder struct {
	URI    string
	Shared bool
	Child  int
}

// player is another process, which opens a database and holds it until it is closed.
type player struct {
	cmd    *exec.Cmd
	input  io.Closer
	output *bufio.Reader
}

func playOwner(t *testing.T, folder string) *player {
	t.Helper()
	cmd := play(t, "owner", folder)
	input, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &player{cmd: cmd, input: input, output: bufio.NewReader(output)}
}

// says waits until the process has opened the database.
func (p *player) says(t *testing.T) (said holder) {
	t.Helper()
	line, err := p.output.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Sscan(line, &said.URI, &said.Shared, &said.Child); err != nil {
		t.Fatalf("it says %q: %v", line, err)
	}
	return said
}

// Close has the process close the database and end.
func (p *player) Close() error {
	if err := p.input.Close(); err != nil {
		return err
	}
	return p.cmd.Wait()
}

// Of two processes that start together one runs the database and the other shares it. The database does not outlive the one that runs it,
// even when that is killed: another one that has it open starts it again, at the same address, and finds what was committed.
func TestOwnerKilled(t *testing.T) {
	folder := t.TempDir()
	owner, guest := playOwner(t, folder), playOwner(t, folder)
	said, guestSaid := owner.says(t), guest.says(t)
	if said.Shared {
		owner, guest, said, guestSaid = guest, owner, guestSaid, said
	}
	if diff := cmp.Diff(holder{URI: said.URI, Shared: true, Child: said.Child}, guestSaid); said.Shared || diff != "" {
		t.Fatalf("shared by both: %v. %s", said.Shared, diff)
	}
	closed(t, guest)
	visitor := open(t, disposable(folder))
	wantValues(t, visitor, "CREATE (n:Kept {name: 'Commsec'}) RETURN n.name", "Commsec")

	kill(t, owner.cmd.Process.Pid)
	_ = owner.cmd.Wait() // it was killed
	if runtime.GOOS == "linux" {
		awaitEnd(t, said.Child)
	}
	awaitReady(t, visitor)
	wantValues(t, visitor, "MATCH (n:Kept) RETURN n.name", "Commsec")
	next := open(t, disposable(folder))
	if visitor.Shared() || !next.Shared() || next.URI() != said.URI {
		t.Errorf("who shared the database runs it now: %v, at %s; the next one shares it: %v, at %s", !visitor.Shared(), said.URI, next.Shared(), next.URI())
	}
}

// awaitReady returns when a database answers that another process may have to start first.
func awaitReady(t *testing.T, s *Server) {
	t.Helper()
	look := time.NewTicker(pollInterval)
	defer look.Stop()
	late := time.After(2 * time.Minute)
	for s.Shared() || s.Ready(t.Context()) != nil {
		select {
		case <-look.C:
		case <-late:
			t.Fatal("nobody has started the database again")
		}
	}
}

// awaitEnd returns when a process that is not our child has ended.
func awaitEnd(t *testing.T, pid int) {
	t.Helper()
	look := time.NewTicker(pollInterval)
	defer look.Stop()
	late := time.After(10 * time.Second)
	for {
		p, err := process.NewProcess(int32(pid))
		if err != nil {
			return
		}
		if status, err := p.Status(); err != nil || slices.Contains(status, process.Zombie) {
			return
		}
		select {
		case <-look.C:
		case <-late:
			t.Fatalf("process %d still runs", pid)
		}
	}
}
