package embedded

import (
	"os"
	"syscall"
)

// childAttributes cannot tie the child's life to ours on this system: a child left behind is ended at the next start.
func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}

// askToEnd kills, for Windows has no way to ask a process without a window; Neo4j recovers what was committed at its next start.
func askToEnd(p *os.Process) error { return p.Kill() }
