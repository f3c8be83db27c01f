package commands

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
)

// draftRecord drafts a record from the input's fields that are fields of the type, under the names they have in the schema.
// An id is a relation, an object a part. What else the input holds is the command's own to read.
func (w *work) draftRecord(typeName, id string, input map[string]any) (ledger.Record, error) {
	d := draft{model: w.model, kind: w.model.Type(typeName), record: ledger.Record{Type: typeName, ID: id, Values: map[string]any{},
		Unknown: map[string]registry.Reason{}, Links: map[string][]string{}, Parts: map[string][]ledger.Part{}}}
	for _, name := range slices.Sorted(maps.Keys(input)) {
		if err := d.field(name, input[name]); err != nil {
			return d.record, err
		}
	}
	if err := d.record.Consistent(w.model); err != nil {
		return d.record, fault.Within("unknown", err)
	}
	return d.record, w.audience(&d.record, input)
}

// draftNew drafts a new record.
func (w *work) draftNew(typeName string, input map[string]any) (ledger.Record, error) {
	r, err := w.draftRecord(typeName, w.newID(), input)
	r.New = true
	return r, err
}

// released gives the fields that lead to one record or part, and that the input gives as null.
func (w *work) released(typeName string) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(w.request.Input)) {
		f := w.model.Type(typeName).Field(name)
		if w.request.Input[name] == nil && f != nil && f.LeadsToOne() && f.Direction == "OUT" {
			names = append(names, name)
		}
	}
	return names
}

// input gives a text of the input, "" when it is not given.
func (w *work) input(name string) string {
	text, _ := w.request.Input[name].(string)
	return text
}

// draft is a record being drafted from an input.
type draft struct {
	model  *model.Model
	kind   *model.Type
	record ledger.Record
}

func (d *draft) field(name string, value any) error {
	f := d.kind.Field(name)
	switch {
	case name == "unknown":
		return d.unknown(value)
	case f == nil || name == "id" || name == "sensitivity" || name == "audience":
		return nil
	case f.Kind == model.Relationship:
		return d.relation(f, value)
	case f.Kind == model.Embedded && value != nil:
		amount, _ := value.(map[string]any)
		money, err := registry.ParseMoney(fmt.Sprint(amount["amount"]), fmt.Sprint(amount["currency"]))
		d.record.Values[name] = money
		return fault.Within(name, err)
	}
	return d.setValue(f, value)
}

// setValue takes a field's value. What is always known cannot become unknown; a list that is given as null has nothing in it.
func (d *draft) setValue(f *model.Field, value any) error {
	required, limit := f.Def.Type.NonNull, registry.MaxText
	if f.Name == d.kind.SortedBy || slices.Contains(slices.Concat(d.kind.OrderedBy, d.kind.SearchedBy), f.Name) {
		limit = registry.MaxName
	}
	switch v := value.(type) {
	case nil:
		if required && !f.List {
			return emptied(f.Name)
		}
	case string:
		if err := registry.CheckText(v, required, limit); err != nil {
			return fault.Within(f.Name, err)
		}
	case []any:
		texts, err := readable(f.Name, v)
		d.record.Values[f.Name] = texts
		return err
	}
	d.record.Values[f.Name] = value
	return nil
}

// readable gives a list of texts that people can read, each once.
func readable(field string, items []any) ([]string, error) {
	texts := []string{}
	for i, item := range items {
		text, _ := item.(string)
		if err := registry.CheckText(text, true, registry.MaxName); err != nil {
			return nil, fault.Within(fmt.Sprintf("%s[%d]", field, i), err)
		}
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts, nil
}

func (d *draft) unknown(value any) error {
	items, _ := value.([]any)
	for _, item := range items {
		entry, _ := item.(map[string]any)
		field, _ := entry["field"].(string)
		reason, _ := entry["reason"].(string)
		if earlier, given := d.record.Unknown[field]; given && earlier != registry.Reason(reason) {
			return fault.New(fault.BadInput, "%s is told twice, each time for another reason. Leave out one of them.", field).In("unknown")
		}
		d.record.Unknown[field] = registry.Reason(reason)
	}
	return nil
}

func (d *draft) relation(f *model.Field, value any) error {
	items, isList := value.([]any)
	if !isList {
		items = []any{value}
	}
	if value == nil && f.Def.Type.NonNull && !f.List && !f.Connection {
		return emptied(f.Name)
	}
	for _, item := range items {
		switch v := item.(type) {
		case string:
			d.record.Links[f.Name] = append(d.record.Links[f.Name], v)
		case map[string]any:
			if d.model.Type(f.Target).Record {
				continue // a record of its own that the command enters
			}
			p, err := d.part(f, v)
			if err != nil {
				return fault.Within(f.Name, err)
			}
			d.record.Parts[f.Name] = append(d.record.Parts[f.Name], p)
		}
	}
	return nil
}

// part drafts a part. What orders a list of parts also tells them apart.
func (d *draft) part(f *model.Field, input map[string]any) (ledger.Part, error) {
	t := d.model.Type(f.Target)
	p := ledger.Part{Key: map[string]any{}, Values: map[string]any{}, Links: map[string][]string{}}
	for name, value := range input {
		inner := t.Field(name)
		if inner != nil && inner.Kind == model.Relationship {
			if id, ok := value.(string); ok {
				p.Links[name] = []string{id}
			}
			continue
		}
		if inner != nil && value != nil {
			p.Values[name] = value
		}
		if text, isText := value.(string); isText && inner != nil {
			if err := registry.CheckGiven(text); err != nil {
				return p, fault.Within(name, err)
			}
		}
		if degrees, ok := value.(map[string]any); ok && inner.Kind == model.Embedded {
			north, _ := degrees["latitude"].(float64)
			east, _ := degrees["longitude"].(float64)
			point := registry.Point{Latitude: north, Longitude: east}
			if err := point.Check(); err != nil {
				return p, fault.Within(name, err)
			}
			p.Values[name] = point
		}
	}
	for _, name := range t.OrderedBy {
		if value, ok := p.Values[name]; ok && f.List {
			p.Key[name] = value
		}
	}
	return p, nil
}

// references asks that every record that a draft leads to is there for the actor, and is of a type that may stand there. The path says
// where in the input the draft stands, "" for the input itself.
func (w *work) references(path string, r ledger.Record) {
	kind := w.model.Type(r.Type)
	for _, name := range slices.Sorted(maps.Keys(r.Links)) {
		w.referTo(path, kind.Field(name), r.Links[name])
	}
	for _, name := range slices.Sorted(maps.Keys(r.Parts)) {
		f := kind.Field(name)
		for i, p := range r.Parts[name] {
			for _, inner := range slices.Sorted(maps.Keys(p.Links)) {
				w.referTo(fault.Join(path, fmt.Sprintf("%s[%d]", name, i)), w.model.Type(f.Target).Field(inner), p.Links[inner])
			}
		}
	}
}

func (w *work) referTo(path string, f *model.Field, ids []string) {
	for _, id := range ids {
		w.mustExist(fault.Join(path, f.Name), id, w.model.Type(f.Target).Possible...)
	}
}

// create drafts a new record from the input, under the result's name, and gives its id.
func (w *work) create(typeName, result string) (ledger.Record, error) {
	r, err := w.draftNew(typeName, w.request.Input)
	if err != nil {
		return r, err
	}
	w.references("", r)
	w.records = append(w.records, r)
	w.paths[r.ID] = ""
	w.results[result] = r.ID
	return r, nil
}

// amend drafts a change of the record that the input names by id, after asking that it is there and as the client knows it.
func (w *work) amend(ctx context.Context, typeName, result string) (ledger.Record, error) {
	id, _ := w.request.Input["id"].(string)
	w.mustExist("id", id, typeName)
	if err := w.checkVersion(ctx, "expectedVersion", id); err != nil {
		return ledger.Record{}, err
	}
	r, err := w.draftRecord(typeName, id, w.request.Input)
	if err != nil {
		return r, err
	}
	w.references("", r)
	r.Released = w.released(typeName)
	w.records = append(w.records, r)
	w.paths[id] = ""
	w.results[result] = id
	return w.belongs(ctx, r, id)
}

// amendStored drafts the same, and gives what is stored of the record before.
func (w *work) amendStored(ctx context.Context, typeName, result string) (ledger.Record, map[string]any, error) {
	r, err := w.amend(ctx, typeName, result)
	if err != nil {
		return r, nil, err
	}
	current, err := w.storedProperties(ctx, r.ID)
	return r, current, err
}

// anyOf gives the types among which a record may be, as a fault says them.
func anyOf(types []string) any {
	if len(types) == 1 {
		return types[0]
	}
	return fault.New(fault.NotFound, "%s or %s", types[0], anyOf(types[1:]))
}
