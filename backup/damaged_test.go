package backup_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"partnernet/backup"
	"partnernet/fault"
	"partnernet/registry"
	"partnernet/testdb"
)

// lines gives what a file holds.
func lines(t testing.TB, file string) []string {
	t.Helper()
	content, err := os.ReadFile(file)
	must(t, err)
	zip, err := zstd.NewReader(nil)
	must(t, err)
	defer zip.Close()
	text, err := zip.DecodeAll(content, nil)
	must(t, err)
	return slices.Collect(strings.Lines(string(text)))
}

// packed gives lines as the content of a file.
func packed(t testing.TB, lines []string) []byte {
	t.Helper()
	zip, err := zstd.NewWriter(nil)
	must(t, err)
	defer zip.Close()
	return zip.EncodeAll([]byte(strings.Join(lines, "")), nil)
}

// signed gives lines with the digest that they have, in the place of the one that they had.
func signed(lines []string, was string) []string {
	sum := sha256.Sum256([]byte(strings.Join(lines[1:len(lines)-1], "")))
	last := strings.Replace(lines[len(lines)-1], was, hex.EncodeToString(sum[:]), 1)
	return append(lines[:len(lines)-1:len(lines)-1], last)
}

// changed gives lines where a text that some have is another one.
func changed(lines []string, from, to string) []string {
	changed := strings.Split(strings.ReplaceAll(strings.Join(lines, "\x00"), from, to), "\x00")
	return changed
}

// What is not a whole backup is refused before anything is written, and what breaks a rule leaves nothing.
func TestFilesThatAreNotRestored(t *testing.T) {
	w := founded(t)
	folder := t.TempDir()
	whole := filepath.Join(folder, "whole")
	s, err := backup.Write(t.Context(), w.Register, whole)
	must(t, err)
	content, err := os.ReadFile(whole)
	must(t, err)
	all := lines(t, whole)
	flipped := bytes.Clone(content)
	flipped[len(flipped)/2] ^= 1
	newer := strings.Replace(all[0], `"migrations":[`, `"migrations":[{"number":99,"name":"0099_from_the_future","checksum":""},`, 1)
	_, named, _ := strings.Cut(all[1], `"to":"`)
	named = `"to":"` + named[:8]

	_, _, err = backup.Restore(t.Context(), w.Register, whole, false)
	if fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("it was restored into a register that is not empty: %v", err)
	}
	testdb.Open(t)
	empty := func() []string { // but for what decides who may see what, which begins anew
		return slices.DeleteFunc(w.graph(), func(line string) bool {
			return strings.HasPrefix(line, "[Access]") || strings.HasPrefix(line, "[SignOuts]")
		})
	}
	before := empty()
	for name, c := range map[string]struct {
		content []byte
		code    fault.Code
		says    string
	}{
		"empty":                    {nil, fault.BadInput, "no whole backup"},
		"something else":           {[]byte("Dear colleagues"), fault.BadInput, "no whole backup"},
		"cut at the beginning":     {content[:40], fault.BadInput, "damaged or cut"},
		"cut in the middle":        {content[:len(content)/2], fault.BadInput, "damaged or cut"},
		"cut by one byte":          {content[:len(content)-1], fault.BadInput, "damaged or cut"},
		"one bit is another":       {flipped, fault.BadInput, "damaged or cut"},
		"longer than it was":       {append(bytes.Clone(content), "more"...), fault.BadInput, "damaged or cut"},
		"without its last line":    {packed(t, all[:len(all)-1]), fault.BadInput, "last line"},
		"without its first line":   {packed(t, all[1:]), fault.BadInput, "first line"},
		"without one line":         {packed(t, append(all[:3:3], all[4:]...)), fault.BadInput, "not those"},
		"other values":             {packed(t, changed(all, "Commsec", "Comsec")), fault.BadInput, "not those"},
		"of a later version":       {packed(t, append([]string{newer}, all[1:]...)), fault.Conflict, "another version"},
		"of a later form":          {packed(t, append([]string{strings.Replace(all[0], `"version":1`, `"version":2`, 1)}, all[1:]...)), fault.Conflict, "form 2"},
		"of another kind of nodes": {packed(t, signed(changed(all, `"node":"Audience"`, `"node":"Session"`), s.Digest)), fault.BadInput, "no kind"},
		"a record that is missing": {packed(t, signed(changed(all, named, `"to":"00000000`), s.Digest)), fault.BadInput, "not in it"},
		"a project that ends before it begins": {packed(t, signed(changed(all, `"plannedTo":{"date":"2024-05-31"}`, `"plannedTo":{"date":"2021-05-31"}`), s.Digest)),
			fault.Conflict, registry.RulePeriod},
	} {
		file := filepath.Join(folder, "file")
		must(t, os.WriteFile(file, c.content, 0o600))
		_, violations, err := backup.Restore(t.Context(), w.Register, file, false)
		if fault.CodeOf(err) != c.code || !strings.Contains(fmt.Sprint(err, violations), c.says) {
			t.Errorf("%s: %v %v, want %s that says %q", name, err, violations, c.code, c.says)
		}
		if diff := cmp.Diff(before, empty()); diff != "" {
			t.Fatalf("%s: it left something: %s", name, diff)
		}
	}
}
