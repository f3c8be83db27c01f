package main

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What is measured at one scale stays beside what is measured at another, and both are drawn.
func TestGrowthIsKeptByScale(t *testing.T) {
	folder, operations := t.TempDir(), []operation{{name: "members"}, {name: "needsMap"}}
	var out strings.Builder
	for _, run := range []struct {
		scale int
		waits map[string]time.Duration
	}{
		{10, map[string]time.Duration{"members": 3 * time.Millisecond, "needsMap": 800 * time.Millisecond}},
		{1, map[string]time.Duration{"members": 2 * time.Millisecond, "needsMap": 80 * time.Millisecond}},
	} {
		measured := &table{samples: map[[2]string][]sample{}}
		for name, wait := range run.waits {
			measured.samples[[2]string{name, asRegistry}] = []sample{{p50: wait}}
		}
		out.Reset()
		if err := measured.growth(folder, run.scale, operations, &out); err != nil {
			t.Fatal(err)
		}
	}
	for _, row := range []string{"| members | 2.00 ms | 3.00 ms | 1.50 |\n", "| needsMap | 80.00 ms | 800.00 ms | 10.00 |\n"} {
		if !strings.Contains(out.String(), row) {
			t.Errorf("the table has no row %q:\n%s", row, out.String())
		}
	}
	picture, err := os.ReadFile(filepath.Join(folder, "growth.svg"))
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Curves []struct {
			Points string `xml:"points,attr"`
		} `xml:"polyline"`
	}
	if err := xml.Unmarshal(picture, &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Curves) != len(operations) {
		t.Fatalf("%d curves are drawn of %d operations", len(read.Curves), len(operations))
	}
	for _, curve := range read.Curves {
		if len(strings.Fields(curve.Points)) != 2 {
			t.Errorf("a curve of two scales has the points %q", curve.Points)
		}
	}
}
