//go:build unix && !linux

package embedded

import (
	"os"
	"syscall"
)

// childAttributes cannot tie the child's life to ours on this system: a child left behind is ended at the next start.
func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}

func askToEnd(p *os.Process) error { return p.Signal(syscall.SIGTERM) }
