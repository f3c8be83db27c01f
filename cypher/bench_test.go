package cypher_test

import (
	"os"
	"testing"
)

// A big selection: who funds a project, with everything about it.
func BenchmarkCompile(b *testing.B) {
	text, err := os.ReadFile("testdata/funding.graphql")
	must(b, err)
	q := parse(b, schema(b), string(text), plans["funding.graphql"].variables)
	r, c := q.only(coordinator), compiler(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Compile(r); err != nil {
			b.Fatal(err)
		}
	}
}
