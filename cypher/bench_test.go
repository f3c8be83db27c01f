package cypher_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A big selection: who funds a project, with everything about it.
func BenchmarkCompile(b *testing.B) {
	q := operation(b, "testdata/funding.graphql")
	r, c := q.only(coordinator), compiler(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Compile(r); err != nil {
			b.Fatal(err)
		}
	}
}

// How long the database plans what each operation compiles to: it does so once for each shape, when that is first asked.
func BenchmarkPlanning(b *testing.B) {
	open(b)
	p, c := newPlanner(b), compiler(b)
	files, err := filepath.Glob("testdata/*.graphql")
	must(b, err)
	for _, file := range files {
		q := operation(b, file)
		for _, f := range q.fields() {
			statement, err := c.Compile(q.request(f, coordinator))
			must(b, err)
			b.Run(filepath.Base(file)+"/"+f.Name, func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					p.run(b, "CALL db.clearQueryCaches()", nil)
					b.StartTimer()
					p.run(b, "EXPLAIN "+statement.Text, statement.Params)
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
	must(b, err)
}

// operation reads a file of testdata.
func operation(b *testing.B, file string) question {
	b.Helper()
	text, err := os.ReadFile(file)
	must(b, err)
	return parse(b, schema(b), string(text), plans[filepath.Base(file)].variables)
}
