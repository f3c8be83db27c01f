package main

import (
	"bytes"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"partnernet/testdb"
	"partnernet/testworld/golden"
)

// asServer, when set in the environment, makes the test binary be the server, so that tests can run it as a process.
const asServer = "TEST_AS_SERVER"

func TestMain(m *testing.M) {
	if os.Getenv(asServer) != "" {
		main()
		return
	}
	testdb.Main(m)
}

// command gives the server as a process, with nothing of this process's environment that could change what it does.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, args...) // not t.Context: it ends before what the test cleans up
	cmd.Env = []string{asServer + "=yes"}
	for _, setting := range os.Environ() {
		if !strings.HasPrefix(setting, "PARTNERNET_") && !strings.HasPrefix(setting, "NEO4J_") {
			cmd.Env = append(cmd.Env, setting)
		}
	}
	return cmd
}

func TestHelp(t *testing.T) {
	for name, args := range map[string][]string{
		"help":        {"--help"},
		"help-serve":  {"serve", "--help"},
		"help-import": {"import", "members", "--help"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := command(t, args...).Output()
			if err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, filepath.Join("testdata", name+".golden"), got)
		})
	}
}

func TestCommandLinesThatEndAtOnce(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	data := filepath.Join(t.TempDir(), "data")
	for _, c := range []struct {
		why  string
		args []string
		exit int
		says string
	}{
		{"it is asked what it is", []string{"version"}, exitSuccess, "partnernet"},
		{"no such command", []string{"frobnicate"}, exitUsage, "frobnicate"},
		{"no such flag", []string{"serve", "--frobnicate"}, exitUsage, "--frobnicate"},
		{"no such format", []string{"import", "csv", "partners.csv"}, exitUsage, "csv"},
		{"no network is named", []string{"import", "members", "list.csv"}, exitUsage, "--network"},
		{"no file is named", []string{"import", "interreg"}, exitUsage, "<file>"},
		{"a number is expected", []string{"--max-depth", "deep"}, exitUsage, "--max-depth"},
		{"the file is not there", []string{"import", "interreg", "missing.json", "--data", data}, exitFailure, "missing.json"},
		{"the port is in use", []string{"--listen", taken.Addr().String(), "--data", data}, exitFailure, "--listen"},
		{"every address of this machine is meant", []string{"--listen", ":8080", "--data", data}, exitFailure, "other machines"},
		{"another machine could reach it", []string{"--listen", "0.0.0.0:8080", "--data", data}, exitFailure, "other machines"},
		{"another machine could reach it over IPv6", []string{"--listen", "[::]:8080", "--data", data}, exitFailure, "other machines"},
		{"it is no address", []string{"--listen", "8080", "--data", data}, exitFailure, "127.0.0.1:8080"},
		{"it is no address of a Neo4j", []string{"migrate", "--neo4j-uri", "http://localhost"}, exitFailure, "bolt://"},
		{"no Neo4j is there", []string{"migrate", "--neo4j-uri", "bolt://127.0.0.1:1"}, exitFailure, "127.0.0.1:1"},
	} {
		var stdout, stderr bytes.Buffer
		if exit := run(c.args, &stdout, &stderr); exit != c.exit {
			t.Errorf("%s: %q ended with %d, want %d", c.why, c.args, exit, c.exit)
		}
		told := stdout.String() + stderr.String()
		if !strings.Contains(told, c.says) || strings.Count(told, "\n") != 1 {
			t.Errorf("%s: %q says %q, want one line with %q", c.why, c.args, told, c.says)
		}
	}
	if _, err := os.Stat(data); err == nil {
		t.Errorf("a database was begun in %s for a command that could not be done", data)
	}
}
