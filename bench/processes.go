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
	key   string // an access token of the register's keeper, who may do everything
	usage *process.Process
}

// buildServer builds the registry's server as a user would have it, and gives the program.
func buildServer(ctx context.Context, folder string) (string, error) {
	program := filepath.Join(folder, "server")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, "partnernet/server")
	build.Stderr = os.Stderr
	return program, build.Run()
}

// keeperKey makes an access token of the keeper of a database's register.
func keeperKey(ctx context.Context, folder, program string, c store.Config) (string, error) {
	file := filepath.Join(folder, "key")
	token := exec.CommandContext(ctx, program, "token", "--name", "bench", "--right", "WRITE", "--output", file)
	token.Env, token.Stderr = environment(c), os.Stderr
	if err := token.Run(); err != nil {
		return "", err
	}
	key, err := os.ReadFile(file)
	return strings.TrimSpace(string(key)), err
}

// environment says to a program of the registry which database it is over.
func environment(c store.Config) []string {
	return append(os.Environ(), "NEO4J_URI="+c.URI, "NEO4J_USERNAME="+c.Username, "NEO4J_PASSWORD="+c.Password)
}

// startServer starts the registry over a database. It returns when the server answers.
func startServer(ctx context.Context, program string, c store.Config, args ...string) (*child, error) {
	cmd := exec.CommandContext(ctx, program, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)
	cmd.Env = environment(c)
	return start(cmd)
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
