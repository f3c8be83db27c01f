package main

import (
	"io"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/goccy/go-yaml/parser"
)

// The files that servers are deployed by can be read, and name settings that there are.
func TestFilesToDeployBy(t *testing.T) {
	settings := map[string]bool{}
	for _, command := range kong.Must(&commandLine{}, kongOptions(io.Discard, io.Discard)...).Model.Leaves(false) {
		for _, flag := range command.AllFlags(false) {
			for _, f := range flag {
				for _, variable := range f.Envs {
					settings[variable] = true
				}
			}
		}
	}
	named := 0
	files := os.DirFS("../deploy")
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, ".yaml") {
			if _, err := parser.ParseBytes(text, 0); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
		for _, variable := range regexp.MustCompile(`\b(PARTNERNET_[A-Z_]+|NEO4J_(URI|USERNAME|DATABASE))\b`).FindAllString(string(text), -1) {
			if named++; !settings[variable] {
				t.Errorf("%s names %s, which is no setting", path, variable)
			}
		}
		return nil
	})
	if err != nil || named == 0 {
		t.Errorf("%d settings are named: %v", named, err)
	}
}
