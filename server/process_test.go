//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"partnernet/backup"
	"partnernet/embedded"
	"partnernet/signin"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld/site"
	"partnernet/web"
)

// process is a running server.
type process struct {
	*exec.Cmd
	url    string
	stdout *bufio.Reader
	exited chan error
	log    *bytes.Buffer // to be read after exited
}

// startServer starts a server and returns when it answers. It is ended with the test.
func startServer(t *testing.T, environment []string, args ...string) *process {
	t.Helper()
	p := launchServer(t, environment, args...)
	p.awaitAddress(t)
	return p
}

// launchServer starts a server, which is ended with the test.
func launchServer(t *testing.T, environment []string, args ...string) *process {
	t.Helper()
	p := &process{Cmd: command(t, append([]string{"--listen", "127.0.0.1:0", "--statement-timeout", site.Patience.String()}, args...)...), exited: make(chan error, 1), log: &bytes.Buffer{}}
	p.Env = append(p.Env, environment...)
	p.Stderr = p.log
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	p.stdout = bufio.NewReader(stdout)
	t.Cleanup(func() {
		p.terminate(t)
		if t.Failed() {
			t.Logf("the server's log:\n%s", p.log)
		}
	})
	return p
}

// awaitAddress waits until the server says where it answers.
func (p *process) awaitAddress(t *testing.T) {
	t.Helper()
	line, err := p.stdout.ReadString('\n')
	go func() { p.exited <- p.Wait() }()
	if err != nil {
		t.Fatalf("the server did not start: %v", err)
	}
	p.url = line[strings.Index(line, "http://") : len(line)-1]
}

// terminate asks the server to stop and gives what it ended with. It may be called again.
func (p *process) terminate(t *testing.T) {
	t.Helper()
	if p.ProcessState != nil {
		return
	}
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Error(err)
	}
	select {
	case err := <-p.exited:
		if err != nil {
			t.Errorf("the server ended with %v", err)
		}
	case <-time.After(site.Patience):
		t.Errorf("the server did not stop")
	}
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	look := time.NewTicker(100 * time.Millisecond)
	defer look.Stop()
	giveUp := time.After(site.Patience)
	for !so() {
		select {
		case <-look.C:
		case <-giveUp:
			t.Fatalf("waited for %v, in vain: %s", site.Patience, what)
		}
	}
}

// payable asks what Commsec's award pays at most when costs of SEK 500 000 are approved: 35 % of them.
// It gives the whole answer when that is not in it.
func payable(t *testing.T, url string) string {
	t.Helper()
	answer := site.Ask(t, nil, url, `{ project(acronym: "Commsec") { awards { maxPayable(approvedCosts: {amount: "500000.00", currency: "SEK"}) { amount } } } }`, nil)
	var got struct {
		Data struct {
			Project *struct {
				Awards []struct{ MaxPayable struct{ Amount string } }
			}
		}
	}
	if err := json.Unmarshal(answer, &got); err != nil || got.Data.Project == nil || len(got.Data.Project.Awards) != 1 {
		return string(answer)
	}
	return got.Data.Project.Awards[0].MaxPayable.Amount
}

const commsecPays = "175000.00"

// neo4jOf gives the process id of the embedded database over a folder.
func neo4jOf(t *testing.T, data string) int {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(data, "run.json"))
	if err != nil {
		t.Fatal(err)
	}
	var told struct{ Child int }
	if err := json.Unmarshal(text, &told); err != nil {
		t.Fatal(err)
	}
	return told.Child
}

func lives(pid int) bool { return syscall.Kill(pid, 0) == nil }

// TestEmbeddedDatabase follows one server with its embedded database from the first start to the end.
func TestEmbeddedDatabase(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	server := startServer(t, nil, "--data", data)
	if got := payable(t, server.url); got != commsecPays {
		t.Fatalf("the founding case is not there: %s", got)
	}

	t.Run("a second command shares the running database", func(t *testing.T) {
		report := said(t, nil, "import", "interreg", "testdata/partners.json", "--data", data)
		if !strings.Contains(report, "3 rows read, 1 refused: 2 projects, 2 organisations") || !strings.Contains(report, "row 3: ") {
			t.Errorf("it says:\n%s", report)
		}
		answer := site.Ask(t, nil, server.url, `{ project(acronym: "Exempelbron") { plannedTo } }`, nil)
		if !strings.Contains(string(answer), `"plannedTo":"2026-12-31"`) {
			t.Errorf("the server answers %s", answer)
		}
		if !lives(neo4jOf(t, data)) {
			t.Error("the second command has taken the database with it")
		}
	})

	t.Run("a crash of the database in the midst of an import is told and mended, and leaves nothing", func(t *testing.T) {
		db := besideServer(t, data)
		const many = 1_000
		environment, args := []string{"LC_ALL=C"}, []string{"import", "members", listFile(t, many), "--network", "MITTSEC", "--apply", "--data", data}
		before, crashed := nodes(t, db), neo4jOf(t, data)
		stop := clients(t, server.url)
		defer stop()
		disturbed := startImport(t, db, environment, args...)
		if err := syscall.Kill(crashed, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		eventually(t, "the crash shows in /readyz", func() bool { return readyStatus(t, server.url) == http.StatusServiceUnavailable })
		if status, _ := site.Fetch(t, "GET", server.url+"/healthz", nil); status != http.StatusOK {
			t.Errorf("the server itself is well, and /healthz says %d", status)
		}
		err := <-disturbed.ended
		if says := disturbed.says.String(); err == nil || disturbed.ProcessState.ExitCode() != exitFailure || !strings.Contains(says, "server: The database cannot be reached now. Try again in a moment.") {
			t.Errorf("the import ended with %d and said %s", disturbed.ProcessState.ExitCode(), says)
		}
		eventually(t, "the database is started again", func() bool { return readyStatus(t, server.url) == http.StatusOK })
		if got := payable(t, server.url); got != commsecPays {
			t.Errorf("after the crash: %s", got)
		}
		if neo4jOf(t, data) == crashed {
			t.Error("it is the crashed database that answers")
		}
		stop()
		if after := nodes(t, db); after != before {
			t.Errorf("the import left %d nodes", after-before)
		}
		importsAll(t, db, many, environment, args...)
	})

	database := neo4jOf(t, data)
	server.terminate(t)
	if lives(database) {
		t.Error("the database has outlived the server")
	}
}

// clients ask without pause until they are stopped. What they are told must be true, or be that the database is away.
func clients(t *testing.T, url string) (stop func()) {
	t.Helper()
	stopping := make(chan struct{})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for {
				select {
				case <-stopping:
					return
				default:
				}
				if got := payable(t, url); got != commsecPays && !strings.Contains(got, `"code":"UNAVAILABLE"`) {
					t.Errorf("while the database crashes: %s", got)
				}
			}
		})
	}
	return sync.OnceFunc(func() {
		close(stopping)
		all.Wait()
	})
}

// besideServer opens the embedded database of a server that runs over a folder.
func besideServer(t *testing.T, data string) *store.DB {
	t.Helper()
	shared, err := embedded.Open(t.Context(), embedded.Config{Folder: data, Log: slog.New(slog.DiscardHandler), Progress: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = shared.Close() }) // it belongs to the server, which is looked at by itself
	db, err := store.Open(t.Context(), store.Config{URI: shared.URI(), Username: shared.Username(), Password: shared.Password(), Timeout: site.Patience})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) }) // it was only read through
	return db
}

func readyStatus(t *testing.T, url string) int {
	t.Helper()
	status, body := site.Fetch(t, "GET", url+"/readyz", nil)
	var told web.Health
	if err := json.Unmarshal([]byte(body), &told); err != nil || (status == http.StatusOK) != (told.Reason == "") {
		t.Errorf("/readyz says %d %s", status, body)
	}
	return status
}

// said runs a command in an environment to its end and gives what it says.
func said(t *testing.T, environment []string, args ...string) string {
	t.Helper()
	cmd := command(t, args...)
	cmd.Env = append(cmd.Env, environment...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.Output()
	if err != nil {
		t.Errorf("%q: %v\n%s", args, err, stderr.String())
	}
	return string(stdout)
}

// TestStopWhileWaitingForADatabase stops a command that waits for a database which takes connections and says nothing.
func TestStopWhileWaitingForADatabase(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	cmd := command(t, "migrate", "--neo4j-uri", "bolt://"+silent.Addr().String())
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	exited := make(chan error, 1)
	go func() {
		exited <- cmd.Wait()
		silent.Close() // so that nobody waits for a connection that does not come
	}()
	waiting, err := silent.Accept()
	if err != nil {
		t.Fatalf("it ended without asking the database: %s", stderr.String())
	}
	defer waiting.Close()
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := <-exited; cmd.ProcessState.ExitCode() != exitFailure || stderr.String() != "server: stopped before it was done.\n" {
		t.Errorf("it ended with %v and said %q", err, stderr.String())
	}
}

// A server is made ready however long a request may take: a slow machine takes longer than that to plan its first statements.
func TestMakingReadyIsPatient(t *testing.T) {
	environment, db := ownNeo4j(t)
	if err := signin.TellAddress(t.Context(), db, &url.URL{Scheme: "http", Host: "localhost"}); err != nil {
		t.Fatal(err)
	}
	unlock := lock(t, db, "ServerAddress") // which a server writes before it says where it answers
	server := launchServer(t, environment, "--statement-timeout", "3s")
	eventually(t, "it has waited for longer than a request may", func() bool {
		return number(t, db, "SHOW TRANSACTIONS YIELD currentQuery, elapsedTime WHERE currentQuery STARTS WITH 'MERGE (a:ServerAddress' AND elapsedTime.seconds > 6 RETURN count(*)") > 0
	})
	unlock()
	server.awaitAddress(t)
}

// TestOwnNeo4j works on a Neo4j that is there already: nothing is started, and nothing is loaded unasked.
func TestOwnNeo4j(t *testing.T) {
	testdb.Open(t)
	own := testdb.Config(t)
	environment := []string{"NEO4J_URI=" + own.URI, "NEO4J_USERNAME=" + own.Username, "NEO4J_PASSWORD=" + own.Password}
	data := filepath.Join(t.TempDir(), "data")
	server := startServer(t, append(environment, "PARTNERNET_DATA="+data))
	projects := func(want string) {
		t.Helper()
		if got := string(site.Ask(t, nil, server.url, `{ projects { totalCount } }`, nil)); got != `{"data":{"projects":{"totalCount":`+want+`}}}` {
			t.Errorf("got %s, want %s projects", got, want)
		}
	}
	partners := []string{"import", "interreg", "testdata/partners.json"}
	const unchanged = "New: nothing\nChanged: nothing\n"

	projects("0")
	for _, step := range []struct {
		why      string
		args     []string
		says     string
		projects string
	}{
		{"an up-to-date database has nothing to migrate", []string{"migrate"}, "up to date", "0"},
		{"the founding case is loaded on demand", []string{"seed"}, "1 Project", "1"},
		{"loading it again changes nothing", []string{"seed"}, unchanged, "1"},
		{"a dry run writes nothing", append(partners, "--dry-run"), "nothing has been written", "1"},
		{"and tells each of several files by itself", append(partners, partners[2], "--dry-run"), "nothing has been written. By this file alone it would be:", "1"},
		{"an import adds, and says where it disagrees", partners, "plannedTo: 2024-05-31 is held, 2024-06-30 is told", "2"},
		{"importing again changes nothing", partners, unchanged, "2"},
		{"several lists are imported by one command", append(partners, "../intake/testdata/pairs.csv"), "pairs.csv:\n", "5"},
	} {
		if says := said(t, environment, step.args...); !strings.Contains(says, step.says) {
			t.Errorf("%s: it says\n%s", step.why, says)
		}
		projects(step.projects)
	}
	t.Run("it is backed up beside the server, and restored", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "partnernet.backup")
		digest := func(says string) string {
			_, digest, _ := strings.Cut(says, "digest ")
			digest, _, _ = strings.Cut(digest, "\n")
			return digest
		}
		backedUp := said(t, environment, "backup", file)
		before, err := backup.Verify(file)
		if err != nil || digest(backedUp) != before.Digest || !strings.Contains(backedUp, "Writers waited for ") {
			t.Errorf("the backup says %q, and the file has %q: %v", backedUp, before.Digest, err)
		}
		if in := digest(said(t, environment, "verify")); in != before.Digest {
			t.Errorf("the register has digest %s, and the file %s", in, before.Digest)
		}
		testdb.Open(t)
		if says := said(t, environment, "restore", file); digest(says) != before.Digest {
			t.Errorf("restoring says %q", says)
		}
		projects("5")
	})
	if _, err := os.Stat(data); err == nil {
		t.Error("an embedded database was begun")
	}
}
