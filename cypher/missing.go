package cypher

import (
	"strings"

	"partnernet/model"
	"partnernet/registry"
)

// missing gives the names of the fields that a record of a type is expected to have and does not, as far as the viewer may know.
func (b *build) missing(variable string, t *model.Type) string {
	var names []string
	for _, name := range registry.Expected(t.Name) {
		names = append(names, "CASE WHEN "+b.lacks(variable, t.Field(name))+" THEN ['"+name+"'] ELSE [] END")
	}
	return "(" + strings.Join(names, " + ") + ")"
}

// lacks gives the condition that a record has no value of a field.
func (b *build) lacks(variable string, f *model.Field) string {
	if f.Kind != model.Relationship {
		return variable + "." + f.Property + " IS NULL"
	}
	related := b.related(variable, f)
	return "NOT " + related.exists(b.exists(related.variable, related.target, f))
}

// expected gives the names of the fields that records are expected to have, by their types.
func expected(m *model.Model) map[string]any {
	byType := map[string]any{}
	for _, t := range m.Types() {
		if names := registry.Expected(t.Name); names != nil {
			byType[t.Name] = names
		}
	}
	return byType
}
