package main

import (
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"testing"

	"partnernet/fault"
)

// issuersFile writes a file of one identity provider.
func issuersFile(t *testing.T) string {
	t.Helper()
	secret, file := filepath.Join(t.TempDir(), "secret"), filepath.Join(t.TempDir(), "issuers.yaml")
	for path, text := range map[string]string{secret: "secret", file: "- {key: a, name: A, issuer: 'https://idp.example', clientId: c, clientSecretFile: " + secret + "}\n"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

func TestWhereAServerMayBeReached(t *testing.T) {
	issuers, proxy := issuersFile(t), []netip.Prefix{netip.MustParsePrefix("10.0.0.5/32")}
	here, anywhere := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}, &net.TCPAddr{Port: 8080}
	const public = "https://registry.example.org"
	for _, c := range []struct {
		why   string
		at    *net.TCPAddr
		flags edgeFlags
		want  fault.Code // "" when it may
	}{
		{"this machine", here, edgeFlags{}, ""},
		{"this machine over IPv6", &net.TCPAddr{IP: net.IPv6loopback}, edgeFlags{}, ""},
		{"this machine, with an issuer", here, edgeFlags{Issuers: issuers}, ""},
		{"beyond, and nothing else said", anywhere, edgeFlags{}, fault.Forbidden},
		{"beyond, with an issuer only", anywhere, edgeFlags{Issuers: issuers}, fault.Forbidden},
		{"beyond, with certificate and issuer", anywhere, edgeFlags{Address: public, Issuers: issuers, Certificate: "c", CertificateKey: "k"}, ""},
		{"behind a proxy, with issuer", anywhere, edgeFlags{Address: public + "/", Issuers: issuers, TrustedProxy: proxy}, ""},
		{"behind a proxy on this machine", here, edgeFlags{Address: public, Issuers: issuers, TrustedProxy: proxy}, ""},
		{"beyond without https", anywhere, edgeFlags{Address: "http://registry.example.org", Issuers: issuers, TrustedProxy: proxy}, fault.BadInput},
		{"beyond in a folder", anywhere, edgeFlags{Address: public + "/registry", Issuers: issuers, TrustedProxy: proxy}, fault.BadInput},
		{"beyond without an issuer", anywhere, edgeFlags{Address: public, TrustedProxy: proxy}, fault.BadInput},
		{"beyond without certificate or proxy", anywhere, edgeFlags{Address: public, Issuers: issuers}, fault.BadInput},
		{"beyond without the key of the certificate", anywhere, edgeFlags{Address: public, Issuers: issuers, Certificate: "c"}, fault.BadInput},
		{"beyond with both certificate and proxy", anywhere, edgeFlags{Address: public, Issuers: issuers, Certificate: "c", CertificateKey: "k", TrustedProxy: proxy}, fault.BadInput},
		{"a certificate for this machine", here, edgeFlags{Certificate: "c", CertificateKey: "k"}, fault.BadInput},
		{"no such file of issuers", here, edgeFlags{Issuers: issuers + "-missing"}, fault.BadInput},
	} {
		e, err := c.flags.check(c.at)
		if c.want != "" && fault.CodeOf(err) != c.want || c.want == "" && err != nil {
			t.Errorf("%s: %v, want %q", c.why, err, c.want)
		}
		if err == nil && e.Beyond != (c.flags.Address != "") {
			t.Errorf("%s: beyond is %t", c.why, e.Beyond)
		}
		if e.Beyond && e.Address.String() != public {
			t.Errorf("%s: it is reached at %s", c.why, e.Address)
		}
	}
}

func TestLinksNameThisMachine(t *testing.T) {
	for _, c := range []struct{ at, want string }{
		{"127.0.0.1:8080", "http://localhost:8080"},
		{"[::1]:8080", "http://localhost:8080"},
		{"127.0.0.2:9000", "http://127.0.0.2:9000"},
	} {
		at, err := net.ResolveTCPAddr("tcp", c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := addressOf(at).String(); got != c.want {
			t.Errorf("%s is reached at %s, want %s", c.at, got, c.want)
		}
	}
}
