package main

import (
	"crypto/tls"
	"log/slog"
	"net"
	"os"
	"sync"
	"time"

	"partnernet/fault"
)

// certificate is a server's certificate in files, which are read again when they have changed: it is renewed while the server runs.
type certificate struct {
	file, keyFile string
	log           *slog.Logger

	mu     sync.Mutex
	loaded *tls.Certificate
	read   [2]time.Time // when the files were written that were read last
}

// overTLS lets a listener take connections over TLS, with a certificate in files.
func overTLS(listener net.Listener, file, keyFile string, log *slog.Logger) (net.Listener, error) {
	c := &certificate{file: file, keyFile: keyFile, log: log}
	if _, err := c.current(nil); err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "The certificate cannot be read: %s", err)
	}
	return tls.NewListener(listener, &tls.Config{MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}, GetCertificate: c.current}), nil
}

// current gives the certificate as it is now. While a new one cannot be read the one before goes on.
func (c *certificate) current(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	written := [2]time.Time{writtenAt(c.file), writtenAt(c.keyFile)}
	if c.loaded != nil && written == c.read {
		return c.loaded, nil
	}
	c.read = written
	read, err := tls.LoadX509KeyPair(c.file, c.keyFile)
	if err == nil {
		c.loaded = &read
		return c.loaded, nil
	}
	if c.loaded == nil {
		return nil, err
	}
	c.log.Error("the new certificate cannot be read; the one before goes on", "error", err)
	return c.loaded, nil
}

// writtenAt gives when a file was written, the zero time for one that is not there.
func writtenAt(file string) time.Time {
	about, err := os.Stat(file)
	if err != nil {
		return time.Time{}
	}
	return about.ModTime()
}
