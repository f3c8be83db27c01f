package embedded

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"
)

// played gives a configuration whose Java is this test binary in the given role.
func played(t *testing.T, role string) Config {
	t.Helper()
	cache := filledCache(t)
	t.Setenv(roleVariable, role)
	return Config{Folder: t.TempDir(), Cache: cache, Java: self(t), Log: slogTo(t),
		StartTimeout: 20 * time.Second, StopTimeout: 20 * time.Second}
}

// wantReleased checks that a failed start left no process and no claim behind.
func wantReleased(t *testing.T, c Config) {
	t.Helper()
	if exists(home(c.Folder).runFile()) {
		t.Error("the run file is still there")
	}
	lock := flock.New(home(c.Folder).lockFile())
	defer lock.Close()
	if free, err := lock.TryLock(); err != nil || !free {
		t.Errorf("the folder is still claimed: %v, %v", free, err)
	}
}

func TestDiesEarly(t *testing.T) {
	c := played(t, "java that dies")
	_, err := Open(t.Context(), c)
	wantSentence(t, err, "did not start", "exit status 3", wordsOnConsole, wordsInLog)
	if strings.Contains(err.Error(), stackFrame) {
		t.Errorf("%q shows a frame of a stack", err)
	}
	wantReleased(t, c)
}

func TestNeverAnswers(t *testing.T) {
	c := played(t, "java that never answers")
	c.StartTimeout = 200 * time.Millisecond
	_, err := Open(t.Context(), c)
	wantSentence(t, err, "did not answer within 200ms")
	wantReleased(t, c)
}

// A Ctrl-C while the database starts ends the start and the database.
func TestCancelledStart(t *testing.T) {
	c := played(t, "java that never answers")
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for !exists(home(c.Folder).runFile()) && t.Context().Err() == nil {
			time.Sleep(pollInterval)
		}
		cancel()
	}()
	_, err := Open(ctx, c)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want one that is context.Canceled", err)
	}
	wantReleased(t, c)
}

func TestKilledWhenAskingDoesNotHelp(t *testing.T) {
	c := played(t, "java that ignores SIGTERM")
	c.StartTimeout, c.StopTimeout = 200*time.Millisecond, 300*time.Millisecond
	began := time.Now()
	_, err := Open(t.Context(), c)
	wantSentence(t, err, "did not answer")
	if took := time.Since(began); took < c.StartTimeout+c.StopTimeout {
		t.Errorf("it was killed after %s, without the time that it has to end by itself", took)
	}
	wantReleased(t, c)
}

// A virtual machine crashes on a damaged class-data archive: the start is tried without it, and the archive is made anew.
func TestDamagedArchive(t *testing.T) {
	c := played(t, "java that dies of an archive")
	java, err := findJava(t.Context(), c.Java)
	if err != nil {
		t.Fatal(err)
	}
	jars, err := c.jars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	damaged := newArchive(jars, java).path
	if err := os.WriteFile(damaged, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), c)
	wantSentence(t, err, "died without the archive")
	if exists(damaged) {
		t.Error("the archive is still there")
	}
}

func TestFolderMissing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ why, folder, want string }{
		{"none was given", "", "needs a folder"},
		{"a file is in its place", file, "cannot make or use its folder"},
	} {
		_, err := Open(t.Context(), Config{Folder: row.folder, Cache: t.TempDir()})
		wantSentence(t, err, row.want)
	}
}

// A database without its password file cannot be opened by anyone; a new password would not fit.
func TestPasswordGone(t *testing.T) {
	c := played(t, "java that never answers")
	if err := os.MkdirAll(filepath.Join(c.Folder, "data", "databases"), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), c)
	wantSentence(t, err, "its password is gone", home(c.Folder).passwordFile())
	wantReleased(t, c)
}

// slogTo shows the log beside the test that it belongs to.
func slogTo(t *testing.T) *slog.Logger { return slog.New(slog.NewTextHandler(t.Output(), nil)) }
