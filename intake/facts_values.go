package intake

import (
	"fmt"
	"math"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/registry"
)

// value reads a value of a type of the schema.
func (r *factsReader) value(t *ast.Type, name string, raw any) (any, error) {
	if t.Elem == nil {
		return r.single(t.NamedType, name, raw)
	}
	items, ok := raw.([]any)
	if !ok {
		return nil, fault.New(fault.BadInput, "expected a list").In(name)
	}
	texts := make([]string, len(items))
	for i, item := range items {
		var err error
		if texts[i], err = written(name, item); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

func (r *factsReader) single(typeName, name string, raw any) (any, error) {
	switch typeName {
	case "Money":
		given, _ := raw.(map[string]any)
		amount, err := exact(name+".amount", given["amount"])
		if err != nil {
			return nil, err
		}
		return parsed(name)(registry.ParseMoney(amount, fmt.Sprint(given["currency"])))
	case "Decimal":
		text, err := exact(name, raw)
		if err != nil {
			return nil, err
		}
		d, err := registry.ParseDecimal(text)
		return parsed(name)(d.String(), err)
	case "Int":
		n, ok := raw.(uint64)
		if !ok || n > math.MaxInt32 {
			return nil, fault.New(fault.BadInput, "expected a whole number, not %v", raw).In(name)
		}
		return int64(n), nil
	}
	text, err := written(name, raw)
	if err != nil {
		return nil, err
	}
	return r.worded(typeName, name, text)
}

// worded reads a value that is written as a text.
func (r *factsReader) worded(typeName, name, text string) (any, error) {
	switch typeName {
	case "Date":
		return parsed(name)(registry.ParseDate(text))
	case "DateTime":
		return parsed(name)(registry.ParseDateTime(text))
	case "CountryCode":
		return parsed(name)(registry.ParseCountry(text))
	case "URL":
		return parsed(name)(registry.ParseURL(text))
	case "String":
		return text, nil
	}
	if r.model.Schema.Types[typeName].Kind != ast.Enum {
		return nil, fault.New(fault.BadInput, "a facts file cannot tell a %s", typeName).In(name)
	}
	if !r.names(typeName, text) {
		return nil, fault.New(fault.BadInput, "%s is no %s", text, typeName).In(name)
	}
	return text, nil
}

// written asks for a text. What YAML takes for something else is not what was written: 25.40 would become 25.4.
func written(name string, raw any) (string, error) {
	text, ok := raw.(string)
	if !ok {
		return "", fault.New(fault.BadInput, "expected a text, not %v; put quotes around it", raw).In(name)
	}
	return text, nil
}

// exact asks for a number in a form that is exact: as a text, or whole.
func exact(name string, raw any) (string, error) {
	switch raw.(type) {
	case string, uint64:
		return fmt.Sprint(raw), nil
	}
	return "", fault.New(fault.BadInput, "expected a number with quotes around it, not %v", raw).In(name)
}

// parsed names the field in the error of a value that could not be read.
func parsed(name string) func(value any, err error) (any, error) {
	return func(value any, err error) (any, error) {
		if err != nil {
			return nil, fault.Within(name, err)
		}
		return value, nil
	}
}
