package embedded

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"syscall"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	portAttempts = 3                // another process may take a free port before the database does
	longestPause = 30 * time.Second // between two attempts to start a database again
	steadyAfter  = time.Minute      // a database that ran this long is started again at once
	probeTimeout = 2 * time.Second  // a database on this machine that takes longer to say hello does not answer
)

// keeper keeps the database of a claimed folder running: it starts it, and starts it again when it ends by itself.
type keeper struct {
	config   Config
	program  program
	claim    *claim
	archive  *archive
	password string

	address string // the same through all restarts, so that drivers find the database again
	driver  neo4j.DriverWithContext

	stopping context.Context
	stop     context.CancelFunc
	stopped  chan struct{}
	closing  sync.Once

	mu    sync.Mutex
	state error // why the database does not answer, nil when it does
}

// open starts the database and returns when it answers; from then on it is kept running.
func (k *keeper) open(ctx context.Context) error {
	first, err := k.startSomewhere(ctx)
	if err != nil {
		return errors.Join(err, k.archive.release())
	}
	k.stopping, k.stop = context.WithCancel(context.Background())
	k.stopped = make(chan struct{})
	go k.keep(first)
	return nil
}

// close stops the database and gives its folder free.
func (k *keeper) close() (err error) {
	k.closing.Do(func() {
		k.stop()
		<-k.stopped
		err = errors.Join(k.driver.Close(context.Background()), k.archive.release(), k.claim.release())
	})
	return err
}

// trouble gives the reason for which the database does not answer, nil when it should.
func (k *keeper) trouble() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.state
}

func (k *keeper) setTrouble(err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.state = err
}

// keep replaces the child by another whenever it ends, until the keeper is stopped.
func (k *keeper) keep(c *child) {
	defer close(k.stopped)
	pause := backoff.NewExponentialBackOff()
	pause.MaxInterval = longestPause
	for c != nil {
		since := time.Now()
		k.attend(c)
		if k.stopping.Err() != nil {
			k.end(c)
			return
		}
		if time.Since(since) > steadyAfter {
			pause.Reset()
		}
		c = k.replace(c, pause)
	}
}

// end stops the child for good.
func (k *keeper) end(c *child) {
	if k.archive.making() {
		k.config.Log.Info("the database is stopping; the first one on this machine takes some seconds to write its class-data archive")
	}
	c.stop(k.config.StopTimeout)
	if c.err == nil {
		k.archive.keep()
	}
}

// replace starts the database again until it answers, after a pause that grows; nil when the keeper is stopped before.
func (k *keeper) replace(dead *child, pause backoff.BackOff) *child {
	k.setTrouble(fmt.Errorf("The database has ended (%s) and is being started again.", dead.ending()))
	k.config.Log.Error("the database has ended and is started again", "pid", dead.process.Pid, "ending", dead.ending())
	for {
		select {
		case <-k.stopping.Done():
			return nil
		case <-time.After(pause.NextBackOff()):
		}
		c, err := k.start(k.stopping)
		if err == nil {
			k.setTrouble(nil)
			return c
		}
		if k.stopping.Err() == nil {
			k.setTrouble(whyAway(err))
			k.config.Log.Error("the database could not be started again and is tried again", "error", err)
		}
	}
}

// whyAway says of a start that has failed what everybody may know: not what the database has logged.
func whyAway(err error) error {
	switch {
	case errors.Is(err, errFull):
		return err
	case errors.Is(err, syscall.EROFS):
		return errors.New("The disk of the embedded database is write-protected, as systems do with one that fails. Look into the system's log before you mount it anew.")
	}
	return errors.New("The database could not be started again, and is tried again. The registry's log says why.")
}

// startSomewhere starts the database where it answered last, so that whoever shares it finds it again; or else on a free port.
func (k *keeper) startSomewhere(ctx context.Context) (c *child, err error) {
	last, _ := os.ReadFile(k.program.home.addressFile()) // a database that never ran has none
	address := string(last)
	for range portAttempts {
		if address == "" || taken(address) {
			if address, err = freeAddress(); err != nil {
				return nil, err
			}
		}
		if err = k.moveTo(address); err != nil {
			return nil, err
		}
		if c, err = k.start(ctx); err == nil {
			return c, writeFile(k.program.home.addressFile(), []byte(address))
		}
		_ = k.driver.Close(ctx) // it never had a connection
		if !taken(k.address) {
			break
		}
	}
	return nil, err
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("There is no free port for the embedded database (%w).", err)
	}
	return listener.Addr().String(), listener.Close()
}

// moveTo chooses the address that the database is to answer at.
func (k *keeper) moveTo(address string) (err error) {
	k.address = address
	if k.driver, err = connect(k.address, k.password); err == nil {
		err = k.program.home.configure(k.config, k.address)
	}
	if err != nil {
		return fmt.Errorf("The embedded database could not be prepared (%w).", err)
	}
	return nil
}

// taken tells whether another process listens at the address.
func taken(address string) bool {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return true
	}
	return listener.Close() != nil
}

// start starts the database and returns when it answers. One that ends before, and used a class-data archive, is tried once more without.
func (k *keeper) start(ctx context.Context) (*child, error) {
	archived := k.archive.usable()
	c, err := k.startOnce(ctx, k.archive.options())
	if err == nil || !archived || ctx.Err() != nil || errors.Is(err, errFull) || errors.Is(err, syscall.EROFS) {
		return c, err
	}
	k.config.Log.Warn("the database did not start and is tried without its class-data archive", "error", err)
	if err := k.archive.discard(); err != nil {
		return nil, err
	}
	return k.startOnce(ctx, nil)
}

func (k *keeper) startOnce(ctx context.Context, options []string) (*child, error) {
	if err := checkRoom(string(k.program.home)); err != nil {
		return nil, err
	}
	began := time.Now()
	logged := size(k.program.home.neo4jLog())
	console, err := os.OpenFile(k.program.home.consoleLog(), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("The embedded database cannot write its log (%w).", err)
	}
	defer console.Close()
	options = append(options, fmt.Sprintf("-Xmx%dm", k.config.HeapMiB))
	cmd := k.program.server(append(options, k.config.JVMOptions...)...)
	cmd.Stdout, cmd.Stderr = console, console
	c, err := startChild(cmd)
	if err != nil {
		return nil, fmt.Errorf("The embedded database could not be started (%w).", err)
	}
	err = k.claim.tell(run{Owner: os.Getpid(), Child: c.process.Pid, Address: k.address})
	if err == nil {
		err = k.awaitAnswer(ctx, c)
	}
	if err != nil {
		c.stop(k.config.StopTimeout)
		return nil, fmt.Errorf("The embedded database did not start: %w.%s", err, k.lastWords(logged))
	}
	k.config.Log.Info("the database is running", "address", k.address, "pid", c.process.Pid, "took", time.Since(began).Round(time.Millisecond))
	return c, nil
}

// awaitAnswer returns when the database answers, or has ended, or is not waited for any longer.
func (k *keeper) awaitAnswer(ctx context.Context, c *child) error {
	ctx, cancel := context.WithTimeoutCause(ctx, k.config.StartTimeout, fmt.Errorf("it did not answer within %s", k.config.StartTimeout))
	defer cancel()
	look := time.NewTicker(pollInterval)
	defer look.Stop()
	for {
		select {
		case <-c.exited:
			return fmt.Errorf("it ended (%s)", c.ending())
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-look.C:
		}
		err := answers(ctx, k.driver)
		var refusal *neo4j.Neo4jError
		if errors.As(err, &refusal) && refusal.HasSecurityCode() {
			return fmt.Errorf("it refuses the password in %s", k.program.home.passwordFile())
		}
		if err == nil {
			return nil
		}
	}
}

// answers gives nil when the database lets us in.
func answers(ctx context.Context, driver neo4j.DriverWithContext) error {
	ctx, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	return driver.VerifyConnectivity(ctx)
}

// lastWords gives the end of what the database and its virtual machine have logged; logged is where this start's part of Neo4j's log begins.
func (k *keeper) lastWords(logged int64) string {
	h := k.program.home
	words := lastLines(readFrom(h.consoleLog(), 0) + "\n" + readFrom(h.neo4jLog(), logged))
	if words == "" {
		return ""
	}
	return fmt.Sprintf(" Its last words, from %s:\n%s", h.logFolder(), words)
}
