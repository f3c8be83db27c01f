package cypher

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/registry"
)

// coerced gives a field's arguments with defaults applied and values coerced to what the database stores.
// One that is null is as one that is not given: it stands for its default, and without a default it has no entry.
func (c *Compiler) coerced(f *ast.Field, variables map[string]any) (map[string]any, error) {
	raw := f.ArgumentMap(variables)
	args := make(map[string]any, len(raw))
	for _, def := range f.Definition.Arguments {
		value, err := c.coerce(def.Type, orDefault(raw[def.Name], def.Type, def.DefaultValue), def.Name)
		if err == nil {
			err = inRange(def, value)
		}
		if text, ok := value.(string); ok && err == nil {
			value, err = condition{def.Name, def.Type, def.Directives}.comparedForm(text, def.Name)
		}
		if err != nil {
			return nil, err
		}
		if value != nil {
			args[def.Name] = value
		}
	}
	return args, nil
}

// orDefault gives the default of what may be null in place of null.
func orDefault(raw any, t *ast.Type, byDefault *ast.Value) any {
	if raw != nil || t.NonNull || byDefault == nil {
		return raw
	}
	value, _ := byDefault.Value(nil) // a default has no variables, and the schema has been validated
	return value
}

// inRange asks that a number, or the length of a list, is one that its argument takes.
func inRange(def *ast.ArgumentDefinition, value any) error {
	if list, ok := value.([]any); ok && len(list) == 0 && def.Directives.ForName("nonEmpty") != nil {
		return fault.New(fault.BadInput, "the list is empty. Name one value at least, or leave the argument out.").In(def.Name)
	}
	d := def.Directives.ForName("range")
	if d == nil || value == nil {
		return nil
	}
	bounds := d.ArgumentMap(nil)
	least, most := bounds["least"].(int64), bounds["most"].(int64)
	if n, ok := value.(int64); !ok || n < least || n > most {
		return fault.New(fault.BadInput, "%v is not a number from %d to %d.", value, least, most).In(def.Name)
	}
	return nil
}

// comparedForm gives a text in the form in which the argument's condition compares it.
func (a condition) comparedForm(text, path string) (any, error) {
	if comparison(a.directives) != "SEARCH" {
		return text, nil
	}
	_, err := soughtText(text, path)
	return search(text), err
}

// soughtText gives a text in the form in which texts are looked for. One of nothing but signs would be found in every text, though nobody looks
// for that; a blank one asks nothing.
func soughtText(text, path string) (string, error) {
	sought := registry.SoughtText(text)
	if sought == "" && strings.TrimSpace(text) != "" {
		return "", fault.New(fault.BadInput, "%.40q has no letter or digit to look for. Write a word, or part of one.", text).In(path)
	}
	return sought, nil
}

// search gives the parts of a search as a statement takes them.
func search(text string) map[string]any {
	s := registry.ParseSearch(text)
	identifiers := make([]any, len(s.Identifiers))
	for i, id := range s.Identifiers {
		identifiers[i] = map[string]any{"scheme": string(id.Scheme), "value": id.Value}
	}
	forms := make([]any, len(s.Forms))
	for i, form := range s.Forms {
		forms[i] = map[string]any{"word": form.Word, "typed": form.Typed}
	}
	return map[string]any{"typed": text, "words": s.Words, "whole": s.Whole, "begins": s.Begins, "query": s.Query, "identifiers": identifiers,
		"forms": forms, "endings": s.Endings}
}

// coerce turns a GraphQL value into the value that the database stores. Where a list is due, a single value stands for a list of one.
func (c *Compiler) coerce(t *ast.Type, raw any, path string) (any, error) {
	if raw == nil && t.NonNull {
		return nil, fault.New(fault.BadInput, "expected a value of type %s, not null.", t.Name()).In(path)
	}
	if raw == nil {
		return nil, nil
	}
	if t.Elem != nil {
		list := asList(raw)
		values := make([]any, len(list))
		for i, item := range list {
			var err error
			if values[i], err = c.coerce(t.Elem, item, fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return nil, err
			}
		}
		return values, nil
	}
	def := c.model.Schema.Types[t.NamedType]
	if def.Kind == ast.InputObject {
		return c.coerceObject(def, raw, path)
	}
	value, err := scalar(def, raw)
	if err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "%s", err).In(path)
	}
	return value, nil
}

// asList gives a list as it is, and anything else as a list of one. GraphQL's coercion of variables has lists of any element type.
func asList(raw any) []any {
	given := reflect.ValueOf(raw)
	if given.Kind() != reflect.Slice {
		return []any{raw}
	}
	list := make([]any, given.Len())
	for i := range list {
		list[i] = given.Index(i).Interface()
	}
	return list
}

func (c *Compiler) coerceObject(def *ast.Definition, raw any, path string) (any, error) {
	given, ok := raw.(map[string]any)
	if !ok {
		return nil, fault.New(fault.BadInput, "expected an object of type %s.", def.Name).In(path)
	}
	values := make(map[string]any, len(given))
	for _, f := range def.Fields {
		item := given[f.Name]
		if _, named := given[f.Name]; !named && f.DefaultValue != nil {
			item, _ = f.DefaultValue.Value(nil)
		}
		item = orDefault(item, f.Type, f.DefaultValue)
		value, err := c.coerce(f.Type, item, path+"."+f.Name)
		if err != nil {
			return nil, err
		}
		if _, named := given[f.Name]; value != nil || named {
			values[f.Name] = value
		}
	}
	if def.Name == "IdentifierInput" {
		return identifier(values, path)
	}
	return values, nil
}

// identifier brings a number to the one form in which it is stored.
func identifier(values map[string]any, path string) (any, error) {
	scheme, _ := values["scheme"].(string)
	value, _ := values["value"].(string)
	id, err := registry.ParseIdentifier(registry.Scheme(scheme), value)
	if err != nil {
		return nil, fault.Within(path+".value", err)
	}
	values["value"] = id.Value
	return values, nil
}

// scalar coerces one scalar or enum value.
func scalar(def *ast.Definition, raw any) (any, error) {
	switch def.Name {
	case "Int":
		return integer(raw)
	case "Float":
		return number(raw)
	case "Boolean":
		return raw, nil
	case "ID":
		return fmt.Sprint(raw), nil
	}
	if def.Name == "Upload" {
		return raw, nil // it never reaches the database
	}
	text, ok := raw.(string)
	if !ok {
		return nil, fault.New(fault.BadInput, "expected a text of type %s.", def.Name)
	}
	switch def.Name {
	case "Date":
		day, err := registry.ParseDate(text)
		return dbtype.Date(day.In(time.UTC)), err
	case "DateTime":
		return registry.ParseDateTime(text)
	case "Decimal":
		d, err := registry.ParseDecimal(text)
		return d.String(), err
	case "CountryCode":
		return registry.ParseCountry(text)
	case "URL":
		return registry.ParseURL(text)
	case "String":
		return registry.Composed(text), nil
	}
	return text, nil
}

func integer(raw any) (any, error) {
	n, err := number(raw)
	if err != nil || n != math.Trunc(n) || n > math.MaxInt32 || n < math.MinInt32 {
		return nil, fault.New(fault.BadInput, "expected a whole number between %d and %d.", math.MinInt32, math.MaxInt32)
	}
	return int64(n), nil
}

func number(raw any) (float64, error) {
	switch n := raw.(type) {
	case int64:
		return float64(n), nil
	case int:
		return float64(n), nil
	case float64:
		return n, nil
	case json.Number:
		return n.Float64()
	}
	return 0, fault.New(fault.BadInput, "expected a number.")
}
