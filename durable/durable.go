// Package durable writes files so that they are there whole or not at all, and stay there when the power fails.
package durable

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes a file, in the place of one that is there. Only its owner reads it. Until it is whole it stands beside, under a name that begins
// with a prefix.
func WriteFile(file, prefix string, write func(io.Writer) error) error {
	return place(file, prefix, write, os.Rename)
}

// CreateFile does so unless the file is there already.
func CreateFile(file, prefix string, write func(io.Writer) error) error {
	return place(file, prefix, write, func(part, file string) error {
		if err := os.Link(part, file); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		return nil
	})
}

func place(file, prefix string, write func(io.Writer) error, put func(part, file string) error) error {
	folder := filepath.Dir(file)
	part, err := os.CreateTemp(folder, prefix+"*") // its mode is 0600
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // it is gone already where it was renamed
	err = write(part)
	if err = errors.Join(err, part.Sync(), part.Close()); err == nil {
		err = put(part.Name(), file)
	}
	if err != nil {
		return err
	}
	return SyncFolder(folder)
}

// SyncFolder has the disk know which files a folder has: what was renamed or removed there is so when the power fails.
func SyncFolder(folder string) error {
	opened, err := os.Open(folder)
	if err != nil {
		return err
	}
	_ = opened.Sync() // some systems cannot, and lose no file by that
	return opened.Close()
}
