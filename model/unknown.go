package model

import (
	"slices"
	"strings"
)

// MayBeUnknown says whether a source may leave a field of a type of record untold: location, or nuts of the part location as location.nuts. What the registry itself says
// of every record, and what it works out, no source tells.
func (m *Model) MayBeUnknown(typeName, field string) bool {
	t := m.Type(typeName)
	name, inner, ofPart := strings.Cut(field, ".")
	if f := t.Field(name); ofPart {
		return f != nil && isTold(f) && m.isPart(f.Target) && m.MayBeUnknown(f.Target, inner)
	}
	return t.Field(name) != nil && isTold(t.Field(name)) && m.Type("Record").Field(name) == nil
}

// isTold says whether sources tell what a field has: it is stored as it is told, or leads to what is.
func isTold(f *Field) bool { return slices.Contains([]Kind{Property, Embedded, Relationship}, f.Kind) }

// isPart says whether a type is stored with the record that has it, and is no record.
func (m *Model) isPart(typeName string) bool {
	t := m.Type(typeName)
	return t != nil && !t.Record && !t.Abstract && t.Label != ""
}
