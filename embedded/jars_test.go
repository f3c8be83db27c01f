package embedded

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fakeProgram puts an empty program called java into a folder.
func fakeProgram(t *testing.T, folder string) string {
	t.Helper()
	path := filepath.Join(folder, "java")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// visits gives the file in which the fake Maven leaves a line for each time it ran.
func visits(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "visits")
	t.Setenv("EMBEDDED_TEST_VISITS", path)
	return path
}

// Of processes that start together on a fresh machine one fetches, and all have the jars.
func TestTogetherOnAFreshMachine(t *testing.T) {
	visits, cache := visits(t), t.TempDir()
	var starting []*exec.Cmd
	var said [4]strings.Builder
	for i := range said {
		cmd := play(t, "fetcher", cache)
		cmd.Stdout = &said[i]
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		starting = append(starting, cmd)
	}
	for i, cmd := range starting {
		if err := cmd.Wait(); err != nil || said[i].String() != "" {
			t.Errorf("process %d: %v, %s", i, err, &said[i])
		}
	}
	log, err := os.ReadFile(visits)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("fetched\n", string(log)); diff != "" {
		t.Error(diff)
	}
}

// A fetch that fails, is interrupted or killed leaves nothing that looks whole, and the next one succeeds.
func TestFetchAgain(t *testing.T) {
	c := Config{Cache: t.TempDir(), Maven: self(t), Progress: io.Discard, Log: slogTo(t)}
	visits(t)

	t.Setenv(roleVariable, "mvn without network")
	_, err := c.jars(t.Context())
	wantSentence(t, err, "check the network", "Connection refused")

	t.Setenv(roleVariable, "mvn that takes its time")
	ctx, cancel := context.WithCancel(t.Context())
	c.Progress = writerFunc(cancel) // it is told when Maven runs
	_, err = c.jars(ctx)
	wantSentence(t, err, "interrupted", "goes on at the next start")

	killed, err := makeStaging(onlyFolder(t, c.Cache))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(roleVariable, "mvn")
	jars, err := c.jars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !exists(filepath.Join(jars, "a.jar")) {
		t.Error("the jar is not there")
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(killed), "staging-*")); err != nil || len(left) > 0 {
		t.Errorf("left over: %q, %v", left, err)
	}
}

// writerFunc is a writer that only notices that it is written to.
type writerFunc func()

func (f writerFunc) Write(p []byte) (int, error) {
	f()
	return len(p), nil
}

func onlyFolder(t *testing.T, parent string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(parent, "*"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s holds %q, %v; want one folder", parent, found, err)
	}
	return found[0]
}

// Maven is needed only for the first start.
func TestMavenMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	c := Config{Cache: t.TempDir(), Log: slogTo(t)}
	_, err := c.jars(t.Context())
	wantSentence(t, err, "it was not found", mavenRemedy)

	c.Cache = filledCache(t)
	if _, err := c.jars(t.Context()); err != nil {
		t.Errorf("with the jars in the cache: %v", err)
	}
}

// filledCache gives a cache folder that has all that the first start fetches, made by the fake Maven.
func filledCache(t *testing.T) string {
	t.Helper()
	c := Config{Cache: t.TempDir(), Maven: self(t), Progress: io.Discard, Log: slogTo(t)}
	visits(t)
	before := os.Getenv(roleVariable)
	t.Setenv(roleVariable, "mvn")
	if _, err := c.jars(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Setenv(roleVariable, before)
	return c.Cache
}
