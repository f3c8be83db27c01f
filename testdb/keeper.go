package testdb

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/gofrs/flock"

	"partnernet/embedded"
)

// A keeper is a process that runs a database for one test binary after another, and ends when none has used it for a while. It is the test binary that
// first wanted the database, started once more.
const (
	keeperOf = "PARTNERNET_TESTDB_KEEPER" // in the environment: the folder of the database that the process is to keep
	unusedIn = "PARTNERNET_TESTDB_UNUSED" // in the environment: how long it is kept unused, where it is not usual
	usual    = 2 * time.Minute            // long enough to link the next package's tests, and for somebody who tries a test again and again
	looks    = 20                         // how often is looked, in that time, whether it is used
)

// settings keep the plans of statements. Half of the time that tests take goes into planning, and the data of each test is other data
// in a database just as small: none needs plans of its own. db.prepareForReplanning forgets them all.
var settings = []string{"dbms.cypher.min_replan_interval=24h"}

// jvmOptions are what has the least work to start with. What plans statements is worth compiling well, from a few dozen statements on, but later than the virtual machine
// begins with it: for three tests of cypher/ on a new database it spent 53 s on that beside 83 s of planning, and with these thresholds, of eight times as much, 29 s beside 85 s.
var jvmOptions = []string{
	"-XX:+UseSerialGC",
	"-XX:Tier4InvocationThreshold=40000", "-XX:Tier4MinInvocationThreshold=4800", "-XX:Tier4CompileThreshold=120000", "-XX:Tier4BackEdgeThreshold=320000",
}

// config is how the database of a folder is run.
func config(folder string) embedded.Config {
	return embedded.Config{
		Folder:       folder,
		Disposable:   true,
		PageCacheMiB: 64,
		JVMOptions:   jvmOptions,
		Settings:     settings,
		Progress:     os.Stderr,
		Log:          slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	}
}

// keep runs the database of a folder until it is not used any more, and removes it. It says "ready" when the database answers.
// It does nothing more when another keeper runs it.
func keep(ctx context.Context, folder string) error {
	s, err := embedded.Open(ctx, config(folder))
	if err != nil {
		return err
	}
	fmt.Println("ready")
	if s.Shared() {
		return s.Close()
	}
	lock, err := lockUnused(folder)
	return errors.Join(err, s.Close(), os.RemoveAll(folder), lock.Close())
}

// lockUnused locks the database when no test binary has used it for as long as it is kept unused.
func lockUnused(folder string) (*flock.Flock, error) {
	lock := flock.New(lockFile(folder))
	kept, err := time.ParseDuration(cmp.Or(os.Getenv(unusedIn), usual.String()))
	if err != nil {
		return lock, err
	}
	look := time.NewTicker(kept / looks)
	defer look.Stop()
	for unused := 0; ; <-look.C {
		locked, err := lock.TryLock()
		switch {
		case err != nil || locked && unused == looks:
			return lock, err
		case locked:
			unused++
			err = lock.Unlock()
		default:
			unused = 0
		}
		if err != nil {
			return lock, err
		}
	}
}
