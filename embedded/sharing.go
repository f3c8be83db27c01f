package embedded

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"time"

	"github.com/gofrs/flock"
	"github.com/shirou/gopsutil/v4/process"
)

// run is what the process that keeps a database running tells others about it.
type run struct {
	Owner   int    `json:"owner"`   // id of the process that keeps it running
	Child   int    `json:"child"`   // id of the database's own process
	Address string `json:"address"` // host:port of Bolt, which answers once the database is ready
}

// claim is the right to run the database of a folder; one process at a time has it.
type claim struct {
	home  home
	lock  *flock.Flock
	log   *slog.Logger
	grace time.Duration
}

// claimFolder claims the folder; or joins the database that another process runs there, as soon as it answers.
func claimFolder(ctx context.Context, c Config) (*claim, *Server, error) {
	look := time.NewTicker(pollInterval)
	defer look.Stop()
	for waited := false; ; waited = true {
		if claim, err := tryClaim(c); claim != nil || err != nil {
			return claim, nil, err
		}
		if guest := join(ctx, home(c.Folder)); guest != nil {
			return nil, guest, nil
		}
		if !waited {
			c.Log.Info("waiting for another process that is starting the database", "folder", c.Folder)
		}
		select {
		case <-ctx.Done():
			return nil, nil, fmt.Errorf("Another process has the database in %s, and it does not answer (%w).", c.Folder, ctx.Err())
		case <-look.C:
		}
	}
}

// tryClaim claims the folder; nil when another process has claimed it.
func tryClaim(c Config) (*claim, error) {
	h := home(c.Folder)
	lock := flock.New(h.lockFile(), flock.SetPermissions(0o600))
	locked, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("The folder of the embedded database cannot be locked (%w).", errors.Join(err, lock.Close()))
	}
	if !locked {
		return nil, lock.Close()
	}
	return &claim{home: h, lock: lock, log: c.Log, grace: c.StopTimeout}, nil
}

// join gives the database that another process runs over the folder; nil while it does not answer.
func join(ctx context.Context, h home) *Server {
	known, err := readRun(h)
	if err != nil {
		return nil
	}
	// What a dead owner told is not true any more: the next owner is about to end that database.
	if alive, err := process.PidExists(int32(known.Owner)); err != nil || !alive {
		return nil
	}
	password, err := readPassword(h)
	if err != nil {
		return nil
	}
	driver, err := connect(known.Address, password)
	if err != nil {
		return nil
	}
	if answers(ctx, driver) != nil {
		_ = driver.Close(ctx) // nothing was opened that could fail to close
		return nil
	}
	return &Server{address: known.Address, password: password, driver: driver}
}

func readRun(h home) (known run, err error) {
	text, err := os.ReadFile(h.runFile())
	if err == nil {
		err = json.Unmarshal(text, &known)
	}
	return known, err
}

// tell lets other processes know of the database.
func (c *claim) tell(r run) error {
	text, err := json.Marshal(r)
	if err == nil {
		err = writeFile(c.home.runFile(), text)
	}
	if err != nil {
		return fmt.Errorf("other processes cannot be told where it runs (%w)", err)
	}
	return nil
}

// release gives the folder free for the next process. What an earlier owner told stays: its database may still have to be ended.
func (c *claim) release() (err error) {
	if known, unread := readRun(c.home); unread == nil && known.Owner == os.Getpid() {
		err = os.Remove(c.home.runFile())
	}
	return errors.Join(err, c.lock.Close())
}

// endStale ends the database that an earlier owner left running when it was killed.
func (c *claim) endStale(ctx context.Context) error {
	known, err := readRun(c.home)
	if err != nil {
		return nil // nothing was told, so nothing was left
	}
	stale := c.leftBehind(known)
	if stale == nil {
		return nil
	}
	c.log.Warn("ending a database that was left behind", "pid", known.Child)
	for _, end := range []func() error{stale.Terminate, stale.Kill} {
		_ = end() // whether it worked is seen below
		if c.gone(ctx, known) {
			return ctx.Err()
		}
	}
	return fmt.Errorf("The process %d still runs the database in %s, and it cannot be ended.", known.Child, c.home)
}

// leftBehind gives the process of the database that was told of, nil when it is gone or when its id is another process's now.
func (c *claim) leftBehind(known run) *process.Process {
	found, err := process.NewProcess(int32(known.Child))
	if err != nil {
		return nil
	}
	arguments, err := found.CmdlineSlice()
	if err != nil || !slices.Contains(arguments, c.home.argument()) {
		return nil
	}
	return found
}

// gone waits for the process to end, for no longer than grace or ctx.
func (c *claim) gone(ctx context.Context, known run) bool {
	ctx, cancel := context.WithTimeout(ctx, c.grace)
	defer cancel()
	look := time.NewTicker(pollInterval)
	defer look.Stop()
	for c.leftBehind(known) != nil {
		select {
		case <-ctx.Done():
			return false
		case <-look.C:
		}
	}
	return true
}
