package intake

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
)

// Founding is the facts file of the founding case.
//
//go:embed founding.yaml
var Founding []byte

// factsFile is a source's facts as people write them: see the head of founding.yaml.
type factsFile struct {
	Source      map[string]any   `yaml:"source"`
	Sensitivity string           `yaml:"sensitivity"`
	Records     []map[string]any `yaml:"records"`
}

// ReadFacts reads a facts file (YAML, or JSON, which is YAML) into what the ledger can write.
// Field names, values and relations are checked against the schema; what is wrong is BAD_INPUT and names the record and the field.
func ReadFacts(m *model.Model, file []byte) (ledger.Telling, error) {
	var f factsFile
	if err := yaml.UnmarshalWithOptions(file, &f, yaml.Strict()); err != nil {
		return ledger.Telling{}, fault.Wrap(fault.BadInput, err, "The facts file cannot be read: %s", yaml.FormatError(err, false, false))
	}
	source, err := f.source(m)
	if err != nil {
		return ledger.Telling{}, err
	}
	t := ledger.Telling{Source: source.ID, Records: []ledger.Record{source}}
	for i, raw := range f.Records {
		r, err := readRecord(m, raw, f.Sensitivity)
		if err != nil {
			return ledger.Telling{}, fault.Wrap(fault.BadInput, err, "Record %d (%v %v): %s", i+1, raw["record"], raw["key"], err.Error())
		}
		t.Records = append(t.Records, r)
	}
	return t, nil
}

func (f factsFile) source(m *model.Model) (ledger.Record, error) {
	raw := maps.Clone(f.Source)
	raw["record"], raw["key"] = "Source", fmt.Sprintf("source-%v", raw["document"])
	r, err := readRecord(m, raw, f.Sensitivity)
	if err != nil {
		return r, fault.Wrap(fault.BadInput, err, "The facts file's source: %s", err.Error())
	}
	return r, nil
}

// factsReader reads one record of a facts file.
type factsReader struct {
	model  *model.Model
	record ledger.Record
}

func readRecord(m *model.Model, raw map[string]any, sensitivity string) (ledger.Record, error) {
	kind, _ := raw["record"].(string)
	key, _ := raw["key"].(string)
	t := m.Type(kind)
	if t == nil || !t.Record || key == "" {
		return ledger.Record{}, fault.New(fault.BadInput, "a record needs a type of the schema as record, and a key")
	}
	r := factsReader{model: m, record: ledger.Record{Type: kind, ID: ledger.DerivedID(key), Sensitivity: sensitivity,
		Values: map[string]any{}, Unknown: map[string]registry.Reason{}, Links: map[string][]string{}, Parts: map[string][]ledger.Part{}}}
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		var err error
		switch name {
		case "record", "key":
		case "unknown":
			err = r.unknown(raw[name])
		case "sensitivity":
			r.record.Sensitivity = fmt.Sprint(raw[name])
		default:
			err = r.field(t, name, raw[name])
		}
		if err != nil {
			return r.record, err
		}
	}
	return r.record, nil
}

func (r *factsReader) unknown(raw any) error {
	given, _ := raw.(map[string]any)
	for field, reason := range given {
		text := registry.Reason(fmt.Sprint(reason))
		if r.model.Schema.Types["UnknownReason"].EnumValues.ForName(string(text)) == nil {
			return fault.New(fault.BadInput, "unknown.%s: %s is no reason for not knowing", field, text)
		}
		r.record.Unknown[field] = text
	}
	return nil
}

func (r *factsReader) field(t *model.Type, name string, raw any) error {
	f := t.Field(name)
	if f == nil {
		return fault.New(fault.BadInput, "%s has no field %q", t.Name, name)
	}
	if f.Kind != model.Relationship {
		value, err := r.value(f.Def.Type, name, raw)
		r.record.Values[name] = value
		return err
	}
	items, isList := raw.([]any)
	if !isList {
		items = []any{raw}
	}
	for _, item := range items {
		if key, isKey := item.(string); isKey {
			r.record.Links[name] = append(r.record.Links[name], ledger.DerivedID(key))
			continue
		}
		part, err := r.part(f, item)
		if err != nil {
			return err
		}
		r.record.Parts[name] = append(r.record.Parts[name], part)
	}
	return nil
}

// part reads a part that is written out in place. What orders a list of parts also tells them apart.
func (r *factsReader) part(f *model.Field, raw any) (ledger.Part, error) {
	t := r.model.Type(f.Target)
	given, ok := raw.(map[string]any)
	if !ok || t.Record {
		return ledger.Part{}, fault.New(fault.BadInput, "%s: expected a key of a record", f.Name)
	}
	p := ledger.Part{Key: map[string]any{}, Values: map[string]any{}, Links: map[string][]string{}}
	for name, item := range given {
		inner := t.Field(name)
		if inner == nil {
			return p, fault.New(fault.BadInput, "%s has no field %q", t.Name, name)
		}
		if inner.Kind == model.Relationship {
			p.Links[name] = append(p.Links[name], ledger.DerivedID(fmt.Sprint(item)))
			continue
		}
		value, err := r.value(inner.Def.Type, f.Name+"."+name, item)
		if err != nil {
			return p, err
		}
		p.Values[name] = value
		if f.List && slices.Contains(t.OrderedBy, name) {
			p.Key[name] = value
		}
	}
	return p, identify(t, p)
}

// identify brings an identifier to its canonical form and verifies it.
func identify(t *model.Type, p ledger.Part) error {
	if t.Name != "Identifier" {
		return nil
	}
	id, err := registry.ParseIdentifier(registry.Scheme(fmt.Sprint(p.Values["scheme"])), fmt.Sprint(p.Values["value"]))
	if err != nil {
		return err
	}
	p.Values["value"], p.Key["value"] = id.Value, id.Value
	return nil
}

// value reads a value of a type of the schema.
func (r *factsReader) value(t *ast.Type, name string, raw any) (any, error) {
	if t.Elem == nil {
		return r.single(t.NamedType, name, raw)
	}
	items, ok := raw.([]any)
	if !ok {
		return nil, fault.New(fault.BadInput, "%s: expected a list", name)
	}
	texts := make([]string, len(items))
	for i, item := range items {
		texts[i] = fmt.Sprint(item)
	}
	return texts, nil
}

func (r *factsReader) single(typeName, name string, raw any) (any, error) {
	text := fmt.Sprint(raw)
	switch typeName {
	case "Money":
		given, _ := raw.(map[string]any)
		return parsed(name)(registry.ParseMoney(fmt.Sprint(given["amount"]), fmt.Sprint(given["currency"])))
	case "Date":
		return parsed(name)(registry.ParseDate(text))
	case "DateTime":
		return parsed(name)(registry.ParseDateTime(text))
	case "Decimal":
		d, err := registry.ParseDecimal(text)
		return parsed(name)(d.String(), err)
	case "CountryCode":
		return parsed(name)(registry.ParseCountry(text))
	case "URL":
		return parsed(name)(registry.ParseURL(text))
	case "Int":
		n, ok := raw.(uint64)
		if !ok {
			return nil, fault.New(fault.BadInput, "%s: expected a whole number, not %v", name, raw)
		}
		return int64(n), nil
	case "Boolean":
		if _, ok := raw.(bool); !ok {
			return nil, fault.New(fault.BadInput, "%s: expected true or false, not %v", name, raw)
		}
		return raw, nil
	}
	def := r.model.Schema.Types[typeName]
	if len(def.EnumValues) > 0 && def.EnumValues.ForName(text) == nil {
		return nil, fault.New(fault.BadInput, "%s: %s is no %s", name, text, typeName)
	}
	return text, nil
}

// parsed names the field in the error of a value that could not be read.
func parsed(name string) func(value any, err error) (any, error) {
	return func(value any, err error) (any, error) {
		if err != nil {
			return nil, fault.Wrap(fault.BadInput, err, "%s: %s", name, err.Error())
		}
		return value, nil
	}
}
