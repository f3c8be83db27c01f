package embedded

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// open opens a real database and closes it with the test.
func open(t *testing.T, c Config) *Server {
	t.Helper()
	c.Log = slogTo(t)
	server, err := Open(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, server) })
	return server
}

func closed(t *testing.T, c io.Closer) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

// query runs a statement as a client of the server would, and gives the values of its one column.
func query(ctx context.Context, s *Server, text string, parameters map[string]any) ([]any, error) {
	driver, err := neo4j.NewDriverWithContext(s.URI(), neo4j.BasicAuth(s.Username(), s.Password(), ""))
	if err != nil {
		return nil, err
	}
	defer driver.Close(context.WithoutCancel(ctx))
	result, err := neo4j.ExecuteQuery(ctx, driver, text, parameters, neo4j.EagerResultTransformer)
	if err != nil {
		return nil, err
	}
	var values []any
	for _, record := range result.Records {
		values = append(values, record.Values[0])
	}
	return values, nil
}

func wantValues(t *testing.T, s *Server, text string, want ...any) {
	t.Helper()
	got, err := query(t.Context(), s, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: %s", text, diff)
	}
}

// ownCache gives a cache folder with the machine's jars but without a class-data archive.
func ownCache(t *testing.T) string {
	t.Helper()
	shared, err := Config{Folder: t.TempDir(), Log: slogTo(t), Progress: os.Stderr}.withDefaults()
	if err != nil {
		t.Fatal(err)
	}
	jars, err := shared.jars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cache := t.TempDir()
	own := filepath.Join(cache, filepath.Base(filepath.Dir(jars)))
	if err := os.Mkdir(own, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(jars, filepath.Join(own, filepath.Base(jars))); err != nil {
		t.Fatal(err)
	}
	return cache
}

// The life of a database: made, used, shared, stopped, started again, discarded.
func TestLife(t *testing.T) {
	folder, cache := filepath.Join(t.TempDir(), "data", "neo4j"), ownCache(t)
	c := disposable(folder)
	c.Cache, c.StopTimeout = cache, 5*time.Minute // a busy machine takes long to write the archive
	first := open(t, c)
	wantValues(t, first, "CREATE (n:Kept {name: 'Commsec'}) RETURN n.name", "Commsec")
	t.Run("only this user can read the password", func(t *testing.T) { checkModes(t, home(folder)) })
	t.Run("only this machine can reach it", func(t *testing.T) { checkLoopback(t, first) })
	t.Run("only the password lets in", func(t *testing.T) {
		stranger := &Server{address: first.address, password: "neo4j"}
		if _, err := query(t.Context(), stranger, "RETURN 1", nil); err == nil {
			t.Error("another password let in")
		}
	})
	t.Run("shared with the same process", func(t *testing.T) {
		guest := open(t, disposable(folder))
		if !guest.Shared() || guest.URI() != first.URI() {
			t.Errorf("shared %v, at %s", guest.Shared(), guest.URI())
		}
		wantValues(t, guest, "MATCH (n:Kept) RETURN n.name", "Commsec")
	})
	t.Run("shared with another process", func(t *testing.T) {
		other := playOwner(t, folder)
		if diff := cmp.Diff(holder{URI: first.URI(), Shared: true, Child: childOf(t, first)}, other.says(t)); diff != "" {
			t.Error(diff)
		}
		closed(t, other)
	})
	if err := first.Ready(t.Context()); err != nil || first.Shared() {
		t.Errorf("after its guests left: %v, shared %v", err, first.Shared())
	}
	closed(t, first)
	if err := first.Ready(t.Context()); err == nil {
		t.Error("a stopped database is ready")
	}
	dump := filepath.Join(t.TempDir(), "neo4j.dump")
	if err := Dump(t.Context(), c, dump); err != nil {
		t.Fatal(err)
	}
	again := open(t, c)
	wantValues(t, again, "MATCH (n:Kept) RETURN n.name", "Commsec")
	t.Run("the first run leaves its classes to the next", func(t *testing.T) { checkArchive(t, again) })
	wantSentence(t, Discard(t.Context(), folder), "a process has it open")
	wantSentence(t, Dump(t.Context(), c, dump), "Stop it first")
	wantSentence(t, Load(t.Context(), c, dump), "Name another folder")
	closed(t, again)
	if err := Discard(t.Context(), folder); err != nil || exists(folder) {
		t.Errorf("after it was discarded: %v, folder there %v", err, exists(folder))
	}
	leaveHalf(t, c)
	_, err := Open(t.Context(), c)
	wantSentence(t, err, "that did not end", "server restore --cold")
	if err := Load(t.Context(), c, dump); err != nil {
		t.Fatal(err)
	}
	wantValues(t, open(t, c), "MATCH (n:Kept) RETURN n.name", "Commsec")
}

// leaveHalf leaves what a Load leaves that is killed.
func leaveHalf(t *testing.T, c Config) {
	t.Helper()
	if _, err := makeFolder(filepath.Join(c.Folder, "data", "databases", "neo4j")); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(home(c.Folder).loadingFile(), nil); err != nil {
		t.Fatal(err)
	}
}

func checkModes(t *testing.T, h home) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such modes here")
	}
	for path, want := range map[string]fs.FileMode{
		string(h): fs.ModeDir | 0o700, h.passwordFile(): 0o600, h.runFile(): 0o600, h.lockFile(): 0o600,
	} {
		about, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if about.Mode() != want {
			t.Errorf("%s has mode %s, want %s", path, about.Mode(), want)
		}
	}
}

// checkArchive looks for the class-data archive in the memory of the database's process.
func checkArchive(t *testing.T, s *Server) {
	if !s.keeper.archive.usable() {
		t.Fatal("there is no archive")
	}
	if runtime.GOOS != "linux" {
		return
	}
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", childOf(t, s)))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(maps), s.keeper.archive.path) {
		t.Error("the archive is not used")
	}
}

// checkLoopback tries the server's port on every other address of this machine.
func checkLoopback(t *testing.T, s *Server) {
	_, port, err := net.SplitHostPort(s.address)
	if err != nil {
		t.Fatal(err)
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range addresses {
		ip, _, err := net.ParseCIDR(address.String())
		if err != nil || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
			continue
		}
		if reached, err := net.DialTimeout("tcp", net.JoinHostPort(ip.String(), port), time.Second); err == nil {
			t.Errorf("reached at %s", reached.RemoteAddr())
			closed(t, reached)
		}
	}
}
