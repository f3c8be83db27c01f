package embedded

import (
	"os"
	"syscall"
)

func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func askToEnd(p *os.Process) error { return p.Signal(syscall.SIGTERM) }
