package cypher

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
)

// seal keeps what cursors hold from those whom they are given: places among records that they may not see follow from it otherwise. The same
// place has the same cursor at every server that has the key, and nobody without it makes one or changes one unnoticed.
type seal struct {
	aead    cipher.AEAD
	nonceOf []byte // the key by which a nonce follows from the text
}

// newSeal makes the seal of a key, which is kept with the graph.
func newSeal(key []byte) (seal, error) {
	keys, err := hkdf.Key(sha256.New, key, nil, "partnernet cursors", 32+sha256.Size)
	if err != nil {
		return seal{}, fmt.Errorf("seal cursors: %w", err)
	}
	block, err := aes.NewCipher(keys[:32])
	if err != nil {
		return seal{}, fmt.Errorf("seal cursors: %w", err)
	}
	aead, err := cipher.NewGCM(block)
	return seal{aead, keys[32:]}, err
}

// nonce gives a text's nonce. It follows from the text, so that no two texts share one.
func (s seal) nonce(text []byte) []byte {
	mac := hmac.New(sha256.New, s.nonceOf)
	mac.Write(text)
	return mac.Sum(nil)[:s.aead.NonceSize()]
}

func (s seal) close(text []byte) string {
	nonce := s.nonce(text)
	return base64.RawURLEncoding.EncodeToString(s.aead.Seal(nonce, nonce, text, nil))
}

func (s seal) open(cursor string) ([]byte, error) {
	sealed, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || len(sealed) < s.aead.NonceSize() {
		return nil, badCursor()
	}
	text, err := s.aead.Open(nil, sealed[:s.aead.NonceSize()], sealed[s.aead.NonceSize():], nil)
	if err != nil {
		return nil, badCursor()
	}
	return text, nil
}
