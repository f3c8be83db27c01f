package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"time"

	"partnernet/fault"
	"partnernet/intake"
	"partnernet/lists"
	"partnernet/sheet"
)

// sourceFile is a file that is read as a source.
type sourceFile struct {
	intake.SourceFile
	content *os.File
}

// openSource opens a file and takes down what tells this edition of it from any other.
func openSource(path string) (sourceFile, error) {
	content, err := os.Open(path)
	if err != nil {
		return sourceFile{}, unreadable(path, err)
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, content); err != nil {
		return sourceFile{}, errors.Join(unreadable(path, err), content.Close())
	}
	if _, err := content.Seek(0, io.SeekStart); err != nil {
		return sourceFile{}, errors.Join(unreadable(path, err), content.Close())
	}
	described := intake.SourceFile{Path: path, SHA256: hex.EncodeToString(hash.Sum(nil)), ReadAt: time.Now()}
	return sourceFile{SourceFile: described, content: content}, nil
}

// openList opens a file that should hold a list. One that is too large for that is refused unread.
func openList(path string) (sourceFile, error) {
	described, err := os.Stat(path)
	if err != nil {
		return sourceFile{}, unreadable(path, err)
	}
	if err := sheet.CheckSize(described.Size()); err != nil {
		return sourceFile{}, err
	}
	return openSource(path)
}

func (f sourceFile) size() (int64, error) {
	info, err := f.content.Stat()
	if err != nil {
		return 0, unreadable(f.Path, err)
	}
	return info.Size(), nil
}

func unreadable(path string, err error) error {
	if failed, ok := errors.AsType[*os.PathError](err); ok {
		err = failed.Err
	}
	refusal := lists.Fault(fault.BadInput, err, "told.unreadable", lists.About{"file": path})
	return fault.Wrap(fault.BadInput, refusal, "The file %s cannot be read: %s.", path, err)
}
