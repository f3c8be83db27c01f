package graph_test

import (
	"io"
	"net"
	"net/url"
	"sync"
	"testing"
	"time"

	"partnernet/fault"
	"partnernet/testdb"
)

// cable is a wire to the database that can be pulled out and put in again.
type cable struct {
	listener net.Listener
	target   string
	mu       sync.Mutex
	pulled   bool
	silent   bool // connections are taken and nothing comes of them
	ends     []net.Conn
}

func lay(t *testing.T, target string) *cable {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cable{listener: listener, target: target}
	go c.carry()
	t.Cleanup(func() {
		listener.Close()
		c.set(true, false)
	})
	return c
}

func (c *cable) carry() {
	for {
		near, err := c.listener.Accept()
		if err != nil {
			return
		}
		c.mu.Lock()
		c.ends = append(c.ends, near)
		pulled, silent := c.pulled, c.silent
		c.mu.Unlock()
		if silent {
			continue
		}
		far, err := net.Dial("tcp", c.target)
		if err != nil || pulled {
			near.Close()
			continue
		}
		c.mu.Lock()
		c.ends = append(c.ends, far)
		c.mu.Unlock()
		go func() { _, _ = io.Copy(far, near); far.Close() }() // ends when either side does
		go func() { _, _ = io.Copy(near, far); near.Close() }()
	}
}

// set pulls the cable or puts it in. What was connected is cut off.
func (c *cable) set(pulled, silent bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pulled, c.silent = pulled, silent
	for _, end := range c.ends {
		end.Close()
	}
	c.ends = nil
}

// While the database is away requests are told so within the timeout, and when it is back they are answered again by themselves.
func TestTheDatabaseGoesAndComes(t *testing.T) {
	founded(t)
	config := testdb.Config(t)
	address, err := url.Parse(config.URI)
	if err != nil {
		t.Fatal(err)
	}
	c := lay(t, address.Host)
	config.URI = "bolt://" + c.listener.Addr().String()
	w := serve(t, connect(t, config))
	const query = `{ project(acronym: "Commsec") { acronym } __schema { queryType { name } } }`
	w.ask(query)
	config.Timeout = 2 * time.Second
	w = serve(t, connect(t, config))
	for _, away := range []struct {
		why    string
		silent bool
	}{
		{"nobody answers the door", false},
		{"the door is opened and nobody speaks", true},
	} {
		c.set(true, away.silent)
		start := time.Now()
		a := w.put(question{query: query})
		if took := time.Since(start); took > 2*config.Timeout {
			t.Errorf("%s: it took %s to be told", away.why, took)
		}
		if len(a.Errors) != 1 || a.Errors[0].code() != string(fault.Unavailable) || a.Data["project"] != nil || a.Data["__schema"] == nil {
			t.Errorf("%s: got %s", away.why, a.text)
		}
		c.set(false, false)
		if !comesBack(w, query) {
			t.Errorf("%s: it did not recover", away.why)
		}
	}
}

// comesBack asks until there is an answer without an error, for as long as anything here may take.
func comesBack(w world, query string) bool {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		if len(w.put(question{query: query}).Errors) == 0 {
			return true
		}
	}
	return false
}
