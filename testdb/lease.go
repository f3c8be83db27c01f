package testdb

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"partnernet/embedded"
	"partnernet/store"
)

const (
	folderPrefix = "partnernet-testdb-"
	abandoned    = time.Hour // a folder not touched for so long is what a killed keeper has left
)

// lease gives a database that no other test binary uses, until giveBack: one that another has given back, or a new one.
// One that has run for a while plans statements several times faster than one that has just started.
func lease() (*embedded.Server, error) {
	removeAbandoned()
	lock, folder, err := lockFree()
	if err != nil {
		return nil, err
	}
	err = startKeeper(folder)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	s, err := embedded.Open(context.Background(), config(folder))
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	home = folder
	giveBack = func() error { return errors.Join(s.Close(), lock.Close()) }
	return s, nil
}

// lockFree locks the first database that no other test binary has locked. Databases of another schema have other folders.
func lockFree() (*flock.Flock, string, error) {
	schema, err := store.SchemaVersion()
	if err != nil {
		return nil, "", err
	}
	for n := 1; ; n++ {
		folder := filepath.Join(os.TempDir(), fmt.Sprintf("%s%s-%d", folderPrefix, schema, n))
		lock := flock.New(lockFile(folder))
		locked, err := lock.TryLock()
		if err == nil && locked {
			return lock, folder, nil
		}
		if err := errors.Join(err, lock.Close()); err != nil {
			return nil, "", err
		}
	}
}

// lockFile is locked by whoever uses the database of the folder. It stays when the folder goes, so that it is one file for all.
func lockFile(folder string) string { return folder + ".lock" }

// startKeeper starts a keeper for the database of a folder, which ends at once when there is one, and returns when the database answers.
func startKeeper(folder string) error {
	binary, err := os.Executable()
	if err != nil {
		return err
	}
	log, err := os.Create(folder + ".log")
	if err != nil {
		return err
	}
	defer log.Close()
	keeper := exec.Command(binary)
	keeper.Env = append(os.Environ(), keeperOf+"="+folder)
	keeper.Dir = os.TempDir() // it outlives this binary, whose folder may go
	keeper.Stderr, keeper.SysProcAttr = log, detached()
	words, err := keeper.StdoutPipe()
	if err != nil {
		return err
	}
	if err := keeper.Start(); err != nil {
		return err
	}
	if _, err := bufio.NewReader(words).ReadString('\n'); err != nil {
		output, _ := os.ReadFile(log.Name()) // without it the error is a shorter one
		return fmt.Errorf("no database could be started: %s", output)
	}
	return keeper.Process.Release()
}

// removeAbandoned removes the databases whose keepers were killed. What it cannot remove is left to the next.
func removeAbandoned() {
	folders, err := filepath.Glob(filepath.Join(os.TempDir(), folderPrefix+"*"))
	if err != nil {
		return
	}
	for _, folder := range folders {
		if about, err := os.Stat(folder); err == nil && about.IsDir() && time.Since(about.ModTime()) > abandoned {
			_ = embedded.Discard(context.Background(), folder) // it is an error when it is in use after all
		}
	}
}
