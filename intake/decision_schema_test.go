package intake

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
	"partnernet/testworld/golden"
)

// schemaFile describes facts files to people, editors and validators. It says of each field what schema.graphqls says.
const schemaFile = "decision.schema.json"

type object = map[string]any

// schemaWriter writes a JSON Schema of what ReadFacts reads.
type schemaWriter struct {
	model *model.Model
	defs  object
}

func factsSchema(m *model.Model) object {
	w := &schemaWriter{m, object{}}
	var names []any
	var choices []any
	for _, t := range m.Types() {
		if !tellable(t) {
			continue
		}
		names = append(names, t.Name)
		w.defs[t.Name] = w.record(t, object{"record": object{"const": t.Name}, "key": object{"$ref": "#/$defs/key"}}, "record", "key")
		choices = append(choices, object{"if": object{"properties": object{"record": object{"const": t.Name}}}, "then": object{"$ref": "#/$defs/" + t.Name}})
	}
	w.defs["key"] = object{"type": "string", "minLength": 1, "description": "The name by which this file and others refer to the record."}
	source := w.record(m.Type("Source"), object{}, "document")
	source["description"] = "The Source that every record of the file rests on."
	return object{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                "Facts of a decision",
		"description":          "What one decision on funding tells, fact by fact, in the form that `server import decision` reads from YAML or JSON. Types and fields are those of schema.graphqls.",
		"type":                 "object",
		"required":             []any{"source"},
		"additionalProperties": false,
		"properties": object{
			"source":      source,
			"sensitivity": w.enum("Sensitivity"),
			"records": object{"type": "array", "items": object{"type": "object", "required": []any{"record", "key"},
				"properties": object{"record": object{"enum": names, "description": "The type of the record."}}, "allOf": choices}},
		},
		"$defs": w.defs,
	}
}

// record describes a record: its fields, and those that are not known.
func (w *schemaWriter) record(t *model.Type, properties object, required ...any) object {
	var fields []any
	for _, f := range t.Fields() {
		if w.model.Type("Record").Field(f.Name) == nil && !slices.Contains(untold, f.Target) {
			fields = append(fields, f.Name)
			w.field(properties, f)
		}
	}
	properties["sensitivity"] = w.enum("Sensitivity")
	properties["unknown"] = object{"type": "object", "description": "Fields that the source should tell and does not, each with the reason.",
		"propertyNames": object{"enum": fields}, "additionalProperties": w.enum("UnknownReason")}
	properties["locators"] = object{"type": "object", "description": "Where in the source fields are told: a page, characters, point, row or sheet.",
		"propertyNames": object{"enum": fields}, "additionalProperties": object{"type": "string"}}
	return object{"type": "object", "description": w.model.Schema.Types[t.Name].Description, "required": required, "additionalProperties": false, "properties": properties}
}

// field describes a field that can be told.
func (w *schemaWriter) field(properties object, f *model.Field) {
	var described object
	switch f.Kind {
	case model.Relationship:
		described = w.relation(f)
	case model.Property, model.Embedded:
		described = w.value(f.Def.Type)
	}
	if described != nil {
		if _, refers := described["$ref"]; !refers {
			described["description"] = f.Def.Description
		}
		properties[f.Name] = described
	}
}

// relation describes the keys of related records, or parts that are written out in place.
func (w *schemaWriter) relation(f *model.Field) object {
	one := object{"type": "string"}
	if target := w.model.Type(f.Target); !target.Record && !target.Abstract {
		one = w.part(f, target)
	}
	if !f.List && !f.Connection {
		return one
	}
	return object{"oneOf": []any{one, object{"type": "array", "items": one}}}
}

func (w *schemaWriter) part(f *model.Field, t *model.Type) object {
	properties, required := object{}, []any{}
	for _, inner := range t.Fields() {
		if inner.Kind == model.Relationship {
			properties[inner.Name] = object{"type": "string", "description": inner.Def.Description}
		} else {
			w.field(properties, inner)
		}
		if t.Name == "Identifier" && (inner.Name == "scheme" || inner.Name == "value") {
			required = append(required, inner.Name)
		}
	}
	for _, name := range t.OrderedBy {
		if f.List && t.Name != "Identifier" {
			required = append(required, name)
		}
	}
	return object{"type": "object", "required": required, "additionalProperties": false, "properties": properties}
}

// value describes the value of a type, nil when a facts file has no form for it.
func (w *schemaWriter) value(t *ast.Type) object {
	if t.Elem != nil {
		return object{"type": "array", "items": object{"type": "string"}}
	}
	exact := object{"anyOf": []any{object{"type": "integer"}, object{"type": "string", "pattern": `^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`}}}
	switch t.NamedType {
	case "Money":
		return object{"type": "object", "required": []any{"amount", "currency"}, "additionalProperties": false,
			"properties": object{"amount": exact, "currency": object{"type": "string", "pattern": "^[A-Z]{3}$"}}}
	case "Decimal":
		return exact
	case "Int":
		return object{"type": "integer", "minimum": 0, "maximum": 1<<31 - 1}
	case "Date":
		return object{"type": "string", "format": "date"}
	case "DateTime":
		return object{"type": "string", "format": "date-time"}
	case "CountryCode":
		return object{"type": "string", "pattern": "^[A-Za-z]{2}$"}
	case "URL":
		return object{"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"}
	case "String":
		return object{"type": "string"}
	}
	if def := w.model.Schema.Types[t.NamedType]; def.Kind == ast.Enum {
		return w.enum(def.Name)
	}
	return nil
}

// enum refers to the values of an enumeration.
func (w *schemaWriter) enum(name string) object {
	def := w.model.Schema.Types[name]
	var values []any
	for _, v := range def.EnumValues {
		values = append(values, object{"const": v.Name, "description": v.Description})
	}
	w.defs[name] = object{"description": def.Description, "oneOf": values}
	return object{"$ref": "#/$defs/" + name}
}

// The schema that ships is that of what ReadFacts reads.
func TestTheSchemaOfDecisionsIsUpToDate(t *testing.T) {
	want, err := json.MarshalIndent(factsSchema(schema(t)), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	golden.Compare(t, schemaFile, want)
}

// validate says what the schema that ships has against a facts file.
func validate(t *testing.T, file []byte) error {
	t.Helper()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	described, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(schemaFile, described); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	asJSON, err := yaml.YAMLToJSON(file)
	if err != nil {
		return err
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		return err
	}
	return compiled.Validate(value)
}

func TestTheSchemaAcceptsTheFoundingCase(t *testing.T) {
	if err := validate(t, Founding); err != nil {
		t.Error(err)
	}
}

// What ReadFacts refuses the schema refuses too, but for what only a rule or another record tells.
func TestTheSchemaRefusesMistakes(t *testing.T) {
	beyond := map[string]bool{
		"the key of another record": true, "more decimals than the currency has": true, "a wrong check digit": true, "told and not known": true,
	}
	for _, row := range wrongFacts() {
		if err := validate(t, []byte(row.file)); (err == nil) != beyond[row.why] {
			t.Errorf("%s: the schema says %v", row.why, err)
		}
	}
}
