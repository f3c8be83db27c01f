package intake

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/goccy/go-yaml"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
)

// Areas is the facts file of what areas are made up of.
//
//go:embed areas.yaml
var Areas []byte

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
		return ledger.Telling{}, fault.Wrap(fault.BadInput, err, "The facts file's source: %s", err)
	}
	t := ledger.Telling{Source: source.ID, Records: []ledger.Record{source}, Places: map[string]string{}, Confined: true}
	places := map[string]int{source.ID: 0}
	for i, raw := range f.Records {
		r, err := readRecord(m, raw, f.Sensitivity)
		if first, twice := places[r.ID]; err == nil && twice {
			err = fault.New(fault.BadInput, "record %d has the same key", first)
		}
		if err != nil {
			return ledger.Telling{}, refusal(err, fmt.Sprintf("Record %d (%v %v)", i+1, raw["record"], raw["key"]))
		}
		places[r.ID] = i + 1
		t.Places[r.ID] = fmt.Sprintf("Record %d (%v %v)", i+1, raw["record"], raw["key"])
		t.Records = append(t.Records, r)
	}
	return t, nil
}

// refusal says of an error in which record it is, and which rule it breaks.
func refusal(err error, place string) error {
	refused := fault.Wrap(fault.BadInput, err, "%s: %s", place, err)
	if broken, is := errors.AsType[*fault.Fault](err); is {
		refused = refused.At(broken.Field).Breaking(broken.Rule)
	}
	return refused
}

func (f factsFile) source(m *model.Model) (ledger.Record, error) {
	raw := map[string]any{"record": "Source", "key": fmt.Sprintf("source-%v", f.Source["document"])}
	maps.Copy(raw, f.Source)
	if f.Source["document"] == nil {
		return ledger.Record{}, fault.New(fault.BadInput, "it names no document")
	}
	return readRecord(m, raw, f.Sensitivity)
}

// factsReader reads one record of a facts file.
type factsReader struct {
	model  *model.Model
	kind   *model.Type
	record ledger.Record
}

// untold are the types that no source tells: who may see and do what is granted, what is proposed is said by who asks, and what is told of persons is sealed by a command.
var untold = []string{"Account", "Grant", "Proposal", "Person", "Contact"}

// tellable says whether a source can tell of records of a type.
func tellable(t *model.Type) bool {
	return t != nil && t.Record && !t.Abstract && !slices.Contains(untold, t.Name)
}

func readRecord(m *model.Model, raw map[string]any, sensitivity string) (ledger.Record, error) {
	kind, _ := raw["record"].(string)
	key, _ := raw["key"].(string)
	t := m.Type(kind)
	if !tellable(t) || key == "" {
		return ledger.Record{}, fault.New(fault.BadInput, "a record needs a type of the schema as record, and a text as key")
	}
	r := factsReader{model: m, kind: t, record: ledger.Record{Type: kind, ID: ledger.DerivedID(key), Audience: registry.Audience(sensitivity),
		Values: map[string]any{}, Unknown: map[string]registry.Reason{}, Links: map[string][]string{}, Parts: map[string][]ledger.Part{}, Locators: map[string]string{}}}
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		var err error
		switch name {
		case "record", "key":
		case "unknown":
			err = r.unknown(raw[name])
		case "locators":
			err = r.locators(raw[name])
		case "sensitivity":
			var class string
			class, err = written(name, raw[name])
			r.record.Audience = registry.Audience(class)
		default:
			err = r.field(name, raw[name])
		}
		if err != nil {
			return r.record, err
		}
	}
	return r.record, r.consistent()
}

// unknown reads the reasons for what the source does not tell.
func (r *factsReader) unknown(raw any) error {
	given, ok := raw.(map[string]any)
	if !ok {
		return fault.New(fault.BadInput, "unknown: expected fields, each with its reason")
	}
	for _, field := range slices.Sorted(maps.Keys(given)) {
		reason := fmt.Sprint(given[field])
		if !r.names("UnknownReason", reason) {
			return fault.New(fault.BadInput, "unknown.%s: %s is no reason for not knowing", field, reason)
		}
		r.record.Unknown[field] = registry.Reason(reason)
	}
	return nil
}

// locators reads where in the source fields are told.
func (r *factsReader) locators(raw any) error {
	given, ok := raw.(map[string]any)
	if !ok {
		return fault.New(fault.BadInput, "locators: expected fields, each with its place in the source")
	}
	for _, field := range slices.Sorted(maps.Keys(given)) {
		if r.kind.Field(field) == nil {
			return fault.New(fault.BadInput, "locators: %s has no field %q", r.kind.Name, field)
		}
		place, err := written("locators."+field, given[field])
		if err != nil {
			return err
		}
		r.record.Locators[field] = place
	}
	return nil
}

// consistent asks that nothing is both told and unknown, and that it is said who may see the record.
func (r *factsReader) consistent() error {
	if err := r.record.Consistent(r.model); err != nil {
		return err
	}
	if s := string(r.record.Audience); s != "" && !r.names("Sensitivity", s) {
		return fault.New(fault.BadInput, "sensitivity: %s is no Sensitivity", s)
	}
	return nil
}

// names says whether an enumeration of the schema has a value of this name.
func (r *factsReader) names(enum, value string) bool {
	return r.model.Schema.Types[enum].EnumValues.ForName(value) != nil
}

func (r *factsReader) field(name string, raw any) error {
	f := r.kind.Field(name)
	switch {
	case f == nil || slices.Contains(untold, f.Target):
		return fault.New(fault.BadInput, "%s has no field %q", r.kind.Name, name)
	case r.model.Type("Record").Field(name) != nil:
		return fault.New(fault.BadInput, "%s is the registry's own to keep", name)
	case raw == nil:
		return fault.New(fault.BadInput, "%s has no value: leave it out, or put it under unknown with the reason", name)
	case f.Kind == model.Relationship:
		return r.relation(f, raw)
	case f.Kind == model.Property || f.Kind == model.Embedded:
		value, err := r.value(f.Def.Type, name, raw)
		r.record.Values[name] = value
		return err
	}
	return fault.New(fault.BadInput, "%s is worked out and cannot be told", name)
}

// relation reads the keys of related records, or parts that are written out in place.
func (r *factsReader) relation(f *model.Field, raw any) error {
	items, isList := raw.([]any)
	if isList && !f.List && !f.Connection {
		return fault.New(fault.BadInput, "expected one, not a list").In(f.Name)
	}
	if !isList {
		items = []any{raw}
	}
	target := r.model.Type(f.Target)
	for _, item := range items {
		if target.Record || target.Abstract {
			key, err := written(f.Name, item)
			if err != nil {
				return err
			}
			r.record.Links[f.Name] = append(r.record.Links[f.Name], ledger.DerivedID(key))
			continue
		}
		part, err := r.part(f, target, item)
		if err != nil {
			return err
		}
		r.record.Parts[f.Name] = append(r.record.Parts[f.Name], part)
	}
	return nil
}

// part reads a part that is written out in place. What orders a list of parts also tells them apart.
func (r *factsReader) part(f *model.Field, t *model.Type, raw any) (ledger.Part, error) {
	given, ok := raw.(map[string]any)
	if !ok {
		return ledger.Part{}, fault.New(fault.BadInput, "expected it written out, field by field").In(f.Name)
	}
	p := ledger.Part{Key: map[string]any{}, Values: map[string]any{}, Links: map[string][]string{}}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if err := r.partField(p, t, name, f.Name+"."+name, given[name]); err != nil {
			return p, err
		}
	}
	if err := identify(t, p); err != nil {
		return p, fault.Within(f.Name, err)
	}
	for _, name := range t.OrderedBy {
		switch value, told := p.Values[name]; {
		case f.List && told:
			p.Key[name] = value
		case f.List && t.Field(name).Def.Type.NonNull:
			return p, fault.New(fault.BadInput, "each needs %s", name).In(f.Name)
		}
	}
	return p, nil
}

func (r *factsReader) partField(p ledger.Part, t *model.Type, name, path string, raw any) error {
	f := t.Field(name)
	switch {
	case f == nil:
		return fault.New(fault.BadInput, "%s has no field %q", t.Name, name).In(path)
	case f.Kind == model.Relationship:
		key, err := written(path, raw)
		p.Links[name] = []string{ledger.DerivedID(key)}
		return err
	}
	value, err := r.value(f.Def.Type, path, raw)
	p.Values[name] = value
	return err
}

// identify brings an identifier to its canonical form and verifies it.
func identify(t *model.Type, p ledger.Part) error {
	if t.Name != "Identifier" {
		return nil
	}
	id, err := registry.ParseIdentifier(registry.Scheme(fmt.Sprint(p.Values["scheme"])), fmt.Sprint(p.Values["value"]))
	p.Values["value"] = id.Value
	return err
}
