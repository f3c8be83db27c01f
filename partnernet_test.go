package partnernet_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet"
)

func loadSchema(t *testing.T) *ast.Schema {
	t.Helper()
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: partnernet.Schema})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// The descriptions are the manual: whatever a client can name has one.
func TestEverythingIsDescribed(t *testing.T) {
	schema := loadSchema(t)
	described := 0
	check := func(description string, path ...string) {
		described++
		if !strings.HasSuffix(strings.TrimSpace(description), ".") {
			t.Errorf("%s has no description that is a sentence: %q", strings.Join(path, "."), description)
		}
	}
	for name, def := range schema.Types {
		if def.BuiltIn {
			continue
		}
		check(def.Description, name)
		for _, value := range def.EnumValues {
			check(value.Description, name, value.Name)
		}
		for _, field := range def.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			check(field.Description, name, field.Name)
			for _, argument := range field.Arguments {
				check(argument.Description, name, field.Name, argument.Name)
			}
		}
	}
	if described == 0 {
		t.Error("nothing was looked at")
	}
}

// One that fails must not take the others with it, which a field that may not be null would do.
func TestRootFieldsMayBeNull(t *testing.T) {
	for _, field := range loadSchema(t).Query.Fields {
		if field.Type.NonNull && !strings.HasPrefix(field.Name, "__") {
			t.Errorf("Query.%s may not be null", field.Name)
		}
	}
}

// Lists look alike everywhere, so that a client pages through one as through any other.
func TestConnectionsLookAlike(t *testing.T) {
	schema := loadSchema(t)
	for name, def := range schema.Types {
		if !strings.HasSuffix(name, "Connection") {
			continue
		}
		for _, field := range []string{"edges", "nodes", "pageInfo", "totalCount"} {
			if def.Fields.ForName(field) == nil {
				t.Errorf("%s lacks %s", name, field)
			}
		}
	}
	for name, def := range schema.Types {
		for _, field := range def.Fields {
			if !strings.HasSuffix(field.Type.Name(), "Connection") {
				continue
			}
			for _, argument := range []string{"first", "after"} {
				if field.Arguments.ForName(argument) == nil {
					t.Errorf("%s.%s has no argument %s", name, field.Name, argument)
				}
			}
		}
	}
}

// A relationship that is read from both its ends is one relationship: what one end calls OUT, the other calls IN.
func TestRelationshipsAreReadFromBothEndsAlike(t *testing.T) {
	schema := loadSchema(t)
	outward := map[string]bool{}
	each := func(do func(def *ast.Definition, field *ast.FieldDefinition, relation, direction string)) {
		for _, def := range schema.Types {
			for _, field := range def.Fields {
				if d := field.Directives.ForName("relationship"); d != nil {
					arguments := d.ArgumentMap(nil)
					do(def, field, arguments["type"].(string), arguments["direction"].(string))
				}
			}
		}
	}
	each(func(_ *ast.Definition, _ *ast.FieldDefinition, relation, direction string) {
		outward[relation] = outward[relation] || direction != "IN"
	})
	each(func(def *ast.Definition, field *ast.FieldDefinition, relation, _ string) {
		if !outward[relation] {
			t.Errorf("%s.%s reads %s, which no field writes", def.Name, field.Name, relation)
		}
	})
}
