package seal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"partnernet/durable"
)

// write writes a file of the folder, whole or not at all, in the place of one that is there.
func (k *Keys) write(name string, content []byte) error {
	return k.put(name, content, durable.WriteFile)
}

// first does so unless the file is there already.
func (k *Keys) first(name string, content []byte) error {
	return k.put(name, content, durable.CreateFile)
}

func (k *Keys) put(name string, content []byte, file func(path, prefix string, write func(io.Writer) error) error) error {
	if k == nil {
		return noFolder()
	}
	err := os.MkdirAll(k.folder, ownFolder)
	if err == nil {
		err = file(filepath.Join(k.folder, name), ".new-", func(w io.Writer) error {
			_, err := w.Write(content)
			return err
		})
	}
	if err != nil {
		return fmt.Errorf("a key could not be written to the folder of keys: %w", err)
	}
	return nil
}

// settle has the disk know which files the folder has.
func (k *Keys) settle() error {
	if err := durable.SyncFolder(k.folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the folder of keys cannot be read: %w", err)
	}
	return nil
}
