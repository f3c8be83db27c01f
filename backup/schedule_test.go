package backup_test

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/backup"
	"partnernet/testdb"
)

// A schedule keeps the latest copies, whatever else lies beside them; a copy that fails takes nothing away, and is told.
func TestASchedule(t *testing.T) {
	w := newWorld(t, testdb.Open(t))
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	folder := filepath.Join(t.TempDir(), "copies")
	s := &backup.Schedule{Register: w.Register, Every: time.Hour, Folder: folder, Keep: 2, Log: slog.New(slog.DiscardHandler), Keys: w.keys.Copy, KeysFolder: filepath.Join(folder, "keys")}
	s.Now = func() time.Time { return now }
	must(t, s.Prepare())
	must(t, os.WriteFile(filepath.Join(folder, "notes.txt"), nil, 0o600))
	for range 3 {
		now = now.Add(time.Hour)
		_, err := s.Once(t.Context())
		must(t, err)
	}
	want := []string{"keys", "notes.txt", "partnernet-20260302T110000Z.backup", "partnernet-20260302T120000Z.backup"}
	if diff := cmp.Diff(want, names(t, folder)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"partnernet.keys"}, names(t, filepath.Join(folder, "keys"))); diff != "" {
		t.Error(diff)
	}
	again := &backup.Schedule{Register: w.Register, Folder: folder}
	must(t, again.Prepare())
	if last, trouble := again.Last(); !last.Equal(now) || trouble != nil {
		t.Errorf("after a start the last copy is of %s: %v", last, trouble)
	}

	s.Keys = func() ([]byte, error) { return nil, errors.New("the folder of keys is gone") }
	before := now
	now = now.Add(time.Hour)
	if _, err := s.Once(t.Context()); err == nil {
		t.Error("a copy without its keys is called good")
	}
	if last, trouble := s.Last(); !last.Equal(before) || trouble == nil {
		t.Errorf("the last good copy is of %s: %v", last, trouble)
	}
	now = now.AddDate(-1, 0, 0) // the clock is set back
	s.Keys = w.keys.Copy
	_, err := s.Once(t.Context())
	must(t, err)
	if all := names(t, folder); !cmp.Equal(all[2], "partnernet-20250302T130000Z.backup") {
		t.Errorf("the copy that was just taken is gone: %v", all)
	}
}

// What a server has left of a copy in which it was ended is removed, and not what another is writing now.
func TestWhatIsLeftOfACopyIsRemoved(t *testing.T) {
	folder := t.TempDir()
	now := time.Now()
	s := &backup.Schedule{Folder: folder, KeysFolder: filepath.Join(folder, "keys")}
	s.Now = func() time.Time { return now }
	must(t, os.Mkdir(s.KeysFolder, 0o700))
	for name, age := range map[string]time.Duration{".backup-1": 25 * time.Hour, ".backup-2": time.Hour, "keys/.backup-3": 25 * time.Hour, "notes.txt": 25 * time.Hour} {
		must(t, os.WriteFile(filepath.Join(folder, name), nil, 0o600))
		must(t, os.Chtimes(filepath.Join(folder, name), now, now.Add(-age)))
	}
	must(t, s.Prepare())
	if diff := cmp.Diff([]string{".backup-2", "keys", "notes.txt"}, names(t, folder)); diff != "" {
		t.Error(diff)
	}
	if left := names(t, s.KeysFolder); left != nil {
		t.Errorf("beside the keys are left %v", left)
	}
}

// A copy is taken, though an old one cannot be removed: that is told by itself.
func TestAnOldCopyThatCannotBeRemoved(t *testing.T) {
	w := newWorld(t, testdb.Open(t))
	folder := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(folder, "partnernet-20260301T090000Z.backup", "full"), 0o700))
	var log strings.Builder
	s := &backup.Schedule{Register: w.Register, Folder: folder, Keep: 1, Log: slog.New(slog.NewTextHandler(&log, nil))}
	s.Now = func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }
	if _, err := s.Once(t.Context()); err != nil {
		t.Errorf("the copy that was taken is called bad: %v", err)
	}
	if !strings.Contains(log.String(), "old backup") {
		t.Errorf("logged is %q", log.String())
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}
