package partnernet_test

import (
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"partnernet"
)

func TestSchemaLoads(t *testing.T) {
	if _, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: partnernet.Schema}); err != nil {
		t.Fatal(err)
	}
}
