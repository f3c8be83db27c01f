package commands_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
)

// request is one that is asked in both of two worlds.
type request struct {
	name, query string
	variables   object
}

// everything draws requests from the schema: each root field and each mutation as a dry run, with what may stand in their arguments.
type everything struct {
	schema *ast.Schema
	ids    []string // that stand where the id of a record is asked for
}

func newEverything(m *model.Model, ids ...string) everything { return everything{m.Schema, ids} }

// selection selects all that needs no arguments, so many levels down. The database takes long to plan what is larger.
func (e everything) selection(typeName string, depth int) string {
	def := e.schema.Types[typeName]
	if !def.IsCompositeType() {
		return ""
	}
	fields := []string{"__typename"}
	for _, f := range def.Fields {
		inner := e.schema.Types[f.Type.Name()]
		listed := f.Name == "edges" && def.Fields.ForName("nodes") != nil // the nodes stand beside them
		switch {
		case needsArguments(f) || strings.HasPrefix(f.Name, "__"):
		case listed:
			fields = append(fields, "edges { cursor }")
		case !inner.IsCompositeType():
			if depth > 0 || def.Fields.ForName("id") == nil || slices.Contains([]string{"id", "displayName", "version"}, f.Name) { // of a record further down, little
				fields = append(fields, f.Name)
			}
		case strings.HasSuffix(typeName, "Connection"), depth > 0:
			fields = append(fields, f.Name+e.selection(f.Type.Name(), depth-1))
		}
	}
	return " { " + strings.Join(fields, " ") + " }"
}

func needsArguments(f *ast.FieldDefinition) bool {
	for _, a := range f.Arguments {
		if a.Type.NonNull && a.DefaultValue == nil {
			return true
		}
	}
	return false
}

// questions are the root fields of queries: with nothing given that need not be, and with each of the values that may be.
func (e everything) questions() []request {
	var all []request
	for _, f := range e.schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		depth := 1
		if strings.HasSuffix(f.Type.Name(), "Connection") {
			depth = 2
		}
		for _, given := range e.arguments(f) {
			name := f.Name + given
			all = append(all, request{name: name, query: "{ " + name + e.selection(f.Type.Name(), depth) + " }"})
		}
	}
	return all
}

// arguments gives the arguments with which a root field is asked.
func (e everything) arguments(f *ast.FieldDefinition) []string {
	given := []string{""}
	if needsArguments(f) {
		given = nil
	}
	with := func(format string, values ...string) {
		for _, v := range values {
			given = append(given, fmt.Sprintf(format, v))
		}
	}
	switch {
	case f.Name == "path":
		with("(from: %q, to: \""+e.ids[0]+"\")", e.ids...)
	case f.Name == "may":
		with("(command: \"updateOrganisation\", on: [%q])", e.ids...)
	case f.Name == "report":
		with("(kind: %s)", enumeration(e.schema, "ReportKind")...)
	case f.Name == "counterpartGap":
		given = append(given, `(network: {acronym: "M"}, counterpart: {acronym: "N"})`)
	case f.Name == "matches":
		given = append(given, `(needsOf: {acronym: "M"}, offersOf: {acronym: "N"})`)
	}
	for name, format := range map[string]string{"id": "(id: %q)", "subject": "(subject: %q)"} {
		if f.Arguments.ForName(name) != nil {
			with(format, e.ids...)
		}
	}
	for name, values := range words {
		if f.Arguments.ForName(name) != nil && f.Name != "report" && f.Name != "vocabulary" {
			with("("+name+": %q)", values...)
		}
	}
	return given
}

// words are texts by which records are looked for, those of the hidden ones too.
var words = map[string][]string{"text": {"Hemlig", "Alfa", hiddenNumber}, "acronym": {"HIDSEC", "M"}, "caseNumber": {"H 1", "C 1"}, "name": {"Hemligt program"}, "code": {"secret"}}

func enumeration(s *ast.Schema, name string) (values []string) {
	for _, v := range s.Types[name].EnumValues {
		values = append(values, v.Name)
	}
	return values
}

// commands are all mutations as dry runs, with an organisation and with the last of the ids. What is sent along in files is left out.
func (e everything) commands() []request {
	var all []request
	for _, f := range e.schema.Mutation.Fields {
		input := f.Arguments.ForName("input").Type
		for _, id := range []string{e.ids[0], e.ids[len(e.ids)-1]} {
			all = append(all, request{
				name:      f.Name + " of " + id,
				query:     "mutation($input: " + input.String() + ") { " + f.Name + "(input: $input)" + e.selection(f.Type.Name(), 1) + " }",
				variables: object{"input": e.value(input, id)},
			})
		}
	}
	return all
}

// value gives something that may stand where a type is asked for.
func (e everything) value(t *ast.Type, id string) any {
	if t.Elem != nil {
		return []any{e.value(t.Elem, id)}
	}
	def := e.schema.Types[t.Name()]
	switch {
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case def.Kind != ast.InputObject:
		return map[string]any{"ID": id, "Int": 1, "Float": 1.0, "Boolean": true, "Date": dayFrom(0), "DateTime": "2026-03-01T00:00:00Z", "Decimal": "1.00", "String": "Hemlig"}[def.Name]
	}
	fields := object{}
	for _, f := range def.Fields {
		if f.Type.NonNull && f.DefaultValue == nil || f.Name == "dryRun" {
			fields[f.Name] = e.value(f.Type, id)
		}
	}
	if def.Name == "SourceInput" {
		fields["document"] = object{"title": "Brev"}
	}
	return fields
}
