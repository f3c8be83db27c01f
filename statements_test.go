package partnernet_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// byID is a node that a statement finds by its id.
var byID = regexp.MustCompile(`\(\w*:([\w|&()]+) \{id: `)

// Ids are unique among all records, and so is their index on Record alone: a statement that names another label reads all nodes of it.
func TestRecordsAreFoundByTheirIndex(t *testing.T) {
	found := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") || filepath.Ext(path) != ".go" && filepath.Ext(path) != ".cypher" {
			return err
		}
		text, err := os.ReadFile(path)
		for _, match := range byID.FindAllStringSubmatch(string(text), -1) {
			found++
			if !strings.Contains(match[1], "Record") {
				t.Errorf("%s: %s} names no label that has an index of ids: add Record&", path, match[0])
			}
		}
		return err
	})
	if err != nil || found == 0 {
		t.Errorf("%d statements find records by their id: %v", found, err)
	}
}
