// Package secrets makes secrets that nobody guesses, and gives what is kept of them.
package secrets

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
)

// size is how long a secret is, in bytes: nobody guesses 256 bits, so that a plain hash is enough to keep it by.
const size = 32

// New gives a secret that was never given before, as text that may stand in an address.
func New() string { return base64.RawURLEncoding.EncodeToString(Bytes()) }

// Bytes gives such a secret as it is drawn.
func Bytes() []byte {
	drawn := make([]byte, size)
	_, _ = rand.Read(drawn) // it never fails: crypto/rand ends the process instead
	return drawn
}

// Hash gives what is kept of a secret.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
