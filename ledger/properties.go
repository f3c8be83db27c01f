package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// storedForm gives the properties in which a field's value is kept.
func storedForm(t *model.Type, field string, value any) (map[string]any, error) {
	f := t.Field(field)
	if f == nil || f.Kind != model.Property && f.Kind != model.Embedded {
		return nil, fmt.Errorf("%s has no stored field %q", t.Name, field)
	}
	switch v := value.(type) {
	case nil:
		if f.Kind == model.Embedded {
			return map[string]any{f.Prefix + "MinorUnits": nil, f.Prefix + "Currency": nil}, nil // points are in parts, which are given whole
		}
		return map[string]any{f.Property: nil}, nil
	case dbtype.Date:
		return map[string]any{f.Property: v}, nil
	case registry.Money:
		return map[string]any{f.Prefix + "MinorUnits": v.MinorUnits, f.Prefix + "Currency": v.Currency}, nil
	case registry.Point:
		return map[string]any{f.Prefix + "Latitude": v.Latitude, f.Prefix + "Longitude": v.Longitude}, nil
	case registry.Date:
		return map[string]any{f.Property: dbtype.Date(v.In(time.UTC))}, nil
	case time.Time:
		return map[string]any{f.Property: v.UTC()}, nil
	case int:
		return map[string]any{f.Property: int64(v)}, nil
	case []string:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = composed(item)
		}
		return map[string]any{f.Property: items}, nil
	case string:
		return map[string]any{f.Property: composed(v)}, nil
	case bool, int64, float64:
		return map[string]any{f.Property: v}, nil
	}
	return nil, fmt.Errorf("%s.%s cannot hold a %T", t.Name, field, value)
}

// composed gives a text as the registry keeps it. One that shows nothing stays as it is, so that the rules of values refuse it: it is not left out.
func composed(text string) string { return cmp.Or(registry.Composed(text), text) }

// allStored gives the properties in which several fields' values are kept.
func allStored(t *model.Type, values map[string]any) (map[string]any, error) {
	all := map[string]any{}
	for _, field := range slices.Sorted(maps.Keys(values)) {
		properties, err := storedForm(t, field, values[field])
		if err != nil {
			return nil, err
		}
		maps.Copy(all, properties)
	}
	return all, nil
}

// textsOf gives the texts of a list, or the one text that a value is.
func textsOf(v any) []string {
	items, isList := v.([]any)
	if !isList {
		return []string{valueText(v)}
	}
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = valueText(item)
	}
	return texts
}

// valueText gives a stored value as a claim or change shows it; "" for no value.
func valueText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case dbtype.Date:
		return time.Time(v).Format(time.DateOnly)
	case time.Time:
		return v.UTC().Format(time.RFC3339)
	case []any:
		return strings.Join(textsOf(v), ", ")
	}
	return fmt.Sprint(v)
}

// moneyText shows an amount whose minor units and currency are two properties.
func moneyText(properties map[string]any, prefix string) string {
	units, known := properties[prefix+"MinorUnits"].(int64)
	if !known {
		return ""
	}
	currency := valueText(properties[prefix+"Currency"])
	return registry.Money{MinorUnits: units, Currency: currency}.Amount() + " " + currency
}

// pointText shows a point whose degrees are two properties.
func pointText(properties map[string]any, prefix string) string {
	latitude, north := properties[prefix+"Latitude"]
	longitude, east := properties[prefix+"Longitude"]
	if !north || !east {
		return ""
	}
	return valueText(latitude) + " " + valueText(longitude)
}

// fieldText gives a field's value, in whatever properties it is kept, as a claim or change shows it.
func fieldText(t *model.Type, field string, properties map[string]any) string {
	if f := t.Field(field); f.Kind == model.Embedded {
		return cmp.Or(moneyText(properties, f.Prefix), pointText(properties, f.Prefix))
	}
	return valueText(properties[t.Field(field).Property])
}

// separator stands between the parts of a changed field as it is kept; no text that people write holds it.
const separator = "\x1f"

// changedFieldText gives a changed field as a Change keeps it, with the place in the source where it is told, "" for none.
func changedFieldText(name, before, after, locator string) string {
	parts := []string{name, before, after}
	if locator != "" {
		parts = append(parts, locator)
	}
	return strings.Join(parts, separator)
}

// changedField reads a changed field.
func changedField(text string) registry.LoggedField {
	parts := append(strings.Split(text, separator), "", "", "")
	return registry.LoggedField{Name: parts[0], Before: parts[1], After: parts[2], Locator: parts[3]}
}

// LoggedFields reads the changed fields that a Change keeps.
func LoggedFields(v any) []registry.LoggedField {
	var all []registry.LoggedField
	for _, item := range stored.List(v) {
		all = append(all, changedField(valueText(item)))
	}
	return all
}

// reasons reads the stored list of unknown fields.
func reasons(properties map[string]any) map[string]registry.Reason {
	known := map[string]registry.Reason{}
	for _, item := range stored.List(properties["unknown"]) {
		field, reason, _ := strings.Cut(valueText(item), ":")
		known[field] = registry.Reason(reason)
	}
	return known
}

func reasonList(unknown map[string]registry.Reason) []any {
	items := make([]string, 0, len(unknown))
	for field, reason := range unknown {
		items = append(items, field+":"+string(reason))
	}
	slices.Sort(items)
	values := make([]any, len(items))
	for i, item := range items {
		values[i] = item
	}
	return values
}

// orNone gives a list as it is stored: one that is empty is not.
func orNone(items []any) any {
	if len(items) == 0 {
		return nil
	}
	return items
}
