package cypher_test

import (
	"strings"
	"testing"

	"partnernet/testworld/lab"
)

// Who told a record's fields is gathered once by a statement that asks for it, however often and of whatever types it does, and by no other.
func TestWhoToldFieldsIsGatheredOnce(t *testing.T) {
	c := lab.Compiler(t)
	for _, row := range []struct {
		text string
		want int
	}{
		{`{ organisation(id: "x") { legalName sources { id } claims { field } history { totalCount } } }`, 0},
		{`{ organisation(id: "x") { fieldSources { field } } }`, 1},
		{`{ organisation(id: "x") { a: fieldSources(fields: ["country"]) { source { id } } b: fieldSources(fields: ["legalName"]) { change { at } } } }`, 1},
		{`{ node(id: "x") { ... on Record { fieldSources { field source { title } change { at } } } } }`, 1},
		{`{ changes { nodes { subject { fieldSources { field } } } } }`, 1},
	} {
		statement, err := c.Compile(lab.Parse(t, lab.Schema(t), row.text, nil).Only(lab.Coordinator))
		lab.Must(t, err)
		if got := strings.Count(statement.Text, "[:MERGED_INTO*0..]"); got != row.want {
			t.Errorf("%s: gathered %d times, want %d", row.text, got, row.want)
		}
	}
}
