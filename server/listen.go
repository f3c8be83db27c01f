package main

import (
	"context"
	"errors"
	"net"
	"os"

	"partnernet/fault"
)

// listen takes the address to serve at. There is no authentication yet, so only this machine may be served: whoever can reach
// the server is taken for the coordinator who sits at it.
func listen(ctx context.Context, address string) (net.Listener, error) {
	resolved, err := net.ResolveTCPAddr("tcp", address)
	if err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "%q is not an address to listen on. Give a host and a port, like 127.0.0.1:8080.", address)
	}
	if !resolved.IP.IsLoopback() {
		return nil, fault.New(fault.Forbidden, "%q can be reached from other machines, and the registry cannot yet tell who asks. Listen on this machine only, like 127.0.0.1:%d.", address, resolved.Port)
	}
	var settings net.ListenConfig
	listener, err := settings.Listen(ctx, "tcp", resolved.String())
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "Cannot listen on %s: %s. Stop what uses it, or choose another address with --listen.", resolved, reason(err))
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
