package cypher_test

import (
	"os"
	"path/filepath"
	"testing"

	"partnernet/store"
	"partnernet/testworld/lab"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A big selection: who funds a project, with everything about it.
func BenchmarkCompile(b *testing.B) {
	q := operation(b, "testdata/funding.graphql")
	r, c := q.Only(lab.Coordinator), lab.Compiler(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Compile(r); err != nil {
			b.Fatal(err)
		}
	}
}

// How long the database plans what each operation compiles to: it does so once for each shape, when that is first asked.
func BenchmarkPlanning(b *testing.B) {
	lab.Open(b)
	p, c := newPlanner(b), lab.Compiler(b)
	files, err := filepath.Glob("testdata/*.graphql")
	lab.Must(b, err)
	for _, file := range files {
		q := operation(b, file)
		for _, f := range q.Fields() {
			statement, err := c.Compile(q.Request(f, lab.Coordinator))
			lab.Must(b, err)
			b.Run(filepath.Base(file)+"/"+f.Name, func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					p.run(b, "CALL db.clearQueryCaches()", nil)
					b.StartTimer()
					text, params := store.Statement{Text: statement.Text, Params: statement.Params}.Sent()
					p.run(b, "EXPLAIN "+text, params)
				}
				b.ReportMetric(float64(len(statement.Text)), "characters")
			})
		}
	}
}

// run has the database do something.
func (p planner) run(b *testing.B, text string, params map[string]any) {
	b.Helper()
	_, err := neo4j.ExecuteQuery(b.Context(), p.driver, text, params, neo4j.EagerResultTransformer)
	lab.Must(b, err)
}

// operation reads a file of testdata.
func operation(b *testing.B, file string) lab.Question {
	b.Helper()
	text, err := os.ReadFile(file)
	lab.Must(b, err)
	return lab.Parse(b, lab.Schema(b), string(text), plans[filepath.Base(file)].variables)
}
