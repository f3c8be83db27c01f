package ledger

import (
	"slices"

	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// agree keeps for the Change, if there is one, that the source tells what is held already. A source is heard once of each value.
func (d *drafted) agree(field, value string) {
	if !d.current.sayings[saying{d.telling.Source, field, value}] {
		d.agreed = append(d.agreed, changedFieldText(field, "", value, d.record.Locators[field]))
	}
}

// SourcedField is what a source told of a field that holds it still.
type SourcedField struct {
	Field, Value, Locator string
	Row                   int // of the change by which the source told it; 0 where none is recorded
}

// FieldSources finds which sources told what each field of a record holds, in the schema's order. The first row is what is held of the
// record, under held; the others are the changes of it and of those that were merged into it, oldest first, each with the record that it
// changed, as subject. What is held and told by none of them is told by no row.
func FieldSources(m *model.Model, rows []any) []SourcedField {
	if len(rows) == 0 {
		return nil
	}
	first, _ := rows[0].(map[string]any)
	read, _ := first["held"].(map[string]any)
	h, t := storedRecordOf(valueText(read["label"]), read), typeLabelled(m, valueText(read["label"]))
	if t == nil {
		return nil
	}
	h.links, h.incoming = readLinks(read["leads"]), readLinks(read["led"])
	named, shape := namedRecords(read["named"]), shapesOf(m, t)
	log := make([]registry.LoggedChange, len(rows)-1)
	for i, row := range rows[1:] {
		change, _ := row.(map[string]any)
		log[i] = loggedChange(change)
		log[i].Fields, log[i].Confirms = named.Changed(log[i], shape), named.Confirmed(log[i], shape)
	}
	sources := registry.FieldSources(valueText(read["id"]), log, shape)
	var all []SourcedField
	for _, f := range t.Fields() {
		if tellable(m, f) {
			all = append(all, sourcesOf(shape(f.Name), f.Name, h.texts(m, t, f, named), sources[f.Name])...)
		}
	}
	return all
}

// ChangedFields gives what the viewer may know of the fields that a change changed, as FieldChanges, from what is stored of it and which records it names.
func ChangedFields(m *model.Model, row map[string]any) []any {
	all := []any{}
	for _, f := range namedRecords(row["named"]).Changed(loggedChange(row), shapesOf(m, typeLabelled(m, valueText(row["label"])))) {
		all = append(all, map[string]any{"name": f.Name, "before": stored.OrNull(f.Before), "after": stored.OrNull(f.After)})
	}
	return all
}

// namedRecords reads pairs of the id of a record and whether it exists for the viewer.
func namedRecords(rows any) registry.NamedRecords {
	named := registry.NamedRecords{}
	for _, row := range stored.List(rows) {
		pair := stored.List(row)
		named[valueText(pair[0])] = pair[1] == true
	}
	return named
}

// typeLabelled gives the type whose nodes have a label, nil when none have.
func typeLabelled(m *model.Model, label string) *model.Type {
	for _, t := range m.Types() {
		if t.Record && t.Label == label {
			return t
		}
	}
	return nil
}

// tellable says whether sources tell a field: a value, a relation or a part that is stored, and that the ledger does not work out itself.
func tellable(m *model.Model, f *model.Field) bool {
	return f.RelType != alike && m.Type("Record").Field(f.Name) == nil && slices.Contains([]model.Kind{model.Property, model.Embedded, model.Relationship}, f.Kind)
}

func loggedChange(row map[string]any) registry.LoggedChange {
	c := registry.LoggedChange{Subject: valueText(row["subject"]), Command: valueText(row["command"]), Carries: row["carries"] == true,
		Fields: LoggedFields(row["fields"]), Confirms: LoggedFields(row["agreed"])}
	c.Position, _ = row["position"].(int64)
	c.Reverts, _ = row["reverts"].(int64)
	return c
}

// shapesOf gives what fields of a type can hold. A field that the type has not is of a record that was merged into another one.
func shapesOf(m *model.Model, t *model.Type) func(field string) registry.FieldShape {
	return func(field string) registry.FieldShape {
		if t == nil || t.Field(field) == nil {
			return registry.FieldShape{}
		}
		f := t.Field(field)
		target, many := m.Type(f.Target), f.List || f.Connection
		if f.Kind != model.Relationship {
			return registry.FieldShape{Pieces: many}
		}
		part := !target.Record && !target.Abstract
		return registry.FieldShape{Many: many, Pieces: part, Leads: true, Names: !part, Placed: part && slices.Equal(target.OrderedBy, []string{"position"})}
	}
}

// sourcesOf gives what is told of one field and held, and then what is held and told by nobody.
func sourcesOf(shape registry.FieldShape, field string, texts []string, sources []registry.FieldSource) []SourcedField {
	var all []SourcedField
	for _, each := range sources {
		if still, is := shape.Current(each, texts); is {
			all = append(all, SourcedField{Field: field, Value: still.Value, Locator: still.Locator, Row: still.Change + 1})
		}
	}
	for _, value := range texts {
		if untold := shape.Unsourced(value, sources); untold != "" {
			all = append(all, SourcedField{Field: field, Value: untold})
		}
	}
	return all
}

// texts gives what is held of a field, as a change shows each value to the viewer.
func (h storedRecord) texts(m *model.Model, t *model.Type, f *model.Field, named registry.NamedRecords) []string {
	var all []string
	switch {
	case f.Kind != model.Relationship:
		all = []string{named.Held(registry.FieldShape{}, fieldText(t, f.Name, h.properties))}
	case f.Through != "":
	case f.Direction == "IN":
		all = h.incoming[f.RelType]
	case f.Direction == "BOTH":
		all = slices.Concat(h.links[f.RelType], h.incoming[f.RelType])
	default:
		all = h.links[f.RelType]
		for _, p := range h.parts {
			if p.relation == f.RelType {
				all = append(all, named.Held(shapesOf(m, t)(f.Name), partShown(m.Type(f.Target), p)))
			}
		}
	}
	return slices.DeleteFunc(all, func(value string) bool { return value == "" })
}
