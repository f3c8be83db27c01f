package ledger

import (
	"slices"

	"partnernet/model"
	"partnernet/registry"
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
	log := make([]registry.LoggedChange, len(rows)-1)
	for i, row := range rows[1:] {
		change, _ := row.(map[string]any)
		log[i] = loggedChange(change)
	}
	sources := registry.FieldSources(valueText(read["id"]), log, shapesOf(m, t))
	var all []SourcedField
	for _, f := range t.Fields() {
		if tellable(m, f) {
			all = append(all, sourcesOf(m, t, f, h, sources[f.Name])...)
		}
	}
	return all
}

// typeLabelled gives the type whose nodes have a label.
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
		f := t.Field(field)
		if f == nil {
			return registry.FieldShape{}
		}
		target, many := m.Type(f.Target), f.List || f.Connection
		if f.Kind != model.Relationship {
			return registry.FieldShape{Pieces: many}
		}
		return registry.FieldShape{Many: many, Pieces: !target.Record && !target.Abstract, Leads: true}
	}
}

// sourcesOf gives what is told of one field and held, and then what is held and told by nobody.
func sourcesOf(m *model.Model, t *model.Type, f *model.Field, h storedRecord, sources []registry.FieldSource) []SourcedField {
	shape, texts := shapesOf(m, t)(f.Name), h.texts(m, t, f)
	var all []SourcedField
	for _, each := range sources {
		if still, is := shape.Current(each, texts); is {
			all = append(all, SourcedField{Field: f.Name, Value: still.Value, Locator: still.Locator, Row: still.Change + 1})
		}
	}
	for _, value := range texts {
		if untold := shape.Unsourced(value, sources); untold != "" {
			all = append(all, SourcedField{Field: f.Name, Value: untold})
		}
	}
	return all
}

// texts gives what is held of a field, as a change shows each value.
func (h storedRecord) texts(m *model.Model, t *model.Type, f *model.Field) []string {
	var all []string
	switch {
	case f.Kind != model.Relationship:
		all = []string{fieldText(t, f.Name, h.properties)}
	case f.Through != "":
	case f.Direction == "IN":
		all = h.incoming[f.RelType]
	case f.Direction == "BOTH":
		all = slices.Concat(h.links[f.RelType], h.incoming[f.RelType])
	default:
		all = h.links[f.RelType]
		for _, p := range h.parts {
			if p.relation == f.RelType {
				all = append(all, partShown(m.Type(f.Target), p))
			}
		}
	}
	return slices.DeleteFunc(all, func(value string) bool { return value == "" })
}
