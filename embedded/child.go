package embedded

import (
	"os"
	"os/exec"
	"runtime"
	"time"
)

// child is a process that ends with this one.
type child struct {
	process *os.Process
	exited  chan struct{} // closed when the process is gone
	err     error         // how it ended, nil for well; to be read after exited
}

// startChild starts a process that a Ctrl-C in the terminal does not reach and that does not outlive this one.
func startChild(cmd *exec.Cmd) (*child, error) {
	cmd.SysProcAttr = childAttributes()
	c := &child{exited: make(chan struct{})}
	started := make(chan error)
	go func() {
		// Linux ends such a child with the thread that started it, not with the process, and Go ends threads as it likes:
		// this goroutine keeps its thread until the child is gone.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			c.err = cmd.Wait()
			close(c.exited)
		}
	}()
	if err := <-started; err != nil {
		return nil, err
	}
	c.process = cmd.Process
	return c, nil
}

// stop asks the child to end, kills it when it has not after grace, and returns when it is gone.
func (c *child) stop(grace time.Duration) {
	_ = askToEnd(c.process) // a process that cannot be asked is killed below
	select {
	case <-c.exited:
	case <-time.After(grace):
		_ = c.process.Kill() // it fails only when the process is gone
		<-c.exited
	}
}

// ending says how the process ended; to be called after exited.
func (c *child) ending() string {
	if c.err == nil {
		return "by itself"
	}
	return c.err.Error()
}
