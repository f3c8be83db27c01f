package embedded

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLastLines(t *testing.T) {
	var long, end []string
	for i := range 2 * linesShown {
		long = append(long, fmt.Sprint("line ", i))
	}
	end = long[linesShown:]
	for _, row := range []struct{ why, log, want string }{
		{"nothing was logged", "", ""},
		{"empty lines tell nothing", "\n a \r\n\n", " a "},
		{"frames of a stack are not for people, its messages are", "failed\n\tat a.b(c)\nCaused by: x\n\t... 12 more\n", "failed\nCaused by: x"},
		{"the end says what went wrong", strings.Join(long, "\n"), strings.Join(end, "\n")},
	} {
		if diff := cmp.Diff(row.want, lastLines(row.log)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestReadFrom(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	if err := os.WriteFile(path, []byte(strings.Repeat("old", bytesShown)+"new"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		why    string
		path   string
		offset int64
		want   string
	}{
		{"what was there before this start is left out", path, size(path) - int64(len("new")), "new"},
		{"of much only the end is read", path, 0, strings.Repeat("old", bytesShown)[len("new")+2*bytesShown:] + "new"},
		{"the log was begun anew since", path, 2 * size(path), ""},
		{"there is no log", path + "x", 0, ""},
	} {
		if diff := cmp.Diff(row.want, readFrom(row.path, row.offset)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}
