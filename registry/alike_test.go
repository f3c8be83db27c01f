package registry

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// labelledPairs names a list like testdata/likeness.csv that is kept away from whoever works on the comparison, so that it is not made to fit it.
const labelledPairs = "PARTNERNET_LIKENESS_FILE"

// How well names tell bodies: measured on pairs labelled by people, of those that are found how many are one body, and of those that are one
// body how many are found. A pair that shares nothing but an acronym is never one.
func TestAlikeNamesMeasured(t *testing.T) {
	measureAlikeNames(t, "testdata/likeness.csv")
}

// The same on a list that is kept back.
func TestAlikeNamesMeasuredOnAListKeptBack(t *testing.T) {
	path := os.Getenv(labelledPairs)
	if path == "" {
		t.Skipf("%s names no list of labelled pairs, so there is none to measure on", labelledPairs)
	}
	measureAlikeNames(t, path)
}

func measureAlikeNames(t *testing.T, path string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var right, wrong, missed int
	for _, row := range rows[1:] {
		_, alike := AlikeNames(row[0], row[1])
		switch {
		case alike && row[2] == "yes":
			right++
		case alike:
			wrong++
			t.Logf("found, and %s: %s / %s (%s)", row[2], row[0], row[1], row[3])
		case row[2] == "yes":
			missed++
			t.Logf("missed: %s / %s (%s)", row[0], row[1], row[3])
		}
		if alike && row[2] == "acronym" {
			t.Errorf("an acronym alone makes a pair: %s / %s", row[0], row[1])
		}
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	t.Logf("%d pairs: precision %.3f, recall %.3f", len(rows)-1, precision, recall)
	if precision < 0.95 || recall < 0.8 {
		t.Errorf("precision %.3f, recall %.3f", precision, recall)
	}
}

// Names that are alike share a key, so that they are found through an index; it does not matter which is asked about which.
func TestAlikeNamesShareAKey(t *testing.T) {
	names := rapid.StringMatching(`[A-ZÅÄÖ][a-zåäöø]{3,9}( (och|&|i|kommun|universitet|AB|[A-Z][a-z]{5,9})){0,3}`)
	letter := rapid.SampledFrom([]rune("abcdeklmnorst"))
	shares := func(a, b string) bool {
		return slices.ContainsFunc(AlikeKeys(a), func(key string) bool { return slices.Contains(AlikeKeys(b), key) })
	}
	rapid.Check(t, func(t *rapid.T) {
		a := names.Draw(t, "a")
		letters := []rune(a)
		at := rapid.IntRange(0, len(letters)-1).Draw(t, "at")
		b := string(letters[:at]) + string(letter.Draw(t, "letter")) + string(letters[at+rapid.IntRange(0, 1).Draw(t, "instead"):])
		_, alike := AlikeNames(a, b)
		_, back := AlikeNames(b, a)
		if alike != back {
			t.Fatalf("%q and %q: %v, the other way round %v", a, b, alike, back)
		}
		if alike && !shares(a, b) {
			t.Fatalf("%q and %q share no key: %q, %q", a, b, AlikeKeys(a), AlikeKeys(b))
		}
	})
	file, err := os.ReadFile("testdata/likeness.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(file))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		if _, alike := AlikeNames(row[0], row[1]); alike && !shares(row[0], row[1]) {
			t.Errorf("%q and %q share no key: %q, %q", row[0], row[1], AlikeKeys(row[0]), AlikeKeys(row[1]))
		}
	}
}
