package seal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// write writes a file of the folder, whole or not at all, in the place of one that is there.
func (k *Keys) write(name string, content []byte) error {
	return k.put(name, content, os.Rename)
}

// first does so unless the file is there already.
func (k *Keys) first(name string, content []byte) error {
	return k.put(name, content, func(from, to string) error {
		if err := os.Link(from, to); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		return os.Remove(from)
	})
}

func (k *Keys) put(name string, content []byte, place func(from, to string) error) error {
	if k == nil {
		return noFolder()
	}
	if err := k.place(name, content, place); err != nil {
		return fmt.Errorf("a key could not be written to the folder of keys: %w", err)
	}
	return k.settle()
}

func (k *Keys) place(name string, content []byte, place func(from, to string) error) error {
	if err := os.MkdirAll(k.folder, ownFolder); err != nil {
		return err
	}
	f, err := os.CreateTemp(k.folder, ".new-*") // its mode is 0600
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Chmod(ownFile), f.Sync(), f.Close()); err == nil {
		err = place(f.Name(), filepath.Join(k.folder, name))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// settle has the disk know which files the folder has.
func (k *Keys) settle() error {
	folder, err := os.Open(k.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the folder of keys cannot be read: %w", err)
	}
	_ = folder.Sync() // some systems cannot, and lose no file by that
	return folder.Close()
}
