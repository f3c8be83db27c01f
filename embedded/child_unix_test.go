//go:build unix

package embedded

import (
	"syscall"
	"testing"
)

// A Ctrl-C in the terminal goes to every process of the group: the database must be asked by its owner, after the requests have ended.
func TestGroupOfItsOwn(t *testing.T) {
	c, err := startChild(play(t, "java that never answers", "org.neo4j.server.CommunityEntryPoint"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.stop(0)
	group, err := syscall.Getpgid(c.process.Pid)
	if err != nil || group == syscall.Getpgrp() {
		t.Errorf("it is in group %d, %v; we are in %d", group, err, syscall.Getpgrp())
	}
}
