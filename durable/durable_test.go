package durable

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestAFileIsWholeOrAsItWas(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	text := func(text string, err error) func(io.Writer) error {
		return func(w io.Writer) error {
			_, failed := io.WriteString(w, text)
			return errors.Join(failed, err)
		}
	}
	broken := errors.New("the disk is full")
	for _, step := range []struct {
		why   string
		place func(file, prefix string, write func(io.Writer) error) error
		write func(io.Writer) error
		fails error
		want  string
	}{
		{"a file that is not there", CreateFile, text("first", nil), nil, "first"},
		{"one that is there stays", CreateFile, text("second", nil), nil, "first"},
		{"it is replaced", WriteFile, text("third", nil), nil, "third"},
		{"not by a part", WriteFile, text("fo", broken), broken, "third"},
	} {
		if err := step.place(file, ".part-", step.write); !errors.Is(err, step.fails) {
			t.Errorf("%s: %v", step.why, err)
		}
		content, err := os.ReadFile(file)
		if err != nil || string(content) != step.want {
			t.Errorf("%s: the file has %q (%v), want %q", step.why, content, err, step.want)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
			t.Errorf("%s: the folder has %v (%v)", step.why, entries, err)
		}
	}
	if about, err := os.Stat(file); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("the file has the mode %v (%v)", about.Mode(), err)
	}
	if err := WriteFile(filepath.Join(folder, "none", "file"), ".part-", text("x", nil)); err == nil {
		t.Error("a file is written to a folder that is not there")
	}
}
