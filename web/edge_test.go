package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"testing"
)

func TestRequestsComeTheWayTheyShould(t *testing.T) {
	public := &url.URL{Scheme: "https", Host: "registry.example.org"}
	behind := Edge{Address: public, Beyond: true, Proxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/24")}}
	for _, c := range []struct {
		why              string
		e                Edge
		peer, host, told string
		status           int
		client           string
	}{
		{"through the proxy", behind, "10.0.0.5:1", "registry.example.org", "192.0.2.7", 200, "192.0.2.7"},
		{"through two proxies", behind, "10.0.0.5:1", "registry.example.org", "192.0.2.7, 10.0.0.6", 200, "192.0.2.7"},
		{"with an address made up before the proxy's", behind, "10.0.0.5:1", "registry.example.org", "127.0.0.1, 192.0.2.7", 200, "192.0.2.7"},
		{"with nonsense before the proxy's", behind, "10.0.0.5:1", "registry.example.org", "nonsense, 192.0.2.7", 200, "192.0.2.7"},
		{"past the proxy", behind, "192.0.2.7:1", "registry.example.org", "10.0.0.5", 403, ""},
		{"by another name", behind, "10.0.0.5:1", "elsewhere.example", "192.0.2.7", 421, ""},
		{"with a certificate", Edge{Address: public, Beyond: true}, "192.0.2.7:1", "registry.example.org", "10.0.0.5", 200, "192.0.2.7"},
		{"on this machine", Edge{}, "127.0.0.1:1", "localhost:8080", "192.0.2.7", 200, "127.0.0.1"},
		{"on this machine, by another name", Edge{}, "127.0.0.1:1", "registry.example.org", "", 421, ""},
	} {
		client := ""
		handler := c.e.guarded(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { client = c.e.ClientOf(r).String() }))
		request := httptest.NewRequestWithContext(context.Background(), "GET", "/", nil)
		request.RemoteAddr, request.Host = c.peer, c.host
		request.Header.Set("X-Forwarded-For", c.told)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if answer.Code != c.status || client != c.client {
			t.Errorf("%s: %d from %q, want %d from %q", c.why, answer.Code, client, c.status, c.client)
		}
		if strict := answer.Header().Get("Strict-Transport-Security") != ""; strict != (c.e.Beyond && c.status == 200) {
			t.Errorf("%s: https is demanded from now on: %t", c.why, strict)
		}
	}
}
