package embedded

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// roleVariable makes this test binary, when it is started again, play another program.
const roleVariable = "EMBEDDED_TEST_ROLE"

// roles are the programs that this test binary can play.
var roles = map[string]func(arguments []string){
	"java that dies":               fakeJava("17.0.1", dieTalking),
	"java that dies of an archive": fakeJava("17.0.1", dieOfArchive),
	"java that never answers":      fakeJava("17.0.1", waitToBeAsked),
	"java that ignores SIGTERM":    fakeJava("17.0.1", ignoreAsking),
	"java that is too old":         fakeJava("1.8.0_392", nil),
	"java that does not run":       func([]string) { os.Exit(1) },
	"mvn":                          fakeMaven,
	"mvn without network":          failToFetch,
	"mvn that takes its time":      func([]string) { waitToBeAsked(nil) },
	"fetcher":                      fetchAndSay,
	"owner":                        openAndSay,
}

func TestMain(m *testing.M) {
	if play := roles[os.Getenv(roleVariable)]; play != nil {
		play(os.Args[1:])
		return
	}
	goleak.VerifyTestMain(m)
}

// self gives the path of this test binary.
func self(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// fakeJava plays a Java of this version whose database is the given function.
func fakeJava(version string, database func(arguments []string)) func([]string) {
	return func(arguments []string) {
		switch {
		case slices.Contains(arguments, "-version"):
			fmt.Fprintf(os.Stderr, "openjdk version %q\n", version)
		case slices.Contains(arguments, "org.neo4j.server.CommunityEntryPoint"):
			database(arguments)
		}
	}
}

// Words that a dying database leaves, and some that are not for people.
const (
	wordsOnConsole = "Unrecognized option"
	wordsInLog     = "Component failed to start"
	stackFrame     = "at org.neo4j.Server.start(Server.java:42)"
)

func dieTalking(arguments []string) {
	fmt.Fprintln(os.Stderr, wordsOnConsole)
	for _, argument := range arguments {
		if folder, ok := strings.CutPrefix(argument, home("").argument()); ok {
			log := fmt.Sprintf("%s\n\t%s\n", wordsInLog, stackFrame)
			_ = os.WriteFile(home(folder).neo4jLog(), []byte(log), 0o600)
		}
	}
	os.Exit(3)
}

func dieOfArchive(arguments []string) {
	if slices.ContainsFunc(arguments, func(a string) bool { return strings.HasPrefix(a, "-XX:SharedArchiveFile") }) {
		fmt.Fprintln(os.Stderr, "died of the archive")
		os.Exit(134)
	}
	fmt.Fprintln(os.Stderr, "died without the archive")
	os.Exit(1)
}

func waitToBeAsked([]string) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGTERM)
	fmt.Println("running")
	<-asked
}

func ignoreAsking([]string) {
	signal.Ignore(syscall.SIGTERM)
	fmt.Println("running")
	time.Sleep(time.Hour)
}

// fakeMaven brings one jar, and leaves a line in the file named by the variable that it was here.
func fakeMaven(arguments []string) {
	visits, err := os.OpenFile(os.Getenv("EMBEDDED_TEST_VISITS"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err == nil {
		_, err = fmt.Fprintln(visits, "fetched")
	}
	for _, argument := range arguments {
		if folder, ok := strings.CutPrefix(argument, "-DoutputDirectory="); ok && err == nil {
			err = os.MkdirAll(folder, 0o700)
			fmt.Println("[INFO] Downloaded from somewhere: a.jar")
			_ = os.WriteFile(filepath.Join(folder, "a.jar"), nil, 0o600)
		}
	}
	if err != nil {
		panic(err)
	}
}

func failToFetch([]string) {
	fmt.Println("[INFO] Scanning for projects...")
	fmt.Println("[ERROR] Could not transfer artifact: Connection refused")
	os.Exit(1)
}

// fetchAndSay fetches the jars into the cache folder given, and prints the error if there is one.
func fetchAndSay(arguments []string) {
	os.Setenv(roleVariable, "mvn")
	path, err := os.Executable()
	if err == nil {
		_, err = Config{Cache: arguments[0], Maven: path, Progress: io.Discard, Log: slog.Default()}.jars(context.Background())
	}
	if err != nil {
		fmt.Println(err)
	}
}

// openAndSay opens the database in the folder given, prints its address, and holds it until standard input ends.
func openAndSay(arguments []string) {
	server, err := Open(context.Background(), disposable(arguments[0]))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	pid := 0
	if told, err := readRun(home(arguments[0])); err == nil {
		pid = told.Child
	}
	fmt.Println(server.URI(), server.Shared(), pid)
	_, _ = bufio.NewReader(os.Stdin).ReadByte()
	if err := server.Close(); err != nil {
		fmt.Println(err)
	}
}

// play starts this test binary in a role.
func play(t *testing.T, role string, arguments ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(self(t), arguments...)
	cmd.Env = append(os.Environ(), roleVariable+"="+role)
	cmd.Stderr = os.Stderr
	return cmd
}

// disposable is a real database that starts fast and that nobody keeps.
func disposable(folder string) Config {
	return Config{Folder: folder, Disposable: true, HeapMiB: 512, PageCacheMiB: 16,
		JVMOptions: []string{"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"}}
}
