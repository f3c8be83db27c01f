package embedded

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestMajorVersion(t *testing.T) {
	for _, row := range []struct {
		why, said string
		want      int
	}{
		{"a release with updates", "openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime Environment", 17},
		{"the first of a release has no updates", `openjdk version "21" 2023-09-19`, 21},
		{"an early-access build", `openjdk version "26-ea" 2026-03-17`, 26},
		{"up to 8 the number came second", `java version "1.8.0_392"`, 8},
		{"other lines may come first", "Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version \"25.0.3\" 2026-04-21 LTS", 25},
		{"not Java at all", "command not found", 0},
	} {
		if got := majorVersion(row.said); got != row.want {
			t.Errorf("%s: majorVersion(%q) = %d, want %d", row.why, row.said, got, row.want)
		}
	}
}

func TestJavaThatWillNotDo(t *testing.T) {
	for _, row := range []struct{ why, java, home, role, want string }{
		{"there is none on the PATH", "", "", "", "none was found"},
		{"JAVA_HOME leads nowhere", "", "/nowhere", "", "none was found"},
		{"the one asked for is missing", "/nowhere/java", "", "", "none was found"},
		{"too old for this Neo4j", self(t), "", "java that is too old", "is Java 8"},
		{"macOS has one that only says that there is none", self(t), "", "java that does not run", "does not run"},
	} {
		t.Run(row.why, func(t *testing.T) {
			t.Setenv("PATH", t.TempDir())
			t.Setenv("JAVA_HOME", row.home)
			t.Setenv(roleVariable, row.role)
			_, err := Open(t.Context(), Config{Folder: t.TempDir(), Cache: t.TempDir(), Java: row.java})
			wantSentence(t, err, row.want, javaRemedy)
		})
	}
}

// Which Java is used when there are several: the one that the person named.
func TestLookUpJava(t *testing.T) {
	asked, home, path := fakeProgram(t, t.TempDir()), t.TempDir(), t.TempDir()
	inHome, onPath := fakeProgram(t, filepath.Join(home, "bin")), fakeProgram(t, path)
	t.Setenv("PATH", path)
	for _, row := range []struct{ why, asked, home, want string }{
		{"asked for in the configuration", asked, home, asked},
		{"named in JAVA_HOME", "", home, inHome},
		{"the first on the PATH", "", "", onPath},
	} {
		t.Setenv("JAVA_HOME", row.home)
		if got, err := lookUpJava(row.asked); err != nil || got != row.want {
			t.Errorf("%s: lookUpJava(%q) = %q, %v; want %q", row.why, row.asked, got, err, row.want)
		}
	}
}

// wantSentence checks that an error tells what is wrong and what to do.
func wantSentence(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one with %q", parts)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q, want one with %q", err, part)
		}
	}
}
