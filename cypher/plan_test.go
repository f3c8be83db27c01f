package cypher_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld/lab"
)

// planner shows how the database would run statements.
type planner struct{ driver neo4j.DriverWithContext }

func newPlanner(t testing.TB) planner {
	t.Helper()
	c := testdb.Config(t)
	driver, err := neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
	lab.Must(t, err)
	t.Cleanup(func() { lab.Must(t, driver.Close(context.Background())) })
	return planner{driver}
}

// explain gives the operators of a statement's plan with their details, and what the database has against the statement.
// It reads the plan as the database draws it: the driver, as of v5.28.4, gives the last child of an operator for all of its children.
func (p planner) explain(t testing.TB, s store.Statement) (operators, warnings []string) {
	t.Helper()
	text, params := s.Sent()
	result, err := neo4j.ExecuteQuery(t.Context(), p.driver, "EXPLAIN "+text, params, neo4j.EagerResultTransformer)
	lab.Must(t, err)
	for _, n := range result.Summary.Notifications() {
		warnings = append(warnings, n.Code()+": "+n.Description())
	}
	slices.Sort(warnings)
	drawn, _ := result.Summary.Plan().Arguments()["string-representation"].(string)
	return readPlan(t, drawn), slices.Compact(warnings)
}

// readPlan reads a plan that is drawn as a table: an operator is a row with an id, and the rows without one below it go on with it.
func readPlan(t testing.TB, drawn string) []string {
	t.Helper()
	var columns []int
	var operators []string
	for line := range strings.Lines(drawn) {
		row := []rune(line)
		switch {
		case strings.HasPrefix(line, "| Operator"):
			for i, r := range row {
				if r == '|' {
					columns = append(columns, i)
				}
			}
		case columns != nil && row[0] == '|' && row[columns[1]] == '|':
			cell := func(i int) string { return string(row[columns[i]+1 : columns[i+1]]) }
			details := strings.TrimSpace(cell(2))
			if strings.TrimSpace(cell(1)) != "" {
				operators = append(operators, strings.Trim(cell(0), " |\\+")+" "+details)
			} else if details != "" {
				operators[len(operators)-1] += details
			}
		}
	}
	if len(operators) == 0 {
		t.Fatalf("no operators in %s", drawn)
	}
	return operators
}

// The database makes one plan for the public, who are of one audience, and for coordinators of dozens: it makes another one for each order of magnitude of a list.
func TestOnePlanServesAllViewers(t *testing.T) {
	m := lab.Schema(t)
	for _, many := range []int64{1, 2, 10, 11, 100} {
		var v lab.Viewer
		for audience := range many {
			v.Visible = append(v.Visible, audience)
		}
		statement, err := lab.Compiler(t).Compile(lab.Parse(t, m, "{ organisations { nodes { id } } }", nil).Only(v))
		lab.Must(t, err)
		visible := statement.Params["visible"].([]int64)
		if len(visible) < 11 || len(visible) > 100 {
			t.Errorf("a viewer of %d audiences has a list of %d", many, len(visible))
		}
		if diff := cmp.Diff(v.Visible, slices.Compact(visible)); diff != "" {
			t.Errorf("a viewer of %d audiences is shown others: %s", many, diff)
		}
	}
}
