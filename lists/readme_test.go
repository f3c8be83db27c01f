package lists

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// docs/lists.md tells all headings that are recognised, and no others.
func TestReadmeHeadings(t *testing.T) {
	text, err := os.ReadFile("../docs/lists.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, f := range memberList.fields {
		row := fmt.Sprintf("| `%s` | %s |", f.field, strings.Join(f.headings, ", "))
		if len(f.vague) > 0 {
			row = fmt.Sprintf("| `%s` | %s; when no other column says it better: %s |", f.field, strings.Join(f.headings, ", "), strings.Join(f.vague, ", "))
		}
		rows = append(rows, row)
	}
	if table := strings.Join(rows, "\n"); !strings.Contains(string(text), "\n"+table+"\n\n") {
		t.Errorf("docs/lists.md should have this table of headings:\n%s", table)
	}
}
