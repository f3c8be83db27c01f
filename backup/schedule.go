package backup

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"partnernet/fault"
)

// Schedule copies a register again and again, and keeps the latest copies.
type Schedule struct {
	Register
	Every  time.Duration
	Folder string
	Keep   int
	Log    *slog.Logger
	// Keys gives the content of a copy of the keys of persons, which is written as one file into KeysFolder each time: nothing is kept there of keys that have been
	// dropped since. No keys are copied where KeysFolder is "".
	Keys       func() ([]byte, error)
	KeysFolder string

	mu      sync.Mutex
	last    time.Time // of the last good copy
	trouble error     // why the one after that failed
}

// A copy's name tells when it was taken.
const (
	namePrefix = "partnernet-"
	nameTime   = "20060102T150405Z"
	nameSuffix = ".backup"
	keysName   = "partnernet.keys"
)

// mostPause is how long a copy that failed is waited with at most.
const mostPause = 5 * time.Minute

// Prepare makes the folders, and finds the last good copy in them. It is BadInput when a folder cannot be used.
func (s *Schedule) Prepare() error {
	for _, folder := range []string{s.Folder, s.KeysFolder} {
		if folder == "" {
			continue
		}
		err := os.MkdirAll(folder, 0o700)
		if err == nil {
			err = s.removeLeft(folder)
		}
		if err != nil {
			return fault.Wrap(fault.BadInput, err, "No backups can be written to %s (%s).", folder, err)
		}
	}
	copies, err := s.copies()
	if err != nil {
		return fault.Wrap(fault.BadInput, err, "No backups can be kept in %s (%s).", s.Folder, err)
	}
	if len(copies) > 0 {
		s.last = takenAt(copies[len(copies)-1])
	}
	return nil
}

// Last tells when the last good copy was taken, the zero time for never, and why the one after that failed, nil when none has.
func (s *Schedule) Last() (time.Time, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last, s.trouble
}

// Run copies the register whenever it is time, until ctx is done.
func (s *Schedule) Run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(s.wait()):
		}
		summary, err := s.Once(ctx)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			s.Log.Error("the backup failed", "error", err, "folder", s.Folder)
			continue
		}
		s.Log.Info("backup taken", "records", summary.Records, "position", summary.Position, "writersWaited", summary.Turn.Round(time.Millisecond))
	}
}

// wait gives how long it is until the next copy. The last one may seem to be of the future where the clock has been set back.
func (s *Schedule) wait() time.Duration {
	last, trouble := s.Last()
	if trouble != nil {
		return min(s.Every, mostPause)
	}
	return min(last.Add(s.Every).Sub(s.Now()), s.Every)
}

// Once copies the register now, and removes the oldest copies.
func (s *Schedule) Once(ctx context.Context) (Summary, error) {
	at := s.Now().UTC().Truncate(time.Second)
	name := namePrefix + at.Format(nameTime) + nameSuffix
	summary, err := Write(ctx, s.Register, filepath.Join(s.Folder, name))
	if err == nil {
		err = s.copyKeys()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.trouble = err; err != nil {
		return summary, err
	}
	s.last = at
	if err := s.removeOld(name); err != nil {
		s.Log.Error("an old backup could not be removed", "error", err, "folder", s.Folder)
	}
	return summary, nil
}

func (s *Schedule) copyKeys() error {
	if s.KeysFolder == "" {
		return nil
	}
	content, err := s.Keys()
	if err != nil {
		return err
	}
	return WriteFile(filepath.Join(s.KeysFolder, keysName), func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// removeOld removes the oldest copies, but not the one that was just taken.
func (s *Schedule) removeOld(taken string) error {
	copies, err := s.copies()
	if err != nil {
		return err
	}
	copies = slices.DeleteFunc(copies, func(name string) bool { return name == taken })
	for _, name := range copies[:max(0, len(copies)+1-s.Keep)] {
		if err := os.Remove(filepath.Join(s.Folder, name)); err != nil {
			return err
		}
	}
	return nil
}

// removeLeft removes from a folder what a server has left of a copy during which it was ended. What is younger than a day may be being written by another.
func (s *Schedule) removeLeft(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		info, gone := e.Info()
		if strings.HasPrefix(e.Name(), partPrefix) && gone == nil && s.Now().Sub(info.ModTime()) > 24*time.Hour {
			err = errors.Join(err, os.Remove(filepath.Join(folder, e.Name())))
		}
	}
	return err
}

// copies gives the names of the copies in the folder, oldest first.
func (s *Schedule) copies() ([]string, error) {
	entries, err := os.ReadDir(s.Folder)
	var names []string
	for _, e := range entries {
		if !takenAt(e.Name()).IsZero() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, err
}

// takenAt gives when the copy of a name was taken, the zero time for what is no copy.
func takenAt(name string) time.Time {
	text, isCopy := strings.CutPrefix(strings.TrimSuffix(name, nameSuffix), namePrefix)
	at, err := time.Parse(nameTime, text)
	if err != nil || !isCopy || !strings.HasSuffix(name, nameSuffix) {
		return time.Time{}
	}
	return at
}
