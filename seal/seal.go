// Package seal keeps what is told of persons so that it can be forgotten. Each person has a key, in a file of its own outside the database; what is
// written of them is sealed with it. When the file is gone, nobody can read what was sealed, wherever a copy of it lies.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
)

// Key seals texts about one subject: a person, or a contact that is no person's.
type Key struct {
	subject string
	file    keyFile
	box     cipher.AEAD
	keys    *Keys
}

// keyFile is what the file of a key holds: the key, and digests of what was sealed with it, by which the subject is found.
type keyFile struct {
	Key     []byte   `json:"key"`
	Digests []string `json:"digests"`
}

// keyBytes is the length of a key: AES-256.
const keyBytes = 32

// lengthBytes are those in which the length of a text stands before it, and block is what the whole is filled up to: how long a name is, is nobody's business.
const lengthBytes, block = 4, 64

var errDamaged = errors.New("what is sealed has been damaged, or is not what its key has sealed")

func newKey(keys *Keys, subject string, file keyFile) (*Key, error) {
	if len(file.Key) == 0 {
		file.Key = make([]byte, keyBytes)
		rand.Read(file.Key) // never fails
	}
	aead, err := aes.NewCipher(file.Key)
	if err != nil {
		return nil, fmt.Errorf("the key of %s cannot be used: %w", subject, err)
	}
	box, err := cipher.NewGCMWithRandomNonce(aead)
	if err != nil {
		return nil, fmt.Errorf("the key of %s cannot be used: %w", subject, err)
	}
	return &Key{subject: subject, file: file, box: box, keys: keys}, nil
}

// Seal gives the sealed form of a text. No two are alike, even of the same text. The subject can be found by the text once the key is kept.
func (k *Key) Seal(text string) (string, error) {
	digest, err := k.keys.Digest(text)
	if err != nil {
		return "", err
	}
	k.note(digest)
	filled := make([]byte, (lengthBytes+len(text)+block-1)/block*block)
	binary.BigEndian.PutUint32(filled, uint32(len(text)))
	copy(filled[lengthBytes:], text)
	sealed := k.box.Seal(nil, nil, filled, []byte(k.subject))
	return registry.SealMark + k.subject + ":" + base64.RawURLEncoding.EncodeToString(sealed), nil
}

func (k *Key) note(digest string) {
	if !slices.Contains(k.file.Digests, digest) {
		k.file.Digests = append(k.file.Digests, digest)
	}
}

// Open gives the text that was sealed. Where the key is gone it is NOT_FOUND: what was sealed has been erased.
func (k *Keys) Open(sealed string) (string, error) {
	subject, code, found := strings.Cut(strings.TrimPrefix(sealed, registry.SealMark), ":")
	data, err := base64.RawURLEncoding.DecodeString(code)
	if !found || err != nil {
		return "", errDamaged
	}
	key, kept, err := k.read(subject)
	if err != nil {
		return "", err
	}
	if !kept {
		return "", fault.New(fault.NotFound, "It has been erased, or its key is not in the folder of keys.")
	}
	filled, err := key.box.Open(nil, nil, data, []byte(subject))
	if err != nil || len(filled) < lengthBytes {
		return "", errDamaged
	}
	length := int(binary.BigEndian.Uint32(filled))
	if length > len(filled)-lengthBytes {
		return "", errDamaged
	}
	return string(filled[lengthBytes : lengthBytes+length]), nil
}

// sealedText is a sealed text where it stands in another one.
var sealedText = regexp.MustCompile(regexp.QuoteMeta(registry.SealMark) + "[0-9a-f-]{36}:[A-Za-z0-9_-]+")

// OpenWithin opens all that is sealed in a JSON document. What has been erased is told as that.
func (k *Keys) OpenWithin(document string) (string, error) {
	var failed error
	open := sealedText.ReplaceAllStringFunc(document, func(sealed string) string {
		text, err := k.Open(sealed)
		if fault.CodeOf(err) == fault.NotFound {
			return "(erased)"
		}
		failed = errors.Join(failed, err)
		written, err := json.Marshal(text)
		failed = errors.Join(failed, err)
		return string(written[1 : len(written)-1])
	})
	return open, failed
}
