package store

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestMigrationIsItsStatements(t *testing.T) {
	plain := newMigration(1, "a", "CREATE INDEX x\nFOR (n:X) ON (n.a);\nMATCH (n) SET n.url = 'https://x;y';\n")
	want := []string{"CREATE INDEX x\nFOR (n:X) ON (n.a)", "MATCH (n) SET n.url = 'https://x;y'"}
	if diff := cmp.Diff(want, plain.statements); diff != "" {
		t.Error(diff)
	}
	for _, c := range []struct {
		text string
		same bool
		why  string
	}{
		{"// Why; a comment may end in one;\nCREATE INDEX x\n  FOR (n:X) ON (n.a);\n\nMATCH (n) SET n.url = 'https://x;y';", true, "comments and layout say nothing to the database"},
		{"CREATE INDEX x\r\nFOR (n:X) ON (n.a);\r\nMATCH (n) SET n.url = 'https://x;y';\r\n", true, "a checkout on Windows is the same migration"},
		{"CREATE INDEX x\nFOR (n:X) ON (n.a);\nMATCH (n) SET n.url = 'https://x;y'", true, "the last ; may be left out, and its statement still counts"},
		{"CREATE INDEX x\nFOR (n:X) ON (n.b);\nMATCH (n) SET n.url = 'https://x;y';\n", false, "a statement differs"},
		{"CREATE INDEX x\nFOR (n:X) ON (n.a);\n", false, "a statement is missing"},
	} {
		if same := newMigration(1, "a", c.text).checksum == plain.checksum; same != c.same {
			t.Errorf("%q: same checksum is %v, want %v, because %s", c.text, same, c.same, c.why)
		}
	}
}

func TestMigrationFilesCountFromOne(t *testing.T) {
	for _, c := range []struct {
		names []string
		bad   string
		why   string
	}{
		{[]string{"0001_a.cypher", "0002_b.cypher"}, "", "it is as it should be"},
		{[]string{"0001_a.cypher", "0003_b.cypher"}, "0003_b", "a number was left out"},
		{[]string{"0001_a.cypher", "0001_b.cypher"}, "0001_b", "two developers took the same number"},
		{[]string{"0001.cypher"}, "0001.cypher", "it does not say what it does"},
	} {
		files := fstest.MapFS{}
		for _, name := range c.names {
			files["migrations/"+name] = &fstest.MapFile{}
		}
		all, err := readMigrations(files)
		switch {
		case c.bad == "" && (err != nil || len(all) != len(c.names)):
			t.Errorf("%v: got %v and %v, because %s", c.names, all, err, c.why)
		case c.bad != "" && (err == nil || !strings.Contains(err.Error(), c.bad)):
			t.Errorf("%v: got the error %v, want one about %s, because %s", c.names, err, c.bad, c.why)
		}
	}
}
