package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"strings"

	"partnernet/fault"
	"partnernet/signin"
	"partnernet/web"
)

// edgeFlags say where the server answers, and how people beyond this machine reach it.
type edgeFlags struct {
	Listen         string         `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to answer (default: 127.0.0.1:8080). An address that other machines can reach needs --address, --issuers and https."`
	Address        string         `placeholder:"URL" group:"edge" help:"Where people beyond this machine reach the server: https://registry.example.org."`
	Issuers        string         `type:"path" placeholder:"FILE" group:"edge" help:"The identity providers that people sign in with: YAML, as docs/signing-in.md describes it."`
	Certificate    string         `type:"path" placeholder:"FILE" group:"edge" help:"The server's certificate and those above it: PEM."`
	CertificateKey string         `type:"path" placeholder:"FILE" group:"edge" help:"Its private key: PEM."`
	TrustedProxy   []netip.Prefix `placeholder:"PREFIX" group:"edge" help:"Network addresses of the proxy that ends https in front of this server: 10.0.0.5/32. Requests from elsewhere are refused. May be given several times, or divided by commas."`
}

// edge is how a server is reached, and who says whom it meets there.
type edge struct {
	web.Edge
	issuers []signin.Issuer
}

// open takes the address to serve at, once it is sure that the server may be reached there, and gives how it is reached.
func (f edgeFlags) open(ctx context.Context, log *slog.Logger) (net.Listener, edge, error) {
	at, err := resolve(f.Listen)
	if err != nil {
		return nil, edge{}, err
	}
	e, err := f.check(at)
	if err != nil {
		return nil, edge{}, err
	}
	listener, err := listen(ctx, at)
	if err != nil {
		return nil, edge{}, err
	}
	if !e.Beyond {
		e.Address = addressOf(listener.Addr())
	}
	if f.Certificate == "" {
		return listener, e, nil
	}
	secured, err := overTLS(listener, f.Certificate, f.CertificateKey, log)
	if err != nil {
		return nil, edge{}, errors.Join(err, listener.Close())
	}
	return secured, e, nil
}

// check says how a server may be reached that listens at an address, or what is missing for that.
func (f edgeFlags) check(at *net.TCPAddr) (edge, error) {
	e := edge{Edge: web.Edge{Beyond: f.Address != "", Proxies: f.TrustedProxy}}
	if e.Beyond {
		if err := f.checkBeyond(); err != nil {
			return edge{}, err
		}
		e.Address, _ = url.Parse(strings.TrimSuffix(f.Address, "/")) // checkBeyond has seen that it can be read
	} else if !at.IP.IsLoopback() {
		return edge{}, fault.New(fault.Forbidden, "%q can be reached from other machines. Name with --address where people reach the server, or listen on this machine only, like 127.0.0.1:%d.", f.Listen, at.Port)
	} else if f.Certificate != "" || len(f.TrustedProxy) > 0 {
		return edge{}, fault.New(fault.BadInput, "A certificate or a proxy is for people beyond this machine. Name with --address where they reach the server.")
	}
	if f.Issuers == "" {
		return e, nil
	}
	var err error
	if e.issuers, err = signin.ReadIssuers(f.Issuers); err == nil && len(e.issuers) == 0 {
		err = fault.New(fault.BadInput, "%s names no issuer.", f.Issuers)
	}
	return e, err
}

// checkBeyond says what is missing for a server that people beyond this machine reach: they sign in with an identity provider, over https.
func (f edgeFlags) checkBeyond() error {
	address, err := url.Parse(f.Address)
	switch {
	case err != nil || address.Scheme != "https" || address.Host == "" || strings.Trim(address.Path, "/") != "" || address.RawQuery != "":
		return fault.New(fault.BadInput, "--address %.100q is where people reach the server, as in https://registry.example.org.", f.Address)
	case f.Issuers == "":
		return fault.New(fault.BadInput, "People beyond this machine sign in with an identity provider. Name a file of them with --issuers.")
	case (f.Certificate == "") != (f.CertificateKey == ""):
		return fault.New(fault.BadInput, "A certificate has its key: name both --certificate and --certificate-key.")
	case (f.Certificate == "") == (len(f.TrustedProxy) == 0):
		return fault.New(fault.BadInput, "People beyond this machine are served over https only. Name --certificate and --certificate-key, or else the proxy that ends https with --trusted-proxy.")
	}
	return nil
}

// addressOf gives where a browser on this machine reaches a listener. By its name, where it has one: passkeys work on localhost, and never on
// 127.0.0.1.
func addressOf(listening net.Addr) *url.URL {
	host := listening.String()
	if at, err := netip.ParseAddrPort(host); err == nil && (at.Addr() == netip.MustParseAddr("127.0.0.1") || at.Addr() == netip.IPv6Loopback()) {
		_, port, _ := net.SplitHostPort(host)
		host = net.JoinHostPort("localhost", port)
	}
	return &url.URL{Scheme: "http", Host: host}
}
