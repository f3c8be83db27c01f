package graph

import (
	"maps"
	"slices"

	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/seal"
)

// functionsOf gives the functions behind the @computed fields of a schema: with those that need to know it, and those that open what is sealed.
func functionsOf(m *model.Model, keys *seal.Keys) cypher.Functions {
	all := maps.Clone(Functions)
	maps.Copy(all, openings(keys))
	all["ProcessingActivity.description"] = func(c cypher.Call) (any, error) { return orNone(m.Schema.Types[c.Text("type")].Description), nil }
	all["ProcessingActivity.sealedFields"] = func(c cypher.Call) (any, error) { return sealedFields(m, c.Text("type")), nil }
	all["Record.fieldSources"] = func(c cypher.Call) (any, error) { return fieldSources(m, c) }
	return all
}

// fieldSources tells which sources told what each field of a record holds.
func fieldSources(m *model.Model, c cypher.Call) (any, error) {
	asked, narrowed := c.Arguments["fields"].([]any)
	for _, name := range asked {
		if name, _ := name.(string); !tellable(m, name) {
			return nil, fault.New(fault.BadInput, "No record has a field %.80q of which a source could tell.", name).At("fields")
		}
	}
	rows, _ := c.Row["tellings"].([]any)
	all := []any{}
	for _, told := range ledger.FieldSources(m, rows) {
		if narrowed && !slices.Contains(asked, any(told.Field)) {
			continue
		}
		entry := map[string]any{"field": told.Field, "value": told.Value, "locator": orNone(told.Locator)}
		if told.Row > 0 {
			entry["source"], entry["change"] = told.Row, told.Row
		} else {
			entry["sourceUnknown"] = "NOT_RECORDED"
		}
		all = append(all, entry)
	}
	return all, nil
}

// tellable says whether some type of record has a field of a name that records have not all.
func tellable(m *model.Model, name string) bool {
	return slices.ContainsFunc(m.Types(), func(t *model.Type) bool {
		return t.Record && t.Field(name) != nil && m.Type("Record").Field(name) == nil
	})
}
