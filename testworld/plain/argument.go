package plain

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/registry"
)

// arguments gives a field's arguments; one that is null is as good as not given.
func (r *Reader) arguments(f *ast.Field) map[string]any {
	raw, args := f.ArgumentMap(r.Variables), map[string]any{}
	for _, def := range f.Definition.Arguments {
		if raw[def.Name] != nil {
			args[def.Name] = r.input(def.Type, raw[def.Name])
		}
	}
	return args
}

// input gives a value of an input type as it compares with what is stored.
func (r *Reader) input(t *ast.Type, raw any) any {
	if t.Elem != nil {
		list := []any{}
		for _, item := range asList(raw) {
			list = append(list, r.input(t.Elem, item))
		}
		return list
	}
	def := r.Model.Schema.Types[t.NamedType]
	if def.Kind == ast.InputObject {
		object := map[string]any{}
		for name, value := range raw.(map[string]any) {
			if value != nil {
				object[name] = r.input(def.Fields.ForName(name).Type, value)
			}
		}
		if def.Name == "IdentifierInput" {
			id := must(registry.ParseIdentifier(registry.Scheme(object["scheme"].(string)), object["value"].(string)))
			object["value"] = id.Value
		}
		return object
	}
	return read(def.Name, raw)
}

// asList gives a list as it is, and anything else as a list of one. A variable's list of one may have elements of any type.
func asList(raw any) []any {
	if list, ok := raw.([]any); ok {
		return list
	}
	if list, ok := raw.([]string); ok {
		return []any{list[0]}
	}
	return []any{raw}
}

// read reads a scalar. What the tests give is well-formed.
func read(scalar string, raw any) any {
	text, _ := raw.(string)
	switch scalar {
	case "Date":
		return must(civil.ParseDate(text))
	case "DateTime":
		return must(time.Parse(time.RFC3339, text))
	case "Decimal":
		return must(registry.ParseDecimal(text)).String()
	case "CountryCode":
		return strings.ToUpper(text)
	case "String":
		return registry.Composed(text)
	case "Int":
		return must(strconv.ParseInt(fmt.Sprint(raw), 10, 64))
	}
	return raw
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// compare orders two values of one type.
func compare(a, b any) int {
	switch a := a.(type) {
	case string:
		return cmp.Compare(a, b.(string))
	case int64:
		return cmp.Compare(a, b.(int64))
	case float64:
		return cmp.Compare(a, b.(float64))
	case civil.Date:
		return a.Compare(b.(civil.Date))
	case time.Time:
		return a.Compare(b.(time.Time))
	case bool:
		return cmp.Compare(number(a), number(b.(bool)))
	}
	panic("no order for such values")
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
