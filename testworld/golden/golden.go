// Package golden compares what tests get with files that were right when they were last read through.
package golden

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Update writes golden files anew instead of comparing with them: go test -update.
var Update = flag.Bool("update", false, "write golden files anew")

// Compare compares what was got with a golden file.
func Compare(t testing.TB, file string, got []byte) {
	t.Helper()
	if *Update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (run the test with -update to make it)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got; run the test with -update if it should be so):\n%s", file, diff)
	}
}
