package main

import (
	"context"
	"errors"
	"net"
	"os"

	"partnernet/fault"
)

// resolve gives the network address that --listen names.
func resolve(address string) (*net.TCPAddr, error) {
	resolved, err := net.ResolveTCPAddr("tcp", address)
	if err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "%q is not an address to listen on. Give a host and a port, like 127.0.0.1:8080.", address)
	}
	return resolved, nil
}

// listen takes the address to serve at.
func listen(ctx context.Context, address *net.TCPAddr) (net.Listener, error) {
	var settings net.ListenConfig
	listener, err := settings.Listen(ctx, "tcp", address.String())
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "Cannot listen on %s: %s. Stop what uses it, or choose another address with --listen.", address, reason(err))
	}
	return listener, nil
}

// reason gives the operating system's own words for why a network call failed.
func reason(err error) string {
	if system, ok := errors.AsType[*os.SyscallError](err); ok {
		return system.Err.Error()
	}
	return err.Error()
}
