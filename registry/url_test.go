package registry

import "testing"

func TestIsThisMachine(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "LOCALHOST:8080": true, "127.0.0.1": true, "127.0.0.2:8080": true, "[::1]": true, "[::1]:8080": true,
		"": false, "localhost.example.org": false, "example.org:8080": false, "192.168.0.1": false, "0.0.0.0:8080": false, "[::]:8080": false,
	} {
		if got := IsThisMachine(host); got != want {
			t.Errorf("whether %q is this machine: %v", host, got)
		}
	}
}
