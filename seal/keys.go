package seal

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/uuid"

	"partnernet/fault"
	"partnernet/registry"
)

// Keys are the keys of one register, in a folder. Servers of one register share it. Without a folder, nothing is sealed or opened.
type Keys struct{ folder string }

// lookupName is the file of the key by which texts are looked up, and extension that of the files of subjects' keys.
const lookupName, extension = "lookup", ".key"

// ownFolder: only whoever runs the server reads keys.
const ownFolder = 0o700

// In gives the keys in a folder. The folder is made when the first key is kept in it.
func In(folder string) *Keys { return &Keys{folder} }

// Of gives the key of a subject: the one that is kept, or a new one, which Keep keeps.
func (k *Keys) Of(subject string) (*Key, error) {
	key, kept, err := k.read(subject)
	if err != nil || kept {
		return key, err
	}
	return newKey(k, subject, keyFile{})
}

// Keep writes the file of a key, anew where the key has sealed more since. What is sealed with a key is written to the database only after that.
func (k *Keys) Keep(key *Key) error {
	text, err := json.Marshal(key.file)
	if err != nil {
		return err
	}
	return k.write(key.subject+extension, text)
}

// Drop removes the key of a subject. What was sealed with it is gone.
func (k *Keys) Drop(subject string) error {
	path, err := k.path(subject)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the key of %s could not be removed: %w", subject, err)
	}
	return k.settle()
}

// Subjects gives those of whom there is a key.
func (k *Keys) Subjects() ([]string, error) {
	if k == nil {
		return nil, nil
	}
	entries, err := os.ReadDir(k.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the folder of keys cannot be read: %w", err)
	}
	var all []string
	for _, e := range entries {
		if name, is := strings.CutSuffix(e.Name(), extension); is && uuid.Validate(name) == nil {
			all = append(all, name)
		}
	}
	return all, nil
}

// Known gives the subjects of whom a text has been sealed, whatever its case and spaces.
func (k *Keys) Known(text string) ([]string, error) {
	digest, err := k.Digest(text)
	if err != nil {
		return nil, err
	}
	all, err := k.Subjects()
	if err != nil {
		return nil, err
	}
	var known []string
	for _, subject := range all {
		key, kept, err := k.read(subject)
		if err != nil {
			return nil, err
		}
		if kept && slices.Contains(key.file.Digests, digest) {
			known = append(known, subject)
		}
	}
	return known, nil
}

// Digest gives what a text is looked up by. Nobody without the folder can tell which text it is of.
func (k *Keys) Digest(text string) (string, error) {
	secret, err := k.lookup()
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(strings.ToLower(registry.Plain(text))))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

// lookup gives the key of all digests. It is made when there is none; of two servers that make one at a time, the first one's holds.
func (k *Keys) lookup() ([]byte, error) {
	if k == nil {
		return nil, noFolder()
	}
	path := filepath.Join(k.folder, lookupName)
	for range 2 {
		secret, err := os.ReadFile(path)
		if err == nil && len(secret) == keyBytes {
			return secret, nil
		}
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("the key for looking up persons cannot be read: %w", err)
		}
		made := make([]byte, keyBytes)
		rand.Read(made) // never fails
		if err := k.first(lookupName, made); err != nil {
			return nil, err
		}
	}
	return nil, errors.New("the key for looking up persons is damaged")
}

func (k *Keys) read(subject string) (*Key, bool, error) {
	path, err := k.path(subject)
	if err != nil {
		return nil, false, err
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	var file keyFile
	if err == nil {
		err = json.Unmarshal(text, &file)
	}
	if err == nil && len(file.Key) != keyBytes {
		err = errors.New("no key is in the file")
	}
	if err != nil {
		return nil, false, fmt.Errorf("the key of %s cannot be read: %w", subject, err)
	}
	key, err := newKey(k, subject, file)
	return key, err == nil, err
}

// path gives the file of a subject's key. A subject is an id, so that no other file is meant.
func (k *Keys) path(subject string) (string, error) {
	if k == nil {
		return "", noFolder()
	}
	if err := uuid.Validate(subject); err != nil || len(subject) != len(uuid.Nil.String()) {
		return "", fmt.Errorf("%.50q is no id of whom a key could be", subject)
	}
	return filepath.Join(k.folder, subject+extension), nil
}

func noFolder() error {
	return fault.New(fault.Unavailable, "This server has no folder for the keys of persons, so it keeps and opens nothing that is told of them. Start it with --keys FOLDER.")
}
