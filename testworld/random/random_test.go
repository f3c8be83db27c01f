package random_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
	"partnernet/testworld"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

var schema = testworld.Model

// enough draws show everything that can be drawn; most runs need a tenth of it.
const enough = 50_000

// A field that no read asks for would be compared by no test.
func TestReadsAskForEveryField(t *testing.T) {
	m := schema(t)
	missing := map[*ast.FieldDefinition]string{}
	for _, kind := range m.Types() {
		for _, f := range kind.Fields() {
			if kind.Record && plain.Knows(kind.Name, f) {
				missing[f.Def] = kind.Name + "." + f.Name
			}
		}
	}
	w := random.World{Model: m, Cursors: func(*model.Field, any) []random.Cursor { return nil }}
	for seed := range enough {
		if seed%100 == 0 {
			w.Graph = random.Graph(m, 2).Example(seed)
		}
		document, err := gqlparser.LoadQueryWithRules(m.Schema, random.Document(w).Example(seed).Text, nil)
		if err != nil {
			t.Fatal(err)
		}
		strike(missing, document)
		if len(missing) == 0 {
			return
		}
	}
	t.Errorf("no read asks for %v", slices.Collect(maps.Values(missing)))
}

// strike takes out the fields that a document asks for.
func strike(missing map[*ast.FieldDefinition]string, document *ast.QueryDocument) {
	sets := []ast.SelectionSet{document.Operations[0].SelectionSet}
	for _, f := range document.Fragments {
		sets = append(sets, f.SelectionSet)
	}
	for len(sets) > 0 {
		set := sets[0]
		sets = sets[1:]
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				delete(missing, s.Definition)
				sets = append(sets, s.SelectionSet)
			case *ast.InlineFragment:
				sets = append(sets, s.SelectionSet)
			}
		}
	}
}

// A relationship that no graph has would be followed by no test.
func TestGraphsHaveEveryRelationship(t *testing.T) {
	m := schema(t)
	missing := map[string]string{}
	for _, kind := range m.Types() {
		if !kind.Record && !isPart(m, kind) {
			continue // only a command's payload tells it
		}
		for _, f := range kind.Fields() {
			isChangeOfChange := kind.Name == "Change" && f.Name == "history"
			if f.Kind == model.Relationship && !kind.Abstract && !isChangeOfChange {
				missing[end(kind.Name, f)] = kind.Name + "." + f.Name
			}
		}
	}
	for seed := range enough / 50 {
		for _, l := range random.Graph(m, 3).Example(seed).Links {
			delete(missing, l.From.Type+"-"+l.Type)
			delete(missing, l.Type+"->"+l.To.Type)
		}
		if len(missing) == 0 {
			return
		}
	}
	t.Errorf("these never lead anywhere: %v", slices.Collect(maps.Values(missing)))
}

// isPart says whether a relationship leads to a type.
func isPart(m *model.Model, part *model.Type) bool {
	return slices.ContainsFunc(m.Types(), func(t *model.Type) bool {
		return slices.ContainsFunc(t.Fields(), func(f *model.Field) bool { return f.Kind == model.Relationship && f.Target == part.Name })
	})
}

// end names the end of a relationship at which a type has a field.
func end(kind string, f *model.Field) string {
	if f.Direction == "IN" {
		return f.RelType + "->" + kind
	}
	return kind + "-" + f.RelType
}

// An expression of the schema that the plain reader has no function for would be compared by no test.
func TestExpressionsAreKnown(t *testing.T) {
	for _, kind := range schema(t).Types() {
		for _, f := range kind.Fields() {
			ofCommand := strings.Contains(f.Cypher, "$results") // no read reaches it
			if (f.Kind == model.Expression && f.Statement == "" && !ofCommand || f.OnDay != "") && !plain.Knows(kind.Name, f) {
				t.Errorf("the plain reader does not know %s.%s", kind.Name, f.Name)
			}
		}
	}
}
