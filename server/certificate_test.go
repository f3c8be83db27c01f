package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A certificate is renewed in two files, one after the other. In between the one before goes on, and what is wrong is told once, not to each who comes.
func TestACertificateIsRenewed(t *testing.T) {
	folder := t.TempDir()
	var log strings.Builder
	c := &certificate{file: filepath.Join(folder, "certificate"), keyFile: filepath.Join(folder, "key"), log: slog.New(slog.NewTextHandler(&log, nil))}
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	write := func(file, kind string, der []byte) {
		t.Helper()
		at = at.Add(time.Minute)
		if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(file, at, at); err != nil {
			t.Fatal(err)
		}
	}
	is := func(why string, want []byte) {
		t.Helper()
		for range 3 {
			got, err := c.current(nil)
			if err != nil || !bytes.Equal(got.Certificate[0], want) {
				t.Errorf("%s: another certificate, or none: %v", why, err)
			}
		}
	}
	first, firstKey := newPair(t, 1)
	second, secondKey := newPair(t, 2)
	write(c.file, "CERTIFICATE", first)
	write(c.keyFile, "EC PRIVATE KEY", firstKey)
	is("at first", first)
	write(c.file, "CERTIFICATE", second)
	is("while the key is not written", first)
	if told := strings.Count(log.String(), "cannot be read"); told != 1 {
		t.Errorf("that is told %d times", told)
	}
	write(c.keyFile, "EC PRIVATE KEY", secondKey)
	is("once both are written", second)
}

// newPair makes a certificate of a number, signed by itself, and its key.
func newPair(t *testing.T, number int64) (certificate, key []byte) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(number), NotAfter: time.Now().Add(time.Hour)}
	if certificate, err = x509.CreateCertificate(rand.Reader, about, about, private.Public(), private); err != nil {
		t.Fatal(err)
	}
	if key, err = x509.MarshalECPrivateKey(private); err != nil {
		t.Fatal(err)
	}
	return certificate, key
}
