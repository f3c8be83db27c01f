package embedded

import (
	"context"
	_ "embed"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

//go:embed pom.xml
var pom []byte

// Version gives the version of the embedded Neo4j.
func Version() string {
	var project struct {
		Version string `xml:"version"`
	}
	if err := xml.Unmarshal(pom, &project); err != nil {
		panic(err) // the file is part of the program
	}
	return project.Version
}

// jars gives the folder of Neo4j's jars, which Maven fetches into the cache when they are not there.
// Of several processes one fetches and the others wait.
func (c Config) jars(ctx context.Context) (string, error) {
	folder := jarsFolder(c.Cache)
	jars := filepath.Join(folder, "lib")
	if exists(jars) {
		return jars, nil
	}
	if _, err := makeFolder(folder); err != nil {
		return "", err
	}
	lock := flock.New(filepath.Join(folder, "lock"))
	if locked, err := lock.TryLock(); err == nil && !locked {
		c.Log.Info("waiting for another process that is fetching Neo4j")
	}
	if _, err := lock.TryLockContext(ctx, pollInterval); err != nil {
		return "", errors.Join(fmt.Errorf("The folder for Neo4j's jars cannot be locked (%w).", err), lock.Close())
	}
	if exists(jars) {
		return jars, lock.Close()
	}
	return jars, errors.Join(c.fetch(ctx, folder, jars), lock.Close())
}

// fetch has Maven put the jars into a folder of their own, which becomes the jars' folder when it is whole.
// What Maven has downloaded it keeps, so an interrupted fetch goes on from there.
func (c Config) fetch(ctx context.Context, folder, jars string) error {
	maven, err := lookUpMaven(c.Maven)
	if err != nil {
		return err
	}
	staging, err := makeStaging(folder)
	if err != nil {
		return fmt.Errorf("There is no place for Neo4j's jars (%w).", err)
	}
	defer os.RemoveAll(staging)
	if err := maven.copyJars(ctx, staging, c.Progress); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(staging, filepath.Base(jars)), jars); err != nil {
		return fmt.Errorf("Neo4j's jars cannot be put into their place (%w).", err)
	}
	return nil
}

// makeStaging makes a folder with the pom, after removing what interrupted fetches have left.
func makeStaging(folder string) (string, error) {
	const prefix = "staging-"
	left, err := filepath.Glob(filepath.Join(folder, prefix+"*"))
	if err != nil {
		return "", err
	}
	for _, old := range left {
		if err := os.RemoveAll(old); err != nil {
			return "", err
		}
	}
	staging, err := os.MkdirTemp(folder, prefix)
	if err != nil {
		return "", err
	}
	return staging, os.WriteFile(filepath.Join(staging, "pom.xml"), pom, 0o600)
}
