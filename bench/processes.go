package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/shirou/gopsutil/v4/process"

	"partnernet/store"
)

// child is a server that the benchmark has started.
type child struct {
	*exec.Cmd
	url   string
	usage *process.Process
	token string // by which commands may be done
}

// buildServer builds the registry's server as a user would have it, and gives the program.
func buildServer(ctx context.Context, folder string) (string, error) {
	program := filepath.Join(folder, "server")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, "partnernet/server")
	build.Stderr = os.Stderr
	return program, build.Run()
}

// startServer starts the registry over a database. It returns when the server answers.
func startServer(ctx context.Context, program string, c store.Config, args ...string) (*child, error) {
	return start(runServer(ctx, program, c, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...))
}

// runServer gives the process of the registry's program over a database.
func runServer(ctx context.Context, program string, c store.Config, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(os.Environ(), "NEO4J_URI="+c.URI, "NEO4J_USERNAME="+c.Username, "NEO4J_PASSWORD="+c.Password)
	return cmd
}

// token makes an access token of whoever keeps the register.
func (w *world) token(ctx context.Context) (string, error) {
	file := filepath.Join(w.folder, "token")
	made := runServer(ctx, w.program, w.config, "token", "--output", file, "--name", "bench "+filepath.Base(w.folder), "--right", "WRITE")
	made.Stderr = os.Stderr
	if err := made.Run(); err != nil {
		return "", fmt.Errorf("make an access token: %w", err)
	}
	text, err := os.ReadFile(file)
	return strings.TrimSpace(string(text)), err
}

// commanding gives the server as it is asked to do commands.
func (c *child) commanding() (*endpoint, error) {
	e, err := newEndpoint(c.url, 1, nil, "")
	if e != nil {
		e.token = c.token
	}
	return e, err
}

// start starts a server that says in its first line, last, where it answers.
func start(cmd *exec.Cmd) (*child, error) {
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	at := strings.Index(line, "http://")
	if err != nil || at < 0 {
		return nil, errors.Join(fmt.Errorf("%s did not start: %q", cmd.Path, line), err, cmd.Process.Kill(), cmd.Wait())
	}
	usage, err := process.NewProcess(int32(cmd.Process.Pid))
	return &child{Cmd: cmd, url: strings.TrimSpace(line[at:]) + "/graphql", usage: usage}, err
}

// end asks the server to stop, and waits for it.
func (c *child) end() error {
	if err := c.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return c.Wait()
}

// cpu gives the processor time that processes have used so far.
func cpu(processes ...*process.Process) (time.Duration, error) {
	var sum float64
	for _, p := range processes {
		times, err := p.Times()
		if err != nil {
			return 0, err
		}
		sum += times.User + times.System
	}
	return time.Duration(sum * float64(time.Second)), nil
}

// database gives the process of the embedded database, which is a child of this one.
func database() (*process.Process, error) {
	self, err := process.NewProcess(int32(os.Getpid()))
	if err != nil {
		return nil, err
	}
	children, err := self.Children()
	if err != nil {
		return nil, err
	}
	for _, c := range children {
		if name, err := c.Name(); err == nil && name == "java" {
			return c, nil
		}
	}
	return nil, errors.New("the embedded database is not running")
}
