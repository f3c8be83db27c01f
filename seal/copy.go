package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	"partnernet/fault"
)

// copiedKeys is the form of a copy of a folder of keys.
type copiedKeys struct {
	Format string          `json:"format"`
	Digest string          `json:"digest"` // SHA-256 of keys as they are written
	Keys   json.RawMessage `json:"keys"`
}

type allKeys struct {
	Lookup []byte             `json:"lookup"` // by which texts are looked up
	Of     map[string]keyFile `json:"of"`     // by subject
}

const copyFormat = "partnernet keys 1"

// Copy gives all keys as the content of one file. Whoever has it, and a copy of the register, reads what is told of persons; and who is erased later is not
// erased from it. So it is kept apart, and not for long.
func (k *Keys) Copy() ([]byte, error) {
	subjects, err := k.Subjects()
	if err != nil {
		return nil, err
	}
	var all allKeys
	if all.Lookup, err = k.lookup(); err != nil {
		return nil, err
	}
	all.Of = make(map[string]keyFile, len(subjects))
	for _, subject := range subjects {
		key, kept, err := k.read(subject)
		if err != nil {
			return nil, err
		}
		if kept { // it may have been dropped meanwhile
			all.Of[subject] = key.file
		}
	}
	keys, err := json.Marshal(all)
	if err != nil {
		return nil, err
	}
	return json.Marshal(copiedKeys{copyFormat, digestOf(keys), keys})
}

func digestOf(keys []byte) string {
	sum := sha256.Sum256(keys)
	return hex.EncodeToString(sum[:])
}

// Restore puts the keys of a copy into the folder, and gives how many they are. Keys that are there stay. It is BadInput when the copy is damaged, Conflict when the
// folder is that of another register; nothing is written then.
func (k *Keys) Restore(content []byte) (int, error) {
	all, err := readCopy(content)
	if err != nil {
		return 0, fault.Wrap(fault.BadInput, err, "The file is no whole copy of keys: it has been damaged or cut, or is of another kind.")
	}
	if k == nil {
		return 0, noFolder()
	}
	if err := k.first(lookupName, all.Lookup); err != nil {
		return 0, err
	}
	if held, err := k.lookup(); err != nil || string(held) != string(all.Lookup) {
		return 0, errors.Join(err, fault.New(fault.Conflict, "The folder has keys of another register. Name an empty one with --keys."))
	}
	restored := 0
	for subject, file := range all.Of {
		if _, err := os.Stat(filepath.Join(k.folder, subject+extension)); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := k.Keep(&Key{subject: subject, file: file}); err != nil {
			return restored, err
		}
		restored++
	}
	return restored, nil
}

func readCopy(content []byte) (all allKeys, err error) {
	var c copiedKeys
	if err := json.Unmarshal(content, &c); err != nil {
		return all, err
	}
	if c.Format != copyFormat || c.Digest != digestOf(c.Keys) {
		return all, errors.New("the digest is another one")
	}
	if err := json.Unmarshal(c.Keys, &all); err != nil {
		return all, err
	}
	if len(all.Lookup) != keyBytes {
		return all, errors.New("the key for looking up is missing")
	}
	for subject, file := range all.Of {
		if uuid.Validate(subject) != nil || len(file.Key) != keyBytes {
			return all, fmt.Errorf("%.50q has no key", subject)
		}
	}
	return all, nil
}
